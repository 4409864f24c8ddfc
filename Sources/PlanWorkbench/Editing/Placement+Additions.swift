internal import PlanSyntax

// Where something new stands in the files: beside its like.
extension Placement {
  /// Statements of one sort, behind the last of their sort, or at the end of the plan's own file.
  ///
  /// What a team works on stands with what that team works on already, which in a plan of several files may be its own.
  func addition(_ group: [Statement]) throws(PlacementFailure) -> FileEdits {
    let texts = group.map { statement in
      statement.addedItem.map { canonical($0.syntax) } ?? canonical(statement.syntax)
    }
    guard let root = checked.trees.first else { throw .mistake }
    let files = checked.trees.indices.filter { !checked.moduleFiles.contains($0) }
    let alike = files.flatMap { file in
      let statements = checked.trees[file].file.statements
      return statements.indices.filter { statements[$0].isLike(group[0]) }
        .map { Neighbour(statements: statements, index: $0, isRoot: file == 0) }
    }
    let team = group[0].addedItem?.team
    let best =
      alike.last { team != nil && $0.statement.addedItem?.team == team }
      ?? alike.last(where: \.isRoot) ?? alike.last
    guard let best else {
      let isImport = if case .importFile = group[0] { true } else { false }
      let source = root.source
      if isImport, let first = root.file.statements.first {
        return FileEdits(
          source: source,
          edits: [Insertion(source).lines(texts, behind: first.syntax, like: nil)])
      }
      return FileEdits(source: source, edits: [Insertion(source).atEnd(texts)])
    }
    let source = best.statement.syntax.tree.source
    return FileEdits(
      source: source,
      edits: [
        Insertion(source).lines(texts, behind: best.statement.syntax, like: best.other?.syntax)
      ])
  }

  private struct Neighbour {
    let statements: [Statement]
    let index: Int
    let isRoot: Bool

    var statement: Statement { statements[index] }
    /// The statement before it or behind it, where it is of the same sort.
    var other: Statement? {
      [index - 1, index + 1].lazy.filter { statements.indices.contains($0) }
        .map { statements[$0] }.first { $0.isLike(statement) }
    }
  }
}

extension Statement {
  /// Whether it declares the same sort of thing.
  fileprivate func isLike(_ other: Statement) -> Bool {
    if let item = addedItem, let otherItem = other.addedItem {
      return item.word.text == otherItem.word.text
    }
    return syntax.kind == other.syntax.kind
  }
}

extension Item {
  /// The team that it names itself.
  fileprivate var team: String? {
    let property = body?.items.first { $0.word.text == "team" && $0.name == nil && $0.hasColon }
    guard case .name(let word)? = property?.value else { return nil }
    return word.text
  }
}
