internal import ArgumentParser
internal import PlanWorkbench

/// `plan run`: the questions that stand in a plan, answered.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Answer the `print` statements of a plan.",
    discussion: """
      The plan is solved when a question needs its schedule, and not otherwise.

      EXAMPLES
        plan run q3.plan
        plan run q3.plan --format markdown
        plan run q3.plan -o answers.json
        cat q3.plan | plan run -
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var searching: SearchOptions
  @OptionGroup var output: AnswerOptions

  func run() throws {
    let session = try PlanSession(input, color: output.color, findings: output.findings.form)
    let answers = try session.answers { try PlanWorkbench.run($0, searching.search) }
    try session.deliver(answers, to: output, nothing: "no `print` stands in it")
  }
}
