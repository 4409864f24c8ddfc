internal import PlanInsight
internal import PlanModel
internal import PlanReport

/// Why an initiative is where it is, and what would bring it into the horizon before (`plan explain NAME PLAN`).
///
/// - Parameters:
///   - solved: The plan, whose schedule keeps the hard demands.
///   - name: The initiative.
/// - Returns: The chain that holds it, each link underlined in the plan, and levers, each of them solved.
/// - Throws: When no initiative has the name.
package func why(_ solved: SolvedPlan, _ name: String) throws(Misasked) -> Report {
  let initiative = try solved.knownInitiative(named: name)
  let why = Why(
    initiative, in: solved.model, base: solved.solution, inquiry: solved.inquiryOfMany)
  let places = HoldPlaces(solved)
  let underlines = why.chains.map { $0.links.map(places.underlines) }
  let answer = simulated(solved)
  let excerpts = underlines.map { $0.map(places.excerpt) }
  let records = underlines.map { $0.map(places.records) }
  return Report(document: whyPage(why, answer, excerpts: excerpts)) {
    try whyJSON(why, answer, places: records)
  }
}
