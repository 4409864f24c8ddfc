internal import PlanInsight
internal import PlanModel
internal import PlanSolver

extension SearchEffort {
  /// What the solver is told for the schedule of a plan.
  func solveOptions(_ plan: Plan) -> SolveOptions {
    var options = SolveOptions()
    options.search = solverLevel
    options.seed = UInt64(bitPattern: seed ?? plan.seed)
    options.threads = threads
    options.watch = limit?.share
    options.mayGoOn = mayGoOn
    return options
  }

  /// The same options for a question about a schedule, so that a reader who has waited enough is answered.
  func asking(_ options: SolveOptions) -> SolveOptions {
    guard let isInterrupted else { return options }
    var options = options
    options.mayGoOn = { _ in !isInterrupted() }
    return options
  }

  /// What ended the search, for whoever reads the answer.
  var record: SearchRecord {
    SearchRecord(
      level: level.rawValue, within: limit?.text, isInterrupted: isInterrupted?() ?? false)
  }

  private var mayGoOn: (@Sendable (Double) -> Bool)? {
    guard isInterrupted != nil || progress != nil else { return nil }
    let (isInterrupted, progress) = (isInterrupted, progress)
    return { share in
      progress?(.searching, share)
      return isInterrupted?() != true
    }
  }

  private var solverLevel: SearchLevel {
    switch level {
    case .quick: .quick
    case .standard: .standard
    case .thorough: .thorough
    }
  }
}
