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
        `\(path)` says no form: the endings are \(ReportForm.endings()); or add --format
        """)
    }
    if output.contains("-"), output.count > 1 {
      throw ValidationError("standard output can be one of several outputs only by itself")
    }
  }

  /// Whether one is asked for that is laid out as a page.
  var hasPage: Bool { forms.contains { $0 == .html || $0 == .pdf } }

  var hasPicture: Bool { forms.contains(.svg) }

  /// Files that are pictures.
  var picturePaths: [String] { output.filter { (format ?? ReportForm(path: $0)) == .svg } }

  /// Whether a picture goes to standard output because no file is named.
  var printsPicture: Bool { output.isEmpty && format == .svg }

  /// Every form that is asked for.
  private var forms: [ReportForm] {
    [format].compactMap(\.self) + (format == nil ? output.compactMap(ReportForm.init(path:)) : [])
  }

  /// Ends the program where a form is asked for that only reports of a whole plan have.
  func refuseFormsOfWholePlans() throws { try refuse(\.isOfWholePlan) }

  /// Ends the program where a picture is asked for of something that has none.
  func refusePictures() throws { try refuse { $0 == .svg } }

  private func refuse(_ isRefused: (ReportForm) -> Bool) throws {
    guard let form = forms.first(where: isRefused) else { return }
    let writers = form == .svg ? "`plan render` writes" : "`plan render` and `plan solve` write"
    Streams.writeError(
      """
      error: only \(writers) .\(form.endings[0])
        = help: this has \(ReportForm.endings { !isRefused($0) })

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
