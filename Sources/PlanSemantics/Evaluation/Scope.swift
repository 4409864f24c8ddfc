internal import PlanSyntax

/// Finds what the names in an expression stand for, seen from the block it stands in.
///
/// No level hides another: parameters, fields of the element, declarations and lists of the language are looked at together,
/// and a name that is found on two of them is an error at its use.
struct Scope: NameResolver {
  let reader: PropertyReader
  let id: DeclarationID?
  /// Names of loops and templates, where the expression stands in one.
  let written: LocalScope.ID
  var locals = Locals()
  /// Whether `funded`, `parked` and `declined` stand for lists: in the texts of a report.
  var knowsPortfolio = false

  init(reader: PropertyReader, id: DeclarationID?, written: LocalScope.ID = LocalScope.none) {
    self.reader = reader
    self.id = id
    self.written = written
  }

  func value(
    of path: [Word], expecting type: ValueType?, in environment: inout Environment
  ) -> Value? {
    let first = path[0]
    if first.text == "it", let element = locals.element {
      return walk(path, from: element.value, in: &environment)
    }
    let found = meanings(of: first, expecting: path.count > 1 ? nil : type)
    if found.count > 1 {
      environment.report(.fieldOrName(first, found.map { described($0, first) }))
      return .poison
    }
    switch found.first {
    case .local(_, let value): return walk(path, from: value, in: &environment)
    case .field:
      guard let element = locals.element,
        let value = field(first, of: element, in: &environment)
      else { return nil }
      return walk(path, from: value, in: &environment)
    case .expanded(let id):
      if let value = reader.value(ofLocal: id, at: path, expecting: type, in: &environment) {
        return value
      }
      let front = reader.value(ofLocal: id, at: [first], expecting: nil, in: &environment)
      return walk(path, from: front ?? .poison, in: &environment)
    case .source(let kind):
      return walk(path, from: reader.all(kind), in: &environment)
    case .declared, nil:
      guard !locals.isSealed else { return nil }
      if let list = portfolioList(first) {
        let members = reader.portfolio(list, first, in: &environment)
        return walk(path, from: members, in: &environment)
      }
      return reader.value(of: path, seenFrom: id, expecting: type, in: &environment)
    }
  }

  /// One of the lists that only reports have; what the plan declares under its name goes before it.
  private func portfolioList(_ word: Word) -> PortfolioList? {
    guard knowsPortfolio, let list = PortfolioList(rawValue: word.text),
      reader.declaration(named: word.text, seenFrom: id) == nil
    else { return nil }
    return list
  }

  // MARK: Meanings

  private enum Meaning {
    case local(Span, Value)
    case expanded(LocalScope.ID)
    case field(Kind?)
    case source(Kind)
    case declared(Span, String)
  }

  private func meanings(of word: Word, expecting type: ValueType?) -> [Meaning] {
    var found: [Meaning] = []
    found += locals.values(of: word.text).map { .local($0.word.span, $0.value) }
    if written != LocalScope.none, !locals.isSealed,
      let id = reader.table.locals.find(word.text, from: written)
    {
      found.append(.expanded(id))
    }
    if let field = fieldMeaning(of: word, expecting: type) {
      found.append(field)
    } else if let kind = Kind(plural: word.text), type?.kinds.isEmpty ?? true {
      found.append(.source(kind))
    }
    // Most names are declared ones, which the reader finds by itself.
    if !found.isEmpty, !locals.isSealed,
      let (place, text) = reader.declaration(named: word.text, seenFrom: id)
    {
      found.append(.declared(place, text))
    }
    return found
  }

