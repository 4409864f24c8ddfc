internal import ArgumentParser
internal import PlanWorkbench

/// `plan render`: the Now/Next/Later report.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Write the Now/Next/Later report of a plan.",
    discussion: """
      EXAMPLES
        plan render q3.plan
        plan render q3.plan -o roadmap.md -o roadmap.json
        plan render q3.plan --as-of 2026-08-14
        plan render q3.plan --format json | jq .solution.delay_cost.text
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var searching: SearchOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = try PlanSession(input, color: output.color, findings: output.findings.form)
    let solved = try session.solve(searching.search)
    try session.deliver(PlanWorkbench.report(solved), to: output)
    try session.stopIfInfeasible(solved)
  }
}
