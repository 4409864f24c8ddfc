internal import PlanModel
internal import PlanSyntax

/// Reads properties and `let`s: each is evaluated when it is first wanted, and once.
///
/// A class, because evaluation comes back to it: a name in an expression is another property or `let`.
final class PropertyReader {
  let table: DeclarationTable
  var diagnostics: [Diagnostic] = []
  /// What `plan { kinds: […] }` adds to the kinds of the language.
  private(set) var moreKinds: [String] = []

  private var resolver: Resolver
  private var environment: Environment
  private let trees: [SyntaxTree]
  /// What progress changed: for each declaration the properties of each change, oldest first.
  private var layers: [DeclarationID: [Range<Int>]] = [:]
  private var propertyValues: [Value?]
  private var bindingValues: [Value?]
  /// What is being evaluated now, outermost first.
  private var frames: [Frame] = []

  private enum Frame: Hashable {
    case property(Int, of: DeclarationID)
    case binding(Int)
  }

  init(table: DeclarationTable, names: NameTable, trees: [SyntaxTree]) {
    self.table = table
    self.trees = trees
    resolver = Resolver(table: table, names: names, trees: trees)
    environment = Environment(sources: trees.map(\.source))
    propertyValues = Array(repeating: nil, count: table.properties.count)
    bindingValues = Array(repeating: nil, count: table.bindings.count)
    readGround()
  }

  var firstTree: SyntaxTree? { trees.first }
  var fiscalMonth: Int { environment.fiscalMonth }

  /// The currency that the plan's amounts are written in; `nil` when there are none.
  var currency: Currency? { environment.currency }

  // MARK: Reading

  func has(_ word: PropertyWord, of id: DeclarationID) -> Bool { find(word, of: id) != nil }

  /// The value of a property, fitted to its type; `nil` when it is not written or was reported.
  func value(_ word: PropertyWord, of id: DeclarationID) -> Value? {
    guard let index = find(word, of: id) else { return nil }
    let value = value(ofProperty: index, of: id, in: &environment)
    return value.isPoison ? nil : value
  }

  /// What to underline when the property's value is meant; the block, when it has no such property.
  func place(_ word: PropertyWord, of id: DeclarationID) -> Span {
    find(word, of: id).map { table.properties[$0].value.span } ?? table[id].place
  }

  func expression(_ word: PropertyWord, of id: DeclarationID) -> Expression? {
    find(word, of: id).map { table.properties[$0].value }
  }

  func label(of id: DeclarationID) -> String? {
    guard let label = table[id].item.label else { return nil }
    if let plain = label.plain { return plain }
    var names = Scope(reader: self, id: id)
    return environment.evaluate(.text(label), expecting: .text, for: "label", names: &names).text
  }

  /// The source of a span on one line.
  func source(of span: Span) -> String {
    guard let tree = trees.first(where: { $0.source.file == span.file }) else { return "" }
    let words = tree.source.text(span.range).split(whereSeparator: \.isWhitespace)
    return words.joined(separator: " ")
  }

  /// Where each element of a list stands; of one value alone, that one.
  func elementPlaces(_ word: PropertyWord, of id: DeclarationID) -> [Span] {
    guard let expression = expression(word, of: id) else { return [] }
    if case .list(let list) = expression { return list.elements.map(\.span) }
    return [expression.span]
  }

  /// The words that a condition over initiatives may use besides names of properties.
  var conditionWords: Set<String> {
    let words: [PropertyWord] = [.kind, .priority, .status, .quadrant, .confidence]
    return Set(
      words.flatMap { type(of: $0).words } + PropertyWord.allCases.map(\.rawValue)
        + ["horizon", "name", "label"] + PropertyReader.givenHorizons)
  }

  func isDeclared(_ name: String) -> Bool {
    if case .unknown = resolver.look(
      up: Word(text: name, span: table.declarations[0].place), from: nil, home: nil, expecting: [])
    {
      return false
    }
    return true
  }

