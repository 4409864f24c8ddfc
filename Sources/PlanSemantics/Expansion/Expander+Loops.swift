internal import PlanSyntax

// Running loops and conditions: what they give is a flat list of statements, each with the names it may use.
extension Expander {
  /// The statements of a body with loops and conditions run.
  mutating func pieces(
    of body: Body, in parent: Draft.NodeID, _ locals: LocalScope.ID
  ) -> [Piece] {
    pieces(of: body.statements, in: parent, locals)
  }

  mutating func pieces(
    of statements: [Statement], in parent: Draft.NodeID, _ locals: LocalScope.ID
  ) -> [Piece] {
    if parent != Draft.root {
      for case .letBinding(let binding) in statements { evaluator.enter(binding, in: parent) }
    }
    var pieces: [Piece] = []
    pieces.reserveCapacity(statements.count)
    for statement in statements { run(statement, in: parent, locals, &pieces) }
    return pieces
  }

  private mutating func run(
    _ statement: Statement, in parent: Draft.NodeID, _ locals: LocalScope.ID,
    _ pieces: inout [Piece]
  ) {
    switch statement {
    case .loop(let loop): run(loop, in: parent, locals, &pieces)
    case .conditional(let conditional): run(conditional, in: parent, locals, &pieces)
    default: pieces.append(Piece(statement: statement, locals: locals))
    }
  }

  private mutating func run(
    _ loop: ForStatement, in parent: Draft.NodeID, _ locals: LocalScope.ID,
    _ pieces: inout [Piece]
  ) {
    guard let name = loop.name, let variable = name.plain, let body = loop.body else { return }
    checkForm(of: variable)
    guard isFree(variable, locals) else { return }
    // Views are made anew each time they are asked for, and a list may be long.
    let sequence = loop.sequence
    let found = evaluator.elements(of: sequence, from: parent, locals, draft)
    guard let elements = elements(found, of: loop, variable, in: parent, locals) else { return }
    for element in elements {
      guard mayExpand(at: sequence.span) else { return }
      let inner = draft.table.locals.enter(variable, as: element, in: locals)
      run(body, in: parent, inner, &pieces)
    }
  }

  private mutating func run(
    _ conditional: IfStatement, in parent: Draft.NodeID, _ locals: LocalScope.ID,
    _ pieces: inout [Piece]
  ) {
    let condition = conditional.condition
    guard mayExpand(at: condition.span) else { return }
    let truth = evaluator.truth(of: condition, from: parent, locals, draft)
    if tried.isTrying {
      // Whatever the condition says, both branches are looked at.
      if let body = conditional.body { run(body, in: parent, locals, &pieces) }
      return runOtherwise(of: conditional, in: parent, locals, &pieces)
    }
    guard let isTrue = truth else { return }
    if isTrue {
      if let body = conditional.body { run(body, in: parent, locals, &pieces) }
      tried.leave(conditional.otherwise, in: parent, locals)
    } else {
      if let body = conditional.body { tried.leave(body, nil, in: parent, locals) }
      runOtherwise(of: conditional, in: parent, locals, &pieces)
    }
  }

  private mutating func runOtherwise(
    of conditional: IfStatement, in parent: Draft.NodeID, _ locals: LocalScope.ID,
    _ pieces: inout [Piece]
  ) {
    switch conditional.otherwise {
    case .body(let body): run(body, in: parent, locals, &pieces)
    case .conditional(let nested): run(nested, in: parent, locals, &pieces)
    case nil: break
    }
  }

  /// What a loop runs over.
  ///
  /// Over nothing it makes nothing, and its body is looked at later; where that is being done it
  /// runs once, with a variable that nothing is known of.
  private mutating func elements(
    _ found: [LocalScope.Meaning]?, of loop: ForStatement, _ variable: Word,
    in parent: Draft.NodeID, _ locals: LocalScope.ID
  ) -> [LocalScope.Meaning]? {
    if tried.isTrying { return found.flatMap { $0.isEmpty ? nil : $0 } ?? [.value(.poison)] }
    if let found, found.isEmpty, let body = loop.body {
      tried.leave(body, variable, in: parent, locals)
    }
    return found
  }

  /// The body of a loop or condition, which has names of its own.
  mutating func run(
    _ body: Body, in parent: Draft.NodeID, _ locals: LocalScope.ID, _ pieces: inout [Piece]
  ) {
    tried.note(body)
    let statements = body.statements
    let inner = enterBindings(among: statements, in: parent, locals)
    for statement in statements {
      if case .letBinding = statement { continue }
      guard mayExpand(at: statement.span) else { return }
      if let misplaced = onlyAtTop(statement) {
        report(misplaced)
      } else {
        run(statement, in: parent, inner, &pieces)
      }
    }
  }

  /// Each `let` of a loop's body sees all of them, so that their order does not matter.
  private mutating func enterBindings(
    among statements: [Statement], in parent: Draft.NodeID, _ locals: LocalScope.ID
  ) -> LocalScope.ID {
    var names: [(Word, Expression)] = []
    for case .letBinding(let binding) in statements {
      guard let syntax = binding.name else { continue }
      guard let name = syntax.plain else {
        report(.plainNameWanted("let", at: syntax.span))
        continue
      }
      checkForm(of: name)
      guard isFree(name, locals) else { continue }
      if let earlier = names.first(where: { $0.0.text == name.text }) {
        report(.repeatedLocal(name, earlier.0.span))
      } else {
        names.append((name, binding.value))
      }
    }
    let last = draft.table.locals.next + LocalScope.ID(names.count) - 1
    var inner = locals
    for (name, value) in names {
      inner = draft.table.locals.enter(
        name, as: .expression(value, locals: last, block: parent), in: inner)
    }
    return inner
  }

  /// What is wrong with a statement that may stand in no loop or condition.
  private func onlyAtTop(_ statement: Statement) -> Diagnostic? {
    switch statement {
    case .function(let function):
      .onlyAtTop("fn", at: function.name?.span ?? function.span)
    case .template(let template):
      .onlyAtTop("template", at: template.name?.span ?? template.span)
    case .importFile(let file): .onlyAtTop("import", at: file.file?.span ?? file.span)
    case .item(let item):
      switch item.word.text {
      case "language" where item.isProperty: .onlyAtTop("language", at: item.word.span)
      case Kind.field.rawValue where !item.isProperty:
        .onlyAtTop(Kind.field.rawValue, at: item.word.span)
      case Kind.scenario.rawValue where !item.isProperty:
        .onlyAtTop(Kind.scenario.rawValue, at: item.word.span)
      default: nil
      }
    default: nil
    }
  }

  /// Whether a name of a loop is not one already: no name hides another.
  private mutating func isFree(_ name: Word, _ locals: LocalScope.ID) -> Bool {
    guard let earlier = draft.table.locals.find(name.text, from: locals) else { return true }
    report(.repeatedLocal(name, draft.table.locals[earlier].name.span))
    return false
  }

  /// Counts what loops give; false, and one diagnostic for the whole plan, when it is too much.
  private mutating func mayExpand(at span: Span) -> Bool {
    expandedCount += 1
    if expandedCount == limits.expandedMax + 1 {
      diagnostics.append(.expandsTooFar(at: span, most: limits.expandedMax))
    }
    return expandedCount <= limits.expandedMax
  }
}
