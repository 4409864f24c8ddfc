internal import PlanModel
internal import PlanSyntax

/// Reads properties and `let`s: each is evaluated when it is first wanted, and once.
///
/// A class, because evaluation comes back to it: a name in an expression is another property or `let`.
final class PropertyReader {
  let table: DeclarationTable
  var diagnostics: [Diagnostic] = []
  private var told = ToldMistakes()
  /// What `plan { kinds: […] }` adds to the kinds of the language.
  private(set) var moreKinds: [String] = []

  var resolver: Resolver
  var environment: Environment
  private let trees: [SyntaxTree]
  /// What lies over each declaration, lowest first: its own block over its template, scenarios, `--set`, then progress.
  private var layers: [DeclarationID: [Layer]] = [:]
  private var propertyValues: [Value?]
  private var bindingValues: [Value?]
  private var fieldDefaults: [Int: Value] = [:]
  /// What names of loops and templates stand for, where that does not depend on what is wanted.
  var localValues: [LocalScope.ID: Value] = [:]
  /// Labels that are put together, for those that have been asked for.
  private var labels: [DeclarationID: String] = [:]
  /// Those that the property being evaluated has asked for.
  var usedLocals: [LocalScope.ID] = []
  let functions: FunctionTable
  /// All blocks of a kind, for those that have been asked for.
  var lists: [Kind: Value] = [:]
  /// The lowered plan, once there is one.
  private(set) var model: LoweredPlan?
  /// What a schedule knows, for questions that are asked of one.
  private(set) var facts: ScheduleFacts?
  /// What each initiative of the plan is taken to need instead of what is written; empty for that.
  private(set) var assumedEfforts: [Effort] = []
  /// For whom a report is evaluated.
  var audience: Audience?
  /// What they may not see: it is in no list, and its name is an error.
  var hidden: Set<DeclarationID> = []
  /// What an evaluation wanted to know of a schedule and could not.
  var need = ScheduleNeed.nothing
  /// What is being evaluated now, outermost first.
  var frames: [Frame] = []

  /// A change laid over a declaration.
  fileprivate struct Layer {
    let properties: Range<Int>
    /// Whether it has happened by today; what has not is checked, and read only by `old` of what comes later still.
    let isCounted: Bool
  }

  enum Frame: Hashable {
    case property(Int, of: DeclarationID)
    case binding(Int)
    case local(LocalScope.ID)
  }

  init(
    table: DeclarationTable, names: NameTable, trees: [SyntaxTree], overrides: [SourceText] = []
  ) {
    self.table = table
    self.trees = trees
    resolver = Resolver(table: table, names: names, trees: trees)
    environment = Environment(sources: trees.map(\.source) + overrides)
    functions = FunctionTable(table.functions)
    diagnostics = functions.diagnostics
    layers = table.layers.mapValues { $0.map { Layer(properties: $0, isCounted: true) } }
    propertyValues = Array(repeating: nil, count: table.properties.count)
    bindingValues = Array(repeating: nil, count: table.bindings.count)
    readGround()
    readExchanges()
  }

  /// What has been found out, as a value: a reader made of it goes on where this one ended.
  struct State: Sendable {
    let table: DeclarationTable
    fileprivate let functions: FunctionTable
    fileprivate let resolver: Resolver
    fileprivate let trees: [SyntaxTree]
    fileprivate let environment: Environment
    fileprivate let layers: [DeclarationID: [Layer]]
    fileprivate let propertyValues: [Value?]
    fileprivate let bindingValues: [Value?]
    fileprivate let fieldDefaults: [Int: Value]
    fileprivate let localValues: [LocalScope.ID: Value]
    fileprivate let moreKinds: [String]
  }

  var state: State {
    State(
      table: table, functions: functions, resolver: resolver, trees: trees,
      environment: environment, layers: layers,
      propertyValues: propertyValues, bindingValues: bindingValues,
      fieldDefaults: fieldDefaults, localValues: localValues, moreKinds: moreKinds)
  }