  /// From now on the properties of a change stand over those of the declaration.
  func overlay(_ change: Change, on id: DeclarationID) {
    layers[id, default: []].append(change.properties)
  }

  /// What a path of names leads to, for `change`.
  func declaration(at path: PathSyntax) -> DeclarationID? {
    let words = path.words
    guard let first = words.first else { return nil }
    var current: DeclarationID?
    for (index, word) in words.enumerated() {
      let outcome =
        index == 0
        ? resolver.look(up: first, from: nil, home: nil, expecting: [])
        : resolver.member(word, of: current ?? DeclarationID(0), expecting: [])
      switch outcome {
      case .meaning(.declaration(let id)): current = id
      case .meaning(.binding(let binding)):
        diagnostics.append(
          .wrongKind(
            word.text, at: word.span, expecting: [.initiative, .work, .milestone, .external],
            actual: "a `let`", declared: table.bindings[binding].name.span))
        return nil
      case .unknown(let diagnostic):
        if let diagnostic { diagnostics.append(diagnostic) }
        return nil
      case .failure(let diagnostic):
        diagnostics.append(diagnostic)
        return nil
      }
    }
    return current
  }

  /// Evaluates what nothing has asked for, so that every mistake of the files is found.
  func readTheRest() {
    for (index, declaration) in table.declarations.enumerated() {
      let id = DeclarationID(index)
      for property in declaration.properties {
        _ = value(ofProperty: property, of: id, in: &environment)
      }
    }
    for binding in table.bindings.indices {
      _ = value(ofBinding: binding, in: &environment)
    }
  }

  func read(_ change: Change, of id: DeclarationID) {
    for property in change.properties {
      _ = value(ofProperty: property, of: id, in: &environment)
    }
  }

  func finish() -> [Diagnostic] { diagnostics + environment.diagnostics }

  func settle(currency: Currency) { environment.currency = environment.currency ?? currency }

  func settle(calendar: WorkCalendar) { environment.calendar = calendar }

  // MARK: Evaluating

  /// What other values depend on: fiscal months and currency first.
  private func readGround() {
    guard let plan = table.top(.plan).first else { return }
    if let month = value(.fiscalMonth, of: plan)?.count {
      if (1...12).contains(month) {
        environment.fiscalMonth = Int(month)
      } else {
        diagnostics.append(
          .outOfBounds("months go from 1 to 12", at: place(.fiscalMonth, of: plan)))
      }
    }
    if let code = value(.currency, of: plan)?.symbol {
      environment.currency = Currency.named(code)
    }
    moreKinds = value(.kinds, of: plan)?.elements?.compactMap(\.text) ?? []
  }

  /// The property in the topmost layer that has it; only what was written before `limit` counts.
  private func find(_ word: PropertyWord, of id: DeclarationID, below limit: Int = .max) -> Int? {
    if !layers.isEmpty, let own = layers[id] {
      let reach = own.firstIndex { $0.contains(limit) } ?? own.count
      for range in own[..<reach].reversed() {
        if let index = range.first(where: { table.properties[$0].word == word }) { return index }
      }
    }
    return table[id].properties.first { table.properties[$0].word == word }
  }

  private func value(
    ofProperty index: Int, of id: DeclarationID, in environment: inout Environment
  ) -> Value {
    if let known = propertyValues[index] { return known }
    let property = table.properties[index]
    // A condition speaks of initiatives in general; it is kept as it is written.
    guard property.word != .where else { return .none }
    if property.word == .kinds, let words = property.value.newWords {
      return .list(words.map(Value.text))
    }
    guard enter(.property(index, of: id), in: &environment) else { return .poison }
    var names = Scope(reader: self, id: id)
    let value = environment.evaluate(
      property.value, expecting: type(of: property.word), for: property.word.rawValue,
      names: &names)
    leave(value, in: &environment)
    propertyValues[index] = value
    return value
  }

