internal import ArgumentParser
internal import PlanSolver
internal import PlanSystem

/// How hard to search, and the run over the instances.
struct SolvingOptions: ParsableArguments {
  @Option(help: "quick, standard or thorough: counted work, the same result everywhere.")
  var search: SearchLevel = .standard

  @Option(
    help: ArgumentHelp(
      "So much time an instance instead, such as 50ms or 10s; results may differ between runs.",
      valueName: "time"),
    transform: SolvingOptions.duration)
  var within: Duration?

  @Option(help: ArgumentHelp("So much counted work an instance instead.", valueName: "units"))
  var work: Int64?

  @Option(help: "Where random choices begin.")
  var seed: UInt64 = 1

  @Option(help: "How many threads may search at once; counted work gives the same with any number.")
  var threads = 1

  @Option(help: "How many searches meet, instead of what suits the work.")
  var streams: Int?

  @Flag(help: "Leave out the proved bound and spend everything on the schedule.")
  var noBound = false

  /// Solves one instance after the other and prints what came out.
  ///
  /// - Parameters:
  ///   - names: Files or sizes.
  ///   - measure: What the summary compares with.
  ///   - known: The best results known.
  ///   - load: Reads one.
  /// - Throws: What cannot be read or written, and `WrongResult`.
  func run(
    _ names: [String], measure: Measure, known: BestKnown,
    load: (String) throws -> Instance
  ) throws {
    try Streams.writeOutput(ResultLine.header + "\n")
    var summary = Summary(measure, known)
    for name in names {
      let result = try Run(options: self).solve(try load(name))
      try Streams.writeOutput(result.csv + "\n")
      summary.add(result)
    }
    Streams.writeError(summary.text)
  }

  func validate() throws {
    guard (1...64).contains(threads) else { throw ValidationError("--threads takes 1 to 64") }
    guard (1...8).contains(streams ?? 1) else { throw ValidationError("--streams takes 1 to 8") }
  }

  private static func duration(_ text: String) throws -> Duration {
    let units: [(String, Duration)] = [("ms", .milliseconds(1)), ("s", .seconds(1))]
    for (unit, one) in units where text.hasSuffix(unit) {
      if let count = Double(text.dropLast(unit.count)), count > 0, count <= 86_400_000 {
        return one * count
      }
    }
    throw ValidationError("`\(text)` is no time; write it as 50ms, 1s or 10s")
  }
}

extension SearchLevel: ExpressibleByArgument {}
