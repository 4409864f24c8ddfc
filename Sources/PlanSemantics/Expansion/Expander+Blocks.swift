internal import PlanSyntax

// Blocks and their properties.
extension Expander {
  mutating func make(_ item: Item, in parent: Draft.NodeID, _ locals: LocalScope.ID) {
    let word = item.word.text
    if isTop(parent), word == "language", item.isProperty { return }
    guard let kind = kind(of: item, in: parent) else { return }
    let parentKind = isTop(parent) ? nil : draft[parent].kind
    let allowed = parentKind.map { Schema.block($0).children } ?? Schema.topLevel
    if !allowed.contains(kind), Schema.topLevel.contains(kind), !isTop(parent),
      draft[parent].item.body?.isUnclosed ?? false
    {
      // The brace that is missing has its error; what follows was meant to stand outside.
      return declare(item, kind, in: Draft.root, locals)
    }
    guard allowed.contains(kind) || kind == .allow else {
      report(.misplacedBlock(item, kind, in: parentKind))
      leaveOut(item)
      return
    }
    declare(item, kind, in: parent, locals)
  }

  /// The kind of block that an item is; reported and `nil` when it is none.
  ///
  /// A word of another tool is told, and what it opens is read as what it was meant for: so everything that is wrong in it
  /// is found in the same run, and nothing that names it is wrong as well.
  private mutating func kind(of item: Item, in parent: Draft.NodeID) -> Kind? {
    let parentKind = isTop(parent) ? nil : draft[parent].kind
    if item.hasColon, let parentKind, let phrase = item.phrase(in: parentKind) {
      report(.unknownProperty(item, at: phrase.span, in: parentKind, meant: phrase.meant))
      noteAttempts(phrase.meant, of: parent)
      return nil
    }
    let word = item.word.text
    let kind = Kind(word: word)
    if item.isProperty, kind.map({ Schema.block($0).principal == nil }) ?? true {
      let meant = parentKind.map { MeantProperty(word, in: $0, with: item.value) }
      report(
        .unknownProperty(
          item, at: item.word.span, in: parentKind, meant: meant ?? MeantProperty(nothing: word)))
      if let meant { noteAttempts(meant, of: parent) }
      return nil
    }
    guard kind == nil else { return kind }
    if let property = PropertyWord(word: word) { noteAttempt(property, of: parent) }
    if let parentKind, item.body == nil, let colonless = item.withoutColon(in: parentKind) {
      report(.missingColon(item, in: parentKind, colonless))
      noteAttempt(colonless, of: parent)
      return nil
    }
    let meant = MeantBlock(word, in: parentKind, hasPlan: hasPlan)
    report(.unknownBlock(item.word, in: parentKind, meant: meant))
    if meant.kinds.isEmpty { leaveOut(item) }
    return meant.kinds.first
  }

  /// Remembers the names of what is not made, so that nothing that uses them is wrong for that.
  mutating func leaveOut(_ item: Item) {
    if let name = item.name?.plain { draft.table.leftOut.insert(name.text) }
    for statement in item.body?.statements ?? [] {
      guard case .item(let inner) = statement, inner.body != nil || inner.name != nil else {
        continue
      }
      leaveOut(inner)
    }
  }

  private mutating func noteAttempts(_ meant: MeantProperty, of node: Draft.NodeID) {
    for case .property(let word) in meant.words + meant.attempts { noteAttempt(word, of: node) }
  }

  private mutating func noteAttempt(_ word: PropertyWord, of node: Draft.NodeID) {
    guard node != Draft.root else { return }
    draft.table.noteAttempt(word, of: DeclarationID(raw: node))
  }

  /// Makes a block: its template below, what it says itself above.
  mutating func declare(
    _ item: Item, _ kind: Kind, in parent: Draft.NodeID, _ locals: LocalScope.ID
  ) {
    guard draft.nodes.count < limits.declarationsMax else {
      if !isFull {
        diagnostics.append(
          .tooManyDeclarations(at: item.word.span, most: limits.declarationsMax))
      }
      isFull = true
      return
    }
    let start = draft.table.properties.count
    let id = draft.add(
      Draft.Node(
        kind: kind, name: name(of: item, kind, in: parent, locals), item: item, parent: parent,
        locals: locals, properties: start..<start))
    if kind == .scenario { return declareScenario(item, id) }
    if Kind(word: item.word.text) != kind || item.hasUnclosedLabel { noteAllAttempted(of: id) }
    switch header(of: item, kind) {
    case .template(let word, let arguments):
      fill(id, from: word, arguments, locals)
      if let body = item.body { overlay(body, on: id, .instance, locals) }
    case .value(let principal, let value):
      draft.table.properties.append(
        PropertyUse(
          name: .word(principal), place: item.word.span, value: value, locals: locals))
      fill(id, with: item.body, locals, from: start)
    case .nothing: fill(id, with: item.body, locals, from: start)
    }
  }

  /// Puts a body's properties, and those collected since `first`, and its blocks into a block.
  mutating func fill(
    _ id: Draft.NodeID, with body: Body?, _ locals: LocalScope.ID, from first: Int
  ) {
    let pieces = self.pieces(of: body?.statements ?? [], in: id, locals)
    collectProperties(among: pieces, of: id, from: first)
    draft[id].properties = first..<draft.table.properties.count
    makeBlocks(among: pieces, in: id)
  }

