package import PlanModel

/// Why a work does not start a working day earlier.
package enum Hold: Hashable, Sendable {
  /// It was begun before today.
  case begun
  /// Today: nothing unstarted starts in the past.
  case today
  case notBefore(CivilDate)
  case external(ExternalID)
  /// What it waits for is cancelled, or was finished on a day that decides.
  case finished
  case pin(HorizonID)
  /// A time in which it may not start, run or finish.
  case freeze(FreezeID)
  case precedence(Problem.Anchor)
  /// Heads of a resource that these works of the problem hold until then.
  case heads(resource: Int32, by: [Int32])
  /// People of a resource who are not there before that day.
  case joining(resource: Int32)
  /// A limit on initiatives at once, filled by these works of the problem.
  case wip(limit: Int32, by: [Int32])
  /// A budget that would be broken, as an index of the plan.
  case budget(Int32)
  /// A guardrail that would be broken, or be missed by more, as an index of the plan.
  case guardrail(Int32)
  /// Nothing: it could be earlier, and no cost would fall.
  case slack
}

/// What holds each work of a schedule where it is.
package struct Holds: Sendable {
  private let model: SchedulingModel
  private let timing: Timing
  private let schedule: Schedule
  /// Tenths held of each resource on each day.
  private var held: [[Int32]]

  /// - Complexity: O(works × days of a work).
  package init(_ schedule: Schedule, model: SchedulingModel, timing: Timing) {
    self.model = model
    self.timing = timing
    self.schedule = schedule
    let days = Int(model.problem.lastDay)
    held = model.problem.resources.map { _ in Array(repeating: 0, count: days) }
    for (work, placed) in schedule.placements.enumerated() {
      guard let placed else { continue }
      for demand in model.problem.works[work].options[Int(placed.option)].demands {
        for day in Int(placed.start)...Int(placed.finish) {
          held[Int(demand.resource)][day] += demand.tenths
        }
      }
    }
  }

  /// What holds a work; `nil` when it is undone.
  ///
  /// Of several reasons the first in this order is told: dates, then what it waits for, then people, then limits.
  ///
  /// - Complexity: O(links into it + works).
  package func hold(ofWork work: Int) -> Hold? {
    guard let placed = schedule.placements[work] else { return nil }
    let subject = model.problem.works[work]
    if subject.fixedStart != nil { return .begun }
    let option = subject.options[Int(placed.option)]
    let release = max(subject.earliestStart, option.earliestStart, model.problem.firstDay)
    guard let earlier = workingDay(before: placed.start, option), earlier >= release else {
      return nobodyThere(option, from: release, before: placed.start) ?? self.release(work, option)
    }
    if let pin = pin(work, earlier) { return pin }
    if let finish = timing.finish(option, startingOn: earlier),
      let freeze = timing.freeze(ofWork: work, start: earlier, finish: finish)
    {
      return .freeze(FreezeID(raw: freeze))
    }
    if let link = bindingLink(work, earlier) { return .precedence(link.from) }
    for demand in option.demands {
      if let hold = headsMissing(demand, work, days: earlier..<placed.start) { return hold }
    }
    return wipFull(work, days: earlier..<placed.start) ?? rule(work, placed, earlier) ?? .slack
  }

  /// A budget or guardrail that would come out worse.
  ///
  /// - Complexity: O(periods × works).
  private func rule(_ work: Int, _ placed: Schedule.Placement, _ earlier: Int32) -> Hold? {
    let problem = model.problem
    guard problem.hasRules,
      let moved = timing.placement(ofWork: work, option: placed.option, from: earlier)
    else { return nil }
    var sooner = schedule
    sooner.placements[work] = moved
    let before = Set(problem.demands(schedule.rulesBroken(in: problem)))
    for demand in problem.demands(sooner.rulesBroken(in: problem)) where !before.contains(demand) {
      if case .staysWithin(let budget) = demand { return .budget(budget) }
      if case .keeps(let guardrail) = demand { return .guardrail(guardrail) }
    }
    for (index, guardrail) in problem.guardrails.enumerated() where !guardrail.isHard {
      func missing(_ schedule: Schedule) -> Int64 {
        schedule.shares(of: guardrail, in: problem).reduce(0) { $0.addingClamped($1.missing) }
      }
      if missing(sooner) > missing(schedule) { return .guardrail(Int32(index)) }
    }
    return nil
  }

  private func workingDay(before start: Int32, _ option: Problem.Option) -> Int32? {
    let profile = model.problem.yields[Int(option.yield)]
    return (0..<start).last { profile.isWorking($0) }
  }

  /// Nobody works while there is nobody, so the day before people join is no working day.
  private func nobodyThere(
    _ option: Problem.Option, from first: Int32, before start: Int32
  ) -> Hold? {
    guard first < start,
      let empty = option.demands.first(where: { demand in
        let capacity = model.problem.resources[Int(demand.resource)].capacity
        return (first..<start).contains { capacity[Int($0)] < demand.tenths }
      })
    else { return nil }
    return .joining(resource: empty.resource)
  }

  private func bindingLink(_ work: Int, _ earlier: Int32) -> Problem.Link? {
    var best: (link: Problem.Link, earliest: Int32)?
    for link in model.problem.links
    where Int(link.to) == work && link.binds(schedule, in: model.problem) {
      guard let day = timing.day(of: link.from, in: schedule.placements) else { continue }
      let earliest = model.problem.lags[Int(link.lag)].earliestStart[Int(day)]
      if earliest > earlier, earliest > best?.earliest ?? -1 { best = (link, earliest) }
    }
    return best?.link
  }

  private func pin(_ work: Int, _ earlier: Int32) -> Hold? {
    let initiative = Int(model.problem.works[work].initiative)
    guard let window = model.problem.initiatives[initiative].startWindow,
      earlier < window.lowerBound, let pin = model.plan.initiatives[initiative].pin
    else { return nil }
    return .pin(pin)
  }

  /// Which date stands behind the earliest start.
  private func release(_ work: Int, _ option: Problem.Option) -> Hold {
    let earliest = max(model.problem.works[work].earliestStart, option.earliestStart)
    let planned = model.plan.works[model.workIDs[work].index]
    let initiative = model.plan.initiatives[planned.initiative.index]
    let mode = option.mode > 0 ? planned.modes[Int(option.mode) - 1] : nil
    for dependency in mode?.after ?? planned.after {
      guard case .external(let external) = dependency.on,
        model.day(external, dependency) == earliest
      else { continue }
      return .external(external)
    }
    for date in [planned.notBefore, initiative.notBefore] {
      if let date, model.day(of: date) == earliest { return .notBefore(date) }
    }
    return earliest <= model.problem.firstDay ? .today : .finished
  }

  private func headsMissing(
    _ demand: Problem.Demand, _ work: Int, days: Range<Int32>
  ) -> Hold? {
    let capacity = model.problem.resources[Int(demand.resource)].capacity
    let full = days.filter {
      held[Int(demand.resource)][Int($0)] + demand.tenths > capacity[Int($0)]
    }
    guard let last = full.last else { return nil }
    let holders = works(running: last).filter { other in
      other.placed.finish < days.upperBound
        && model.problem.works[other.work].options[Int(other.placed.option)].demands
          .contains { $0.resource == demand.resource && $0.tenths > 0 }
    }
    return holders.isEmpty
      ? .joining(resource: demand.resource)
      : .heads(resource: demand.resource, by: holders.map { Int32($0.work) })
  }

  private func wipFull(_ work: Int, days: Range<Int32>) -> Hold? {
    let subject = model.problem.works[work]
    guard subject.wip >= 0 else { return nil }
    let limit = Int(model.problem.wipLimits[Int(subject.wip)].limit)
    for day in days.reversed() {
      let others = works(running: day).filter { model.problem.works[$0.work].wip == subject.wip }
      let initiatives = Set(others.map { counted(model.problem.works[$0.work].initiative) })
      guard initiatives.count >= limit, !initiatives.contains(counted(subject.initiative)) else {
        continue
      }
      let leaving = others.filter { $0.placed.finish < days.upperBound }
      return .wip(limit: subject.wip, by: leaving.map { Int32($0.work) })
    }
    return nil
  }

  /// What an initiative counts as where initiatives are counted.
  private func counted(_ initiative: Int32) -> Int32 {
    model.problem.initiatives[Int(initiative)].partOf ?? initiative
  }

  private func works(running day: Int32) -> [(work: Int, placed: Schedule.Placement)] {
    schedule.placements.indices.compactMap { work in
      guard let placed = schedule.placements[work], placed.start <= day, day <= placed.finish
      else { return nil }
      return (work, placed)
    }
  }
}

extension SchedulingModel {
  /// The day on which an external stands when it is as late as is to be expected.
  package func expectedDate(of external: ExternalID) -> CivilDate {
    let promised = plan.externals[external.index]
    guard promised.commitment != .met else { return promised.date }
    let calendar = plan.calendars[plan.calendar.index]
    return calendar.date(promised.date, plusWorkingDays: Int(promised.slipDays.mean))
  }

  /// The first day on which something that depends on an external may start.
  fileprivate func day(_ external: ExternalID, _ dependency: Dependency) -> Int32 {
    let calendar = plan.calendars[plan.calendar.index]
    let date = calendar.date(expectedDate(of: external), plus: dependency.lags)
    return day(of: dependency.kind == .finishToStart ? date.adding(days: 1) : date)
  }
}
