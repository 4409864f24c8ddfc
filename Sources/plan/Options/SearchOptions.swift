internal import ArgumentParser
internal import PlanSystem
internal import PlanWorkbench

/// How hard to search.
///
/// The same level gives the same bytes on every machine; only a clock does not.
struct SearchOptions: ParsableArguments {
  @Option(
    name: .customLong("search"),
    help: ArgumentHelp(
      "How hard to search: quick, standard or thorough. The same on every machine.",
      valueName: "level"))
  var level: SearchEffort.Level = .standard

  @Option(
    help: ArgumentHelp(
      """
      Search for so long instead, such as 500ms, 10s or 2min; another machine or run may then find another schedule.
      """, valueName: "time"),
    transform: TimeText.init)
  var within: TimeText?

  @Option(
    help: ArgumentHelp(
      "How many threads may search; the answer does not hang on it. Unless said: one a processor.",
      valueName: "count"))
  var threads: Int?

  @Option(
    help: ArgumentHelp(
      "Where random draws begin, instead of the plan's `seed`.", valueName: "number"))
  var seed: Int64?

  @Flag(
    name: .customLong("no-cache"),
    help: "Search again for a schedule that was found before; the answer is the same.")
  var ignoresCache = false

  func validate() throws {
    if let threads, !(1...Self.threadsMax).contains(threads) {
      throw ValidationError("--threads is a number from 1 to \(Self.threadsMax)")
    }
  }

  /// More than machines have; each costs memory.
  private static let threadsMax = 1_024

  /// What the pipeline is told: from here on Ctrl-C asks for the best so far.
  var search: SearchEffort {
    var effort = SearchEffort(level)
    effort.threads = threads ?? Processors.count
    effort.seed = seed
    effort.limit = within.map(\.limit)
    Interrupts.note()
    effort.isInterrupted = { Interrupts.areAsked }
    effort.progress = ProgressLine.reporting()
    effort.cache = ignoresCache ? nil : ScheduleCache.usual
    return effort
  }
}

extension SearchEffort.Level: ExpressibleByArgument {}

/// A time as it is typed: `500ms`, `10s`, `2min`.
struct TimeText: Sendable {
  let text: String
  private let seconds: Double

  init(_ text: String) throws {
    self.text = text
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let scale: Double? =
      switch text.dropFirst(digits.count) {
      case "ms": 0.001
      case "s": 1
      case "min": 60
      default: nil
      }
    guard let scale, let count = Int(digits), count > 0, Double(count) * scale <= Self.secondsMax
    else {
      throw ValidationError(
        "`\(text.prefix(40))` is no time to search for; write it as 500ms, 10s or 2min, a day at most"
      )
    }
    seconds = Double(count) * scale
  }

  private static let secondsMax = 86_400.0

  /// Begins to count when it is asked for.
  var limit: SearchEffort.TimeLimit {
    let watch = Stopwatch()
    let seconds = seconds
    return SearchEffort.TimeLimit(text: text) { min(1, watch.seconds / seconds) }
  }
}
