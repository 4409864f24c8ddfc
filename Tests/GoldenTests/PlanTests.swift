import PlanWorkbench
import TestSupport
import Testing

/// Every plan of `Plans/` end to end: it checks, solves and renders to what stands in `Cases/plans`.
@Suite struct PlanTests {
  static let plans = Repository.files(below: "Plans", ending: ".plan")

  @Test(arguments: plans)
  func endToEnd(path: String) throws {
    let checked = check(try Repository.bytes(path), path: path, CaseTests.options)
    #expect(!checked.hasErrors, "\(checked.findings(.human, CaseTests.style))")
    let solved = try solve(checked, .standard)
    let name = path.split(separator: "/").dropFirst().joined(separator: "-").dropLast(5)
    let expected = "Tests/GoldenTests/Cases/plans/\(name)"
    let document = report(solved)
    Golden.expect(document.text(.markdown, CaseTests.style), at: expected + ".report.md")
    Golden.expect(document.text(.terminal, CaseTests.style), at: expected + ".report.txt")
    Golden.expect(
      scheduleReport(solved).text(.markdown, CaseTests.style), at: expected + ".solve.md")
    let answers = try run(checked, .standard)
    if !answers.isEmpty {
      Golden.expect(answers.text(.table, CaseTests.style), at: expected + ".answers.txt")
    }
    Golden.expect(checked.findings(.human, CaseTests.style), at: expected + ".check.txt")
  }
}
