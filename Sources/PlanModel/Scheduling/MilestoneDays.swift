// When milestones are reached: what they need of the works of a problem, and on which day a schedule has delivered it.

extension Problem.Milestone {
  /// What is still to be delivered; `nil` when what has been delivered already is enough.
  init?(_ id: MilestoneID, plan: Plan, workIndices: [Int32?]) {
    let milestone = plan.milestones[id.index]
    var base = Effort.zero
    var delivered = Effort.zero
    for index in milestone.works {
      let work = plan.works[index]
      base = base + work.effort
      switch work.progress {
      case .finished: delivered = delivered + work.effort
      case .running(_, let spent):
        base = base + spent
        delivered = delivered + spent
      case .open: break
      }
    }
    let wanted = milestone.share.times(Rational(base.minutes))?.ceiling ?? base.minutes
    let needed = deliveryUnits(wanted.addingClamped(-delivered.minutes))
    var works: [Int32] = []
    var totals: [Int64] = []
    var owner = milestone.initiative
    for index in milestone.works {
      // Of slices, which come one after the other, only as many as it takes: a later one may be left undone.
      let next = plan.works[index].initiative
      if next != owner, totals.reduce(0, { $0.addingClamped($1) }) >= needed { break }
      owner = next
      guard let open = workIndices[index] else { continue }
      works.append(open)
      totals.append(deliveryUnits(plan.works[index].effort.minutes))
    }
    guard needed > 0, !works.isEmpty else { return nil }
    self.init(
      initiative: Int32(owner.index), works: works,
      needed: min(needed, totals.reduce(0) { $0.addingClamped($1) }), totals: totals)
  }
}

extension SchedulingModel {
  /// The day on which a milestone was met or is reached in a schedule; `nil` where it is not.
  ///
  /// - Complexity: O(days × works of the milestone).
  package func date(of id: MilestoneID, in schedule: Schedule) -> CivilDate? {
    let milestone = plan.milestones[id.index]
    if let met = milestone.met { return met }
    if let finished = plan.initiatives[milestone.initiative.index].finished { return finished }
    guard let open = Problem.Milestone(id, plan: plan, workIndices: workIndices) else {
      // Nothing is missing: it was reached at the latest with what has been done by today.
      return plan.initiatives[milestone.initiative.index].status == .cancelled ? nil : plan.asOf
    }
    let placements = open.works.compactMap { schedule.placements[Int($0)] }
    guard placements.count == open.works.count, let first = placements.map(\.start).min(),
      let last = placements.map(\.finish).max()
    else { return nil }
    return (first...last).first { day in
      delivered(open, placements, through: day) >= open.needed
    }.map(date(ofDay:))
  }

  /// In tenths of a head × millionths of a person-day.
  private func delivered(
    _ milestone: Problem.Milestone, _ placements: [Schedule.Placement], through day: Int32
  ) -> Int64 {
    var sum: Int64 = 0
    for (slot, placed) in placements.enumerated() where placed.start <= day {
      let option = problem.works[Int(milestone.works[slot])].options[Int(placed.option)]
      let sums = problem.yields[Int(option.yield)].cumulative
      let perHead = sums[Int(min(day, placed.finish)) + 1] - sums[Int(placed.start)]
      let units = perHead.multipliedClamped(by: Int64(option.credit))
      sum = sum.addingClamped(min(milestone.totals[slot], units))
    }
    return sum
  }
}

/// Minutes of people as tenths of a head × millionths of a person-day, rounded up.
private func deliveryUnits(_ minutes: Int64) -> Int64 {
  let total = Int128(max(0, minutes)) * 10_000_000
  let perDay = Int128(Effort.minutesPerPersonDay)
  return Int64(clamping: (total + perDay - 1) / perDay)
}
