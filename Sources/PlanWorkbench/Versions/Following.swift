internal import PlanInsight
internal import PlanModel

/// The schedule of a version that follows another: what the changes between them move moves, and nothing else.
///
/// A search from nothing finds another order after nearly every change of a large plan, and a reader would take that for what the
/// change did. So the search begins at the schedule before, which stays where it is as good. Where that one is proved optimal
/// the plan is an easy one: then a search from nothing comes first and proves what is found, and is only followed where it is
/// really cheaper.
///
/// - Parameters:
///   - checked: The version, without errors.
///   - former: The one before, with its schedule.
///   - effort: How hard to search.
/// - Returns: Its schedule.
/// - Throws: `BrokenRule` when a schedule of ours is none.
func solve(
  _ checked: CheckedPlan, following former: SolvedPlan, _ effort: SearchEffort
) throws(BrokenRule) -> SolvedPlan {
  let near = try solve(checked, near: former, effort)
  guard former.solution.isOptimal || !near.isFeasible else { return near }
  let anew = try solve(checked, effort)
  guard near.isFeasible, near.solution.aimCost <= anew.solution.aimCost else { return anew }
  var solution = near.solution
  solution.lowerBound = anew.solution.lowerBound
  return SolvedPlan(
    checked: checked, model: near.model, solution: solution, effort: effort, kept: nil)
}
