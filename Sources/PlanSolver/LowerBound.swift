package import PlanModel

/// A proved lower bound alone: no better schedule is looked for than those that are known.
///
/// - Parameters:
///   - problem: What is to be bounded.
///   - options: How much may be spent; all of it goes into the bound.
///   - seeds: Schedules of this problem or of one that differs a little; a good one makes the bound better.
/// - Returns: Minor units; not above the cost of any schedule that keeps the hard demands.
package func lowerBound(
  of problem: Problem, _ options: SolveOptions, from seeds: [Schedule] = []
) -> Int64 {
  lowerBound(of: ReadyProblem(problem), options, from: seeds)
}

/// The same of a problem whose tables may be made already.
package func lowerBound(
  of ready: ReadyProblem, _ options: SolveOptions, from seeds: [Schedule] = []
) -> Int64 {
  let problem = ready.problem
  let limit = options.workLimit ?? options.search.workLimit(size: problem.initiatives.count)
  var search = Search(
    ready.compiled, seed: options.seed,
    Meter(workLimit: limit, watch: options.watch, mayGoOn: options.mayGoOn))
  search.start(from: seeds, problem)
  let bound = search.relaxationBound(until: 1)
  return search.solution(problem, bound: bound, isComplete: false).lowerBound
}
