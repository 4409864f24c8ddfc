package import PlanModel

/// When things happen in a problem: the lookups that every question about a schedule needs.
///
/// Made once a problem; all answers come from tables.
package struct Timing: Sendable {
  package let problem: Problem
  /// For each yield profile and day, the first day from it on which a head delivers something;
  /// `lastDay` for never.
  private let nextWorkingDay: [[Int32]]

  /// - Complexity: O(yield profiles × days).
  package init(_ problem: Problem) {
    self.problem = problem
    let days = Int(problem.lastDay)
    nextWorkingDay = problem.yields.map { profile in
      var table = [Int32](repeating: problem.lastDay, count: days + 1)
      for day in stride(from: days - 1, through: 0, by: -1) {
        table[day] = profile.isWorking(Int32(day)) ? Int32(day) : table[day + 1]
      }
      return table
    }
  }

  /// The first day from `day` on which the option advances; `lastDay` for never.
  package func firstWorkingDay(_ option: Problem.Option, from day: Int32) -> Int32 {
    nextWorkingDay[Int(option.yield)][Int(min(max(day, 0), problem.lastDay))]
  }

  /// The last day worked when it starts on `start`; `nil` when it would not be done before
  /// `lastDay`.
  ///
  /// - Complexity: O(log days).
  package func finish(_ option: Problem.Option, startingOn start: Int32) -> Int32? {
    let sums = problem.yields[Int(option.yield)].cumulative
    guard start >= 0, start < problem.lastDay else { return nil }
    let target = sums[Int(start)].addingClamped(option.needed)
    guard let total = sums.last, total >= target else { return nil }
    var low = Int(start)
    var high = Int(problem.lastDay) - 1
    while low < high {
      let middle = (low + high) / 2
      if sums[middle + 1] >= target { high = middle } else { low = middle + 1 }
    }
    return Int32(low)
  }

  /// Where a work lies when it starts as soon as it can from `day` on, with the given option;
  /// `nil` when that is past the plan.
  package func placement(
    ofWork work: Int, option: Int32, from day: Int32
  ) -> Schedule.Placement? {
    let chosen = problem.works[work].options[Int(option)]
    var start = firstWorkingDay(chosen, from: day)
    while start < problem.horizonDay, let finish = finish(chosen, startingOn: start) {
      if freeze(ofWork: work, start: start, finish: finish) == nil {
        return Schedule.Placement(start: start, finish: finish, option: option)
      }
      start = firstWorkingDay(chosen, from: start + 1)
    }
    return nil
  }

  /// The freeze, an index into those of the problem, that rules out a work on these days; `nil` when none does.
  package func freeze(ofWork work: Int, start: Int32, finish: Int32) -> Int32? {
    let subject = problem.works[work]
    guard subject.fixedStart == nil else { return nil }
    return subject.freezes.first {
      problem.freezes[Int($0)].rulesOut(start: start, finish: finish)
    }
  }

  /// The day an anchor happens on; `nil` when what it belongs to is undone.
  package func day(
    of anchor: Problem.Anchor, in placements: [Schedule.Placement?]
  ) -> Int32? {
    switch anchor {
    case .finish(let work):
      return placements[Int(work)]?.finish
    case .start(let work):
      return placements[Int(work)]?.start
    case .initiativeStart(let initiative):
      return problem.initiatives[Int(initiative)].works
        .compactMap { placements[Int($0)]?.start }.min()
    case .milestone(let index):
      return reached(problem.milestones[Int(index)], in: placements)
    }
  }

  /// The works whose placement decides on which day an anchor happens.
  package func works(of anchor: Problem.Anchor) -> [Int32] {
    switch anchor {
    case .finish(let work), .start(let work): [work]
    case .initiativeStart(let initiative): Array(problem.initiatives[Int(initiative)].works)
    case .milestone(let index): problem.milestones[Int(index)].works
    }
  }

  /// - Complexity: O(works of the milestone × log days).
  private func reached(
    _ milestone: Problem.Milestone, in placements: [Schedule.Placement?]
  ) -> Int32? {
    var low = problem.lastDay
    var high: Int32 = -1
    for work in milestone.works {
      guard let placed = placements[Int(work)] else { return nil }
      low = min(low, placed.start)
      high = max(high, placed.finish)
    }
    guard high >= low, delivered(milestone, by: high, in: placements) >= milestone.needed else {
      return nil
    }
    while low < high {
      let middle = (low + high) / 2
      if delivered(milestone, by: middle, in: placements) >= milestone.needed {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low
  }

  private func delivered(
    _ milestone: Problem.Milestone, by day: Int32, in placements: [Schedule.Placement?]
  ) -> Int64 {
    var sum: Int64 = 0
    for (slot, work) in milestone.works.enumerated() {
      guard let placed = placements[Int(work)], placed.start <= day else { continue }
      let option = problem.works[Int(work)].options[Int(placed.option)]
      let sums = problem.yields[Int(option.yield)].cumulative
      let perHead = sums[Int(min(day, placed.finish)) + 1] - sums[Int(placed.start)]
      let share = perHead.multipliedClamped(by: Int64(option.credit))
      sum = sum.addingClamped(min(milestone.totals[slot], share))
    }
    return sum
  }
}

extension Problem.Link {
  /// Whether it holds in the mode in which a schedule does the work that waits; what is undone counts as done as usual.
  package func binds(_ schedule: Schedule, in problem: Problem) -> Bool {
    guard let placed = schedule.placements[Int(to)] else { return mode == nil }
    return holds(for: problem.works[Int(to)].options[Int(placed.option)])
  }
}

extension Problem {
  /// The initiative that has to be done for an anchor to happen.
  package func initiative(of anchor: Anchor) -> Int32 {
    switch anchor {
    case .finish(let work), .start(let work): works[Int(work)].initiative
    case .initiativeStart(let initiative): initiative
    case .milestone(let index): milestones[Int(index)].initiative
    }
  }
}
