internal import ArgumentParser
internal import PlanSystem
internal import PlanWorkbench

/// One run of a command on one plan: its bytes in, its findings and reports out, and how the program ends.
struct PlanSession {
  private let checked: CheckedPlan
  private let color: ColorOptions
  /// How what is wrong is told on standard error.
  private let form: FindingsForm

  /// Reads and checks the plan; a file that cannot be read ends the program.
  init(
    _ input: InputOptions, color: ColorOptions, findings: FindingsForm = .human
  ) throws {
    self.init(try PlanInput(input, color: color), color: color, findings: findings)
  }

  /// The same of a plan that has been read.
  init(_ plan: PlanInput, color: ColorOptions, findings: FindingsForm = .human) {
    self.init(PlanWorkbench.check(plan.bytes, path: plan.path, plan.options), color, findings)
  }

  /// The same of a file that was not named as a plan usually is.
  init(
    _ file: String, _ version: VersionOptions, color: ColorOptions, findings: FindingsForm = .human
  ) throws {
    self.init(try PlanInput(file, version, color: color), color: color, findings: findings)
  }

  /// A plan that has been checked.
  init(_ checked: CheckedPlan, _ color: ColorOptions, _ form: FindingsForm = .human) {
    self.checked = checked
    self.color = color
    self.form = form
  }

  /// What `plan check` prints; ends the program where the plan says no.
  ///
  /// - Parameters:
  ///   - options: Where the findings go, and in which form.
  ///   - effort: How hard to search, if a check needs the schedule.
  ///   - descriptor: The stream of what goes into no file.
  /// - Throws: How the program ends where it does not end well.
  func printFindings(
    _ options: FindingsOptions, _ effort: SearchEffort,
    to descriptor: Int32 = Streams.outputDescriptor
  ) throws {
    let promises = try orOurFault { try PlanWorkbench.promises(checked, effort) }
    if options.output.isEmpty {
      let text = checked.findings(
        options.format ?? .human, Output.style(color, descriptor), with: promises)
      if descriptor == Streams.outputDescriptor {
        try Output.print(text)
      } else {
        Streams.writeError(text)
      }
    }
    for path in options.output {
      let form = options.format ?? FindingsForm(path: path) ?? .human
      try Output.write(checked.findings(form, Output.fileStyle, with: promises), to: path)
    }
    for remark in promises.remarks { Streams.writeError("note: \(remark)\n") }
    if options.format ?? .human == .human {
      Streams.writeError(checked.verdict(with: promises) + "\n")
    }
    try stopOnErrors()
    try stopIfInterrupted()
    if !promises.areKept { throw ExitStatus.planHasErrors }
  }

  /// The schedule, with every mistake and lint of the plan said on standard error first.
  func solve(_ effort: SearchEffort) throws -> SolvedPlan {
    try sayFindings(isLast: true)
    var solved = try orOurFault { try PlanWorkbench.solve(checked, effort) }
    solved.threads = effort.threads
    return solved
  }

  /// Answers to questions of the plan, with every mistake of the plan said on standard error first.
  func answers(_ ask: (CheckedPlan) throws -> Answers) throws -> Answers {
    try sayFindings(isLast: false)
    return try orOurFault { try ask(checked) }
  }

  /// Asks something of the plan for which it is not solved, with every mistake and lint said on standard error first.
  func ask<Found>(_ question: (CheckedPlan) throws -> Found) throws -> Found {
    try sayFindings(isLast: true)
    return try orOurFault { try question(checked) }
  }

  /// Writes answers wherever they are wanted, and says what is wrong with the questions.
  ///
  /// - Parameters:
  ///   - answers: What was found.
  ///   - output: Where it goes.
  ///   - nothing: What to say where nothing was asked.
  /// - Throws: How the program ends where it does not end well.
  func deliver(_ answers: Answers, to output: AnswerOptions, nothing: String?) throws {
    Streams.writeError(answers.findings(form, Output.style(color, Streams.errorDescriptor)))
    for remark in answers.remarks { Streams.writeError("note: \(remark)\n") }
    if let nothing, answers.isEmpty, !answers.hasErrors {
      Streams.writeError("\(checked.path): \(nothing)\n")
    }
    if !answers.isEmpty || !answers.hasErrors {
      if output.output.isEmpty {
        let style = Output.style(color, Streams.outputDescriptor)
        try Output.print(answers.text(output.format ?? .table, style))
      }
      for path in output.output {
        let form = output.format ?? AnswerForm(path: path) ?? .table
        try Output.write(answers.text(form, Output.fileStyle), to: path)
      }
    }
    if answers.hasErrors { throw ExitStatus.planHasErrors }
    try stopIfInterrupted()
    if answers.isOfInfeasiblePlan {
      Streams.writeError(
        "no schedule keeps every demand of the plan; the answers are of the nearest one\n")
      throw ExitStatus.infeasible
    }
  }

