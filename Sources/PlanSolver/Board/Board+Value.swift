import PlanModel

/// How good a schedule is, in the order of the aims.
struct Value: Equatable {
  /// Hard demands broken, each counted with how far it is off.
  var broken: Int64
  /// Total cost of delay in minor units.
  var cost: Int64

  /// Both as one number, for accepting and rejecting.
  func scalar(penalty: Int64) -> Int64 {
    broken.multipliedClamped(by: penalty).addingClamped(cost)
  }
}

extension Board {
  /// - Complexity: O(works + goal members).
  func value() -> Value {
    var value = Value(broken: 0, cost: 0)
    let problem = instance.problem
    for index in 0..<Int32(instance.initiatives) {
      let initiative = problem.initiatives[Int(index)]
      guard !initiative.works.isEmpty else { continue }
      let finish = finish(of: index)
      guard finish >= 0 else {
        value.cost = value.cost.addingClamped(initiative.undoneCost)
        // Worse than any lateness: a demand that is not met at all.
        if initiative.selection == .required { value.broken += 10_000 }
        continue
      }
      value.cost = value.cost.addingClamped(initiative.cost[Int(finish)])
      if let latest = initiative.latestFinish, finish > latest {
        value.broken += 1 + Int64(finish - latest)
      }
      if let window = initiative.startWindow {
        let start = earliestStart(of: index)
        if start > window.upperBound { value.broken += 1 + Int64(start - window.upperBound) }
      }
    }
    for goal in problem.goals { value.cost = value.cost.addingClamped(cost(of: goal)) }
    return value
  }

  /// The latest finish of an initiative's works; −1 when it is undone.
  @inline(__always)
  func finish(of initiative: Int32) -> Int32 {
    var latest: Int32 = -1
    for work in instance.problem.initiatives[Int(initiative)].works {
      if finish[work] < 0 { return -1 }
      latest = max(latest, finish[work])
    }
    return latest
  }

  func earliestStart(of initiative: Int32) -> Int32 {
    var earliest = instance.days
    for work in instance.problem.initiatives[Int(initiative)].works {
      earliest = min(earliest, start[work])
    }
    return earliest
  }

  private func cost(of goal: Problem.Goal) -> Int64 {
    var latest = goal.floor
    for member in goal.members
    where !instance.problem.initiatives[Int(member)].works.isEmpty {
      let finish = finish(of: member)
      if finish < 0 { return goal.undoneCost }
      latest = max(latest, finish)
    }
    return latest < 0 ? 0 : goal.cost[Int(latest)]
  }

  /// The aims after money: most done by priority, riskiest first, earliest in the plan's order.
  ///
  /// Smaller is better.
  func afterthoughts() -> [Int64] {
    var undone: Int64 = 0
    var exposure: Int64 = 0
    var finishes: [Int64] = []
    for index in 0..<Int32(instance.initiatives) {
      let initiative = instance.problem.initiatives[Int(index)]
      guard !initiative.works.isEmpty else { continue }
      let finish = finish(of: index)
      finishes.append(finish < 0 ? Int64(instance.days) : Int64(finish))
      if finish < 0 { undone += Int64(initiative.weight) }
      for work in initiative.works where self.finish[work] >= 0 {
        let spread = instance.problem.works[Int(work)].spread
        exposure = exposure.addingClamped(
          spread.multipliedClamped(by: Int64(self.finish[work])))
      }
    }
    return [undone, exposure] + finishes
  }
}
