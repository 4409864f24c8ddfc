package import PlanModel

/// What it costs to wait with something that no schedule holds yet, read off the tables of delay
/// cost.
///
/// Nothing is re-planned for these figures: they are the initiative's own.
package struct UndoneCost: Hashable, Sendable {
  /// Index of the initiative in the problem and the plan.
  package var initiative: Int32
  /// Minor units from today until the end of the plan's tail, goals that wait for it included.
  package var untilEnd: Int64
  /// Minor units of one cycle of waiting from today.
  package var perCycle: Int64
  /// Initiatives that cannot be done because this one is not.
  package var keepsOut: [Int32]
}

extension UndoneCost {
  /// The figures of an initiative that `schedule` leaves undone.
  ///
  /// - Complexity: O(goals × members + links × depth).
  package init(
    of initiative: Int, in schedule: Schedule, problem: Problem, cycleDays: Int32
  ) {
    self.initiative = Int32(initiative)
    let subject = problem.initiatives[initiative]
    let today = problem.firstDay
    let cycleEnd = min(max(today, today + cycleDays - 1), problem.lastDay - 1)
    let before = accrued(subject.cost, by: today - 1)
    var untilEnd = subject.undoneCost.addingClamped(-before)
    var perCycle = accrued(subject.cost, by: cycleEnd).addingClamped(-before)
    for goal in problem.goals where goal.members.contains(Int32(initiative)) {
      // Counted from the day on which the rest of the goal stands, so that nobody else's lateness is in the figure.
      let others = goal.members.filter { $0 != Int32(initiative) }
        .compactMap { schedule.finish(of: Int($0), in: problem) }
      let stands = accrued(goal.cost, by: max(others.max() ?? -1, goal.floor, today - 1))
      untilEnd = untilEnd.addingClamped(goal.undoneCost).addingClamped(-stands)
      perCycle = perCycle.addingClamped(
        max(0, accrued(goal.cost, by: cycleEnd).addingClamped(-stands)))
    }
    self.untilEnd = untilEnd
    self.perCycle = perCycle
    keepsOut = followers(of: Int32(initiative), in: problem)
  }
}

private func accrued(_ table: [Int64], by day: Int32) -> Int64 {
  table.indices.contains(Int(day)) ? table[Int(day)] : 0
}

/// Everything that needs an initiative, directly or not, in the problem's order.
private func followers(of initiative: Int32, in problem: Problem) -> [Int32] {
  let needs = problem.links.map { link in
    (of: problem.initiative(of: link.from), by: problem.works[Int(link.to)].initiative)
  }
  var reached: Set<Int32> = [initiative]
  var changed = true
  while changed {
    changed = false
    for need in needs where reached.contains(need.of) && !reached.contains(need.by) {
      reached.insert(need.by)
      changed = true
    }
  }
  return reached.filter { $0 != initiative }.sorted()
}