  /// Ends the program where the plan has no such report, before it is solved; a plan with mistakes is told those instead.
  func admit(_ selection: ReportSelection) throws {
    do {
      try checked.admit(selection)
    } catch {
      Streams.writeError("\(error)\n")
      throw ExitStatus.calledWrongly
    }
  }

  /// A report of the schedule; ends the program where the plan's own texts in it are mistaken.
  func report(_ solved: SolvedPlan, _ selection: ReportSelection) throws -> Report {
    do {
      return try orOurFault { try PlanWorkbench.report(PlanWorkbench.ask(solved), selection) }
    } catch let error as MisreadReport {
      Streams.writeError(error.findings(form, Output.style(color, Streams.errorDescriptor)))
      throw ExitStatus.planHasErrors
    }
  }

  /// Names of the scenarios that the plan has, in the order of its files.
  var scenarioNames: [String] { checked.scenarioNames }

  /// Whether the plan has an initiative of that name, or cannot be read, which is told when it is asked.
  func mayKnow(initiative name: String) -> Bool {
    checked.hasErrors || checked.hasInitiative(name)
  }

  /// Asks something of the plan's schedule and writes the answer; of a plan that cannot be carried out, why not.
  func answer(
    _ effort: SearchEffort, to output: OutputOptions, _ ask: (SolvedPlan) throws -> Report
  ) throws {
    try output.refuseFormsOfWholePlans()
    let solved = try solve(effort)
    guard solved.isFeasible else {
      try Output.deliver(PlanWorkbench.scheduleReport(solved), to: output)
      throw ExitStatus.infeasible
    }
    let report: Report
    do {
      report = try orOurFault { try ask(solved) }
    } catch let error as Misasked {
      Streams.writeError("\(error)\n")
      throw ExitStatus.calledWrongly
    }
    try Output.deliver(report, to: output)
    try stopIfInterrupted()
  }

  /// The lock file that agrees to a schedule.
  func frozen(_ solved: SolvedPlan, _ note: FreezeNote) throws -> FrozenPlan {
    try orOurFault { try PlanWorkbench.frozen(solved, note) }
  }

  /// Ends the program where somebody stopped the search, once the best so far has been written.
  func stopIfInterrupted() throws {
    guard Interrupts.areAsked else { return }
    Streams.writeError("interrupted: this is the best that was found until then\n")
    throw ExitStatus.interrupted
  }

  func stopIfInfeasible(_ solved: SolvedPlan) throws {
    try stopIfInterrupted()
    if !solved.isFeasible { throw ExitStatus.infeasible }
  }

  /// Every mistake of the plan, or that there are lints; ends the program where there are mistakes.
  ///
  /// - Parameter isLast: Whether nothing else will be found, so that a document for programs is complete.
  /// - Throws: How the program ends where there are mistakes.
  private func sayFindings(isLast: Bool) throws {
    if checked.hasErrors || isLast && form != .human {
      Streams.writeError(checked.findings(form, Output.style(color, Streams.errorDescriptor)))
    }
    if checked.hasErrors, form == .human { Streams.writeError(checked.verdict() + "\n") }
    try stopOnErrors()
    if checked.hasWarnings, form == .human {
      Streams.writeError("\(checked.verdict()); `plan check` shows the warnings\n")
    }
  }

  func orOurFault<Value>(_ body: () throws -> Value) throws -> Value {
    defer { ProgressLine.clear() }
    do {
      return try body()
    } catch let fault as BrokenRule {
      Streams.writeError("\(fault)\n")
      throw ExitStatus.ourFault
    }
  }

  /// Ends the program where the plan has errors.
  func stopOnErrors() throws {
    if checked.hitLimit { throw ExitStatus.limitHit }
    if checked.isCalledWrongly { throw ExitStatus.calledWrongly }
    if checked.hasErrors { throw ExitStatus.planHasErrors }
  }
}
