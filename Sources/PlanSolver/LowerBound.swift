package import PlanModel

/// A proved lower bound alone: no better schedule is looked for than those that are known.
///
/// - Parameters:
///   - problem: What is to be bounded. Budgets and guardrails only add to what a schedule costs and are left out.
///   - options: How much may be spent; all of it goes into the bound.
///   - seeds: Schedules of this problem or of one that differs a little; a good one makes the bound better.
/// - Returns: Minor units; not above the cost of any schedule that keeps the hard demands.
package func lowerBound(
  of problem: Problem, _ options: SolveOptions, from seeds: [Schedule] = []
) -> Int64 {
  if problem.hasRules { return lowerBound(of: problem.withoutRules(), options, from: seeds) }
  let limit = options.workLimit ?? options.search.workLimit(size: problem.initiatives.count)
  var search = Search(
    CompiledProblem(problem), seed: options.seed,
    Meter(workLimit: limit, watch: options.watch, mayGoOn: options.mayGoOn))
  search.start(from: seeds, problem)
  let bound = search.relaxationBound(until: 1)
  return search.solution(problem, bound: bound, isComplete: false).lowerBound
}
