internal import ArgumentParser
internal import PlanSystem
internal import PlanWorkbench

/// One run of a command on one plan: its bytes in, its findings and reports out, and how the program ends.
struct PlanSession {
  private let checked: CheckedPlan
  private let color: ColorOptions

  /// Reads and checks the plan; a file that cannot be read ends the program.
  init(_ input: InputOptions, color: ColorOptions) throws {
    self.color = color
    let today = Today.fields()
    let options = CheckOptions(
      today: CheckOptions.Day(year: today.year, month: today.month, day: today.day),
      asOf: input.asOf)
    do {
      let bytes = try Files.read(input.file, sizeMax: CheckOptions.fileSizeMax)
      let path = input.file == "-" ? Files.standardInputName : input.file
      checked = PlanWorkbench.check(bytes, path: path, options)
    } catch {
      let failed = PlanWorkbench.unreadable(
        path: error.path, reason: error.reason, isLimit: error.kind == .limit,
        neighbours: Files.neighbours(of: input.file, ending: ".plan"))
      Streams.writeError(failed.findings(.human, Output.style(color, Streams.errorDescriptor)))
      throw error.kind == .limit ? ExitStatus.limitHit : ExitStatus.calledWrongly
    }
  }

  /// What `plan check` prints.
  func printFindings(_ form: FindingsForm) throws {
    try Output.print(checked.findings(form, Output.style(color, Streams.outputDescriptor)))
    if form == .human { Streams.writeError(checked.verdict + "\n") }
    try stopOnErrors()
  }

  /// The schedule, with every mistake and lint of the plan said on standard error first.
  func solve(_ effort: SearchEffort) throws -> SolvedPlan {
    let style = Output.style(color, Streams.errorDescriptor)
    if checked.hasErrors {
      Streams.writeError(checked.findings(.human, style))
      Streams.writeError(checked.verdict + "\n")
    }
    try stopOnErrors()
    if checked.hasWarnings {
      Streams.writeError("\(checked.verdict); `plan check` shows the warnings\n")
    }
    do {
      return try PlanWorkbench.solve(checked, effort)
    } catch {
      Streams.writeError("\(error)\n")
      throw ExitStatus.ourFault
    }
  }

  /// Writes a report wherever it is wanted, computed once.
  func deliver(_ report: Report, to output: OutputOptions) throws {
    if output.output.isEmpty {
      let isTerminal = Terminal.isTerminal(Streams.outputDescriptor)
      let form = output.format ?? (isTerminal ? .terminal : .markdown)
      try Output.print(report.text(form, Output.style(color, Streams.outputDescriptor)))
    }
    for path in output.output {
      let form = output.format ?? ReportForm(path: path) ?? .markdown
      let text = report.text(form, TextStyle(width: Terminal.defaultWidth, isColored: false))
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
  }

  func stopIfInfeasible(_ solved: SolvedPlan) throws {
    if !solved.isFeasible { throw ExitStatus.infeasible }
  }

  private func stopOnErrors() throws {
    if checked.hitLimit { throw ExitStatus.limitHit }
    if checked.hasErrors { throw ExitStatus.planHasErrors }
  }
}
