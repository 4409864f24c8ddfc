internal import ArgumentParser
internal import PlanSystem
internal import PlanWorkbench

/// Writing what a command found: to standard output, or to a file as a whole.
enum Output {
  /// Data, to standard output; a reader that has enough and goes away ends the program without a word.
  static func print(_ text: String) throws { try print(Array(text.utf8)) }

  /// The same of bytes as they are.
  static func print(_ bytes: [UInt8]) throws {
    do {
      try Streams.writeOutput(bytes)
    } catch {
      if error.kind == .closedPipe { throw ExitCode.success }
      Streams.writeError("error: cannot write \(error.path): \(error.reason)\n")
      throw ExitStatus.calledWrongly
    }
  }

  /// Replaces a file as a whole; `-` is standard output.
  static func write(_ text: String, to path: String) throws {
    try write(Array(text.utf8), to: path)
  }

  /// The same of bytes as they are.
  static func write(_ bytes: [UInt8], to path: String) throws {
    do {
      if path == "-" {
        try Streams.writeOutput(bytes)
      } else {
        try Files.writeAtomically(bytes, to: path)
      }
    } catch {
      Streams.writeError("error: cannot write `\(error.path)`: \(error.reason)\n")
      throw ExitStatus.calledWrongly
    }
  }

  /// A page as PDF; ends the program where nothing that is installed makes one.
  static func printed(_ page: String) throws -> [UInt8] {
    do throws(PagePrinter.Failure) {
      return try PagePrinter.pdf(of: page)
    } catch {
      switch error {
      case .nobody(let programs):
        Streams.writeError(
          """
          error: nothing is installed that makes a PDF: none of \(programs.joined(separator: ", ")) is on the path
            = help: install Chromium or WeasyPrint, or write .html and print that from a browser

          """)
      case .failed(let program, let said):
        let reason = said.isEmpty ? "" : ": \(said)"
        Streams.writeError("error: `\(program)` made no PDF\(reason)\n")
      case .file(let failure):
        Streams.writeError("error: cannot write `\(failure.path)`: \(failure.reason)\n")
      }
      throw ExitStatus.calledWrongly
    }
  }

  /// Replaces every file that changed, or none; ends the program where that cannot be done.
  static func replace(_ files: [FixedPlan.File]) throws {
    let writes = files.compactMap { file in
      file.realPath.map { FileWrite(path: $0, bytes: file.new, expected: file.old) }
    }
    do throws(FileFailure) {
      try Files.writeAtomically(writes)
    } catch {
      Streams.writeError(
        "error: cannot write `\(error.path)`: \(error.reason); nothing was changed\n")
      throw ExitStatus.calledWrongly
    }
  }

  /// Says, on standard error, why a plan cannot be read, and which was perhaps meant.
  static func sayUnreadable(_ failure: FileFailure, asked path: String, _ color: ColorOptions) {
    let failed = unreadable(
      path: failure.path, reason: failure.reason, isLimit: failure.kind == .limit,
      neighbours: Files.neighbours(of: path, ending: ".plan"))
    Streams.writeError(failed.findings(.human, style(color, Streams.errorDescriptor)))
  }

  /// Writes a report wherever it is wanted, computed once.
  ///
  /// - Parameters:
  ///   - report: What was found.
  ///   - output: Where it goes and in which form.
  ///   - picture: Which picture goes where one is asked for; `nil` for the one that a file is called after.
  /// - Throws: How the program ends where it cannot be written.
  static func deliver(_ report: Report, to output: OutputOptions, picture: String? = nil) throws {
    if output.output.isEmpty {
      let isTerminal = Terminal.isTerminal(Streams.outputDescriptor)
      let form = output.format ?? (isTerminal ? .terminal : .markdown)
      let style = style(output.color, Streams.outputDescriptor)
      try print(bytes(report, form, style, picture: picture))
    }
    // Whatever is refused is refused before any of it is written.
    let files = try output.output.map { path in
      let form = output.format ?? ReportForm(path: path) ?? .markdown
      return FileWrite(
        path: path, bytes: try bytes(report, form, fileStyle, picture: picture ?? stem(path)))
    }
    try write(files)
  }

  /// Replaces files as a whole, all of them or none; `-` alone is standard output.
  private static func write(_ files: [FileWrite]) throws {
    if let only = files.first, files.count == 1 { return try write(only.bytes, to: only.path) }
    do throws(FileFailure) {
      try Files.writeAtomically(files)
    } catch {
      Streams.writeError("error: cannot write `\(error.path)`: \(error.reason)\n")
      throw ExitStatus.calledWrongly
    }
  }

  /// Ends the program where a picture is asked for that no plan has, before the plan is solved.
  static func refuseUnknownPictures(_ output: OutputOptions, _ picture: String?) throws {
    let names =
      output.picturePaths.map { picture ?? stem($0) }
      + (output.printsPicture ? [picture ?? ""] : [])
    guard let name = names.first(where: { !Report.mayHavePicture($0) }) else { return }
    sayUnknown(name, among: Report.pictureKinds)
    throw ExitStatus.calledWrongly
  }

  /// A report in a form, a picture or a print among them.
  private static func bytes(
    _ report: Report, _ form: ReportForm, _ style: TextStyle, picture: String?
  ) throws -> [UInt8] {
    switch form {
    case .svg: return Array(try self.picture(picture, of: report).utf8)
    case .pdf: return try printed(report.text(.pdf, style))
    default: return Array(report.text(form, style).utf8)
    }
  }

  private static func picture(_ name: String?, of report: Report) throws -> String {
    if let picture = name.flatMap(report.picture) { return picture }
    sayUnknown(name ?? "", among: report.pictureNames)
    throw ExitStatus.calledWrongly
  }

  private static func sayUnknown(_ picture: String, among names: [String]) {
    let what =
      picture.isEmpty
      ? "it is not said which picture to write" : "there is no picture `\(picture.prefix(40))`"
    let help =
      names.first.map { "say `--picture \($0)`; there are \(names.joined(separator: ", "))" }
      ?? "this report has no pictures"
    Streams.writeError("error: \(what)\n  = help: \(help)\n")
  }

  /// What a file is called without its folder and its ending.
  private static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.split(separator: ".").first ?? "")
  }

  /// How text is laid out in a file.
  static let fileStyle = TextStyle(width: Terminal.defaultWidth, isColored: false)

  static func print(page: Page, _ form: PageForm, _ color: ColorOptions) throws {
    try print(page.text(form, style(color, Streams.outputDescriptor)))
  }

  /// How text is laid out on a stream: as wide as its terminal.
  static func style(_ color: ColorOptions, _ descriptor: Int32) -> TextStyle {
    TextStyle(
      width: Terminal.width(descriptor), isColored: color.isWanted(on: descriptor),
      isTerminal: Terminal.isTerminal(descriptor))
  }
}
