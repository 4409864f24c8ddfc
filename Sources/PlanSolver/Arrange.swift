package import PlanModel

/// Builds a schedule in the order of the starts of another, and looks for no better one.
///
/// - Parameters:
///   - problem: What is to be done.
///   - schedule: One of this problem or of one that differs a little; it need not be valid.
/// - Returns: A valid schedule; its bound is the one that takes all capacity for granted.
/// - Complexity: One decoding of the list, in O(works × days looked at).
package func arranged(_ problem: Problem, like schedule: Schedule) -> Solution {
  var search = Search(CompiledProblem(problem), seed: 1, Meter(workLimit: 1, watch: nil))
  search.start(inOrderOf: schedule, problem)
  return search.solution(problem, bound: search.capacityFreeBound(), isComplete: false)
}
