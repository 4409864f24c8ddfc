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

/// The types that a plan may give a field of its own.
enum FieldTypes {
  /// By name, in the order in which the reference lists them.
  static let named: [(name: String, type: ValueType)] = [
    ("number", .number), ("count", .count), ("percent", .percent), ("share", .share),
    ("time", .elapsed), ("effort", .effort), ("money", .money), ("money_rate", .moneyRate),
    ("effort_rate", .effortRate), ("date", .firstDay), ("dates", .dateRange), ("text", .text),
    ("truth", .boolean), ("team", .reference(to: ["team"])), ("goal", .reference(to: ["goal"])),
    ("initiative", .reference(to: ["initiative"])),
  ]

  /// The type that an expression names: one of `named`, `one_of(a, b)` or `list_of(text)`; `nil` for any other.
  static func type(_ expression: Expression) -> ValueType? {
    switch expression {
    case .name(let word): return named.first { $0.name == word.text }?.type
    case .call(let call):
      guard case .name(let callee) = call.callee else { return nil }
      if callee.text == "list_of", call.arguments.count == 1 {
        return type(call.arguments[0]).map { .list(of: $0) }
      }
      guard callee.text == "one_of", !call.arguments.isEmpty else { return nil }
      let words = call.arguments.compactMap { argument -> String? in
        if case .name(let word) = argument { word.text } else { nil }
      }
      return words.count == call.arguments.count ? .symbol(of: words) : nil
    default: return nil
    }
  }
}