  /// A reader for a question: it knows what is known already, and nothing of what was wrong.
  ///
  /// - Parameters:
  ///   - state: Of the reader that has read the plan.
  ///   - model: The plan it was lowered to; `nil` where there are errors.
  ///   - source: A text that is no file of the plan.
  ///   - facts: What a schedule knows.
  ///   - stepsMax: Operations that the question may take.
  ///   - efforts: What each initiative of the plan is taken to need.
  init(
    _ state: State, _ model: LoweredPlan?, extra source: SourceText?, facts: ScheduleFacts?,
    stepsMax: Int = Environment.stepsMax, assuming efforts: [Effort] = []
  ) {
    assumedEfforts = efforts
    table = state.table
    functions = state.functions
    self.model = model
    resolver = state.resolver
    trees = state.trees
    environment = state.environment
    environment.clear(stepsMax: stepsMax)
    if let source { environment.sources.append(source) }
    layers = state.layers
    propertyValues = state.propertyValues
    bindingValues = state.bindingValues
    fieldDefaults = state.fieldDefaults
    localValues = state.localValues
    moreKinds = state.moreKinds
    self.facts = facts
  }

  /// The value of a question.
  func answer(_ question: Question) -> Evaluation {
    var names = Scope(reader: self, id: question.scope, written: question.locals)
    var value = environment.evaluate(question.expression, names: &names)
    if case .reference(let reference) = value, reference.lag != nil {
      environment.report(.lagIsNoValue(reference, at: question.expression.span))
      value = .poison
    }
    return Evaluation(
      value: need > .nothing ? .poison : value,
      diagnostics: (diagnostics + environment.diagnostics + resolver.needsOfDropped).inOrder(),
      remarks: environment.remarks, need: need)
  }

