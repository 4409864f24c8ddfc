internal import PlanSemantics
internal import PlanSyntax
internal import Testing

@Suite struct CheckTests {
  private static let initiatives = """
    goal growth { cost_of_delay: $1k/week }
    initiative a "Alpha" { effort: 1pw..2pw..3pw, serves: growth, metric m: 1x -> 2x }
    initiative b "Beta" { effort: 4pw..5pw..9pw, owner: "Ann" }

    """

  /// Each failure with what the plan says of it and the sides of its comparisons.
  @Test(arguments: [
    (
      "check c { all: initiatives, require: count(metrics) > 0, say: \"\\(label) has no metric\" }",
      "b: Beta has no metric [count(metrics) = 0]"
    ),
    (
      "check c { all: initiatives, require: effort < 3pw or owner == none and not (serves == growth) }",
      "b: - [effort = 4pw..5pw..9pw, owner = \"Ann\", serves = []]"
    ),
    (
      "check c { require: sum(effort of initiatives) < 3pw }",
      "plan: - [sum(effort of initiatives) = 7.5pw]"
    ),
    ("check c { all: initiatives where owner == none, require: name != \"b\" }", ""),
    ("check c { all: [1, 2, 3], require: it < 3 }", "3: - [it = 3]"),
    ("check c { all: initiatives, require: priority == should }", ""),
  ])
  func tells(source: String, expected: String) throws {
    let (analysis, problems) = analysed(
      "language: 1\nplan { start: 2026-07-01 }\n" + Self.initiatives + source)
    #expect(problems == [])
    let interpreter = try #require(analysis.interpreter)
    let check = try #require(interpreter.checks.first)
    let result = interpreter.evaluate(check, facts: nil)
    #expect(result.diagnostics.isEmpty)
    let lines = result.failures.map { failure in
      let parts = failure.parts.map { "\($0.source) = \($0.value.planText)" }
      return "\(failure.element?.planText ?? "plan"): \(failure.saying ?? "-") "
        + "[\(parts.joined(separator: ", "))]"
    }
    #expect(lines.joined(separator: "\n") == expected)
  }

  @Test func mistakesInAConditionAreToldOnce() {
    let found = problems(
      Self.initiatives
        + """
        check c { all: initiatives, require: efort > 1pw }
        check d { all: initiatives, require: owner }
        check e { all: 3, require: true }
        check f { all: initiatives }
        check g { all: initiatives, require: false, say: 3 }
        """)
    #expect(
      found == [
        "6:38 E0202 there is nothing named `efort`",
        "7:38 E0326 a condition is true or false",
        "8:16 E0350 this goes through a list, and a number is none",
        "9:7 E0417 `f` does not say its `require`",
        "10:50 E0310 `say` takes text in quotes",
      ])
  }

  /// Without a schedule nothing is said that a schedule might change.
  @Test func aCheckWaitsForTheSchedule() throws {
    let (analysis, _) = analysed(
      "language: 1\nplan { start: 2026-07-01 }\n" + Self.initiatives
        + "check c { all: initiatives, require: horizon == now }")
    let interpreter = try #require(analysis.interpreter)
    let result = interpreter.evaluate(try #require(interpreter.checks.first), facts: nil)
    #expect(result.need == .schedule)
    #expect(result.failures.isEmpty)
  }
}
