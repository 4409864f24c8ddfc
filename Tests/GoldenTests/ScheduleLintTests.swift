import PlanWorkbench
import Testing

/// When `plan check` solves a plan for what only its schedule shows.
@Suite struct ScheduleLintTests {
  /// Whoever checks a large plan has not asked for a schedule.
  @Test(arguments: [(100, true), (101, false)])
  func aLargePlanIsNotSolvedForLintsAlone(count: Int, isSolved: Bool) throws {
    let shown = try promises(plan(count))
    #expect(shown.codes.contains("W0519") == isSolved)
    #expect(shown.remarks.contains { $0.contains("more than 100 initiatives") } == !isSolved)
  }

  /// Whoever says anything of such a lint, or has a guardrail, has.
  @Test(arguments: [
    "deny W0519", "allow W0522 { because: \"the contract has it\" }",
    "guardrail g { where: kind == feature, at_least: 10%, each: quarter }",
    "check ends { all: initiatives where finish == none, require: false }",
  ])
  func aLargePlanIsSolvedWhereItAsks(line: String) throws {
    #expect(try promises(plan(101, line)).codes.contains("W0519"))
  }

  private func plan(_ count: Int, _ line: String = "") -> String {
    """
    language: 1
    plan "Example" { start: 2026-07-01 }
    team t { people: 300 }
    initiative owned { team: t, staff: 1, effort: 1pw..2pw..3pw, owner: "Anna" }
    for i in numbers(1, \(count - 1)) {
      initiative more_\\(i) { team: t, staff: 1, effort: 1pw..2pw..3pw }
    }
    \(line)

    """
  }

  private func promises(_ plan: String) throws -> (codes: [String], remarks: [String]) {
    let checked = check(Array(plan.utf8), path: "example.plan", CaseTests.options)
    let promises = try PlanWorkbench.promises(checked, .quick)
    return (codes(checked, promises), promises.remarks)
  }
}
