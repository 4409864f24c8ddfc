internal import ArgumentParser
internal import PlanWorkbench

/// Where findings go and in which form.
struct FindingsOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      """
      Write to a file, whose ending picks the form: .txt, .json, .sarif or .xml (junit). May be given again.
      """, valueName: "file"))
  var output: [String] = []

  @Option(help: "human, short, json, sarif, github or junit. Unless said: human.")
  var format: FindingsForm?

  func validate() throws {
    for path in output where format == nil && FindingsForm(path: path) == nil {
      throw ValidationError(
        "`\(path)` says no form: the endings are .txt, .json, .sarif and .xml; or add --format")
    }
    if output.contains("-"), output.count > 1 {
      throw ValidationError("standard output can be one of several outputs only by itself")
    }
  }
}

extension FindingsForm: ExpressibleByArgument {}