  private func fieldMeaning(of word: Word, expecting type: ValueType?) -> Meaning? {
    guard let element = locals.element else { return nil }
    if element.group?.name == word.text { return .field(nil) }
    let sample = element.group == nil ? element.value : element.value.members?.first ?? .none
    switch sample {
    case .record(let fields):
      return fields.contains { $0.name == word.text } ? .field(nil) : nil
    case .reference(let reference):
      guard let kind = Kind(word: reference.kind),
        let fieldType = reader.typeOfField(word.text, kind)
      else { return nil }
      // Where a team is wanted, a date is not meant.
      let wanted = type?.kinds ?? []
      guard wanted.isEmpty || !fieldType.kinds.filter(wanted.contains).isEmpty else { return nil }
      return .field(kind)
    default: return nil
    }
  }

  private func described(_ meaning: Meaning, _ word: Word) -> NameMeaning {
    switch meaning {
    case .local(let place, _): NameMeaning(text: "a parameter", place: place)
    case .expanded(let id):
      NameMeaning(
        text: "a name of a loop or template", place: reader.table.locals[id].name.span)
    case .field(let kind):
      NameMeaning(
        text: kind.map { "the field of \($0.withArticle)" } ?? "the field of the element",
        isField: true)
    case .source(let kind): NameMeaning(text: "the list of every \(kind.rawValue)")
    case .declared(let place, let text):
      NameMeaning(text: text, place: place, isDeclared: true)
    }
  }

  // MARK: Fields

  private func field(
    _ word: Word, of element: Locals.Element, in environment: inout Environment
  ) -> Value? {
    guard let group = element.group else {
      return field(word, of: element.value, in: &environment)
    }
    if group.name == word.text { return group.key }
    var values: [Value] = []
    for member in element.value.members ?? [] {
      guard let value = field(word, of: member, in: &environment) else { return nil }
      values.append(value)
    }
    return environment.list(values, at: word.span)
  }

  func field(_ word: Word, of base: Value, in environment: inout Environment) -> Value? {
    guard case .reference(let reference) = base else { return base.field(word.text) }
    return reader.field(word, of: reference, in: &environment)
  }

  /// The rest of a path from where its first word has led.
  private func walk(
    _ path: [Word], from first: Value, in environment: inout Environment
  ) -> Value {
    var current = first
    for (index, word) in path.enumerated().dropFirst() {
      if current.isPoison { return .poison }
      guard let next = field(word, of: current, in: &environment) else {
        reportNoField(word, of: current, behind: path[index - 1], in: &environment)
        return .poison
      }
      current = next
    }
    return current
  }

  private func reportNoField(
    _ word: Word, of base: Value, behind owner: Word, in environment: inout Environment
  ) {
    switch base {
    case .reference(let reference):
      let names = Kind(word: reference.kind).map(reader.fieldNames) ?? []
      environment.report(
        .unknownName(
          word.text, at: word.span, expecting: [],
          nearest: Spelling.nearest(to: word.text, among: names), inside: reference.name))
    case .record(let fields):
      environment.report(.unknownField(word, among: fields.map(\.name)))
    case .list, .table: environment.report(.fieldOfList(word, owner))
    default: environment.report(.noFields(base, at: owner.span, field: word))
    }
  }

  // MARK: What the evaluator asks besides

  func reportUnknown(
    _ path: [Word], expecting type: ValueType?, in environment: inout Environment
  ) {
    let known = localSuggestions + reader.table.locals.names(from: written)
    let nearest =
      path.count == 1 || locals.isSealed ? near(path[0].text, among: known) : []
    if !nearest.isEmpty {
      environment.report(
        .unknownName(
          path[0].text, at: path[0].span, expecting: [], nearest: nearest, inside: nil))
    } else if let diagnostic = reader.whyUnknown(
      path, seenFrom: id, expecting: type, in: &environment)
    {
      environment.report(diagnostic)
    }
  }

  /// Names of what is in scope that a word may have been meant for: a word of another tool as a field, or a slip.
  private func near(_ word: String, among known: [String]) -> [String] {
    let foreign = ForeignWord.named(word)
    if locals.element == nil, let kind = foreign?.asBlock(in: nil, besides: .plan)?.plural {
      return [kind]
    }
    let meant = foreign?.meanings.map(\.text).filter(known.contains) ?? []
    return meant.isEmpty ? Spelling.nearest(to: word, among: known) : Array(meant.prefix(1))
  }

