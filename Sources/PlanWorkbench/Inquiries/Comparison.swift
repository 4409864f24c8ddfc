internal import PlanInsight
internal import PlanModel
internal import PlanReport

/// Versions of a plan side by side (`plan compare`).
///
/// - Parameter versions: Solved, each with what the caller calls it.
/// - Returns: Dates, horizons, money and load.
package func comparison(_ versions: [(name: String, solved: SolvedPlan)]) -> Report {
  let answers = versions.map { scheduled($0.solved) }
  let names = versions.map(\.name)
  return Report(document: comparePage(answers, names: names)) {
    try compareJSON(answers, names: names)
  }
}