  /// The field of a declaration, for whoever shows it.
  func answer(_ word: Word, of reference: Reference) -> Value? {
    field(word, of: reference, in: &environment)
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

  /// The names of loops and templates that a property may use.
  func written(_ word: PropertyWord, of id: DeclarationID) -> LocalScope.ID {
    find(word, of: id).map { table.properties[$0].locals } ?? LocalScope.none
  }

  /// The label of a block, in an evaluation that goes on: a label may have expressions in it.
  func label(of id: DeclarationID, in environment: inout Environment) -> String? {
    guard let label = table[id].item.label else { return nil }
    if let plain = label.plain { return plain }
    if let known = labels[id] { return known }
    var names = Scope(reader: self, id: id, written: table[id].locals)
    let before = need
    let text = environment.evaluate(.text(label), expecting: .text, for: "label", names: &names)
      .text
    if let text, need == before { labels[id] = text }
    return text
  }

  /// The source of a span on one line.
  func source(of span: Span) -> String {
    // Of all sources, because what is set from outside stands in no tree.
    environment.sources.first { $0.file == span.file }?.onOneLine(span.range) ?? ""
  }

  /// Where each element of a list stands; of one value alone, that one.
  func elementPlaces(_ word: PropertyWord, of id: DeclarationID) -> [Span] {
    guard let expression = expression(word, of: id) else { return [] }
    if case .list(let list) = expression { return list.elements.map(\.span) }
    return [expression.span]
  }

  /// Whether the plan itself makes it a word: one of its kinds of initiative or of the words of its fields.
  func isOwnWord(_ text: String) -> Bool {
    moreKinds.contains(text) || table.fields.fields.contains { $0.type.words.contains(text) }
  }

  /// Whether the word stands in text that could not be read.
  func isBroken(_ word: String) -> Bool { resolver.isInBrokenSyntax(word) }

  /// From now on the properties of a change stand over those of the declaration, if it is counted.
  func overlay(_ change: Change, on id: DeclarationID, isCounted: Bool) {
    layers[id, default: []].append(Layer(properties: change.properties, isCounted: isCounted))
  }

  /// Reports a mistake; in plans with loops once for each place, since a million rounds may make it.
  func report(_ diagnostic: Diagnostic) {
    guard diagnostics.count < diagnosticsCollectedMax else { return }
    guard table.locals.isEmpty || told.insert(diagnostic, sameBy: .place) else { return }
    diagnostics.append(diagnostic)
  }

  /// What a path of names leads to, for `change`; `nil` without a word where a scenario has dropped it.
  func declaration(at words: [Word]) -> DeclarationID? {
    guard let first = words.first, resolver.names.drop(of: first.text, in: nil) == nil else {
      return nil
    }
    var current: DeclarationID?
    for (index, word) in words.enumerated() {
      if let current, resolver.names.drop(of: word.text, in: current) != nil { return nil }
      let outcome =
        index == 0
        ? resolver.look(up: first, from: nil, home: nil, expecting: [])
        : resolver.member(word, of: current ?? DeclarationID(0), expecting: [])
      switch outcome {
      case .meaning(.declaration(let id)): current = id
      case .meaning(.binding(let binding)):
        diagnostics.append(
          .wrongKind(
            word.text, at: word.span,
            expecting: [.initiative, .work, .slice, .milestone, .external],
            actual: "a `let`", declared: table.bindings[binding].name.span))
        return nil
      case .meaning(.function(let function)):
        diagnostics.append(
          .wrongKind(
            word.text, at: word.span,
            expecting: [.initiative, .work, .slice, .milestone, .external],
            actual: "a function", declared: table.functions[function].name.span))
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
      for property in declaration.properties { read(property, of: id) }
      guard !table.layers.isEmpty, let layers = table.layers[id] else { continue }
      for property in layers.joined() { read(property, of: id) }
    }
    for binding in table.bindings.indices {
      _ = value(ofBinding: binding, in: &environment)
    }
    for field in table.fields.fields.indices {
      _ = defaultValue(ofField: field, in: &environment)
    }
  }

  func read(_ change: Change, of id: DeclarationID) {
    for property in change.properties {
      _ = value(ofProperty: property, of: id, in: &environment)
    }
  }

  /// What a scenario has replaced may name what it has dropped; the plan without the scenario is where it is checked.
  private func read(_ property: Int, of id: DeclarationID) {
    if !table.drops.isEmpty, find(table.properties[property].name, of: id) != property { return }
    _ = value(ofProperty: property, of: id, in: &environment)
  }

  func finish() -> [Diagnostic] {
    diagnostics + environment.diagnostics + resolver.needsOfDropped
  }

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
          .outOfBounds(
            "months go from 1 to 12", at: place(.fiscalMonth, of: plan), label: "no month",
            help: "write the month in which the fiscal year begins: `2` is February"))
      }
    }
    if let code = value(.currency, of: plan)?.symbol {
      environment.currency = Currency.named(code)
    }
    moreKinds = value(.kinds, of: plan)?.elements?.compactMap(\.text) ?? []
  }

  private func readExchanges() {
    for id in table.top(.exchange) {
      guard let (currency, worth) = exchange(id) else { continue }
      environment.exchanges[currency] = worth
    }
  }

  /// The property as it is today: in the topmost layer that has it and is counted.
  func find(_ word: PropertyWord, of id: DeclarationID) -> Int? { find(.word(word), of: id) }

  /// The same for any property, the plan's own fields included.
  func find(_ name: PropertyName, of id: DeclarationID) -> Int? {
    if !layers.isEmpty, let own = layers[id] {
      return find(name, of: id, in: own.filter(\.isCounted)[...])
    }
    return find(name, of: id, in: [])
  }

  /// The properties of a block in all layers that are counted, the lowest first.
  func propertyIndices(of id: DeclarationID) -> [Int] {
    Array(table[id].properties)
      + (layers[id] ?? []).filter(\.isCounted).flatMap { Array($0.properties) }
  }

  /// The property as it was before the change that holds the property `index`.
  func former(_ name: PropertyName, of id: DeclarationID, before index: Int) -> Int? {
    let own = layers[id] ?? []
    let reach = own.firstIndex { $0.properties.contains(index) } ?? own.count
    return find(name, of: id, in: own[..<reach])
  }

  private func find(
    _ name: PropertyName, of id: DeclarationID, in layers: ArraySlice<Layer>
  ) -> Int? {
    for layer in layers.reversed() {
      let found = layer.properties.first { table.properties[$0].name == name }
      if let found { return found }
    }
    return table[id].properties.first { table.properties[$0].name == name }
  }

  func value(
    ofProperty index: Int, of id: DeclarationID, in environment: inout Environment
  ) -> Value {
    if let known = propertyValues[index] { return known }
    let property = table.properties[index]
    // A condition speaks of initiatives in general; it is kept as it is written.
    if property.word?.isAsked ?? false { return .none }
    if property.word == .kinds, let words = property.value.newWords {
      return .list(words.map(Value.text))
    }
    guard enter(.property(index, of: id), in: &environment) else { return .poison }
    let known = environment.diagnostics.count
    let usedBefore = usedLocals.count
    var names = Scope(reader: self, id: id, written: property.locals)
    let value = environment.evaluate(
      property.value, expecting: type(of: property.name), for: text(of: property.name),
      names: &names)
    leave(value, in: &environment)
    if property.locals != LocalScope.none {
      label(environment: &environment, from: known, by: usedLocals[usedBefore...])
    }
    usedLocals.removeLast(usedLocals.count - usedBefore)
    propertyValues[index] = value
    return value
  }

  /// What holds where a field of the plan's own is not written.
  func defaultValue(ofField index: Int, in environment: inout Environment) -> Value {
    if let known = fieldDefaults[index] { return known }
    let field = table.fields[index]
    guard let expression = field.defaultValue else { return .none }
    var names = Scope(reader: self, id: nil)
    let value = environment.evaluate(
      expression, expecting: field.type, for: PropertyWord.default.rawValue, names: &names)
    fieldDefaults[index] = value
    return value
  }

  func value(ofBinding index: Int, in environment: inout Environment) -> Value {
    if let known = bindingValues[index] { return known }
    guard enter(.binding(index), in: &environment) else { return .poison }
    let before = need
    let binding = table.bindings[index]
    var names = Scope(reader: self, id: binding.scope, written: binding.locals)
    let value = environment.evaluate(binding.value, names: &names)
    leave(value, in: &environment)
    // What lacks a schedule is worth nothing yet; with one it is evaluated again.
    if need == before { bindingValues[index] = value }
    return value
  }

  /// The property from which the schedule is made and that is being evaluated now; `nil` in questions.
  var openDefinition: Word? {
    frames.last { frame in
      if case .property = frame { true } else { false }
    }.map { word(of: $0) }
  }

  /// Whether the value may be evaluated: not while it is being evaluated already.
  func enter(_ frame: Frame, in environment: inout Environment) -> Bool {
    if let first = frames.firstIndex(of: frame) {
      environment.report(.cyclicBinding(frames[first...].map(word(of:))))
      return false
    }
    frames.append(frame)
    return true
  }

  func leave(_ value: Value, in environment: inout Environment) {
    frames.removeLast()
    // The first amount of a plan that names no currency says what it is; all others have to agree.
    if environment.currency == nil { environment.currency = value.currency }
  }

  private func word(of frame: Frame) -> Word {
    switch frame {
    case .property(let index, let id):
      Word(
        text: "\(table.path(of: id)).\(text(of: table.properties[index].name))",
        span: table.properties[index].place)
    case .binding(let index): table.bindings[index].name
    case .local(let id): table.locals[id].name
    }
  }

  /// The name as the plan writes it.
  func text(of name: PropertyName) -> String {
    switch name {
    case .word(let word): word.rawValue
    case .field(let index): table.fields[index].name.text
    }
  }

  func type(of name: PropertyName) -> ValueType {
    switch name {
    case .word(let word): type(of: word)
    case .field(let index): table.fields[index].type
    }
  }

  private func type(of word: PropertyWord) -> ValueType {
    guard word == .kind, !moreKinds.isEmpty else { return word.type }
    return .symbol(of: Vocabulary.initiativeKinds + moreKinds)
  }
}

extension PropertyWord {
  /// Whether its expression speaks of elements in general, and is kept as it is written until it is asked.
  var isAsked: Bool {
    [.where, .all, .require, .say, .says, .title, .for, .type, .default].contains(self)
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
