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
    written = cost(order: problem.initiatives.indices.map { Int32($0) }, timing)
    shortestFirst = cost(order: shortestFirstOrder(problem, efforts: efforts), timing)
  }
}

private func cost(order: [Int32], _ timing: Timing) -> Int64? {
  let schedule = ListSchedule.schedule(order: order, timing: timing)
  guard timing.problem.demandsBroken(by: schedule).isEmpty else { return nil }
  return schedule.totalDelayCost(in: timing.problem)
}

/// Cost of delay by effort, highest first; what is lost by never doing it stands for the rate.
///
/// A goal's cost of delay is shared evenly by those it waits for. (Reinertsen, "The Principles of
/// Product Development Flow", 2009.)
private func shortestFirstOrder(_ problem: Problem, efforts: [Int64]) -> [Int32] {
  var value = problem.initiatives.map(\.undoneCost)
  for goal in problem.goals {
    let waitsFor = max(1, goal.members.count + goal.choices.count)
    for member in goal.members + goal.choices.joined() {
      let share = goal.undoneCost / Int64(waitsFor)
      value[Int(member)] = value[Int(member)].addingClamped(share)
    }
  }
  return problem.initiatives.indices.map { Int32($0) }.sorted { left, right in
    let first = Int128(value[Int(left)]) * Int128(max(1, efforts[Int(right)]))
    let second = Int128(value[Int(right)]) * Int128(max(1, efforts[Int(left)]))
    return first != second ? first > second : left < right
  }
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
