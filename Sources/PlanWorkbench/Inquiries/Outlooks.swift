internal import PlanInsight
internal import PlanModel
internal import PlanReport
internal import PlanSolver

/// How many trials a simulation runs, and what it is told meanwhile.
package struct TrialOptions: Sendable {
  package static let trialsMax = SimulationOptions.trialsMax
  package static let trialsUsual = SimulationOptions.trialsUsual

  package var trials = TrialOptions.trialsUsual
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
///   - options: How many trials; who stops the search stops them as well, and what has been run by then is the answer.
/// - Returns: Chances and percentiles, and what makes the difference.
package func outlook(_ solved: SolvedPlan, _ options: TrialOptions) -> Report {
  var how = SimulationOptions(trials: options.trials, threads: solved.threads)
  how.seed = solved.effort.seed
  how.isCancelled = solved.effort.isInterrupted
  if let tell = solved.effort.progress {
    let asked = Double(max(1, options.trials))
    how.progress = { done in tell(.simulating, Double(done) / asked) }
  }
  let outlook = Outlook(
    solved.model, solved.solution.schedule, how, resolve: solved.inquiry.streams.resolve)
  let answer = scheduled(solved)
  return Report(document: outlookPage(outlook, answer)) { try outlookJSON(outlook, answer) }
}
