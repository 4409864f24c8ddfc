internal import ArgumentParser
internal import PlanSystem
internal import PlanWorkbench

/// `plan simulate`: how sure it is.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Say how sure the dates and the cost of a plan are, and what makes the difference.",
    discussion: """
      Runs the schedule many times, with efforts, risks, slips and paces drawn anew. The schedule itself is not changed.

      EXAMPLES
        plan simulate q3.plan
        plan simulate q3.plan --until 0.5%        until chances are known to half a point
        plan simulate q3.plan --scenario ceo_ask  with the same draws, so a difference is one
        plan simulate q3.plan --format json | jq .goals
      """)

  @OptionGroup var input: InputOptions

  @Option(
    help: ArgumentHelp(
      "How many trials; unless said, \(TrialOptions.trialsUsual).", valueName: "count"))
  var trials: Int?

  @Option(
    help: ArgumentHelp(
      "As many trials as it takes to know every chance to so much, 19 times in 20.",
      valueName: "percent"), transform: SimulateCommand.basisPoints)
  var until: Int?

  @OptionGroup var searching: SearchOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if trials != nil, until != nil {
      throw ValidationError("--trials and --until both say how many trials; give one of them")
    }
    if let trials, !(1...TrialOptions.trialsMax).contains(trials) {
      throw ValidationError(
        "\(trials) trials: a simulation has 1 to \(TrialOptions.trialsMax) of them")
    }
  }

  func run() throws {
    let session = try PlanSession(input, color: output.color)
    var options = TrialOptions()
    options.trials =
      trials ?? until.map(TrialOptions.trials(forErrorInBasisPoints:)) ?? options.trials
    try session.answer(searching.search, to: output) { PlanWorkbench.outlook($0, options) }
  }

  /// `1%`, `0.5 %` or `0.5` in hundredths of a per cent.
  private static func basisPoints(_ text: String) throws -> Int {
    let digits = text.filter { $0 != " " && $0 != "%" }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = Int(parts[0]), (0...50).contains(whole),
      let fraction = Int(((parts.count == 2 ? String(parts[1]) : "") + "00").prefix(2)),
      fraction >= 0, whole * 100 + fraction > 0
    else {
      throw ValidationError("`\(text)` is no share between 0.4% and 50%; write it as 1%")
    }
    return whole * 100 + fraction
  }
}
