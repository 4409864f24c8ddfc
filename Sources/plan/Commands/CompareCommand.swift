internal import ArgumentParser
internal import PlanSystem
internal import PlanWorkbench

/// `plan compare`: scenarios side by side.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Put scenarios of a plan side by side: dates, horizons, money and load.",
    discussion: """
      The plan itself is `baseline`. Each version is solved and simulated for itself, with the same draws.

      EXAMPLES
        plan compare markets.plan                      the plan and all of its scenarios
        plan compare markets.plan baseline ceo_ask
        plan compare markets.plan ceo_ask ceo_ask_two --format json
      """)

  @Argument(help: "The plan.")
  var file: String

  @Argument(help: "Scenarios, and `baseline` for the plan itself; unless said, all.")
  var names: [String] = []

  @OptionGroup var version: VersionOptions
  @OptionGroup var searching: SearchOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if file == "-" {
      throw ValidationError("a plan that is read more than once cannot come from a pipe")
    }
    if version.scenario != nil {
      throw ValidationError("name the scenarios behind the plan, without --scenario")
    }
  }

  func run() throws {
    try output.refuseFormsOfWholePlans()
    let plain = try PlanSession(file, version, color: output.color, findings: output.findings.form)
    let asked = names.isEmpty ? [CompareCommand.baseline] + plain.scenarioNames : names
    var versions: [(name: String, solved: SolvedPlan)] = []
    for name in asked {
      var other = version
      other.scenario = name == CompareCommand.baseline ? nil : name
      let session = try PlanSession(
        file, other, color: output.color, findings: output.findings.form)
      versions.append((name, try session.solve(searching.search)))
    }
    try Output.deliver(PlanWorkbench.comparison(versions), to: output)
  }

  private static let baseline = "baseline"
}
