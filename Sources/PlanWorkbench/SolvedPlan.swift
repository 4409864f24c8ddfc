internal import PlanInsight
internal import PlanModel
internal import PlanReport

/// What `solve` gives: a schedule that has passed the checker.
package struct SolvedPlan: Sendable {
  /// What was solved.
  let checked: CheckedPlan
  let model: SchedulingModel
  let solution: Solution
  var effort: SearchEffort
  /// What stays where it was agreed although another order would cost less.
  var kept: KeptOrder? = nil
  /// Whose words answers use.
  var shell = Shell.commandLine
  /// How many threads may answer questions about it; no answer hangs on that.
  package var threads = 1

  /// Whether the schedule keeps every hard demand of the plan.
  package var isFeasible: Bool { solution.isFeasible }

  /// Whether somebody stopped the search, so that this is the best found until then.
  package var isInterrupted: Bool { effort.isInterrupted?() ?? false }

  /// The same for whoever asks in a session: in its words, on as many threads as searched, and until nobody waits any more.
  package func asked(until isUnwanted: @escaping @Sendable () -> Bool) -> SolvedPlan {
    var solved = self
    solved.effort = effort.until(isUnwanted)
    solved.threads = effort.threads
    solved.shell = .session
    return solved
  }
}
