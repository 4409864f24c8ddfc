import PlanSyntax

/// Looks at the names in functions without calling them, so that a mistake in one that nobody calls is found as well.
struct FunctionBodies {
  let reader: PropertyReader
  private(set) var diagnostics: [Diagnostic] = []

  init(_ reader: PropertyReader) {
    self.reader = reader
    for function in reader.table.functions {
      let names = Set(function.parameters.map(\.text))
      look(at: function.body, names, isInElement: false)
    }
  }

  /// `names` are the parameters of the function and of the lambdas around; inside an element its fields are in scope, and which
  /// those are only a call tells.
  private mutating func look(
    at expression: Expression, _ names: Set<String>, isInElement: Bool
  ) {
    switch expression {
    case .name(let word): check(word, names, isInElement: isInElement)
    case .member(let member):
      // What stands behind a dot depends on what stands before it.
      if case .name(let word) = member.base, ["it", "plan", "self"].contains(word.text) { return }
      look(at: member.base, names, isInElement: isInElement)
    case .call(let call):
      if case .name(let word) = call.callee { check(call: word) }
      for argument in call.arguments { look(at: argument, names, isInElement: isInElement) }
    case .lambda(let lambda):
      let inner = names.union(lambda.parameters.map(\.text))
      look(at: lambda.body, inner, isInElement: isInElement)
    case .of(let of):
      look(at: of.collection, names, isInElement: isInElement)
      look(at: of.element, names, isInElement: true)
    case .query(let query): look(at: query, names, isInElement: isInElement)
    default:
      for part in expression.parts { look(at: part, names, isInElement: isInElement) }
    }
  }

  private mutating func look(at query: QuerySyntax, _ names: Set<String>, isInElement: Bool) {
    look(at: query.base, names, isInElement: isInElement)
    var inner = names
    for case .named(let word) in query.clauses { inner.insert(word.text) }
    for clause in query.clauses {
      if let expression = clause.expression { look(at: expression, inner, isInElement: true) }
    }
  }

  private mutating func check(_ word: Word, _ names: Set<String>, isInElement: Bool) {
    let text = word.text
    if names.contains(text) || VocabularyIndex.words.contains(text) || text == "it"
      || Kind(plural: text) != nil || PropertyReader.givenHorizons.contains(text)
      || reader.declaration(named: text, seenFrom: nil) != nil || reader.isBroken(text)
    {
      return
    }
    if isInElement { return }
    if reader.isOwnWord(text) { return }
    let near = names.sorted() + reader.table.bindings.map(\.name.text)
    diagnostics.append(
      .unknownName(
        text, at: word.span, expecting: [], nearest: Spelling.nearest(to: text, among: near),
        inside: nil))
  }

  private mutating func check(call word: Word) {
    guard BuiltIn.named(word.text) == nil,
      case .unknown = reader.functions.function(named: word.text)
    else { return }
    diagnostics.append(
      .unknownFunction(word, among: BuiltIn.table.map(\.name) + reader.functions.names))
  }
}
