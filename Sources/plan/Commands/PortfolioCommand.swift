internal import ArgumentParser
internal import PlanWorkbench

/// `plan portfolio`: what people and money go to.
struct PortfolioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "portfolio",
    abstract: "Say what people and money go to, by kind, goal and team, against the guardrails.",
    discussion: """
      Shares are those of the schedule, cycle by cycle. Goals without work and work without a goal are named.

      EXAMPLES
        plan portfolio q3.plan
        plan portfolio q3.plan --format json | jq '.kinds[] | [.name, .share_per_mille]'
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var searching: SearchOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = try PlanSession(input, color: output.color, findings: output.findings.form)
    try session.answer(searching.search, to: output) { PlanWorkbench.portfolio($0) }
  }
}
