internal import PlanInsight
internal import PlanModel
internal import PlanReport
internal import PlanSolver

/// How many trials a simulation runs, and what it is told meanwhile.
package struct TrialOptions: Sendable {
  package static let trialsMax = SimulationOptions.trialsMax
  package static let trialsUsual = SimulationOptions.trialsUsual

  package var trials = TrialOptions.trialsUsual
  /// No figure hangs on it.
  package var threads = 1
  /// Asked from time to time; what has been done by then is the answer.
  package var isCancelled: (@Sendable () -> Bool)?
  /// Told how many trials are done.
  package var progress: (@Sendable (Int) -> Void)?

  package init() {}

  /// Trials after which a chance is known to so many hundredths of a point, 19 times in 20, whatever it is.
  package static func trials(forErrorInBasisPoints error: Int) -> Int {
    SimulationOptions.trials(forError: Rational(Int64(max(1, error)), 10_000) ?? .one)
  }
}

/// How sure the dates and the cost of a schedule are (`plan simulate`).
///
/// - Parameters:
///   - solved: The plan, whose schedule keeps the hard demands.
///   - options: How many trials.
/// - Returns: Chances and percentiles, and what makes the difference.
package func outlook(_ solved: SolvedPlan, _ options: TrialOptions) -> Report {
  let outlook = Outlook(
    solved.model, solved.solution.schedule,
    SimulationOptions(
      trials: options.trials, threads: options.threads, isCancelled: options.isCancelled,
      progress: options.progress),
    resolve: { problem, seeds in PlanSolver.solve(problem, .question, from: seeds) })
  let answer = scheduled(solved)
  return Report(document: outlookPage(outlook, answer)) { try outlookJSON(outlook, answer) }
}
