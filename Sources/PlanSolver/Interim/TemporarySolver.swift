package import PlanModel

package enum SearchLevel: Sendable { case quick, standard, thorough }
package struct SolveOptions: Sendable {
  package var search: SearchLevel = .standard
  package var seed: UInt64 = 1
  package var needsBound = true
  package var workLimit: Int64?
  package init() {}
}
package func solve(
  _ problem: Problem, _ options: SolveOptions = SolveOptions(), from seeds: [Schedule] = []
) -> Solution {
  let timing = Timing(problem)
  let order = problem.initiatives.indices.sorted { a, b in
    problem.initiatives[a].undoneCost * Int64(max(1, problem.initiatives[b].works.count))
      > problem.initiatives[b].undoneCost * Int64(max(1, problem.initiatives[a].works.count))
  }.map { Int32($0) }
  let s = ListSchedule.schedule(order: order, timing: timing)
  var broken: [BrokenDemand] = []
  for (i, x) in problem.initiatives.enumerated() {
    if x.selection == .required, !s.isDone(i, in: problem) {
      broken.append(.undone(initiative: Int32(i)))
    } else if let l = x.latestFinish, let f = s.finish(of: i, in: problem), f > l {
      broken.append(.late(initiative: Int32(i), latestFinish: l, finish: f, earliest: 0))
    }
  }
  return Solution(
    schedule: s, delayCost: s.totalDelayCost(in: problem), lowerBound: 0, broken: broken, work: 1)
}
extension SolveOptions { package static let question = SolveOptions() }
