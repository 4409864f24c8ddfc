internal import PlanSyntax

/// Walks the files once and enters every block, property, `let` and change into tables.
///
/// Nothing is evaluated and no name is looked up, so the order of declarations cannot matter. What is out of place is
/// reported here and left out, so that it makes no second error.
struct Collector {
  private(set) var table = DeclarationTable()
  private(set) var names = NameTable()
  private(set) var diagnostics: [Diagnostic] = []
  private var languagePlace: Span?
  private var isFull = false
  private let limits: AnalysisLimits

  init(_ limits: AnalysisLimits) { self.limits = limits }

  /// - Complexity: O(statements).
  mutating func collect(_ trees: [SyntaxTree]) {
    var fields = FieldReader()
    fields.read(trees)
    table.fields = fields.table
    diagnostics += fields.diagnostics
    for (index, tree) in trees.enumerated() {
      let statements = tree.file.statements
      checkLanguage(of: statements, in: tree, isRoot: index == 0)
      for statement in statements { collect(statement, in: nil) }
    }
    table.complete()
  }

  private mutating func collect(_ statement: Statement, in parent: DeclarationID?) {
    switch statement {
    case .item(let item): collect(item, in: parent)
    case .letBinding(let binding): collect(binding, in: parent)
    case .change(let change): diagnostics.append(.misplacedChange(change))
    case .function(let statement): collect(statement, in: parent)
    case .template(let statement): refuse("template", statement.span)
    case .loop(let statement): refuse("for", statement.span)
    case .conditional(let statement): refuse("if", statement.span)
    case .importFile(let statement): refuse("import", statement.span)
    case .print(let statement):
      table.prints.append(PrintUse(statement: statement, scope: parent))
    case .add(let statement): refuse("add", statement.span)
    case .drop(let statement): refuse("drop", statement.span)
    }
  }

  /// A block inside a block; properties have been taken out before.
  private mutating func collect(_ item: Item, in parent: DeclarationID?) {
    let word = item.word.text
    if parent == nil, word == "language", item.isProperty { return }
    let kind = Kind(word: word)
    if item.isProperty, kind.map({ Schema.block($0).principal == nil }) ?? true {
      let parentKind = parent.map { table[$0].kind }
      let meant = PropertyWord.meant(by: word, in: parentKind)
      diagnostics.append(.unknownProperty(item, in: parentKind, meant: meant))
      if let parent, let meant { table.noteAttempt(meant, of: parent) }
      return
    }
    guard let kind else {
      if let parent, let property = PropertyWord(word: word) {
        table.noteAttempt(property, of: parent)
      }
      diagnostics.append(
        LaterWords.blocks[word] != nil
          ? .laterBlock(item.word) : .unknownBlock(item.word, in: parent.map { table[$0].kind }))
      return
    }
    let allowed = parent.map { Schema.block(table[$0].kind).children } ?? Schema.topLevel
    if !allowed.contains(kind), Schema.topLevel.contains(kind), let parent,
      table[parent].item.body?.isUnclosed ?? false
    {
      // The brace that is missing has its error; what follows was meant to stand outside.
      return declare(item, kind, in: nil)
    }
    guard allowed.contains(kind) else {
      diagnostics.append(.misplacedBlock(item, kind, in: parent.map { table[$0].kind }))
      return
    }
    declare(item, kind, in: parent)
  }

  private mutating func declare(_ item: Item, _ kind: Kind, in parent: DeclarationID?) {
    guard table.declarations.count < limits.declarationsMax else {
      if !isFull {
        diagnostics.append(
          .tooManyDeclarations(at: item.word.span, most: limits.declarationsMax))
      }
      isFull = true
      return
    }
    let id = DeclarationID(table.declarations.count)
    let name = checkedName(of: item, kind)
    table.declarations.append(
      Declaration(
        kind: kind, name: name, parent: parent, item: item,
        properties: table.properties.count..<table.properties.count, end: id.index + 1))
    if let name, kind != .field { enter(name, in: parent, as: .declaration(id)) }

    let statements = item.body?.statements ?? []
    let first = table.properties.count
    collectHeader(of: item, kind)
    collectProperties(among: statements, of: kind, from: first)
    table.declarations[id.index].properties = first..<table.properties.count
    let loose = looseElements(among: statements, of: kind)
    for (index, statement) in statements.enumerated()
    where !isProperty(statement, of: kind) && !loose.contains(index) {
      if case .change(let change) = statement, kind == .progress {
        collect(change, in: id)
      } else {
        collect(statement, in: id)
      }
    }
    table.declarations[id.index].end = table.declarations.count
  }

