import PlanSemantics
import PlanSyntax
import TestSupport
import Testing

@Suite struct ValuesCodesTests {
  /// One plan for each code of the catalogue; `x` stands for the property.
  private static let cases: [(code: String, source: String, type: ValueType)] = [
    ("E0301", "99999999999999999999", .any), ("E0302", "3 ABC", .any), ("E0303", "$3pw", .any),
    ("E0304", "$3/fortnight", .any), ("E0305", "3/pw", .any), ("E0306", "2026-02-30", .any),
    ("E0307", "€3", .any), ("E0310", "3", .effort), ("E0311", "maybe", .symbol(of: ["must"])),
    ("E0312", "-3pw", .effort), ("E0313", "120%", .share), ("E0314", "1.5", .count),
    ("E0315", "9B", .count), ("E0316", "europe", .reference(to: ["team"])),
    ("E0320", "1 + 1pw", .any), ("E0321", "1 / 0", .any), ("E0322", "9000M * 9000M", .any),
    ("E0323", "3..2", .any), ("E0324", "1..2..3..4", .any), ("E0325", "1 @ 80%", .any),
    ("E0326", "not 3", .any), ("E0327", "2026-07-01 + 0.5d", .any), ("E0328", "abs(\"a\")", .any),
    ("E0329", "{ a: 1, a: 2 }", .any),
  ]

  @Test func everyCodeHasACase() {
    for (code, source, type) in Self.cases {
      let diagnostics = evaluation(source, as: type, for: "x").diagnostics
      #expect(diagnostics.map(\.code.text) == [code], "\(source)")
    }
    // Depth and steps need more than a line; they stand with the names.
    let tested = Self.cases.map(\.code) + ["E0930", "E0931"]
    #expect(tested == DiagnosticCode.ofValues.map(\.text))
  }

  /// Headlines and helps as the house writes them.
  @Test func wordsAreInStyle() {
    for (_, source, type) in Self.cases {
      for diagnostic in evaluation(source, as: type, for: "x").diagnostics {
        let texts = [diagnostic.headline, diagnostic.label] + diagnostic.notes + diagnostic.helps
        for text in texts {
          #expect(!text.hasSuffix("."), "\(text)")
          #expect(text.first?.isUppercase != true, "\(text)")
        }
      }
    }
  }

  /// However long what somebody wrote is, what is said about it is short.
  @Test(arguments: [
    "x", "3LONG + 1", "3..4LONG", "3LONG", "$3LONG", "$3/LONG", "{ a: 1 }.LONG", "\"LONG\"",
    "[\"LONG\", 3]", "\"LONG\" + 3", "{ LONG: 1, LONG: 2 }", "2026-07-01 + 3LONG",
  ])
  func messagesAreBounded(source: String) {
    let long = source.replacing("LONG", with: String(repeating: "z", count: 5_000))
    for diagnostic in evaluation(long, as: .effort, for: "x").diagnostics {
      let texts = [diagnostic.headline, diagnostic.label] + diagnostic.notes + diagnostic.helps
      for text in texts where !text.contains("unknown") {
        #expect(text.utf8.count < 250, "\(text.prefix(80))")
      }
    }
  }

  /// Whatever is written, evaluating ends with a value or with a diagnostic, never with both or neither.
  @Test(arguments: 0..<8)
  func anythingEvaluates(seed: Int) {
    var random = SeededRandom(seed)
    for _ in 0..<250 {
      let source = Self.expression(depth: 4, &random)
      let type = random.pick(Self.types)
      let result = evaluation(source, as: type, for: "x")
      #expect(result.value.isPoison == !result.diagnostics.isEmpty, "\(source)")
      if !result.value.isPoison { #expect(!result.value.planText.isEmpty, "\(source)") }
    }
  }

  private static let types: [ValueType?] = [
    nil, .number, .count, .heads, .share, .elapsed, .slip, .effort, .money, .moneyRate, .labourRate,
    .effortRate, .firstDay, .dateRange, .offsetRange, .shareRange, .headsRange, .change, .measure,
    .list(of: .effort), .either([.symbol(of: ["a"]), .share]), .any,
  ]

  private static let leaves = [
    "0", "1", "3", "-1", "9223372036854775807", "0.000001", "70%", "0%", "1000000%", "6w", "0d",
    "99999999999d", "3mo", "99999999999999999mo", "6pw", "9000000000pm", "$40k", "$9B", "8/day",
    "5%/month", "15h/week", "$60k/week", "$4k/pw", "9B/day", "10x", "2026-07-01", "2200-12-31",
    "1900-01", "2026-Q3", "2026-W28", "\"a\"", "true", "none", "storage", "[]", "[1, 2]",
    "{ a: 1 }",
  ]

  private static func expression(depth: Int, _ random: inout SeededRandom) -> String {
    if depth == 0 || random.oneIn(4) { return random.pick(leaves) }
    let first = expression(depth: depth - 1, &random)
    let second = expression(depth: depth - 1, &random)
    let operations = ["+", "-", "*", "/", "..", "@", "->", "==", "<", "in", "and", "??"]
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return "-(\(first))"
    case 1: return "[\(first), \(second)]"
    case 2:
      return "\(random.pick(["min", "max", "sum", "abs", "round", "count"]))(\(first), \(second))"
    case 3: return "if \(first) == \(second) then \(first) else \(second)"
    default: return "(\(first)) \(random.pick(operations)) (\(second))"
    }
  }
}