  private func value(ofBinding index: Int, in environment: inout Environment) -> Value {
    if let known = bindingValues[index] { return known }
    guard enter(.binding(index), in: &environment) else { return .poison }
    var names = Scope(reader: self, id: table.bindings[index].scope)
    let value = environment.evaluate(table.bindings[index].value, names: &names)
    leave(value, in: &environment)
    bindingValues[index] = value
    return value
  }

  /// Whether the value may be evaluated: not while it is being evaluated already.
  private func enter(_ frame: Frame, in environment: inout Environment) -> Bool {
    if let first = frames.firstIndex(of: frame) {
      environment.report(.cyclicBinding(frames[first...].map(word(of:))))
      return false
    }
    frames.append(frame)
    return true
  }

  private func leave(_ value: Value, in environment: inout Environment) {
    frames.removeLast()
    // The first amount of a plan that names no currency says what it is; all others have to agree.
    if environment.currency == nil { environment.currency = value.currency }
  }

  private func word(of frame: Frame) -> Word {
    switch frame {
    case .property(let index, let id):
      Word(
        text: "\(table.path(of: id)).\(table.properties[index].word.rawValue)",
        span: table.properties[index].place)
    case .binding(let index): table.bindings[index].name
    }
  }

  private func type(of word: PropertyWord) -> ValueType {
    guard word == .kind, !moreKinds.isEmpty else { return word.type }
    return .symbol(of: Vocabulary.initiativeKinds + moreKinds)
  }
}

// MARK: Names in expressions

/// Finds what the names in an expression stand for, seen from the block it stands in.
private struct Scope: NameResolver {
  let reader: PropertyReader
  let id: DeclarationID?

  func value(
    of path: [Word], expecting type: ValueType?, in environment: inout Environment
  ) -> Value? {
    reader.value(of: path, seenFrom: id, expecting: type, in: &environment)
  }

  func reportUnknown(
    _ path: [Word], expecting type: ValueType?, in environment: inout Environment
  ) {
    if let diagnostic = reader.whyUnknown(path, seenFrom: id, expecting: type, in: &environment) {
      environment.report(diagnostic)
    }
  }
}

extension PropertyReader {
  fileprivate func value(
    of path: [Word], seenFrom scope: DeclarationID?, expecting type: ValueType?,
    in environment: inout Environment
  ) -> Value? {
    let kinds = type?.kinds ?? []
    if let special = special(path, seenFrom: scope, kinds: kinds, in: &environment) {
      return special
    }
    switch look(up: path[0], seenFrom: scope, kinds: kinds, in: &environment) {
    case .unknown: return nil
    case .failure(let diagnostic):
      environment.report(diagnostic)
      return .poison
    case .meaning(.binding(let index)):
      // Of a longer path the evaluator asks for the front, and takes the field itself.
      return path.count == 1 ? value(ofBinding: index, in: &environment) : nil
    case .meaning(.declaration(let first)):
      return value(of: path, beginningWith: first, expecting: kinds, in: &environment)
    }
  }

  private func value(
    of path: [Word], beginningWith first: DeclarationID, expecting kinds: [Kind],
    in environment: inout Environment
  ) -> Value? {
    var current = first
    for (index, word) in path.enumerated().dropFirst() {
      if case .meaning(.declaration(let child)) = resolver.member(
        word, of: current, expecting: kinds)
      {
        current = child
        continue
      }
      guard index == path.count - 1, let property = PropertyWord(word: word.text),
        Schema.property(property, of: table[current].kind) != nil
      else { return nil }
      return self.property(property, of: current, in: &environment)
    }
    if !kinds.isEmpty, !kinds.contains(table[current].kind), let last = path.last {
      environment.report(
        .wrongKind(
          last.text, at: last.span, expecting: kinds, actual: table[current].kind.withArticle,
          declared: table[current].place))
      return .poison
    }
    return .reference(
      Reference(
        id: current.raw, kind: table[current].kind.rawValue, name: table.path(of: current)))
  }

