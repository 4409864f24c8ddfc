internal import ArgumentParser
internal import PlanWorkbench

/// `plan signals`: what may have to be stopped, and by when others have to deliver.
struct SignalsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "signals",
    abstract:
      "Say what may have to be stopped, by when others have to deliver, and what gates decide on.",
    discussion: """
      Work under way is asked whether it is still worth what it still costs; what was spent is never counted.

      EXAMPLES
        plan signals q3.plan
        plan signals q3.plan --as-of 2026-10-01
        plan signals q3.plan --format json | jq '.active[] | select(.signals != [])'
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var searching: SearchOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = try PlanSession(input, color: output.color, findings: output.findings.form)
    try session.answer(searching.search, to: output) { PlanWorkbench.signals($0) }
  }
}
