internal import ArgumentParser
internal import PlanSystem
internal import PlanWorkbench

/// `plan calibrate`: what finished work says about estimates and promises.
struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Learn from what is finished: how far estimates and promises can be trusted.",
    discussion: """
      Compares what finished work took (`spent`) with what it was estimated to take, by team, class, kind and size, and says what
      to multiply estimates by; fewer works count for less. Also how often milestones, agreed dates, measures and what others
      promised were kept, by who answers for them.

      EXAMPLES
        plan calibrate q3.plan
        plan calibrate q3.plan --diff       shows what --apply would write, and writes nothing
        plan calibrate q3.plan --apply      writes `uplift` and `varies` into the teams and classes
        plan calibrate q3.plan --format json | jq .teams
      """)

  @OptionGroup var input: InputOptions

  @Flag(help: "Write what was learned into the plan, in all of its files or in none.")
  var apply = false

  @Flag(help: "Show what --apply would write, and write nothing.")
  var diff = false

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if apply, input.version.scenario != nil || !input.version.overrides.isEmpty {
      throw ValidationError(
        "what is learned is written into the plan as it is; leave --scenario and --set out")
    }
    if apply, diff { throw ValidationError("--apply writes and --diff does not; give one of them") }
    if apply || diff, !output.output.isEmpty || output.format != nil {
      throw ValidationError("--apply and --diff write no report; leave --format and -o out")
    }
  }

  func run() throws {
    try output.refuseFormsOfWholePlans()
    let plan = try PlanInput(input, color: output.color)
    let session = PlanSession(
      PlanWorkbench.check(plan.bytes, path: plan.path, plan.options), output.color,
      output.findings.form)
    guard apply || diff else {
      return try Output.deliver(session.ask { try PlanWorkbench.calibration($0) }, to: output)
    }
    let found = try session.ask { _ in
      try PlanWorkbench.calibrated(plan.bytes, path: plan.path, plan.options)
    }
    guard let found else { return }
    if diff {
      try Output.print(found.difference(Output.style(output.color, Streams.outputDescriptor)))
    } else {
      try Output.replace(found.files)
      if input.file == "-" { try Output.print(found.root) }
    }
    Streams.writeError(found.summary(written: apply) + "\n")
  }
}
