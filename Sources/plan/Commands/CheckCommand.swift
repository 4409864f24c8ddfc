internal import ArgumentParser
internal import PlanWorkbench

/// `plan check`: every mistake of a plan, in one run.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say everything that is wrong with a plan.",
    discussion: """
      EXAMPLES
        plan check q3.plan
        plan check q3.plan --format json
        cat q3.plan | plan check -
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var color: ColorOptions

  @Option(help: "human or json.")
  var format: FindingsForm = .human

  func run() throws {
    try PlanSession(input, color: color).printFindings(format)
  }
}

extension FindingsForm: ExpressibleByArgument {}
