import PlanWorkbench
import TestSupport
import Testing

/// What holds for every plan, whatever is in it.
@Suite struct PipelineTests {
  private let options = CheckOptions(today: nil, asOf: nil)
  private let style = TextStyle(width: 80, isColored: false)

  /// The workbench refuses a schedule that its checker refuses, so getting an answer is the property; saying the same twice is
  /// the other one.
  @Test(arguments: 0..<60)
  func randomPlansSolveAndSayTheSameTwice(seed: Int) throws {
    var generator = PlanGenerator(seed: seed)
    let plan = generator.plan()
    #expect(try outputs(plan) == outputs(plan))
  }

  /// A plan with a few bytes changed is answered like any other: with diagnostics or with a report.
  @Test(arguments: 0..<150)
  func damagedPlansAreAnswered(seed: Int) throws {
    var random = SeededRandom(seed)
    var bytes = try Repository.bytes("Plans/hello.plan")
    for _ in 0...Int.random(in: 0..<6, using: &random) {
      let position = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes.remove(at: position)
      case 1: bytes[position] = random.pick(Array("{}[]()\"\\:,.\n #%$@1a-".utf8) + [0xFF, 0])
      default: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &random)], at: position)
      }
    }
    let checked = check(bytes, path: "damaged.plan", options)
    #expect(checked.hasErrors == checked.findings(.human, style).contains("error["))
    if !checked.hasErrors { _ = try report(solve(checked, .quick)).text(.markdown, style) }
  }

  private func outputs(_ plan: String) throws -> [String] {
    let checked = check(Array(plan.utf8), path: "random.plan", options)
    try #require(!checked.hasErrors, "\(plan)\n\(checked.findings(.human, style))")
    let solved = try solve(checked, .quick)
    return [
      report(solved).text(.markdown, style), report(solved).text(.terminal, style),
      report(solved).text(.json, style), scheduleReport(solved).text(.markdown, style),
    ]
  }
}
