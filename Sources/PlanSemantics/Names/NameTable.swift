internal import PlanSyntax

/// Which name means what in which block.
///
/// Names share one space at the top of the files; those inside a block are its own.
struct NameTable: Sendable {
  enum Meaning: Hashable, Sendable {
    case declaration(DeclarationID)
    /// Index into `DeclarationTable.bindings`.
    case binding(Int)
    /// Index into `DeclarationTable.functions`.
    case function(Int)
  }

  private struct Key: Hashable {
    /// −1 is the top.
    let scope: Int32
    let name: String
  }

  private var meanings: [Key: Meaning] = [:]
  /// Names of blocks that a scenario takes out, as indices into `DeclarationTable.drops`.
  private var dropped: [Key: Int] = [:]

  /// Enters a name; answers what has it already, which then stays.
  ///
  /// - Complexity: O(1).
  mutating func enter(_ name: String, in scope: DeclarationID?, as meaning: Meaning) -> Meaning? {
    let key = Key(scope: scope?.raw ?? -1, name: name)
    if let earlier = meanings[key] { return earlier }
    meanings[key] = meaning
    return nil
  }

  mutating func enterDropped(_ name: String, in scope: DeclarationID?, as drop: Int) {
    dropped[Key(scope: scope?.raw ?? -1, name: name)] = drop
  }

  /// What took a block of this name out of this very scope.
  func drop(of name: String, in scope: DeclarationID?) -> Int? {
    dropped.isEmpty ? nil : dropped[Key(scope: scope?.raw ?? -1, name: name)]
  }

  /// What took a block of this name out, seen from a block outward.
  func drop(of name: String, seenFrom scope: DeclarationID?, in table: DeclarationTable) -> Int? {
    guard !dropped.isEmpty else { return nil }
    var current = scope
    while let id = current {
      if let drop = drop(of: name, in: id) { return drop }
      current = table[id].parent
    }
    return drop(of: name, in: nil)
  }

  /// What the name means in this very scope.
  func meaning(of name: String, in scope: DeclarationID?) -> Meaning? {
    meanings[Key(scope: scope?.raw ?? -1, name: name)]
  }

  /// What the name means seen from `scope`, innermost first; more than one is the reader's ambiguity.
  ///
  /// - Complexity: O(nesting), which the schema bounds.
  func meanings(
    of name: String, seenFrom scope: DeclarationID?, in table: DeclarationTable
  ) -> [Meaning] {
    var found: [Meaning] = []
    var current = scope
    while let id = current {
      if let meaning = meaning(of: name, in: id) { found.append(meaning) }
      current = table[id].parent
    }
    if let meaning = meaning(of: name, in: nil) { found.append(meaning) }
    return found
  }
}
