internal import PlanSemantics
internal import PlanSyntax

// What typed statements make of the `scenario` that a branch is.
extension Placement {
  func edits(
    _ group: [Statement], on branch: DeclarationSite
  ) throws(PlacementFailure) -> FileEdits {
    let scenario = EditedBlock(branch.item)
    switch group[0] {
    case .item, .add:
      let texts = try group.map { (statement) throws(PlacementFailure) in
        guard let item = statement.addedItem, item.name != nil else { throw .mistake }
        return canonical("add " + item.syntax.text)
      }
      return FileEdits(source: scenario.source, edits: scenario.inserting([], texts))
    case .change(let change):
      guard let words = change.path?.plainWords, let body = change.body,
        let site = interpreter.site(of: words)
      else { throw .mistake }
      if scenario.contains(site.item.syntax) {
        return try edits(of: EditedBlock(site.item), site.kind, words, laying: body)
      }
      if let own = scenario.ownChange(of: words) {
        return try edits(of: own, site.kind, words, laying: body)
      }
      return FileEdits(
        source: scenario.source, edits: scenario.inserting([], [canonical(change.syntax)]))
    case .drop(let drop):
      guard let words = drop.path?.plainWords, let site = interpreter.site(of: words) else {
        throw .mistake
      }
      guard scenario.contains(site.item.syntax) else {
        return FileEdits(
          source: scenario.source, edits: scenario.inserting([], [canonical(drop.syntax)]))
      }
      var edits = removal(of: site.item.syntax).edits
      // What was to be changed of it goes with it.
      let siblings = scenario.body?.statements.map(\.syntax) ?? []
      for case .change(let change) in scenario.body?.statements ?? []
      where change.path?.plainWords?.starts(with: words) ?? false {
        edits.append(scenario.source.removal(of: change.syntax, among: siblings))
      }
      return FileEdits(source: scenario.source, edits: edits)
    default:
      throw .refused(.notOnBranch(group[0].syntax.firstWord))
    }
  }
}

extension Misasked {
  fileprivate static func notOnBranch(_ word: String) -> Misasked {
    Misasked(
      "a `\(word)` holds for the whole plan, and this is a branch",
      help: "`switch baseline` goes to the plan itself")
  }
}

extension SyntaxNode {
  fileprivate var firstWord: String { tree.token(tokenRange.lowerBound).text }
}
