internal import PlanInsight
internal import PlanModel
internal import PlanReport

/// What one more person, more time or less to do is worth (`plan levers`).
///
/// - Parameters:
///   - solved: The plan, whose schedule keeps the hard demands.
///   - day: When another person could start; unless said, three months from today, which is what hiring takes, and for a
///     contractor the next month.
/// - Returns: Each lever, solved, against what it costs.
/// - Throws: When the day lies outside the plan.
package func levers(
  _ solved: SolvedPlan, from day: CheckOptions.Day?
) throws(Misasked) -> Report {
  let plan = solved.model.plan
  let usual = min(plan.asOf.adding(months: 3), plan.end)
  let from = day?.date ?? usual
  guard from >= plan.asOf, from <= plan.end else {
    throw Misasked(
      "`\(solved.shell.words("--from", inSession: "from")) \(from)` lies outside the plan",
      help: "a day from \(plan.asOf) to \(plan.end)")
  }
  let worths = Worths(
    of: solved.model, base: solved.solution, from: from,
    contractFrom: day?.date ?? plan.asOf.nextMonth, inquiry: solved.inquiry)
  let answer = scheduled(solved)
  return Report(document: leversPage(worths, answer)) { try leversJSON(worths, answer) }
}