  private mutating func collectHeader(of item: Item, _ kind: Kind) {
    guard item.hasColon else { return }
    guard let value = item.value else { return }
    guard let principal = Schema.block(kind).principal else {
      diagnostics.append(.headerValue(item, kind, value.span))
      return
    }
    table.properties.append(
      PropertyUse(name: .word(principal), place: item.word.span, value: value))
  }

  private func isProperty(_ statement: Statement, of kind: Kind) -> Bool {
    guard case .item(let item) = statement, item.isProperty else { return false }
    return propertyName(item.word.text, of: kind) != nil
  }

  /// The property or field of a kind that a word stands for.
  private func propertyName(_ word: String, of kind: Kind) -> PropertyName? {
    if let property = PropertyWord(word: word) {
      return Schema.property(property, of: kind) == nil ? nil : .word(property)
    }
    return table.fields.index(of: word, in: kind).map { .field($0) }
  }

  /// Words that continue a list without its brackets, `after: storage, kms`; one error for each list.
  private mutating func looseElements(among statements: [Statement], of kind: Kind) -> Set<Int> {
    var loose: Set<Int> = []
    var index = 1
    while index < statements.count {
      defer { index += 1 }
      guard case .item(let property) = statements[index - 1], let value = property.value,
        isProperty(statements[index - 1], of: kind),
        let word = PropertyWord(word: property.word.text),
        case .list = word.type, var last = statements[index].looseWord
      else { continue }
      let first = last
      loose.insert(index)
      while index + 1 < statements.count, let next = statements[index + 1].looseWord {
        last = next
        index += 1
        loose.insert(index)
      }
      diagnostics.append(.listWithoutBrackets(word, value.span, from: first, to: last))
    }
    return loose
  }

  /// The properties among the statements of a block, each once.
  private mutating func collectProperties(
    among statements: [Statement], of kind: Kind, from first: Int
  ) {
    for statement in statements {
      guard case .item(let item) = statement, item.isProperty,
        let name = propertyName(item.word.text, of: kind)
      else { continue }
      let property = name.word.flatMap { Schema.property($0, of: kind) }
      guard property?.status != .later else {
        diagnostics.append(.laterProperty(item.word, kind))
        continue
      }
      if let body = item.body {
        diagnostics.append(.propertyWithBody(item.word, property, body.span))
      }
      guard let value = item.value else {
        // The parser has said that an expression is missing.
        if let word = name.word {
          table.noteAttempt(word, of: DeclarationID(table.declarations.count - 1))
        }
        continue
      }
      if let earlier = table.properties[first...].first(where: { $0.name == name }) {
        diagnostics.append(.repeatedProperty(item.word, earlier.place))
        continue
      }
      table.properties.append(PropertyUse(name: name, place: item.word.span, value: value))
    }
  }

  private mutating func collect(_ binding: LetStatement, in parent: DeclarationID?) {
    guard let syntax = binding.name else { return }
    guard let name = syntax.plain else { return refuse("\\(…)", syntax.span, what: "names with") }
    checkForm(of: name)
    let index = table.bindings.count
    table.bindings.append(Binding(name: name, value: binding.value, scope: parent))
    enter(name, in: parent, as: .binding(index))
  }

  private mutating func collect(_ function: FnStatement, in parent: DeclarationID?) {
    guard let syntax = function.name else { return }
    guard parent == nil else {
      diagnostics.append(.functionInBlock(at: syntax.span))
      return
    }
    guard let name = syntax.plain else { return refuse("\\(…)", syntax.span, what: "names with") }
    checkForm(of: name)
    if let problem = Diagnostic.functionForm(name, function.parameters) {
      diagnostics.append(problem)
      return
    }
    let index = table.functions.count
    table.functions.append(
      FunctionDeclaration(
        name: name, parameters: function.parameters, body: function.value, isOfLibrary: false))
    enter(name, in: nil, as: .function(index))
  }

