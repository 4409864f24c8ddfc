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
  /// As `untilEnd`, with all that it keeps out, goals counted once: what an enabler without a value of its own costs.
  package var untilEndWithFollowers: Int64
}

extension UndoneCost {
  /// The figures of an initiative that `schedule` leaves undone.
  ///
  /// - Complexity: O(goals × members + links × depth).
  package init(
    of initiative: Int, in schedule: Schedule, problem: Problem, cycleDays: Int32
  ) {
    self.initiative = Int32(initiative)
    keepsOut = problem.dependants(of: Int32(initiative))
    let alone: Set<Int32> = [Int32(initiative)]
    untilEnd = cost(of: alone, by: nil, in: schedule, problem)
    let cycleEnd = min(
      max(problem.firstDay, problem.firstDay + cycleDays - 1), problem.lastDay - 1)
    perCycle = cost(of: alone, by: cycleEnd, in: schedule, problem)
    untilEndWithFollowers = cost(of: alone.union(keepsOut), by: nil, in: schedule, problem)
  }
}

/// What some initiatives lose from today to the end of a day, or for good, by not being done.
///
/// A goal counts from the day on which the rest of it stands, so that nobody else's lateness is in the figure.
private func cost(
  of undone: Set<Int32>, by day: Int32?, in schedule: Schedule, _ problem: Problem
) -> Int64 {
  let before = problem.firstDay - 1
  var sum: Int64 = 0
  for index in undone.sorted() {
    let subject = problem.initiatives[Int(index)]
    guard !subject.works.isEmpty else { continue }
    let until = day.map { accrued(subject.cost, by: $0) } ?? subject.undoneCost
    sum = sum.addingClamped(until).addingClamped(-accrued(subject.cost, by: before))
  }
  for goal in problem.goals {
    let awaited = goal.awaited(in: schedule, of: problem)
    guard awaited.contains(where: undone.contains) else { continue }
    let others = awaited.filter { !undone.contains($0) }
      .compactMap { schedule.finish(of: Int($0), in: problem) }
    let stands = accrued(goal.cost, by: max(others.max() ?? -1, goal.floor, before))
    let until = day.map { accrued(goal.cost, by: $0) } ?? goal.undoneCost
    sum = sum.addingClamped(max(0, until.addingClamped(-stands)))
  }
  return sum
}

extension Problem.Goal {
  /// The initiatives that a goal waits for in a schedule: its members, and of each choice what is done, or all where none is.
  ///
  /// - Complexity: O(members).
  package func awaited(in schedule: Schedule, of problem: Problem) -> [Int32] {
    members
      + choices.flatMap { choice in
        let done = choice.filter { schedule.isDone(Int($0), in: problem) }
        return done.isEmpty ? choice : done
      }
  }

  /// Whether an initiative decides on when the goal is met.
  func waits(for initiative: Int32, in schedule: Schedule, of problem: Problem) -> Bool {
    awaited(in: schedule, of: problem).contains(initiative)
  }
}

private func accrued(_ table: CostRow, by day: Int32) -> Int64 {
  table.indices.contains(Int(day)) ? table[Int(day)] : 0
}

extension Problem {
  /// Everything that needs an initiative, directly or not, in the problem's order; what would take another mode does not.
  func dependants(of initiative: Int32) -> [Int32] {
    let needs = links.filter { $0.mode == nil }.map { link in
      (of: self.initiative(of: link.from), by: works[Int(link.to)].initiative)
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
}
