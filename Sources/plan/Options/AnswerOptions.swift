internal import ArgumentParser
internal import PlanWorkbench

/// Where answers go and in which form.
struct AnswerOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      """
      Write to a file, whose ending picks the form: .txt, .md, .json or .csv. May be given again.
      """, valueName: "file"))
  var output: [String] = []

  @Option(help: "table, markdown, json or csv. Unless said: table.")
  var format: AnswerForm?

  @OptionGroup var color: ColorOptions
  @OptionGroup var findings: FindingsFormOption

  func validate() throws {
    for path in output where format == nil && AnswerForm(path: path) == nil {
      throw ValidationError(
        "`\(path)` says no form: the endings are .txt, .md, .json and .csv; or add --format")
    }
    if output.contains("-"), output.count > 1 {
      throw ValidationError("standard output can be one of several outputs only by itself")
    }
  }
}

extension AnswerForm: ExpressibleByArgument {}
