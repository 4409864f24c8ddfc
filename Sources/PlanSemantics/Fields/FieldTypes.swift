internal import PlanSyntax

/// A type that a plan may give a field of its own, as the reference tells of it.
package struct FieldType: Sendable {
  /// The word it begins with.
  package let word: String
  /// How it is written.
  package let form: String
  package let meaning: String
  /// A field that has it, and a value of it.
  package let example: [String]

  fileprivate static let oneOf = "one_of"
  fileprivate static let listOf = "list_of"

  /// Types that are made of words or of another type; all others go by the name of a value or of a block.
  package static let made: [FieldType] = [
    FieldType(
      word: oneOf, form: "\(oneOf)(word, …)",
      meaning: "One of these words, which mean nothing but themselves. It is a type of a `field`.",
      example: ["field region { for: team, type: one_of(emea, apac) }", "region: emea"]),
    FieldType(
      word: listOf, form: "\(listOf)(type)",
      meaning:
        "Several values of that type, in brackets; a single one needs none. It is a type of a `field`.",
      example: ["field sites { for: team, type: list_of(text) }", "sites: [\"Oslo\", \"Porto\"]"]),
  ]
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
      if callee.text == FieldType.listOf, call.arguments.count == 1 {
        return type(call.arguments[0]).map { .list(of: $0) }
      }
      guard callee.text == FieldType.oneOf, !call.arguments.isEmpty else { return nil }
      let words = call.arguments.compactMap { argument -> String? in
        if case .name(let word) = argument { word.text } else { nil }
      }
      return words.count == call.arguments.count ? .symbol(of: words) : nil
    default: return nil
    }
  }
}
