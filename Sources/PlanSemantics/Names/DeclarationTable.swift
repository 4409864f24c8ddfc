internal import PlanSyntax

/// Number of a declaration, in the order in which the files declare them.
struct DeclarationID: Hashable, Comparable, Sendable {
  let raw: Int32

  init(_ index: Int) { raw = Int32(index) }
  init(raw: Int32) { self.raw = raw }

  var index: Int { Int(raw) }
  static func < (left: DeclarationID, right: DeclarationID) -> Bool { left.raw < right.raw }
}

/// A block as it was written.
struct Declaration: Sendable {
  let kind: Kind
  let name: Word?
  let parent: DeclarationID?
  let item: Item
  /// Names of loops and templates that its label may use.
  var locals = LocalScope.none
  /// Its own properties, in `DeclarationTable.properties`; what lies over them stands in `layers`.
  var properties: Range<Int>
  /// One past the last declaration inside it; they follow it directly.
  var end: Int

  /// What to underline when the block as a whole is meant: its name, else its word.
  var place: Span { name?.span ?? item.word.span }
}

/// A property as it was written; the principal one stands in the header.
struct PropertyUse: Sendable {
  let name: PropertyName
  /// What to underline when the property is meant and not its value.
  let place: Span
  let value: Expression
  /// Names of loops and templates that the value may use.
  var locals = LocalScope.none

  /// The word of the language; `nil` for a field of the plan's own.
  var word: PropertyWord? { name.word }
}

/// `let name = value`.
struct Binding: Sendable {
  let name: Word
  let value: Expression
  /// The block it stands in; names in its value are looked up from there.
  var scope: DeclarationID?
  var locals = LocalScope.none
}

/// `print value`, and the block it stands in.
struct PrintUse: Sendable {
  let statement: PrintStatement
  var scope: DeclarationID?
  var locals = LocalScope.none
}

/// `change path { … }` of a `progress` block.
struct Change: Sendable {
  var progress: DeclarationID
  /// From the top: `residency`, `billing`.
  let path: [Word]
  let properties: Range<Int>
}

/// A block that `drop` takes out.
struct DroppedBlock: Sendable {
  /// As a reader would write it.
  let path: String
  /// The path behind `drop`.
  let place: Span
}

/// A name that is made of what is not known: it may be any that begins and ends like it.
struct OpenName: Sendable {
  let kind: Kind
  private let prefix: String
  private let suffix: String

  init(_ kind: Kind, _ syntax: NameSyntax) {
    self.kind = kind
    func literal(_ part: NameSyntax.Part?) -> String {
      if case .literal(let text)? = part { text } else { "" }
    }
    prefix = literal(syntax.parts.first)
    suffix = literal(syntax.parts.last)
  }

  func mayBe(_ name: String, oneOf kinds: [Kind]) -> Bool {
    (kinds.isEmpty || kinds.contains(kind)) && name.hasPrefix(prefix) && name.hasSuffix(suffix)
  }
}

/// Everything the files declare, in their order, as arrays that point into one another.
struct DeclarationTable: Sendable {
  var declarations: [Declaration] = []
  var properties: [PropertyUse] = []
  var bindings: [Binding] = []
  var changes: [Change] = []
  var prints: [PrintUse] = []
  /// Those of the plan; those of the library stand behind them.
  var functions: [FunctionDeclaration] = []
  /// What templates and scenarios laid over blocks, lowest first.
  var layers: [DeclarationID: [Range<Int>]] = [:]
  var locals = LocalScopes()
  /// The scenario that was laid over the plan.
  var scenario: String?
  /// Blocks that the scenario takes out.
  var drops: [DroppedBlock] = []
  /// Names of blocks that are made only to see what is wrong in them.
  var openNames: [OpenName] = []
  /// Fields that the plan declares.
  var fields = FieldTable()
  /// Properties that somebody tried to write: they are not missing, they are mistaken, and that is said already.
  private(set) var attempts: Set<Attempt> = []
  /// Names of blocks that were not made because something is wrong with them: what uses them has no error of its own.
  var leftOut: Set<String> = []
  private var topByKind: [Kind: [DeclarationID]] = [:]

  struct Attempt: Hashable, Sendable {
    let id: DeclarationID
    let word: PropertyWord
  }

  subscript(_ id: DeclarationID) -> Declaration { declarations[id.index] }

  /// The blocks of a kind directly inside another, in order.
  ///
  /// - Complexity: O(blocks inside).
  func children(of parent: DeclarationID, _ kind: Kind) -> [DeclarationID] {
    var result: [DeclarationID] = []
    var next = parent.index + 1
    let end = declarations[parent.index].end
    while next < end {
      if declarations[next].kind == kind { result.append(DeclarationID(next)) }
      next = declarations[next].end
    }
    return result
  }

  /// The blocks of a kind at the top of a file, in order.
  ///
  /// - Complexity: O(1), once the table is complete.
  func top(_ kind: Kind) -> [DeclarationID] { topByKind[kind] ?? [] }

  mutating func noteAttempt(_ word: PropertyWord, of id: DeclarationID) {
    attempts.insert(Attempt(id: id, word: word))
  }

  /// Gives the blocks of the attempts their final numbers; those of blocks that are gone go with them.
  mutating func renumberAttempts(_ number: (DeclarationID) -> DeclarationID?) {
    attempts = Set(
      attempts.compactMap { attempt in
        number(attempt.id).map { Attempt(id: $0, word: attempt.word) }
      })
  }

  /// To be called when everything is entered.
  mutating func complete() {
    topByKind = [:]
    for (index, declaration) in declarations.enumerated() where isTop(declaration.parent) {
      topByKind[declaration.kind, default: []].append(DeclarationID(index))
    }
  }

  /// Whether what stands in a block stands at the top of a file.
  func isTop(_ parent: DeclarationID?) -> Bool {
    parent.map { self[$0].kind == .importedFile } ?? true
  }

  /// Where something is declared, and what it is: "a team".
  func place(of meaning: NameTable.Meaning) -> (place: Span, what: String) {
    switch meaning {
    case .declaration(let id): (self[id].place, self[id].kind.withArticle)
    case .binding(let index): (bindings[index].name.span, "a `let`")
    case .function(let index): (functions[index].name.span, "a function")
    }
  }

  /// The properties of a block in all its layers, the lowest first.
  func properties(of id: DeclarationID) -> [Int] {
    Array(self[id].properties) + (layers[id] ?? []).joined()
  }

  /// As a reader would write it: `residency.billing`.
  func path(of id: DeclarationID) -> String {
    let declaration = self[id]
    let own = declaration.name?.text ?? declaration.kind.rawValue
    guard let parent = declaration.parent else { return own }
    return "\(path(of: parent)).\(own)"
  }
}
