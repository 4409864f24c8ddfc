internal import ArgumentParser
internal import PlanWorkbench

/// `plan solve`: the schedule itself.
struct SolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: "Print the schedule of a plan, what it costs and how good it is.",
    discussion: """
      EXAMPLES
        plan solve q3.plan
        plan solve q3.plan --search thorough
        plan solve q3.plan --format json
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var searching: SearchOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.refusePictures()
    let session = try PlanSession(input, color: output.color, findings: output.findings.form)
    let solved = try session.solve(searching.search)
    try Output.deliver(PlanWorkbench.scheduleReport(solved), to: output)
    try session.stopIfInfeasible(solved)
  }
}
