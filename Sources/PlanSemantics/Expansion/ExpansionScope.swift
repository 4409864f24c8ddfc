internal import PlanSyntax

/// Finds what the names in a loop's list, a condition or a name stand for, while blocks are being made.
struct ExpansionScope: NameResolver {
  let evaluator: ExpansionEvaluator
  let draft: Draft
  let block: Draft.NodeID
  let scope: LocalScope.ID
  var locals = Locals()

  private enum Meaning {
    case value(Value, Span?)
    case expanded(LocalScope.ID)
    case binding(ExpansionEvaluator.Source)
  }

  func value(
    of path: [Word], expecting type: ValueType?, in environment: inout Environment
  ) -> Value? {
    let found = meanings(of: path[0])
    if found.count > 1 {
      environment.report(.ambiguousName(path[0], places: found.map(described)))
      return .poison
    }
    let wanted = path.count == 1 ? type : nil
    switch found.first {
    case .value(let value, _): return walk(path, from: value, in: &environment)
    case .binding(let source):
      let value = evaluator.value(
        of: source, as: .binding(source.word.text, in: source.block), expecting: wanted, draft,
        in: &environment)
      return walk(path, from: value, in: &environment)
    case .expanded(let id):
      switch draft.table.locals[id].meaning {
      case .value(let value): return walk(path, from: value, in: &environment)
      case .expression(let expression, let outer, let home):
        let source = ExpansionEvaluator.Source(
          word: draft.table.locals[id].name, expression: expression, block: home, locals: outer)
        let value = evaluator.value(
          of: source, as: .local(id), expecting: wanted, draft, in: &environment)
        return walk(path, from: value, in: &environment)
      }
    case nil:
      // Which block a name is can be compared; what the block is made of cannot be asked yet.
      guard !locals.isSealed, evaluator.isWritten(path[0].text) else { return nil }
      return walk(path, from: .symbol(path[0].text), in: &environment)
    }
  }

  private func meanings(of word: Word) -> [Meaning] {
    var found: [Meaning] = []
    if word.text == "it", let element = locals.element { return [.value(element.value, nil)] }
    found += locals.values(of: word.text).map { .value($0.value, $0.word.span) }
    if let field = locals.element?.value.field(word.text), locals.element?.value != Value.none {
      found.append(.value(field, nil))
    }
    guard !locals.isSealed else { return found }
    if let id = draft.table.locals.find(word.text, from: scope) { found.append(.expanded(id)) }
    return found
      + evaluator.bindings(named: word.text, from: block, draft).map { .binding($0) }
  }

  private func described(_ meaning: Meaning) -> (Span, String) {
    switch meaning {
    case .value(_, let span?): (span, "a parameter")
    case .value(_, nil): (.init(file: FileID(raw: 0), range: .init(start: 0, end: 0)), "a field")
    case .expanded(let id): (draft.table.locals[id].name.span, "a name of a loop or template")
    case .binding(let source): (source.word.span, "a `let`")
    }
  }

  /// The rest of a path from where its first word has led.
  private func walk(
    _ path: [Word], from first: Value, in environment: inout Environment
  ) -> Value {
    var current = first
    for (index, word) in path.enumerated().dropFirst() {
      if current.isPoison { return .poison }
      guard let next = current.field(word.text) else {
        if case .symbol(let name) = current {
          let word = Word(text: name, span: path[index - 1].span)
          reportUnknown([word], expecting: nil, in: &environment)
        } else if case .record(let fields) = current {
          environment.report(.unknownField(word, among: fields.map(\.name)))
        } else {
          environment.report(.noFields(current, at: path[index - 1].span, field: word))
        }
        return .poison
      }
      current = next
    }
    return current
  }

  func reportUnknown(
    _ path: [Word], expecting type: ValueType?, in environment: inout Environment
  ) {
    let word = path[0]
    guard let isSought = evaluator.mayExplain(word.span) else { return }
    guard isSought else {
      return environment.report(
        .unknownName(word.text, at: word.span, expecting: [], nearest: [], inside: nil))
    }
    if let (place, what) = evaluator.declared(word.text, draft) {
      environment.report(.notKnownYet(word, Diagnostic.Label(place, "\(what), declared here")))
    } else if Kind(plural: word.text) != nil || ["plan", "self", "old"].contains(word.text) {
      environment.report(.notKnownYet(word, nil))
    } else {
      environment.report(
        .unknownName(
          word.text, at: word.span, expecting: [],
          nearest: Spelling.nearest(
            to: word.text, among: evaluator.known(from: scope, draft) + locals.names),
          inside: nil))
    }
  }

  func function(named name: String) -> FunctionLookup {
    evaluator.functions.function(named: name)
  }

  var functionNames: [String] { evaluator.functions.names }

  func inside(_ locals: Locals) -> ExpansionScope {
    ExpansionScope(
      evaluator: evaluator, draft: draft, block: Draft.root, scope: LocalScope.none,
      locals: locals)
  }

  func capacity(
    of team: Value, in period: Value, at span: Span, in environment: inout Environment
  ) -> Value {
    environment.report(.notKnownYet(Word(text: "capacity", span: span), nil))
    return .poison
  }
}