  /// `self.effort`, `old`, `plan.rate`, and the horizons that every plan has.
  private func special(
    _ path: [Word], seenFrom scope: DeclarationID?, kinds: [Kind],
    in environment: inout Environment
  ) -> Value? {
    let first = path[0].text
    if path.count == 1 {
      if first == "old", case .property(let index, let id)? = frames.last {
        let word = table.properties[index].word
        guard table[id].properties.contains(index) == false else { return nil }
        guard let former = find(word, of: id, below: index) else { return Value.none }
        return value(ofProperty: former, of: id, in: &environment)
      }
      if kinds == [.horizon], table.top(.horizon).isEmpty,
        let index = PropertyReader.givenHorizons.firstIndex(of: first)
      {
        return .reference(Reference(id: -1 - Int32(index), kind: "horizon", name: first))
      }
      return nil
    }
    guard path.count == 2, let word = PropertyWord(word: path[1].text) else { return nil }
    if first == "self", let scope { return property(word, of: scope, in: &environment) }
    if first == "plan", let plan = table.top(.plan).first {
      return property(word, of: plan, in: &environment)
    }
    return nil
  }

  /// The horizons of a plan that declares none; their references count down from −1.
  static let givenHorizons = ["now", "next", "later"]

  private func property(
    _ word: PropertyWord, of id: DeclarationID, in environment: inout Environment
  ) -> Value? {
    guard Schema.property(word, of: table[id].kind) != nil else { return nil }
    guard let index = find(word, of: id) else { return Value.none }
    return value(ofProperty: index, of: id, in: &environment)
  }

  fileprivate func whyUnknown(
    _ path: [Word], seenFrom scope: DeclarationID?, expecting type: ValueType?,
    in environment: inout Environment
  ) -> Diagnostic? {
    let kinds = type?.kinds ?? []
    let first = look(up: path[0], seenFrom: scope, kinds: kinds, in: &environment)
    guard case .meaning(.declaration(var current)) = first else {
      if case .unknown(let diagnostic) = first { return diagnostic }
      return nil
    }
    for word in path.dropFirst() {
      switch resolver.member(word, of: current, expecting: kinds) {
      case .meaning(.declaration(let child)): current = child
      case .unknown(let diagnostic): return diagnostic
      default: return nil
      }
    }
    return nil
  }

  private func look(
    up word: Word, seenFrom scope: DeclarationID?, kinds: [Kind],
    in environment: inout Environment
  ) -> Resolver.Outcome {
    var home: DeclarationID?
    if kinds == [.skill], let scope, [.initiative, .work].contains(table[scope].kind) {
      home = team(of: scope, in: &environment)
    }
    return resolver.look(up: word, from: scope, home: home, expecting: kinds)
  }

  /// The team that does an initiative or work: its own, its initiative's, or the only one.
  private func team(of id: DeclarationID, in environment: inout Environment) -> DeclarationID? {
    var current: DeclarationID? = id
    while let owner = current {
      if let index = find(.team, of: owner) {
        let value = value(ofProperty: index, of: owner, in: &environment)
        return value.reference.map { DeclarationID(raw: $0.id) }
      }
      current = table[owner].parent
    }
    let teams = table.top(.team)
    return teams.count == 1 ? teams[0] : nil
  }
}

extension Expression {
  /// The words of a list that brings words along; `nil` when there is anything else in it.
  fileprivate var newWords: [String]? {
    switch self {
    case .name(let word): return [word.text]
    case .text(let text): return text.plain.map { [$0] }
    case .list(let list):
      let words = list.elements.compactMap(\.newWords)
      return words.count == list.elements.count ? words.flatMap(\.self) : nil
    default: return nil
    }
  }
}

extension ValueType {
  /// The kinds of declaration that a name may lead to here; empty for any.
  fileprivate var kinds: [Kind] {
    switch self {
    case .reference(let words), .dependency(let words): words.compactMap(Kind.init(word:))
    case .list(let element): element.kinds
    default: []
    }
  }
}

extension Value {
  fileprivate var currency: Currency? {
    switch self {
    case .quantity(let quantity): quantity.unit.currency
    case .spread(let spread): spread.unit.currency
    case .change(let from, _): from.unit.currency
    default: nil
    }
  }
}
