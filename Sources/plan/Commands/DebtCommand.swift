internal import ArgumentParser
internal import PlanWorkbench

/// `plan debt`: the register of debts, and what comes of paying them.
struct DebtCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "debt",
    abstract: "Say what debts take, and what pays for itself and when.",
    discussion: """
      A tax is told in hours, people and money. What pays debts or brings benefits has its payback, and what the whole plan
      would lose without it, solved.

      EXAMPLES
        plan debt q3.plan
        plan debt q3.plan --format json | jq '.investments[] | [.initiative, .payback_calendar_days]'
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var searching: SearchOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = try PlanSession(input, color: output.color, findings: output.findings.form)
    try session.answer(searching.search, to: output) { PlanWorkbench.debts($0) }
  }
}
