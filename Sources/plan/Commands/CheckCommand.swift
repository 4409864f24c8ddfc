internal import ArgumentParser
internal import PlanSystem
internal import PlanWorkbench

/// `plan check`: every mistake of a plan, in one run.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say everything that is wrong with a plan.",
    discussion: """
      A plan without errors is solved, for its `check` blocks, its guardrails and the lints that look at a schedule; one of
      more than 100 initiatives not for lints alone.

      EXAMPLES
        plan check q3.plan
        plan check q3.plan --fix           applies the fixes that are certain, then says what is left
        plan check q3.plan --diff          shows them, and writes nothing
        plan check q3.plan --format json   also short, sarif, github and junit
        plan check q3.plan -o findings.sarif -o checks.xml
        cat q3.plan | plan check -
      """)

  @OptionGroup var input: InputOptions

  @Flag(help: "Apply the fixes that are certain, in all files of the plan or in none.")
  var fix = false

  @Flag(help: "Show what --fix would change, and write nothing.")
  var diff = false

  @OptionGroup var searching: SearchOptions
  @OptionGroup var color: ColorOptions
  @OptionGroup var findings: FindingsOptions

  func validate() throws {
    if diff, !findings.output.isEmpty || findings.format != nil {
      throw ValidationError("--diff shows changes and no findings; leave --format and -o out")
    }
  }

  func run() throws {
    if diff { return try showFixes() }
    guard fix else {
      return try PlanSession(input, color: color).printFindings(findings, searching.search)
    }
    let fixing = try FixingRun(input, color: color)
    let isPipe = input.file == "-"
    try fixing.write(toStandardOutput: isPipe)
    Streams.writeError(fixing.fixed.summary(written: true) + "\n")
    // The plan itself has taken standard output.
    try fixing.session.printFindings(
      findings, searching.search, to: isPipe ? Streams.errorDescriptor : Streams.outputDescriptor)
  }

  /// The difference, and the exit code of the plan as it still is.
  private func showFixes() throws {
    let fixing = try FixingRun(input, color: color)
    try Output.print(fixing.fixed.difference(Output.style(color, Streams.outputDescriptor)))
    Streams.writeError(fixing.fixed.summary(written: false) + "\n")
    try fixing.original.stopOnErrors()
  }
}
