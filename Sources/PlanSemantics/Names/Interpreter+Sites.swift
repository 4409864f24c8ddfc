package import PlanSyntax

/// Where a block stands in the files, for whoever changes them.
package struct DeclarationSite: Sendable {
  package let kind: Kind
  /// As it was written, in the tree of its file.
  package let item: Item
  /// Whether its text does not stand for it alone: a loop or a template made it.
  package let isMade: Bool
}

extension Interpreter {
  /// Where the block that a path leads to was written; `nil` where the path leads to none.
  ///
  /// A block without a name goes by its word where it is the only one: `plan`, `residency.deadline`.
  ///
  /// - Parameter path: Names from the top, the first outermost.
  /// - Returns: Its text, and whether that is its own.
  /// - Complexity: O(declarations · names).
  package func site(of path: [String]) -> DeclarationSite? {
    var current: DeclarationID?
    var isMade = false
    for word in path {
      guard let next = child(word, of: current) else { return nil }
      isMade = isMade || isMadeElsewhere(next, than: current)
      current = next
    }
    guard let current else { return nil }
    let declaration = state.table[current]
    return DeclarationSite(kind: declaration.kind, item: declaration.item, isMade: isMade)
  }

  /// The value of a `let` at the top of a file; `nil` where there is none of the name.
  package func value(ofBinding name: String) -> Expression? {
    state.table.bindings.first {
      $0.name.text == name && $0.scope == nil && $0.locals == LocalScope.none
    }?.value
  }

  /// What is declared, by path, with its kind, in the order of the files; blocks without a name are left out.
  ///
  /// - Complexity: O(declarations).
  package var names: [(path: String, kind: Kind, label: String?)] {
    let table = state.table
    return table.declarations.indices.compactMap { index in
      let declaration = table.declarations[index]
      guard declaration.name != nil, declaration.kind != .importedFile else { return nil }
      return (
        table.path(of: DeclarationID(index)), declaration.kind, declaration.item.label?.plain
      )
    }
  }

  private func child(_ word: String, of parent: DeclarationID?) -> DeclarationID? {
    let table = state.table
    let inside = table.declarations.indices.filter { table.declarations[$0].parent == parent }
    if let named = inside.first(where: { table.declarations[$0].name?.text == word }) {
      return DeclarationID(named)
    }
    let unnamed = inside.filter {
      table.declarations[$0].name == nil && table.declarations[$0].kind.rawValue == word
    }
    return unnamed.count == 1 ? DeclarationID(unnamed[0]) : nil
  }

  /// Whether the text of a block stands in a loop, or outside that of the block it is in.
  private func isMadeElsewhere(_ id: DeclarationID, than parent: DeclarationID?) -> Bool {
    let declaration = state.table[id]
    if declaration.locals != LocalScope.none { return true }
    guard let parent, state.table[parent].kind != .importedFile else { return false }
    let (own, outer) = (declaration.item, state.table[parent].item)
    return own.span.file != outer.span.file || own.range.start < outer.range.start
      || own.range.end > outer.range.end
  }
}
