internal import ArgumentParser
internal import PlanWorkbench

/// `plan options`: one more thing came in, or something is to be stopped.
struct OptionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "options",
    abstract: "Say what can be done about something that came in, or that is to be stopped.",
    discussion: """
      The initiative stands in the plan, in a scenario of it, or in a file of its own, which knows all names of the plan. Each
      way is solved: swaps, less of it, more people, later dates, and what happens when nobody decides.

      EXAMPLES
        plan options q3.plan usage_pricing
        plan options q3.plan assistant.plan
        plan options q3.plan assistant --scenario ceo_ask
        plan options flags.plan flags                build, buy or managed: the options of a choice
        plan options q3.plan --drop golden_path      go on, in another way, a part of it, or stop
        plan options q3.plan usage_pricing --format json
      """)

  @OptionGroup var input: InputOptions

  @Argument(help: "The initiative that came in, a file with it, or a choice of the plan.")
  var name: String?

  @Option(help: ArgumentHelp("The initiative that is to be stopped.", valueName: "name"))
  var drop: String?

  @OptionGroup var searching: SearchOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (name == nil) != (drop == nil) else {
      throw ValidationError(
        "name the initiative that came in, or with --drop the one to be stopped")
    }
  }

  func run() throws {
    var plan = try PlanInput(input, color: output.color)
    let file = name.flatMap { $0.hasSuffix(".plan") ? $0 : nil }
    if let file { plan = try plan.adding(file, color: output.color) }
    let session = PlanSession(plan, color: output.color, findings: output.findings.form)
    try session.answer(searching.search, to: output) {
      try PlanWorkbench.options($0, file == nil ? name ?? drop : nil, isDropped: drop != nil)
    }
  }
}
