internal import ArgumentParser
internal import PlanWorkbench

/// `plan levers`: what people, time and scope are worth.
struct LeversCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "levers",
    abstract: "Say what one more person, more time or less to do is worth.",
    discussion: """
      Every figure is the plan solved with one change, against what it costs from that day to the last that is counted.

      EXAMPLES
        plan levers q3.plan
        plan levers q3.plan --from 2026-09-01     when another person could start
        plan levers q3.plan --format json | jq .people
      """)

  @OptionGroup var input: InputOptions

  @Option(
    help: ArgumentHelp(
      "When another person could start; unless said, three months from today.", valueName: "date"),
    transform: VersionOptions.day)
  var from: CheckOptions.Day?

  @OptionGroup var searching: SearchOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = try PlanSession(input, color: output.color, findings: output.findings.form)
    try session.answer(searching.search, to: output) {
      try PlanWorkbench.levers($0, from: from)
    }
  }
}
