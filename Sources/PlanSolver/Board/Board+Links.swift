import PlanModel

extension Board {
  /// The first day that a work's dates and links leave it, given what is placed; `days` when something it waits for is not.
  func release(of work: Int32) -> Int32 {
    let problem = instance.problem
    let subject = problem.works[Int(work)]
    var earliest = max(subject.earliestStart, problem.firstDay)
    if let window = problem.initiatives[Int(subject.initiative)].startWindow {
      earliest = max(earliest, window.lowerBound)
    }
    for index in instance.linksInto[Int(work)] {
      let link = problem.links[Int(index)]
      let happens = day(of: link.from)
      guard happens >= 0 else { return instance.days }
      earliest = max(earliest, problem.lags[Int(link.lag)].earliestStart[Int(happens)])
    }
    return earliest
  }

  /// The day of an anchor; −1 while it is not decided.
  private func day(of anchor: Problem.Anchor) -> Int32 {
    switch anchor {
    case .finish(let work): return finish[work]
    case .start(let work): return start[work]
    case .initiativeStart(let initiative):
      var earliest = instance.days
      for work in instance.problem.initiatives[Int(initiative)].works {
        if start[work] < 0 { return -1 }
        earliest = min(earliest, start[work])
      }
      return earliest
    case .milestone(let index): return dayReached(instance.problem.milestones[Int(index)])
    }
  }

  /// By bisection, since what is delivered never falls.
  private func dayReached(_ milestone: Problem.Milestone) -> Int32 {
    var low = instance.days
    var high: Int32 = 0
    for work in milestone.works {
      if start[work] < 0 { return -1 }
      low = min(low, start[work])
      high = max(high, finish[work])
    }
    while low < high {
      let middle = (low + high) / 2
      if delivered(milestone, through: middle) >= milestone.needed {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low
  }

  private func delivered(_ milestone: Problem.Milestone, through day: Int32) -> Int64 {
    var sum: Int64 = 0
    for (slot, work) in milestone.works.enumerated() where start[work] <= day {
      let chosen = instance.problem.works[Int(work)].options[Int(option[work])]
      let sums = instance.problem.yields[Int(chosen.yield)].cumulative
      let perHead = sums[Int(day) + 1] - sums[Int(start[work])]
      let delivered = perHead.multipliedClamped(by: Int64(chosen.staffTenths))
      sum = sum.addingClamped(min(milestone.totals[slot], delivered))
    }
    return sum
  }

  /// Whether all works of an initiative are placed.
  func isDone(_ initiative: Int32) -> Bool {
    for work in instance.problem.initiatives[Int(initiative)].works where start[work] < 0 {
      return false
    }
    return true
  }

  func schedule() -> Schedule {
    Schedule(
      placements: (0..<Int32(instance.works)).map { work in
        guard start[work] >= 0 else { return nil }
        return Schedule.Placement(
          start: start[work], finish: finish[work], option: option[work])
      })
  }
}
