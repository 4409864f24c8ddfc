internal import ArgumentParser
internal import PlanWorkbench

/// `plan defer`: what waiting costs.
struct DeferCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "defer",
    abstract: "Say what it costs to put things off, and who would give way for what is left out.",
    discussion: """
      Each figure is solved: the rest of the plan is planned anew around what waits. The schedule itself is not changed.

      EXAMPLES
        plan defer q3.plan                        everything by one cycle
        plan defer q3.plan --by 6w                everything by six weeks
        plan defer q3.plan --only residency       one, by every delay from a week to never
        plan defer q3.plan residency vat --by 2w
        plan defer q3.plan --format json | jq .deferrals[0].steps
      """)

  @OptionGroup var input: InputOptions

  @Argument(help: "Initiatives; unless said, all.")
  var names: [String] = []

  @Option(
    name: .customLong("only"),
    help: ArgumentHelp("Another initiative. May be given again.", valueName: "name"))
  var only: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How long things are put off; unless said, one cycle.", valueName: "time"))
  var by: String?

  @OptionGroup var searching: SearchOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = try PlanSession(input, color: output.color, findings: output.findings.form)
    try session.answer(searching.search, to: output) {
      try PlanWorkbench.waiting($0, for: names + only, by: by)
    }
  }
}
