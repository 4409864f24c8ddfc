internal import PlanInsight
internal import PlanModel
internal import PlanReport

/// Versions of a plan side by side (`plan compare`).
///
/// - Parameter versions: Solved, each with what the caller calls it.
/// - Returns: Dates, horizons, money and load, with how sure they are, and how often one beats another.
package func comparison(_ versions: [(name: String, solved: SolvedPlan)]) -> Report {
  // Draws are functions of seed and name, so versions share those of what they have in common.
  let answers = versions.map { simulated($0.solved) }
  let names = versions.map(\.name)
  return Report(document: comparePage(answers, names: names)) {
    try compareJSON(answers, names: names)
  }
}
