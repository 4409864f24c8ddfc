package import PlanModel

/// How hard to search, in counted work: the same on every machine.
package enum SearchLevel: String, Sendable, CaseIterable {
  case quick
  case standard
  case thorough

  /// Days looked at when placing works, which is what time goes into.
  ///
  /// It grows with the plan, up to what a planner waits for: a larger plan needs more tries to get as near, and from some
  /// size on more than in proportion. Forty variants of one of 68 initiatives come out 0.7 % cheaper for twice the work,
  /// and their bounds as much nearer.
  ///
  /// - Parameter size: Its initiatives; in a project of one, its works.
  /// - Returns: Units of work.
  func workLimit(size: Int) -> Int64 {
    let size = Int64(min(size, 1_000))
    let standard = min(200_000_000, max(12_000_000, 25_000 * size * max(size, 30)))
    return switch self {
    case .quick: standard / 5
    case .standard: standard
    case .thorough: standard * 12
    }
  }
}

/// What to solve with.
package struct SolveOptions: Sendable {
  package var search: SearchLevel
  package var seed: UInt64
  /// Whether the proved bound matters; a question about a schedule may do with the cheap one.
  package var needsBound: Bool
  /// Counted work, instead of the level's.
  package var workLimit: Int64?
  /// The share of the time that has passed, 1 when it is over, instead of counted work.
  ///
  /// The answer is then the best found in time, and may differ from one run to the next. A caller who wants to stop a solve
  /// returns 1. Called from every thread that searches.
  package var watch: (@Sendable () -> Double)?
  /// Told from time to time what share of the work is gone; answers whether to go on.
  ///
  /// Once it says no, the best so far is the answer; as long as it says yes, the answer does not hang on it. Called from every
  /// thread that searches.
  package var mayGoOn: (@Sendable (_ share: Double) -> Bool)?
  /// How many threads may search at once; unless a watch is set, the answer does not hang on it.
  package var threads = 1
  /// How many searches meet at counted points, unless what suits the work.
  ///
  /// The answer hangs on it.
  package var streams: Int?

  package init(
    search: SearchLevel = .standard, seed: UInt64 = 1, needsBound: Bool = true,
    workLimit: Int64? = nil, watch: (@Sendable () -> Double)? = nil
  ) {
    self.search = search
    self.seed = seed
    self.needsBound = needsBound
    self.workLimit = workLimit
    self.watch = watch
  }
}

extension SolveOptions {
  /// How many searches there are for so many works: under a clock one for each thread.
  ///
  /// Else one, or where there is work for a whole search in each, eight: parts of what one search needs would find less
  /// than it, and a small plan is better proved than searched.
  func streamCount(works: Int) -> Int {
    if let streams { return min(max(streams, 1), Self.streamsMax) }
    if watch != nil { return min(max(threads, 1), Self.streamsMax) }
    let isLarge = works > Phases.provableMax
    return workLimit == nil && search == .thorough && isLarge ? Self.streamsMax : 1
  }

  /// More streams would keep more boards in memory than cores of a usual machine can serve.
  private static let streamsMax = 8

  /// For the restricted problem of one question about a schedule, of which a report asks a hundred: little work, warm from
  /// the schedule asked about.
  package static let question = SolveOptions(
    search: .quick, needsBound: false, workLimit: 700_000)

  /// For a question about hard demands that cannot hold together: more work, since a proof is worth more than a schedule
  /// there, and there are as many questions as demands.
  package static let conflict = SolveOptions(
    search: .quick, needsBound: false, workLimit: 3_000_000)
}

/// Sequences a problem so that its total cost of delay is least.
///
/// Small problems are searched to the end and the answer is proved; others are improved by annealing on lists until the counted
/// work is used up or the bound is met. Of schedules that cost the same, the one that gets more done, the riskiest first, and
/// finishes earlier in the plan's order is taken.
///
/// - Parameters:
///   - problem: What to decide.
///   - options: How hard to search.
///   - seeds: Schedules of this problem or of one that differs a little. The answer is never worse than one that fits.
/// - Returns: A schedule, its cost, and a bound below which none can cost. Where no schedule keeps the hard demands, the
///   nearest that was found and what it breaks.
package func solve(
  _ problem: Problem, _ options: SolveOptions = SolveOptions(), from seeds: [Schedule] = []
) -> Solution {
  solve(ReadyProblem(problem), options, from: seeds)
}

/// Sequences a problem that may have been searched before, and whose tables need not be made again.
package func solve(
  _ ready: ReadyProblem, _ options: SolveOptions, from seeds: [Schedule] = []
) -> Solution {
  ready.problem.hasRules
    ? solveUnderRules(ready, options, from: seeds) : solveFreely(ready, options, from: seeds)
}

/// Sequences a problem that has neither budgets nor guardrails.
///
/// - Parameters:
///   - ready: What to decide.
///   - options: How hard to search.
///   - seeds: As those of `solve`.
///   - sequel: What goes on from what the search finds, where a bound is looked for beside it.
/// - Returns: As `solve`.
func solveFreely(
  _ ready: ReadyProblem, _ options: SolveOptions, from seeds: [Schedule], sequel: Sequel? = nil
) -> Solution {
  let problem = ready.problem
  let compiled = ready.compiled
  let size = compiled.project == nil ? problem.initiatives.count : problem.works.count
  let limit = options.workLimit ?? options.search.workLimit(size: size)
  let streams = options.streamCount(works: problem.works.count)
  var search = Search(
    compiled, seed: options.seed,
    Meter(
      workLimit: limit / Int64(streams), watch: options.watch, mayGoOn: options.mayGoOn))
  search.start(from: seeds, problem)

  var bound = search.capacityFreeBound()
  if search.isSettled(bound) {
    // Nothing is cheaper; a little goes into what comes after money.
    search.anneal(until: 0.05, bound: Int64.min, heat: 0.1)
    return search.solution(problem, bound: bound, isComplete: false)
  }
  // Some of the work may go into searching to the end; small problems are proved by it.
  let phases = search.phases
  let end = search.share() + phases.exhaustive
  if search.searchExhaustively(until: end)
    || search.board.instance.hasLeads && search.searchWithWaiting(until: end)
  {
    if search.bestScore.violation == 0 { bound = search.bestScore.cost }
    return search.solution(problem, bound: bound, isComplete: true)
  }
  // A seed is near the answer; heat would carry the search away from it.
  let heat = seeds.isEmpty ? 1 : 0.1
  if streams > 1 {
    let together = Streams(
      lead: search, count: streams, threads: options.threads, seed: options.seed)
    bound = together.improve(bound: bound, needsBound: options.needsBound, heat: heat)
    return together.solution { search, work in
      search.shiftLeft()
      return search.solution(problem, bound: bound, isComplete: false, work: work)
    }
  }
  // A clock runs for both; one that has no thread for each would give neither its share.
  if options.needsBound, options.watch == nil, search.canRelax {
    let both = BoundBeside(search, threads: options.threads)
    bound = both.improve(bound: bound, heat: heat, sequel: sequel)
    return both.solution { search, work in
      search.shiftLeft()
      return search.solution(problem, bound: bound, isComplete: false, work: work)
    }
  }
  search.improve(until: options.needsBound ? phases.search : 1, bound: bound, heat: heat)
  if options.needsBound, !search.isSettled(bound) {
    bound = max(bound, search.relaxationBound(until: phases.bound))
    search.improveFurther(until: 1, bound: bound, heat: phases.heat)
  }
  search.shiftLeft()
  return search.solution(problem, bound: bound, isComplete: false)
}
