package import PlanModel

/// What a plan's cost of delay is compared with.
package struct Baselines: Hashable, Sendable {
  /// Minor units that would be lost with unlimited people and no limit on work at once; never
  /// more than any schedule that makes the same choice in exclusive groups.
  package var unlimited: Int64
  /// Minor units when works are taken up in the order in which the plan is written; `nil` when
  /// that breaks a hard demand.
  package var written: Int64?
  /// Minor units when they are taken up by weighted shortest job first; `nil` when that breaks a
  /// hard demand.
  package var shortestFirst: Int64?

  /// - Parameters:
  ///   - timing: That of the problem.
  ///   - efforts: Minutes of each initiative.
  ///   - schedule: Whose choice in exclusive groups holds with unlimited people as well; `nil` for none: then nothing
  ///     excludes anything there.
  /// - Complexity: that of two list schedules.
  package init(_ timing: Timing, efforts: [Int64], choosingAs schedule: Schedule? = nil) {
    let problem = timing.problem
    unlimited = unlimitedCost(timing, choosingAs: schedule)
    written = cost(of: .written(problem), timing)
    shortestFirst = cost(of: .shortestFirst(problem, efforts: efforts), timing)
  }
}

private func cost(of order: Ordering, _ timing: Timing) -> Int64? {
  let schedule = ListSchedule.schedule(order: order.initiatives, timing: timing)
  guard timing.problem.demandsBroken(by: schedule).isEmpty else { return nil }
  return schedule.totalDelayCost(in: timing.problem)
}

/// Every work as early and as fast as its precedences allow, capacity left aside.
private func unlimitedCost(_ timing: Timing, choosingAs schedule: Schedule?) -> Int64 {
  var unlimited = timing.problem.unlimited
  for group in timing.problem.exclusives {
    guard let schedule,
      let chosen = group.members.first(where: { schedule.isDone(Int($0), in: timing.problem) })
    else { continue }
    for other in group.members where other != chosen {
      unlimited.initiatives[Int(other)].selection = .forbidden
    }
  }
  let relaxed = Timing(unlimited)
  let order = unlimited.initiatives.indices.map { Int32($0) }
  return ListSchedule.schedule(order: order, timing: relaxed).totalDelayCost(in: unlimited)
}
