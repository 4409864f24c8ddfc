/// Says what is wrong with a schedule, from the problem alone.
///
/// Every schedule that leaves the solver passes here, so this file shares no code with it: it recounts day by day, slowly
/// and plainly, and does not use the helpers of `Schedule` either.
package struct ScheduleChecker: Sendable {
  let problem: Problem

  package init(_ problem: Problem) { self.problem = problem }

  /// Everything the schedule breaks, in the order of the problem; empty for a valid one.
  ///
  /// - Complexity: O(works × days × demands).
  package func violations(of schedule: Schedule) -> [Violation] {
    guard schedule.placements.count == problem.works.count else {
      return [.wrongSize(placements: schedule.placements.count, works: problem.works.count)]
    }
    var found: [Violation] = []
    checkPlacements(schedule, &found)
    // The rest reads finishes and options, which have to be sane first.
    guard found.isEmpty else { return found }
    checkWholeness(schedule, &found)
    checkCapacities(schedule, &found)
    checkWip(schedule, &found)
    checkLinks(schedule, &found)
    checkExclusives(schedule, &found)
    checkDemands(schedule, &found)
    checkBudgets(schedule, &found)
    checkGuardrails(schedule, &found)
    return found
  }

  /// What a schedule of this problem pays for moving agreed starts, counted again from its placements, in minor units.
  package func churn(of schedule: Schedule) -> Int64 {
    var sum: Int64 = 0
    for initiative in problem.initiatives {
      guard let agreement = initiative.agreement, !initiative.works.isEmpty else { continue }
      let starts = initiative.works.compactMap { schedule.placements[Int($0)]?.start }.sorted()
      let isKept = starts.count == initiative.works.count && agreement.starts.contains(starts[0])
      if !isKept { sum = sum.addingClamped(agreement.churn) }
    }
    return sum
  }

  /// One thing that is wrong.
  ///
  /// Indices are those of the problem.
  package enum Violation: Hashable, Sendable {
    case wrongSize(placements: Int, works: Int)
    case noSuchOption(work: Int32)
    case startsOutsidePlan(work: Int32, start: Int32)
    case startsTooEarly(work: Int32, start: Int32, earliest: Int32)
    case startsOnDayOff(work: Int32, start: Int32)
    case frozen(work: Int32, freeze: Int32, day: Int32)
    case movedThoughRunning(work: Int32)
    case wrongFinish(work: Int32, finish: Int32, expected: Int32?)
    case halfDone(initiative: Int32)
    case overCapacity(resource: Int32, day: Int32, held: Int32, capacity: Int32)
    case notExclusive(group: Int32, initiatives: [Int32])
    case overWip(limit: Int32, day: Int32, running: Int32)
    case startsBeforeLink(link: Int32, start: Int32, earliest: Int32)
    case predecessorUndone(link: Int32)
    case requiredUndone(initiative: Int32)
    case forbiddenDone(initiative: Int32)
    case late(initiative: Int32, finish: Int32)
    case outsideWindow(initiative: Int32, start: Int32)
    case overBudget(budget: Int32, period: Int32, spent: Int64, limit: Int64)
    case offGuardrail(guardrail: Int32, period: Int32, missing: Int64)

    /// Whether it breaks a hard demand of the plan rather than the rules of scheduling: an infeasible plan's best
    /// schedule may have these, and no others.
    package var isDemand: Bool {
      switch self {
      case .requiredUndone, .late, .outsideWindow, .overBudget, .offGuardrail: true
      default: false
      }
    }
  }

  private func checkPlacements(_ schedule: Schedule, _ found: inout [Violation]) {
    for (index, work) in problem.works.enumerated() {
      guard let placed = schedule.placements[index] else { continue }
      let id = Int32(index)
      guard work.options.indices.contains(Int(placed.option)) else {
        found.append(.noSuchOption(work: id))
        continue
      }
      guard placed.start >= 0, placed.start < problem.horizonDay else {
        found.append(.startsOutsidePlan(work: id, start: placed.start))
        continue
      }
      let option = work.options[Int(placed.option)]
      if let fixed = work.fixedStart {
        if placed.start != fixed { found.append(.movedThoughRunning(work: id)) }
      } else {
        let earliest = max(work.earliestStart, option.earliestStart, problem.firstDay)
        if placed.start < earliest {
          found.append(.startsTooEarly(work: id, start: placed.start, earliest: earliest))
        }
      }
      if dailyYield(option, placed.start) <= 0 {
        found.append(.startsOnDayOff(work: id, start: placed.start))
      }
      let expected = firstDayDone(option, from: placed.start)
      if placed.finish != expected {
        found.append(.wrongFinish(work: id, finish: placed.finish, expected: expected))
      }
      checkFreezes(id, work, placed, &found)
    }
  }

  /// Starts, runs and finishes are found day by day; what runs already is under no freeze.
  private func checkFreezes(
    _ id: Int32, _ work: Problem.Work, _ placed: Schedule.Placement, _ found: inout [Violation]
  ) {
    guard work.fixedStart == nil, placed.start <= placed.finish else { return }
    for index in work.freezes {
      let freeze = problem.freezes[Int(index)]
      let day = freeze.days.first { day in
        switch freeze.forbids {
        case .starting: day == placed.start
        case .running: placed.start <= day && day <= placed.finish
        case .finishing: day == placed.finish
        }
      }
      if let day { found.append(.frozen(work: id, freeze: index, day: day)) }
    }
  }

  func dailyYield(_ option: Problem.Option, _ day: Int32) -> Int64 {
    let sums = problem.yields[Int(option.yield)].cumulative
    return sums[Int(day) + 1] - sums[Int(day)]
  }

  private func firstDayDone(_ option: Problem.Option, from start: Int32) -> Int32? {
    var delivered: Int64 = 0
    for day in start..<problem.lastDay {
      delivered += dailyYield(option, day)
      if delivered >= option.needed { return day }
    }
    return nil
  }

  private func checkWholeness(_ schedule: Schedule, _ found: inout [Violation]) {
    for (index, initiative) in problem.initiatives.enumerated() {
      let done = initiative.works.count { schedule.placements[Int($0)] != nil }
      if done != 0, done != initiative.works.count {
        found.append(.halfDone(initiative: Int32(index)))
      }
    }
  }

  /// Work that runs already may hold more than there is; nothing may be added on such a day.
  private func checkCapacities(_ schedule: Schedule, _ found: inout [Violation]) {
    let none = [Int32](repeating: 0, count: Int(problem.lastDay))
    var held = Array(repeating: none, count: problem.resources.count)
    var added = held
    for (work, placed) in zip(problem.works, schedule.placements) {
      guard let placed else { continue }
      for demand in work.options[Int(placed.option)].demands {
        let resource = Int(demand.resource)
        for day in Int(placed.start)...Int(placed.finish) {
          held[resource][day] += demand.tenths
          if work.fixedStart == nil { added[resource][day] += demand.tenths }
        }
      }
    }
    for (index, resource) in problem.resources.enumerated() {
      for day in none.indices
      where held[index][day] > resource.capacity[day] && added[index][day] > 0 {
        found.append(
          .overCapacity(
            resource: Int32(index), day: Int32(day), held: held[index][day],
            capacity: resource.capacity[day]))
        break
      }
    }
  }

  private func checkWip(_ schedule: Schedule, _ found: inout [Violation]) {
    var members = [[WipMember]](repeating: [], count: problem.wipLimits.count)
    for (work, placed) in schedule.placements.enumerated() {
      guard let placed, members.indices.contains(Int(problem.works[work].wip)) else { continue }
      let initiative = problem.works[work].initiative
      members[Int(problem.works[work].wip)].append(
        WipMember(
          counted: problem.initiatives[Int(initiative)].partOf ?? initiative,
          days: placed.start...placed.finish, isFixed: problem.works[work].fixedStart != nil))
    }
    for (index, limit) in problem.wipLimits.enumerated() {
      let mine = members[index]
      guard mine.count > Int(limit.limit) else { continue }
      // Only where something begins, or has just ended, there may be more than the day before.
      for day in (mine.map(\.days.lowerBound) + mine.map { $0.days.upperBound + 1 }).sorted() {
        let running = mine.filter { $0.days.contains(day) }
        let count = Set(running.map(\.counted)).count
        let before = Set(running.lazy.filter(\.isFixed).map(\.counted)).count
        if count > Int(limit.limit), count > before {
          found.append(.overWip(limit: Int32(index), day: day, running: Int32(count)))
          break
        }
      }
    }
  }

  /// A placed work under a limit of work in progress.
  private struct WipMember {
    /// The initiative as which it counts.
    let counted: Int32
    let days: ClosedRange<Int32>
    /// Whether it is running work, which the limit finds there.
    let isFixed: Bool
  }

  private func checkExclusives(_ schedule: Schedule, _ found: inout [Violation]) {
    for (index, group) in problem.exclusives.enumerated() {
      let begun = group.members.filter { member in
        problem.works.indices.contains { work in
          problem.works[work].initiative == member && schedule.placements[work] != nil
        }
      }
      if begun.count > 1 {
        found.append(.notExclusive(group: Int32(index), initiatives: begun))
      }
    }
  }

  private func checkLinks(_ schedule: Schedule, _ found: inout [Violation]) {
    for (index, link) in problem.links.enumerated() {
      let work = problem.works[Int(link.to)]
      guard let placed = schedule.placements[Int(link.to)], work.fixedStart == nil else {
        continue
      }
      if let mode = link.mode, work.options[Int(placed.option)].mode != mode { continue }
      guard let happens = day(of: link.from, in: schedule) else {
        found.append(.predecessorUndone(link: Int32(index)))
        continue
      }
      let earliest = problem.lags[Int(link.lag)].earliestStart[Int(happens)]
      if placed.start < earliest {
        found.append(
          .startsBeforeLink(link: Int32(index), start: placed.start, earliest: earliest))
      }
    }
  }

  private func day(of anchor: Problem.Anchor, in schedule: Schedule) -> Int32? {
    switch anchor {
    case .finish(let work): return schedule.placements[Int(work)]?.finish
    case .start(let work): return schedule.placements[Int(work)]?.start
    case .initiativeStart(let initiative):
      return problem.initiatives[Int(initiative)].works
        .compactMap { schedule.placements[Int($0)]?.start }.min()
    case .milestone(let index):
      return dayReached(problem.milestones[Int(index)], in: schedule)
    }
  }

  private func dayReached(_ milestone: Problem.Milestone, in schedule: Schedule) -> Int32? {
    var delivered = [Int64](repeating: 0, count: milestone.works.count)
    for day in 0..<problem.lastDay {
      for (slot, work) in milestone.works.enumerated() {
        guard let placed = schedule.placements[Int(work)] else { return nil }
        guard placed.start <= day, day <= placed.finish else { continue }
        let option = problem.works[Int(work)].options[Int(placed.option)]
        let today = Int64(option.credit) * dailyYield(option, day)
        delivered[slot] = min(milestone.totals[slot], delivered[slot] + today)
      }
      if delivered.reduce(0, +) >= milestone.needed { return day }
    }
    return nil
  }

  private func checkDemands(_ schedule: Schedule, _ found: inout [Violation]) {
    for (index, initiative) in problem.initiatives.enumerated() where !initiative.works.isEmpty {
      let id = Int32(index)
      let placed = initiative.works.compactMap { schedule.placements[Int($0)] }
      guard placed.count == initiative.works.count else {
        if initiative.selection == .required { found.append(.requiredUndone(initiative: id)) }
        continue
      }
      if initiative.selection == .forbidden { found.append(.forbiddenDone(initiative: id)) }
      let finish = placed.map(\.finish).max() ?? 0
      let start = placed.map(\.start).min() ?? 0
      if let latest = initiative.latestFinish, finish > latest {
        found.append(.late(initiative: id, finish: finish))
      }
      if let window = initiative.startWindow, !window.contains(start) {
        found.append(.outsideWindow(initiative: id, start: start))
      }
    }
  }
}
