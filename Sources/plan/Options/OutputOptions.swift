internal import ArgumentParser
internal import PlanSystem
internal import PlanWorkbench

/// Where a report goes and in which form.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write to a file, whose ending picks the form: .md, .txt or .json. May be given again.",
      valueName: "file"))
  var output: [String] = []

  @Option(
    help: """
      markdown, terminal or json. Unless said: styled text on a terminal, Markdown on a pipe.
      """)
  var format: ReportForm?

  @OptionGroup var color: ColorOptions
  @OptionGroup var findings: FindingsFormOption

  func validate() throws {
    for path in output where format == nil && ReportForm(path: path) == nil {
      throw ValidationError(
        "`\(path)` says no form: the endings are .md, .txt and .json; or add --format")
    }
    if output.contains("-"), output.count > 1 {
      throw ValidationError("standard output can be one of several outputs only by itself")
    }
  }
}

/// Whether to colour what goes to a terminal.
struct ColorOptions: ParsableArguments {
  @Option(help: "auto, always or never. NO_COLOR is honoured.")
  var color: ColorChoice = .auto

  func isWanted(on descriptor: Int32) -> Bool {
    switch color {
    case .auto: Terminal.wantsColor(descriptor)
    case .always: true
    case .never: false
    }
  }
}

enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto
  case always
  case never
}

extension ReportForm: ExpressibleByArgument {}
