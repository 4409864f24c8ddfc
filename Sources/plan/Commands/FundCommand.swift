internal import ArgumentParser
internal import PlanWorkbench

/// `plan fund`: forced ranking.
struct FundCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fund",
    abstract: "Give a number of slots to initiatives, and say what falls under the line.",
    discussion: """
      What has to be done comes first; each further slot goes to what lowers the cost of the whole plan most, planned anew each
      time. Orders by WSJF, CD3 and RICE stand beside the schedule, with the money between them.

      EXAMPLES
        plan fund q3.plan 8                           the first eight
        plan fund q3.plan                             as many as the schedule begins in its first horizon
        plan fund scores.plan 3 --by 'impact * confidence'   another order beside the others
        plan fund q3.plan 8 --format json | jq .below
      """)

  @OptionGroup var input: InputOptions

  @Argument(help: "How many initiatives may be funded.")
  var slots: Int?

  @Option(
    help: ArgumentHelp(
      "Another order: an expression of initiatives, the highest first. May be given again.",
      valueName: "expression"))
  var by: [String] = []

  @OptionGroup var searching: SearchOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = try PlanSession(input, color: output.color, findings: output.findings.form)
    try session.answer(searching.search, to: output) {
      try PlanWorkbench.funding($0, slots: slots, by: by)
    }
  }
}
