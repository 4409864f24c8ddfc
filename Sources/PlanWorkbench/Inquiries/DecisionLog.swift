internal import PlanInsight
internal import PlanModel
internal import PlanReport

/// What was decided in a plan and what is to be decided, in time (`plan log`); nothing is solved for it.
///
/// - Parameter checked: A plan without errors.
/// - Returns: What has come due, what lies ahead, and what was decided.
/// - Throws: `BrokenRule` for one with errors, of which nothing can be said.
package func decisionLog(_ checked: CheckedPlan) throws(BrokenRule) -> Report {
  guard let plan = checked.plan else {
    throw BrokenRule(description: "a plan with errors was asked for its decisions")
  }
  let log = DecisionLog(plan)
  return Report(document: logPage(log, plan)) { try logJSON(log, plan) }
}
