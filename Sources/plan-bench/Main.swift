internal import ArgumentParser
internal import PlanSystem

/// How good and how fast the solver is, on instances that nobody here made, and how fast plans are read.
///
/// It goes through the same entry as `plan solve`; only the reading of the formats is its own. Not installed with `plan`.
@main
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan-bench",
    abstract: "Solve scheduling instances and compare with the best that is known.",
    discussion: """
      One line an instance goes to standard output, as CSV; the summary goes to standard error.

      EXAMPLES
        plan-bench portfolio instances/ --within 1s --best-known instances/best_known.csv
        plan-bench psplib j60/ --every 10 --search standard --best-known best_known.csv
        plan-bench generated 10000 --within 2s
        plan-bench syntax --megabytes 10
      """,
    subcommands: [
      PortfolioCommand.self, ProjectCommand.self, GeneratedCommand.self, SyntaxCommand.self,
    ])

  static func main() {
    Streams.answerErrors()
    main(nil)
  }
}

/// `plan-bench portfolio`: roadmaps whose delay has a price.
struct PortfolioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "portfolio", abstract: "Portfolio instances (portfolio-1, JSON).")

  @OptionGroup var files: FileOptions
  @OptionGroup var solving: SolvingOptions

  func run() throws {
    let known = try files.bestKnown { try BestKnown(portfolioCSV: $0) }
    try solving.run(
      files.paths(ending: ".json"), measure: .aboveBest, known: known
    ) { try PortfolioInstance(json: Files.read($0, sizeMax: FileOptions.sizeMax)).instance() }
  }
}

/// `plan-bench psplib`: single projects to finish as early as possible.
struct ProjectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "psplib",
    abstract: "Project scheduling instances of PSPLIB (.sm; Kolisch & Sprecher 1996).")

  @OptionGroup var files: FileOptions
  @OptionGroup var solving: SolvingOptions

  func run() throws {
    let known = try files.bestKnown { try BestKnown(projectCSV: $0) }
    try solving.run(
      files.paths(ending: ".sm"), measure: .aboveCriticalPath, known: known
    ) { path in
      let bytes = try Files.read(path, sizeMax: FileOptions.sizeMax)
      return try ProjectInstance(name: fileName(path), text: String(decoding: bytes, as: UTF8.self))
        .instance()
    }
  }
}

/// `plan-bench generated`: plans of any size, for how cost grows.
struct GeneratedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generated",
    abstract:
      "A generated plan of so many initiatives: days, staffing ranges, a team for a hundred.")

  @Argument(help: "How many initiatives; several for several plans.")
  var sizes: [Int]

  @OptionGroup var solving: SolvingOptions

  func validate() throws {
    if let wrong = sizes.first(where: { !(1...1_000_000).contains($0) }) {
      throw ValidationError("\(wrong) initiatives: a plan is generated with 1 to 1000000")
    }
  }

  func run() throws {
    let seed = solving.seed
    try solving.run(sizes.map(String.init), measure: .aboveBest, known: BestKnown()) { text in
      GeneratedPlan(initiatives: Int(text) ?? 0, seed: seed).instance()
    }
  }
}

/// The last part of a path, without its ending.
func fileName(_ path: String) -> String {
  let last = path.split(separator: "/").last.map(String.init) ?? path
  return last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
}
