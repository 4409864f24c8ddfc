internal import PlanSemantics
internal import PlanSyntax
internal import Testing

/// Plans that try to run for ever, to grow for ever and to nest for ever: each is answered, with one error or none.
@Suite struct ExpansionLimitTests {
  struct Hostile: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let source: String
    let codes: [String]
  }

  private static let ten = "let ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]\n"

  private static func nested(_ depth: Int, _ inner: String) -> String {
    (0..<depth).map { "for x\($0) in ten { " }.joined() + inner
      + String(repeating: " }", count: depth)
  }

  static let all = [
    Hostile(
      testDescription: "loops in loops, a thousand million rounds", source: ten + nested(9, ""),
      codes: ["E0950"]),
    Hostile(
      testDescription: "more blocks than a plan holds",
      source: ten
        + nested(
          4,
          ["a", "b", "c"].map { "goal \($0)_\\(x0)_\\(x1)_\\(x2)_\\(x3)_ {}" }.joined(
            separator: ", ")),
      codes: ["E0920"]),
    Hostile(
      testDescription: "one mistake in ten thousand rounds",
      source: ten + nested(4, "goal same { colour: 3, by: nope }"),
      codes: ["E0201", "E0202", "E0410"]),
    Hostile(
      testDescription: "an unknown name in each round",
      source: ten + nested(4, "if nope { goal g {} }"), codes: ["E0202"]),
    Hostile(
      testDescription: "a name that doubles",
      source: "let t0 = \"ab\"\n"
        + (1...40).map { "let t\($0) = \"\\(t\($0 - 1))\\(t\($0 - 1))\"\n" }.joined()
        + "goal g_\\(t40) {}",
      codes: ["E0941"]),
    Hostile(
      testDescription: "a name that is longer than a line",
      source: "let t0 = \"ab\"\n"
        + (1...8).map { "let t\($0) = \"\\(t\($0 - 1))\\(t\($0 - 1))\"\n" }.joined()
        + "goal g_\\(t8) {}",
      codes: ["E0951"]),
    Hostile(
      testDescription: "lets of a loop that double their work",
      source: "for x in [1] {\nlet a0 = x\n"
        + (1...45).map { "let a\($0) = a\($0 - 1) + a\($0 - 1)\n" }.joined()
        + "goal g { note: \"\\(a45)\" } }",
      codes: []),
    Hostile(
      testDescription: "a list that comes from itself",
      source: "let a = b\nlet b = a\nfor x in a { goal g {} }", codes: ["E0206"]),
    Hostile(
      testDescription: "a list from a function that calls itself",
      source: "fn f(x) = f(x)\nfor x in f(1) { goal g {} }", codes: ["E0341"]),
    Hostile(
      testDescription: "templates in a circle",
      source: """
        template initiative a() { work w: b() }
        template work b() { risk r: c() }
        template risk c() { for x in [1] { if true { work w: b() } } }
        initiative i: a()
        """,
      codes: ["E0233"]),
    Hostile(
      testDescription: "scenarios in a circle",
      source: "scenario a { extends: b }\nscenario b { extends: a }", codes: []),
    Hostile(
      testDescription: "loops nested as deep as braces go",
      source: (0..<300).map { "for x\($0) in [1] { " }.joined(), codes: ["E0901"]),
  ]

  @Test(arguments: all) func isAnswered(plan: Hostile) {
    let text = SourceText("language: 1\nplan \"P\" { start: 2026-07-01 }\n" + plan.source)
    let parsed = parse(text)
    var diagnostics = parsed.diagnostics
    if parsed.isReadable {
      let limits = AnalysisLimits(declarationsMax: 20_000, expandedMax: 200_000)
      diagnostics += analyse([parsed.tree], AnalysisOptions(limits: limits)).diagnostics
    }
    let errors = diagnostics.filter { $0.severity == .error }.map(\.code.text)
    #expect(Set(errors) == Set(plan.codes) && errors.count == plan.codes.count, "\(errors)")
  }
}
