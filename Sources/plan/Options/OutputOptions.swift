internal import ArgumentParser
internal import PlanSystem
internal import PlanWorkbench

/// Where a report goes and in which form.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      """
      Write to a file, whose ending picks the form: .md, .txt, .html, .pdf, .svg, .json or .csv. May be given again; the plan is solved once.
      """, valueName: "file"))
  var output: [String] = []

  @Option(
    help: """
      markdown, terminal, html, pdf, svg, json or csv. Unless said: styled text on a terminal, Markdown on a pipe.
      """)
  var format: ReportForm?

  @OptionGroup var color: ColorOptions
  @OptionGroup var findings: FindingsFormOption

  func validate() throws {
    for path in output where format == nil && ReportForm(path: path) == nil {
      throw ValidationError(
        """
        `\(path)` says no form: the endings are \(ReportForm.endings(ofWholePlan: true)); or add --format
        """)
    }
    if output.contains("-"), output.count > 1 {
      throw ValidationError("standard output can be one of several outputs only by itself")
    }
  }

  /// Whether one is asked for that is laid out as a page.
  var hasPage: Bool { forms.contains { $0 == .html || $0 == .pdf } }

  var hasPicture: Bool { forms.contains(.svg) }

  /// Every form that is asked for.
  private var forms: [ReportForm] {
    [format].compactMap(\.self) + (format == nil ? output.compactMap(ReportForm.init(path:)) : [])
  }

  /// Ends the program where a form is asked for that only reports of a whole plan have.
  func refuseFormsOfWholePlans() throws {
    guard let form = forms.first(where: \.isOfWholePlan) else { return }
    Streams.writeError(
      """
      error: only `plan render` and `plan solve` write .\(form.endings[0])
        = help: this has \(ReportForm.endings(ofWholePlan: false))

      """)
    throw ExitStatus.calledWrongly
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
