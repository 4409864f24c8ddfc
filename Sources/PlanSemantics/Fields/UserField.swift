internal import PlanSyntax

/// A property that the plan itself declares: `field reach "Users a month" { for: initiative, type: number }`.
struct UserField: Sendable {
  let name: Word
  let label: String?
  /// The kinds of block that have it.
  let kinds: [Kind]
  let type: ValueType
  /// What holds where it is not written.
  let defaultValue: Expression?
}

/// What a property of a block is called: a word of the language, or the index of a `UserField`.
enum PropertyName: Hashable, Sendable {
  case word(PropertyWord)
  case field(Int)

  /// The word of the language; `nil` for a field of the plan's own.
  var word: PropertyWord? { if case .word(let word) = self { word } else { nil } }
}

/// The fields that a plan declares, by name.
struct FieldTable: Sendable {
  private(set) var fields: [UserField] = []
  private var indices: [String: Int] = [:]

  subscript(_ index: Int) -> UserField { fields[index] }

  func index(of name: String) -> Int? { indices[name] }

  /// The field of a kind of block with this name.
  func index(of name: String, in kind: Kind) -> Int? {
    indices[name].flatMap { fields[$0].kinds.contains(kind) ? $0 : nil }
  }

  /// Names of the fields of a kind, in the order of their declaration.
  func names(in kind: Kind) -> [String] {
    fields.filter { $0.kinds.contains(kind) }.map(\.name.text)
  }

  /// Enters a field; answers the one that has its name already, which then stays.
  mutating func enter(_ field: UserField) -> UserField? {
    if let earlier = indices[field.name.text] { return fields[earlier] }
    indices[field.name.text] = fields.count
    fields.append(field)
    return nil
  }
}
