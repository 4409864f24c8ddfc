internal import ArgumentParser
internal import PlanWorkbench

/// `plan log`: decisions, asks, choices and cancellations in time, and what has come due.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "List what was decided and what is to be decided, and what has come due.",
    discussion: """
      Decisions and when they are looked at again, asks and choices with the day by which they are decided, gates, \
      cancellations, goals that were given up, and parked work with the day or the reason to take it up again.

      EXAMPLES
        plan log q3.plan
        plan log q3.plan --as-of 2026-10-01   what has come due by then
        plan log q3.plan --format json | jq '.entries[] | select(.state == "due")'
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.refuseFormsOfWholePlans()
    let session = try PlanSession(input, color: output.color, findings: output.findings.form)
    try Output.deliver(try session.ask { try decisionLog($0) }, to: output)
  }
}
