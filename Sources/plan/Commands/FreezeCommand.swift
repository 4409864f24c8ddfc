internal import ArgumentParser
internal import PlanSystem
internal import PlanWorkbench

/// `plan freeze`: agree on a schedule.
struct FreezeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "freeze",
    abstract: "Agree on the schedule of a plan: write its lock file.",
    discussion: """
      The lock file lies beside the plan, as `q3.plan.lock`, and belongs into the repository with it: one line an initiative
      or work, so that reviews show every date that moves, and git merges them. From then on moving an agreed start of Now by
      more than five days costs `churn`, which the schedule weighs against what the move gains, and every report says what
      has moved and why.

      EXAMPLES
        plan freeze q3.plan
        plan freeze q3.plan --by "Ann Lee" --on 2026-07-03 --because "agreed in the quarterly review"
        plan freeze q3.plan --check        writes nothing; ends with 1 where the schedule is not the agreed one
        plan freeze q3.plan --diff         writes nothing; shows what would change
      """)

  @OptionGroup var input: InputOptions

  @Flag(help: "Write nothing; say whether the schedule is the agreed one, and end with 1 if not.")
  var check = false

  @Flag(help: "Write nothing; show what would change.")
  var diff = false

  @Option(help: ArgumentHelp("Who agrees, noted on lines that change.", valueName: "name"))
  var by: String?

  @Option(
    help: ArgumentHelp("The day of the agreement, noted on lines that change.", valueName: "date"),
    transform: VersionOptions.day)
  var on: CheckOptions.Day?

  @Option(help: ArgumentHelp("Why, noted on lines that change.", valueName: "text"))
  var because: String?

  @OptionGroup var searching: SearchOptions
  @OptionGroup var color: ColorOptions

  func validate() throws {
    if input.file == "-" {
      throw ValidationError(
        "a lock file lies beside a plan; standard input has no place to put it beside")
    }
    if !check, !diff, input.version.scenario != nil || !input.version.overrides.isEmpty {
      throw ValidationError(
        "what is agreed is the plan as it is written; with --scenario or --set there is only --check and --diff"
      )
    }
  }

  func run() throws {
    let session = try PlanSession(input, color: color)
    let solved = try session.solve(searching.search)
    guard solved.isFeasible else {
      Streams.writeError(
        "no schedule keeps every demand of the plan, so there is none to agree on; `plan solve` says why\n"
      )
      throw ExitStatus.infeasible
    }
    let frozen = try session.frozen(
      solved, FreezeNote(by: by, on: on, because: because))
    guard !solved.isInterrupted else {
      Streams.writeError("interrupted: nothing was written\n")
      throw ExitStatus.interrupted
    }
    if diff { try Output.print(frozen.difference(Output.style(color, Streams.outputDescriptor))) }
    let writes = !check && !diff
    if writes, frozen.isChanged { try write(frozen) }
    Streams.writeError(frozen.summary(written: writes) + "\n")
    if check, frozen.isChanged { throw ExitStatus.planHasErrors }
  }

  private func write(_ frozen: FrozenPlan) throws {
    do throws(FileFailure) {
      try Files.writeAtomically([
        FileWrite(path: frozen.path, bytes: frozen.new, expected: frozen.old)
      ])
    } catch {
      Streams.writeError(
        "error: cannot write `\(error.path)`: \(error.reason); nothing was changed\n")
      throw ExitStatus.calledWrongly
    }
  }
}
