import PlanSyntax

/// Looks at the names in an expression without evaluating it: in a function that nobody calls, in a
/// clause of a query over nothing.
///
/// What a name stands for is not asked, only whether there is anything it could.
struct NameCheck {
  let reader: PropertyReader
  /// The block that names are looked up from.
  let scope: DeclarationID?
  private(set) var diagnostics: [Diagnostic] = []

  /// Whose fields are in scope.
  enum Element {
    case nobody
    /// Something has fields, and which those are only a value tells.
    case unknown
    case block(Kind)
  }

  init(_ reader: PropertyReader, seenFrom scope: DeclarationID? = nil) {
    self.reader = reader
    self.scope = scope
  }

  /// What is wrong with names in functions, so that a mistake in one that nobody calls is found as well.
  static func ofFunctions(_ reader: PropertyReader) -> [Diagnostic] {
    var check = NameCheck(reader)
    for function in reader.table.functions {
      let names = Set(function.parameters.map(\.text))
      check.look(at: function.body, names, in: .nobody)
    }
    return check.diagnostics
  }

  /// - Parameters:
  ///   - expression: What is looked at.
  ///   - names: Parameters of functions and lambdas, and names of loops, that it may use.
  ///   - element: What it is evaluated for.
  mutating func look(at expression: Expression, _ names: Set<String>, in element: Element) {
    switch expression {
    case .name(let word): check(word, names, in: element)
    case .member(let member):
      // What stands behind a dot depends on what stands before it.
      if case .name(let word) = member.base, ["it", "plan", "self"].contains(word.text) { return }
      look(at: member.base, names, in: element)
    case .call(let call):
      if case .name(let word) = call.callee { check(call: word) }
      for argument in call.arguments { look(at: argument, names, in: element) }
    case .lambda(let lambda):
      look(at: lambda.body, names.union(lambda.parameters.map(\.text)), in: element)
    case .of(let of):
      look(at: of.collection, names, in: element)
      look(at: of.element, names, in: Element(of: of.collection))
    case .query(let query): look(at: query, names, in: element)
    default:
      for part in expression.parts { look(at: part, names, in: element) }
    }
  }

  private mutating func look(at query: QuerySyntax, _ names: Set<String>, in element: Element) {
    var inside = Element(of: query.base)
    if case .of(let of) = query.base {
      look(at: of.collection, names, in: element)
      inside = Element(of: of.collection)
      look(at: of.element, names, in: inside)
    } else {
      look(at: query.base, names, in: element)
    }
    var inner = names
    for case .named(let word) in query.clauses { inner.insert(word.text) }
    for clause in query.clauses {
      if let expression = clause.expression { look(at: expression, inner, in: inside) }
    }
  }

  private mutating func check(_ word: Word, _ names: Set<String>, in element: Element) {
    let text = word.text
    if names.contains(text) || VocabularyIndex.words.contains(text) || text == "it"
      || Kind(plural: text) != nil || PropertyReader.givenHorizons.contains(text)
      || reader.declaration(named: text, seenFrom: scope) != nil || reader.isBroken(text)
      || reader.isOwnWord(text)
    {
      return
    }
    var near = names.sorted() + reader.table.bindings.map(\.name.text)
    switch element {
    case .nobody: break
    case .unknown: return
    case .block(let kind):
      if reader.hasField(text, kind) { return }
      near = reader.fieldNames(kind) + near
    }
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

extension NameCheck.Element {
  /// The elements of a collection, as far as its form tells.
  init(of collection: Expression) {
    switch collection {
    case .paren(let paren): self.init(of: paren.inner)
    case .name(let word): self = Kind(plural: word.text).map { .block($0) } ?? .unknown
    case .member(let member): self = Kind(plural: member.name.text).map { .block($0) } ?? .unknown
    case .query(let query):
      if case .of = query.base { self = .unknown } else { self.init(of: query.base) }
    default: self = .unknown
    }
  }

  /// An element at hand.
  init(of value: Value) {
    guard case .reference(let reference) = value, let kind = Kind(word: reference.kind) else {
      self = .unknown
      return
    }
    self = .block(kind)
  }

  /// The elements of a list of this type.
  init(_ type: ValueType?) {
    self = type?.element?.kinds.first.map { .block($0) } ?? .unknown
  }
}
