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
    do {
      if path == "-" {
        try Streams.writeOutput(text)
      } else {
        try Files.writeAtomically(Array(text.utf8), to: path)
      }
    } catch {
      Streams.writeError("error: cannot write `\(error.path)`: \(error.reason)\n")
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
  static func deliver(_ report: Report, to output: OutputOptions) throws {
    if output.output.isEmpty {
      let isTerminal = Terminal.isTerminal(Streams.outputDescriptor)
      let form = output.format ?? (isTerminal ? .terminal : .markdown)
      try print(report.text(form, style(output.color, Streams.outputDescriptor)))
    }
    for path in output.output {
      let form = output.format ?? ReportForm(path: path) ?? .markdown
      try write(report.text(form, fileStyle), to: path)
    }
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
