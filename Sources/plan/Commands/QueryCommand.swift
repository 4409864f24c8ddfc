internal import ArgumentParser
internal import PlanWorkbench

/// `plan query`: one question of a plan, answered.
struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Answer one expression about a plan.",
    discussion: """
      The plan is solved when the expression needs its schedule, and not otherwise.

      EXAMPLES
        plan query 'initiatives where priority == must' q3.plan
        plan query 'initiatives sort by cost_of_delay desc take 5' q3.plan
        plan query 'initiatives show [label, effort, finish]' q3.plan -o dates.csv
        plan query 'sum(effort of initiatives)' q3.plan --format json
      """)

  @Argument(help: "What is asked, in quotes.")
  var expression: String

  @OptionGroup var input: InputOptions
  @OptionGroup var searching: SearchOptions
  @OptionGroup var output: AnswerOptions

  func run() throws {
    let session = try PlanSession(input, color: output.color, findings: output.findings.form)
    let answers = try session.answers {
      try PlanWorkbench.query(expression, $0, searching.search)
    }
    try session.deliver(answers, to: output, nothing: nil)
  }
}
