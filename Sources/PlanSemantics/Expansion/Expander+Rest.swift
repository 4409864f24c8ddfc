internal import PlanSyntax

// Bodies that nothing was made of are made once on the side, with values that nothing is known of for their parameters: so
// an unknown property, name or function in them is told like any other.

/// The plan with everything in it that could have been made, to be looked at and thrown away.
struct UntriedPlan {
  let table: DeclarationTable
  let names: NameTable
  /// The bodies in question; what is wrong outside of them has been told.
  let bodies: [Span]
  /// Properties with this number or a higher one were made of them.
  let firstProperty: Int
  /// What was wrong while they were made.
  let diagnostics: [Diagnostic]
}

extension Expander {
  /// - Returns: `nil` where everything has been made, as in most plans.
  /// - Complexity: O(size of the plan), where anything has not.
  func tryTheRest() -> UntriedPlan? {
    let unused = templates.keys.sorted().compactMap { templates[$0] }.filter { template in
      template.body.map { !tried.isMade($0) } ?? false
    }
    let untried = tried.untried
    guard !unused.isEmpty || !untried.isEmpty else { return nil }
    var trial = self
    return trial.made(of: unused, and: untried)
  }

  private mutating func made(
    of unused: [TemplateStatement], and untried: [TriedBodies.Candidate]
  ) -> UntriedPlan {
    tried.isTrying = true
    diagnostics = []
    let known = evaluator.diagnostics.count
    let first = draft.table.properties.count
    for template in unused { make(template) }
    for candidate in untried { make(candidate) }
    let bodies = unused.compactMap { $0.body?.span } + untried.map(\.body.span)
    let found = diagnostics + evaluator.diagnostics.dropFirst(known)
    let (table, names, _) = draft.finish()
    return UntriedPlan(
      table: table, names: names, bodies: bodies, firstProperty: first, diagnostics: found)
  }

  private mutating func make(_ template: TemplateStatement) {
    guard let name = template.name?.plain,
      let kind = template.word.flatMap({ Kind(word: $0.text) }),
      let body = template.body, !cyclicTemplates.contains(name.text)
    else { return }
    var inner = LocalScope.none
    for parameter in template.parameters {
      inner = draft.table.locals.enter(parameter, as: .value(.poison), in: inner)
    }
    let start = draft.table.properties.count
    let id = draft.add(
      Draft.Node(
        kind: kind, name: name, item: Item(syntax: template.syntax), parent: Draft.root,
        locals: inner, properties: start..<start))
    fill(id, with: body, inner, from: start)
  }

  private mutating func make(_ candidate: TriedBodies.Candidate) {
    let parent = candidate.parent
    var locals = candidate.locals
    if let variable = candidate.variable {
      locals = draft.table.locals.enter(variable, as: .value(.poison), in: locals)
    }
    var pieces: [Piece] = []
    run(candidate.body, in: parent, locals, &pieces)
    if isTop(parent) {
      for piece in pieces { make(piece, in: parent) }
      return
    }
    let first = draft.table.properties.count
    collectProperties(among: pieces, of: parent, from: first)
    let last = draft.table.properties.count
    if last > first { draft[parent].layers.append(first..<last) }
    makeBlocks(among: pieces, in: parent)
  }
}