  /// Makes of a block's statements what is no property of it.
  mutating func makeBlocks(among pieces: [Piece], in id: Draft.NodeID) {
    let kind = draft[id].kind
    let loose = looseElements(among: pieces, of: kind)
    for (index, piece) in pieces.enumerated()
    where !isProperty(piece.statement, of: kind) && !loose.contains(index) {
      switch piece.statement {
      case .change(let change) where kind == .progress:
        collect(change, under: [], in: id, piece.locals)
      case .add where kind == .progress, .drop where kind == .progress:
        report(.notForProgress(piece.statement))
      default: make(piece, in: id)
      }
    }
  }

  private enum Header {
    case nothing
    case value(PropertyWord, Expression)
    case template(Word, [Expression])
  }

  /// What stands behind the colon of a block's header.
  private mutating func header(of item: Item, _ kind: Kind) -> Header {
    guard item.hasColon, let value = item.value else { return .nothing }
    let principal = Schema.block(kind).principal
    if let (word, arguments) = value.instantiation,
      templates[word.text] != nil || principal == nil
    {
      return .template(word, arguments)
    }
    guard let principal else {
      report(.headerValue(item, kind, value.span))
      return .nothing
    }
    return .value(principal, value)
  }

  // MARK: Properties

  func isProperty(_ statement: Statement, of kind: Kind) -> Bool {
    guard case .item(let item) = statement, item.isProperty else { return false }
    return propertyName(item, of: kind) != nil
  }

  /// The property that an item stands for: also where another tool's word for the same thing stands, which is told and read
  /// all the same.
  private func propertyName(_ item: Item, of kind: Kind) -> PropertyName? {
    propertyName(item.word.text, of: kind) ?? renamed(item, of: kind).map { .word($0) }
  }

  private func renamed(_ item: Item, of kind: Kind) -> PropertyWord? {
    let word = item.word.text
    guard PropertyWord(word: word) == nil, Kind(word: word) == nil else { return nil }
    let meant = MeantProperty(word, in: kind, with: item.value)
    guard meant.isSame, case .property(let property)? = meant.words.first else { return nil }
    return property
  }

  /// The property or field of a kind that a word stands for.
  private func propertyName(_ word: String, of kind: Kind) -> PropertyName? {
    if let property = PropertyWord(word: word) {
      return Schema.property(property, of: kind) == nil ? nil : .word(property)
    }
    return draft.table.fields.index(of: word, in: kind).map { .field($0) }
  }

  /// The properties among the statements of a block, each once.
  mutating func collectProperties(
    among pieces: [Piece], of id: Draft.NodeID, from first: Int
  ) {
    let kind = draft[id].kind
    var repeated = 0
    for piece in pieces {
      guard case .item(let item) = piece.statement, item.isProperty,
        let name = propertyName(item, of: kind)
      else { continue }
      if propertyName(item.word.text, of: kind) == nil {
        report(
          .unknownProperty(
            item, at: item.word.span, in: kind,
            meant: MeantProperty(item.word.text, in: kind, with: item.value)))
      }
      let property = name.word.flatMap { Schema.property($0, of: kind) }
      guard property?.status != .later else {
        report(.laterProperty(item.word, kind))
        continue
      }
      if let body = item.body {
        report(.propertyWithBody(item.word, property, body.span))
      }
      guard let value = item.value else {
        // The parser has said that an expression is missing.
        if let word = name.word { noteAttempt(word, of: id) }
        continue
      }
      // Both branches of a condition that is being tried may say the same.
      if !tried.isTrying,
        let earlier = draft.table.properties[first...].first(where: { $0.name == name })
      {
        repeated += 1
        if repeated <= Self.repeatedMax { report(.repeatedProperty(item.word, earlier.place)) }
        continue
      }
      draft.table.properties.append(
        PropertyUse(
          name: name, place: item.word.span, value: value, locals: piece.locals))
    }
  }

  /// A block that says one thing so often is a generator's mistake; nobody reads the hundredth message.
  private static let repeatedMax = 20

  /// Words that continue a list without its brackets, `after: storage, kms`; one error for each list.
  private mutating func looseElements(among pieces: [Piece], of kind: Kind) -> Set<Int> {
    var loose: Set<Int> = []
    var index = 1
    while index < pieces.count {
      defer { index += 1 }
      guard var last = pieces[index].statement.looseWord,
        case .item(let property) = pieces[index - 1].statement, let value = property.value,
        isProperty(pieces[index - 1].statement, of: kind),
        let word = PropertyWord(word: property.word.text), case .list = word.type
      else { continue }
      let first = last
      loose.insert(index)
      while index + 1 < pieces.count, let next = pieces[index + 1].statement.looseWord {
        last = next
        index += 1
        loose.insert(index)
      }
      report(.listWithoutBrackets(word, value.span, from: first, to: last))
    }
    return loose
  }
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

extension Expression {
  /// `launch(m, payments)` or `launch`: the name of a template and what it is given.
  var instantiation: (Word, [Expression])? {
    switch self {
    case .name(let word): return (word, [])
    case .call(let call):
      guard case .name(let word) = call.callee else { return nil }
      return (word, call.arguments)
    default: return nil
    }
  }
}