  private mutating func collect(_ change: ChangeStatement, in progress: DeclarationID) {
    guard let path = change.path, !path.words.isEmpty else { return }
    let first = table.properties.count
    for statement in change.body?.statements ?? [] {
      guard case .item(let item) = statement, item.isProperty,
        let word = PropertyWord(word: item.word.text), let value = item.value, item.body == nil
      else {
        diagnostics.append(.notForProgress(statement))
        continue
      }
      if let earlier = table.properties[first...].first(where: { $0.name == .word(word) }) {
        diagnostics.append(.repeatedProperty(item.word, earlier.place))
        continue
      }
      table.properties.append(PropertyUse(name: .word(word), place: item.word.span, value: value))
    }
    table.changes.append(
      Change(progress: progress, path: path, properties: first..<table.properties.count))
  }

  // MARK: Names

  private mutating func checkedName(of item: Item, _ kind: Kind) -> Word? {
    guard let syntax = item.name else {
      if Schema.block(kind).needsName { diagnostics.append(.nameMissing(item, kind)) }
      return nil
    }
    guard let name = syntax.plain else {
      refuse("\\(…)", syntax.span, what: "names with")
      return nil
    }
    checkForm(of: name)
    return name
  }

  private mutating func checkForm(of name: Word) {
    let bytes = Array(name.text.utf8)
    let isLower = bytes.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "_")
    }
    if !isLower { diagnostics.append(.nameForm(name)) }
  }

  private mutating func enter(
    _ name: Word, in scope: DeclarationID?, as meaning: NameTable.Meaning
  ) {
    guard let earlier = names.enter(name.text, in: scope, as: meaning) else { return }
    diagnostics.append(.duplicateName(name, earlier, in: table))
  }

  private mutating func refuse(_ word: String, _ span: Span, what: String = "") {
    diagnostics.append(.laterStatement(word, at: span, what: what))
  }

  // MARK: Language

  private mutating func checkLanguage(
    of statements: [Statement], in tree: SyntaxTree, isRoot: Bool
  ) {
    for (index, statement) in statements.enumerated() {
      guard case .item(let item) = statement, item.word.text == "language", item.isProperty else {
        continue
      }
      if index > 0 {
        diagnostics.append(.languageMisplaced(item, languagePlace))
      } else {
        checkVersion(item)
      }
      languagePlace = languagePlace ?? item.word.span
    }
    if isRoot, languagePlace == nil, !statements.isEmpty {
      diagnostics.append(.languageMissing(in: tree))
      languagePlace = Span(file: tree.source.file, range: TextRange(start: 0, end: 0))
    }
  }

  private mutating func checkVersion(_ item: Item) {
    guard let value = item.value else { return }
    if case .missing = value { return }
    guard case .quantity(let quantity) = value, quantity.isPlainNumber else {
      diagnostics.append(.languageUnsupported(value.span, isHigher: false))
      return
    }
    let digits = quantity.digits.filter { $0 != "_" }
    guard Int(digits) != Collector.languageVersion else { return }
    let isHigher = (Int(digits) ?? Int.max) > Collector.languageVersion
    diagnostics.append(.languageUnsupported(value.span, isHigher: isHigher))
  }

  /// The language that this version speaks.
  static let languageVersion = 1
}

extension Item {
  /// `word: value` or `word: value { … }`: a word with a colon and no name is a property.
  var isProperty: Bool { hasColon && name == nil }
}

extension Statement {
  /// The word of an item that is nothing else, and no block's.
  fileprivate var looseWord: Word? {
    guard case .item(let item) = self, !item.hasColon, item.name == nil, item.label == nil,
      item.body == nil, Kind(word: item.word.text) == nil, PropertyWord(word: item.word.text) == nil
    else { return nil }
    return item.word
  }
}

extension Body {
  /// Whether its closing brace is missing.
  fileprivate var isUnclosed: Bool { syntax.firstToken(.rightBrace) == nil }
}

extension PropertyWord {
  /// The property of a block that an unknown word was probably meant for.
  fileprivate static func meant(by word: String, in kind: Kind?) -> PropertyWord? {
    guard let kind else { return nil }
    if let synonym = Synonyms.property(for: word, in: kind) { return synonym }
    // A word of the language that belongs elsewhere is no slip of the finger.
    guard PropertyWord(word: word) == nil else { return nil }
    let words = Schema.block(kind).properties.map(\.word.rawValue)
    return Spelling.nearest(to: word, among: words).flatMap { PropertyWord(word: $0) }
  }
}

extension QuantitySyntax {
  fileprivate var isPlainNumber: Bool {
    currency == nil && suffix.isEmpty && per == nil && !digits.contains(".")
  }
}
