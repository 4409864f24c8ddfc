internal import PlanModel

// What a schedule of a generated plan costs, from the plan alone: dates, people and rates, without the problem's tables.
extension GeneratedPlan {
  /// - Parameter schedule: One placement a work of the plan, in its order.
  /// - Returns: The total cost of delay in cents.
  /// - Throws: `WrongResult` for the first rule of the plan that the schedule breaks.
  func evaluate(_ schedule: Schedule) throws -> Int64 {
    try checkWorks(schedule)
    try checkTeams(schedule)
    return initiativeCosts(schedule).addingClamped(goalCosts(schedule))
  }

  private var name: String { "generated-\(plan.initiatives.count)" }

  /// Days from the plan's start to the end of its tail.
  private var days: Int { plan.start.days(until: plan.end.adding(days: 1).adding(months: 3)) }

  private func isWorkingDay(_ day: Int) -> Bool { plan.start.adding(days: day).weekday <= 5 }

  /// What a head delivers on a working day, in millionths of a person-day.
  private func yield(of team: Team) -> Int64 {
    team.availability.times(plan.load)?.times(1_000_000)?.rounded ?? 0
  }

  // MARK: Works

  private func checkWorks(_ schedule: Schedule) throws {
    for (index, work) in plan.works.enumerated() {
      guard let placed = schedule.placements[index] else { continue }
      let start = Int(placed.start)
      guard start >= 0, plan.start.adding(days: start) <= plan.end, isWorkingDay(start) else {
        throw broken(work, "starts on a day on which it cannot")
      }
      guard Int(placed.finish) == finish(work, placed) else {
        throw broken(work, "finishes on another day than its effort says")
      }
      for dependency in work.after {
        guard let before = lastFinish(dependency, schedule), before < placed.start else {
          throw broken(work, "starts before what it waits for")
        }
      }
    }
  }

  /// The day on which heads × yield come up to the effort; `nil` when they do not by the end of the tail.
  private func finish(_ work: Work, _ placed: Schedule.Placement) -> Int? {
    let heads = Int64(work.staffingTenths[Int(placed.option)])
    let perDay = yield(of: plan.teams[work.team.index]) * heads
    // Tenths of a head × millionths of a person-day of 480 minutes.
    let needed = Rational(work.effort.minutes).times(
      Rational(10_000_000, Effort.minutesPerPersonDay) ?? .one)
    var delivered: Int64 = 0
    for day in Int(placed.start)..<days where isWorkingDay(day) {
      delivered += perDay
      if let needed, Rational(delivered) >= needed { return day }
    }
    return nil
  }

  private func lastFinish(_ dependency: Dependency, _ schedule: Schedule) -> Int32? {
    switch dependency.on {
    case .work(let id): return schedule.placements[id.index]?.finish
    case .initiative(let id): return lastFinish(id, schedule)
    case .milestone, .external: return nil
    }
  }

  private func lastFinish(_ id: InitiativeID, _ schedule: Schedule) -> Int32? {
    let placed = plan.initiatives[id.index].works.compactMap { schedule.placements[$0] }
    guard placed.count == plan.initiatives[id.index].works.count else { return nil }
    return placed.map(\.finish).max()
  }

  // MARK: Teams

  private func checkTeams(_ schedule: Schedule) throws {
    // What changes on which day, so that a pass over the days is enough.
    var changes = [[(work: Int, isStart: Bool)]](repeating: [], count: days + 1)
    for (index, placed) in schedule.placements.enumerated() {
      guard let placed else { continue }
      changes[Int(placed.start)].append((index, true))
      changes[Int(placed.finish) + 1].append((index, false))
    }
    var held = [Int32](repeating: 0, count: plan.teams.count)
    var running = [[InitiativeID: Int]](repeating: [:], count: plan.teams.count)
    for day in 0..<days {
      for change in changes[day] {
        let work = plan.works[change.work]
        guard let placed = schedule.placements[change.work] else { continue }
        let sign: Int32 = change.isStart ? 1 : -1
        held[work.team.index] += sign * work.staffingTenths[Int(placed.option)]
        let count = running[work.team.index][work.initiative, default: 0] + Int(sign)
        running[work.team.index][work.initiative] = count > 0 ? count : nil
      }
      for (index, team) in plan.teams.enumerated() {
        if held[index] > team.peopleTenths {
          throw WrongResult(instance: name, what: "overloads \(team.name) on day \(day)")
        }
        if let limit = team.wip, running[index].count > Int(limit) {
          throw WrongResult(instance: name, what: "runs too much of \(team.name) on day \(day)")
        }
      }
    }
  }

  private func broken(_ work: Work, _ what: String) -> WrongResult {
    WrongResult(instance: name, what: "has \(work.name), which \(what)")
  }

  // MARK: Money

  private func initiativeCosts(_ schedule: Schedule) -> Int64 {
    plan.initiatives.indices.reduce(Int64(0)) { sum, index in
      let finish = lastFinish(InitiativeID(index), schedule)
      return sum.addingClamped(cost(plan.initiatives[index].urgency, finish: finish))
    }
  }

  private func goalCosts(_ schedule: Schedule) -> Int64 {
    var members = [[InitiativeID]](repeating: [], count: plan.goals.count)
    for (index, initiative) in plan.initiatives.enumerated() {
      for goal in initiative.goals { members[goal.index].append(InitiativeID(index)) }
    }
    return plan.goals.indices.reduce(Int64(0)) { sum, index in
      guard !members[index].isEmpty else { return sum }
      let finishes = members[index].map { lastFinish($0, schedule) }
      let isComplete = finishes.allSatisfy { $0 != nil }
      let finish = isComplete ? finishes.compactMap(\.self).max() : nil
      return sum.addingClamped(cost(plan.goals[index].urgency, finish: finish))
    }
  }

  /// The rate to the end of the day, or of the tail for what is left undone, and the deadlines that are missed.
  private func cost(_ urgency: Urgency, finish: Int32?) -> Int64 {
    let through = finish.map { Int64($0) + 1 } ?? Int64(days)
    var cost = urgency.costOfDelay?.amount(overDays: through).minorUnits ?? 0
    for deadline in urgency.deadlines {
      let isMet = finish.map { plan.start.adding(days: Int($0)) <= deadline.date } ?? false
      if !isMet { cost = cost.addingClamped(deadline.costs.minorUnits) }
    }
    return cost
  }
}
