internal import PlanInsight
internal import PlanModel
internal import PlanReport

/// What waiting costs (`plan defer`).
///
/// - Parameters:
///   - solved: The plan, whose schedule keeps the hard demands.
///   - names: Initiatives; empty for all.
///   - delay: How long they are put off, as plans write it; `nil` for one cycle, and for every delay of the ladder where
///     initiatives are named.
/// - Returns: Figures of deferral, and of including what is later or out.
/// - Throws: When a name or the delay is none.
package func waiting(
  _ solved: SolvedPlan, for names: [String], by delay: String?
) throws(Misasked) -> Report {
  let subjects = try solved.initiatives(named: names)
  var elapsed: Elapsed?
  if let delay {
    let option = solved.shell.words("--by", inSession: "by")
    elapsed = try solved.checked.elapsed(delay, for: option)
  }
  let isOfAll = names.isEmpty
  let waiting = WaitingCosts(
    of: isOfAll ? nil : subjects, by: elapsed ?? (isOfAll ? solved.model.plan.cycle : nil),
    in: solved.model, base: solved.solution,
    inquiry: isOfAll ? solved.inquiryOfMany : solved.inquiry)
  let answer = scheduled(solved)
  return Report(document: waitingPage(waiting, answer)) { try waitingJSON(waiting, answer) }
}
