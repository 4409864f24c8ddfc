internal import ArgumentParser
internal import PlanWorkbench

/// `plan check`: every mistake of a plan, in one run.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say everything that is wrong with a plan.",
    discussion: """
      A plan without errors is solved, for its `check` blocks, its guardrails and the lints that look at a schedule; one of
      more than 100 initiatives not for lints alone.

      EXAMPLES
        plan check q3.plan
        plan check q3.plan --format json
        cat q3.plan | plan check -
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var searching: SearchOptions
  @OptionGroup var color: ColorOptions

  @Option(help: "human or json.")
  var format: FindingsForm = .human

  func run() throws {
    try PlanSession(input, color: color).printFindings(format, searching.search)
  }
}

extension FindingsForm: ExpressibleByArgument {}
