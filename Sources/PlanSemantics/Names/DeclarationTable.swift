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
  /// Its own properties, in `DeclarationTable.properties`.
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

  /// The word of the language; `nil` for a field of the plan's own.
  var word: PropertyWord? { name.word }
}

/// `let name = value`.
struct Binding: Sendable {
  let name: Word
  let value: Expression
  /// The block it stands in; names in its value are looked up from there.
  let scope: DeclarationID?
}

/// `print value`, and the block it stands in.
struct PrintUse: Sendable {
  let statement: PrintStatement
  let scope: DeclarationID?
}

/// `change path { … }` of a `progress` block.
struct Change: Sendable {
  let progress: DeclarationID
  let path: PathSyntax
  let properties: Range<Int>
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
  /// Fields that the plan declares.
  var fields = FieldTable()
  /// Properties that somebody tried to write: they are not missing, they are mistaken, and that is said already.
  private(set) var attempts: Set<Attempt> = []
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

  /// To be called when everything is entered.
  mutating func complete() {
    topByKind = [:]
    for (index, declaration) in declarations.enumerated() where declaration.parent == nil {
      topByKind[declaration.kind, default: []].append(DeclarationID(index))
    }
  }

  /// The property as the block itself has it, without what progress changed.
  func property(_ word: PropertyWord, of id: DeclarationID) -> PropertyUse? {
    for index in declarations[id.index].properties where properties[index].name == .word(word) {
      return properties[index]
    }
    return nil
  }

  /// As a reader would write it: `residency.billing`.
  func path(of id: DeclarationID) -> String {
    let declaration = self[id]
    let own = declaration.name?.text ?? declaration.kind.rawValue
    guard let parent = declaration.parent else { return own }
    return "\(path(of: parent)).\(own)"
  }
}