  private var localSuggestions: [String] {
    guard let element = locals.element, case .reference(let reference) = element.value,
      let kind = Kind(word: reference.kind)
    else { return locals.names }
    return locals.names + reader.fieldNames(kind)
  }

  func origin(of path: [Word]) -> Span? {
    // What a function was given is told where it was called.
    guard !locals.isSealed, locals.values(of: path[0].text).isEmpty else { return nil }
    if let element = locals.element, element.group == nil,
      case .reference(let reference) = element.value, reference.id >= 0
    {
      let field = path[0].text == "it" ? Array(path.dropFirst()) : path
      let owner = DeclarationID(raw: reference.id)
      if let place = reader.origin(of: field, in: owner) { return place }
    }
    return reader.origin(of: path, seenFrom: id)
  }

  func type(of word: Word) -> ValueType? {
    switch fieldMeaning(of: word, expecting: nil) {
    case .field(let kind?):
      let type = reader.typeOfField(word.text, kind)
      return locals.element?.group == nil || locals.element?.group?.name == word.text
        ? type : type.map { .list(of: $0) }
    case .field(nil) where locals.element?.group?.name == word.text:
      guard case .reference(let reference)? = locals.element?.value.members?.first else {
        return nil
      }
      return Kind(word: reference.kind).flatMap { reader.typeOfField(word.text, $0) }
    default: break
    }
    return Kind(plural: word.text).map { .list(of: .reference(to: [$0.rawValue])) }
  }

  func type(ofField word: Word) -> ValueType? {
    if let property = PropertyWord(word: word.text) { return reader.type(of: .word(property)) }
    if let index = reader.table.fields.index(of: word.text) {
      return reader.table.fields[index].type
    }
    return ScheduleField(rawValue: word.text)?.type
      ?? Kind(plural: word.text).map { .list(of: .reference(to: [$0.rawValue])) }
      ?? Kind(word: word.text).map { .reference(to: [$0.rawValue]) }
  }

  func checkNames(
    in expression: Expression, ofElementsOf type: ValueType?, _ parameters: [Word],
    in environment: inout Environment
  ) {
    checkNames(in: expression, NameCheck.Element(type), parameters.map(\.text), in: &environment)
  }

  func checkNames(ofUntaken expression: Expression, in environment: inout Environment) {
    var element = NameCheck.Element.nobody
    if let current = locals.element {
      element = current.group == nil ? NameCheck.Element(of: current.value) : .unknown
    }
    // Whether there is anything that `old` replaces is told where its value is wanted.
    checkNames(in: expression, element, ["old"], in: &environment)
  }

  private func checkNames(
    in expression: Expression, _ element: NameCheck.Element, _ names: [String],
    in environment: inout Environment
  ) {
    // The library has been checked, and knows no names of the plan.
    guard !locals.isSealed else { return }
    var check = NameCheck(reader, seenFrom: id)
    let known =
      locals.names + names + reader.table.locals.names(from: written)
      + (knowsPortfolio ? PortfolioList.allCases.map(\.rawValue) : [])
    check.look(at: expression, Set(known), in: element)
    for diagnostic in check.diagnostics { environment.report(diagnostic) }
  }

  func function(named name: String) -> FunctionLookup { reader.functions.function(named: name) }

  var functionNames: [String] { reader.functions.names }

  func inside(_ locals: Locals) -> Scope {
    var inner = Scope(reader: reader, id: nil)
    inner.locals = locals
    return inner
  }

  func capacity(
    of team: Value, in period: Value, at span: Span, in environment: inout Environment
  ) -> Value {
    reader.capacity(of: team, in: period, at: span, in: &environment)
  }
}
