internal import PlanSyntax

/// Reads `field` blocks before anything else is read, so that blocks may use them wherever they are declared.
struct FieldReader {
  private(set) var table = FieldTable()
  private(set) var diagnostics: [Diagnostic] = []

  /// - Complexity: O(statements at the top).
  mutating func read(_ trees: [SyntaxTree]) {
    for tree in trees {
      for statement in tree.file.statements {
        if case .item(let item) = statement, item.word.text == Kind.field.rawValue,
          !item.isProperty
        {
          read(item)
        }
      }
    }
  }

  private mutating func read(_ item: Item) {
    // A name that is missing is told where all names are.
    guard let name = item.name?.plain else { return }
    guard FieldReader.isFree(name.text) else {
      diagnostics.append(.fieldNameTaken(name))
      return
    }
    guard let kinds = kinds(of: item), let type = type(of: item) else { return }
    let field = UserField(
      name: name, label: item.label?.plain, kinds: kinds, type: type,
      defaultValue: value(of: .default, in: item))
    if let earlier = table.enter(field) {
      diagnostics.append(.fieldTwice(name, earlier.name.span))
    }
  }

  /// Words that the language gives a meaning cannot be given another.
  private static func isFree(_ name: String) -> Bool {
    PropertyWord(word: name) == nil && Kind(word: name) == nil
  }

  private func value(of word: PropertyWord, in item: Item) -> Expression? {
    item.body?.items.first { $0.isProperty && $0.word.text == word.rawValue }?.value
  }

  /// `for: initiative` or `for: [initiative, team]`.
  private mutating func kinds(of item: Item) -> [Kind]? {
    guard let value = value(of: .for, in: item) else {
      diagnostics.append(.fieldPartMissing(.for, item))
      return nil
    }
    var elements = [value]
    if case .list(let list) = value { elements = list.elements }
    var kinds: [Kind] = []
    for element in elements {
      if case .missing = element { return nil }
      guard case .name(let word) = element, let kind = Kind(word: word.text) else {
        diagnostics.append(.fieldKind(element))
        return nil
      }
      kinds.append(kind)
    }
    return kinds
  }

  private mutating func type(of item: Item) -> ValueType? {
    guard let value = value(of: .type, in: item) else {
      diagnostics.append(.fieldPartMissing(.type, item))
      return nil
    }
    if case .missing = value { return nil }
    if let type = FieldTypes.type(value) { return type }
    diagnostics.append(.fieldType(value))
    return nil
  }
}
