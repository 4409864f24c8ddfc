/// Turns a plan into a problem, noun by noun.
///
/// `ProblemBuilder+Links.swift` holds the precedences.
struct ProblemBuilder {
  let plan: Plan
  let calendar: WorkCalendar
  var problem: Problem
  var capacities: [TeamCapacity] = []
  var workIDs: [WorkID] = []
  var workIndices: [Int32?]
  /// Of each lag met so far, so that a lag has one table.
  var lagIndices: [LagKey: Int32] = [:]
  /// Of each milestone of the plan that the problem needs.
  var milestoneIndices: [MilestoneID: Int32] = [:]

  private var teamResources: [Int32] = []
  private var teamYields: [Int32] = []
  private var teamWips: [Int32] = []
  private var poolResources: [Int32] = []
  private var poolYields: [Int32] = []
  /// By calendar, the profile that counts its working days.
  private var dayCounters: [CalendarID: Int32] = [:]

  init(_ plan: Plan) {
    self.plan = plan
    calendar = plan.calendars[plan.calendar.index]
    let horizonDay = plan.start.days(until: plan.end) + 1
    let lastDate = calendar.date(plan.end.adding(days: 1), plus: plan.tail)
    let lastDay = max(horizonDay, plan.start.days(until: lastDate))
    problem = Problem(
      firstDay: Int32(max(0, plan.start.days(until: plan.asOf))),
      horizonDay: Int32(horizonDay), lastDay: Int32(lastDay))
    workIndices = Array(repeating: nil, count: plan.works.count)
  }

  mutating func build() {
    addTeams()
    addFreezes()
    addInitiatives()
    addExclusives()
    addGoals()
    addLinks()
    addRules()
    addAgreements()
  }

  func day(of date: CivilDate) -> Int32 { Int32(plan.start.days(until: date)) }

  /// The day as an index of a table of `lastDay` values.
  func clamped(_ day: Int32) -> Int32 { min(max(day, 0), problem.lastDay) }

  private var days: Int { Int(problem.lastDay) }

  // MARK: Teams

  private mutating func addTeams() {
    poolResources = Array(repeating: -1, count: plan.skills.count)
    poolYields = Array(repeating: -1, count: plan.skills.count)
    for (index, team) in plan.teams.enumerated() {
      let capacity = TeamCapacity(TeamID(index), plan: plan, days: days)
      capacities.append(capacity)
      teamResources.append(addResource(team.name, capacity.headsTenths))
      teamYields.append(addYield(capacity.yield))
      teamWips.append(-1)
      if let limit = team.wip {
        teamWips[teamWips.count - 1] = Int32(problem.wipLimits.count)
        problem.wipLimits.append(Problem.WipLimit(name: team.name, limit: limit))
      }
      for (skill, pool) in zip(team.skills, capacity.pools) {
        let name = team.name + "." + plan.skills[skill.index].name
        poolResources[skill.index] = addResource(name, pool.headsTenths)
        poolYields[skill.index] = addYield(pool.yield)
      }
    }
  }

  private mutating func addResource(_ name: String, _ capacity: [Int32]) -> Int32 {
    problem.resources.append(Problem.Resource(name: name, capacity: capacity))
    return Int32(problem.resources.count - 1)
  }

  private mutating func addYield(_ daily: [Int64]) -> Int32 {
    let profile = Problem.YieldProfile(daily: daily)
    if let known = problem.yields.firstIndex(of: profile) { return Int32(known) }
    problem.yields.append(profile)
    return Int32(problem.yields.count - 1)
  }

  // MARK: Freezes

  /// Index for index those of the plan.
  private mutating func addFreezes() {
    problem.freezes = plan.freezes.map { freeze in
      let first = day(of: freeze.days.lowerBound)
      return Problem.Freeze(
        days: first...max(first, day(of: freeze.days.upperBound)), forbids: freeze.forbids.lowered)
    }
  }

  private func freezes(of work: Work) -> [Int32] {
    plan.freezes.indices.filter { index in
      let teams = plan.freezes[index].teams
      return teams.isEmpty || teams.contains(work.team)
    }.map { Int32($0) }
  }

  /// A head that delivers one whole day on each working day: what counts the days of a fixed length.
  private mutating func dayCounter(_ calendar: CalendarID) -> Int32 {
    if let known = dayCounters[calendar] { return known }
    let workdays = plan.calendars[calendar.index]
    let daily = (0..<days).map {
      workdays.isWorkingDay(plan.start.adding(days: $0)) ? wholeDay : 0
    }
    let index = addYield(daily)
    dayCounters[calendar] = index
    return index
  }

  // MARK: Initiatives

  private mutating func addInitiatives() {
    for (index, initiative) in plan.initiatives.enumerated() {
      let first = Int32(problem.works.count)
      if initiative.status != .done, initiative.status != .cancelled {
        for work in initiative.works { addWork(work, of: Int32(index)) }
      }
      problem.initiatives.append(
        lowered(initiative, works: first..<Int32(problem.works.count)))
    }
  }

  private func lowered(_ initiative: Initiative, works: Range<Int32>) -> Problem.Initiative {
    // What is done or cancelled lies outside the sum.
    let cost =
      works.isEmpty
      ? DelayCost.none(days: days)
      : DelayCost(urgency: initiative.urgency, planStart: plan.start, days: days)
    var result = Problem.Initiative(
      works: works, selection: selection(of: initiative, works: works),
      cost: CostRow(cost.byFinish),
      undoneCost: cost.undone, weight: weight(of: initiative.priority),
      partOf: initiative.partOf?.raw)
    if let pin = initiative.pin, !isBegun(initiative) {
      let horizon = plan.horizons[pin.index]
      let first = clamped(day(of: horizon.first))
      result.startWindow = first...max(first, clamped(day(of: horizon.last)))
    }
    let hard = initiative.urgency.deadlines.filter(\.isHard).map(\.date).min()
    result.latestFinish = hard.map { min(day(of: $0), problem.lastDay - 1) }
    return result
  }

  private func selection(
    of initiative: Initiative, works: Range<Int32>
  ) -> Problem.Selection {
    if works.isEmpty { return .free }
    if initiative.priority == .wont { return .forbidden }
    return initiative.priority == .must || isBegun(initiative) ? .required : .free
  }

  func isBegun(_ initiative: Initiative) -> Bool {
    initiative.works.contains { plan.works[$0].progress != .open }
  }

  /// "Most done, by priority": one more of a higher priority outweighs any number of a lower one that a plan can hold.
  private func weight(of priority: Initiative.Priority) -> Int32 {
    switch priority {
    case .must: 1_000_000
    case .should: 1_000
    case .could, .wont: 1
    }
  }

  private mutating func addWork(_ index: Int, of initiative: Int32) {
    let work = plan.works[index]
    if case .finished = work.progress { return }
    let isRunning = work.progress != .open
    let team = work.team.index
    let yield =
      work.length == nil
      ? work.skill.map { poolYields[$0.index] } ?? teamYields[team]
      : dayCounter(plan.teams[team].calendar)
    var lowered = Problem.Work(
      initiative: initiative, wip: teamWips[team],
      options: work.staffingTenths.map { option(of: work, tenths: $0, yield: yield) }
        + modeOptions(of: work),
      earliestStart: earliestStart(of: work), freezes: freezes(of: work),
      spread: work.spread.minutes)
    if isRunning {
      // It keeps its staffing: the largest that its range and the heads of today allow.
      let heads = problem.resources[Int(teamResources[team])].capacity
      let today = heads.isEmpty ? 0 : heads[Int(min(problem.firstDay, problem.lastDay - 1))]
      let usual = lowered.options.filter { $0.mode == 0 }
      let kept = usual.last { $0.staffTenths <= today } ?? lowered.options[0]
      lowered.options = [kept]
      lowered.freezes = []
      lowered.fixedStart = firstWorkingDay(from: problem.firstDay, yield: yield)
    }
    workIndices[index] = Int32(problem.works.count)
    workIDs.append(WorkID(index))
    problem.works.append(lowered)
  }

  /// The ways to do a work in its other modes, which no fixed length binds.
  private func modeOptions(of work: Work) -> [Problem.Option] {
    let yield = work.skill.map { poolYields[$0.index] } ?? teamYields[work.team.index]
    return work.openModes.enumerated().flatMap { index, mode in
      var done = work
      done.effort = mode.effort
      done.length = nil
      return mode.staffingTenths.map { tenths in
        var option = option(of: done, tenths: tenths, yield: yield)
        option.mode = Int32(index) + 1
        option.credit = credit(tenths, usual: work.effort, mode.effort)
        return option
      }
    }
  }

  /// Rounded up, so that what is finished has delivered all of it.
  private func credit(_ tenths: Int32, usual: Effort, _ effort: Effort) -> Int32 {
    let share = Rational(usual.minutes, max(1, effort.minutes))?.times(Rational(Int64(tenths)))
    return Int32(clamping: share?.ceiling ?? Int64(tenths))
  }

  private func option(of work: Work, tenths: Int32, yield: Int32) -> Problem.Option {
    var demands = [Problem.Demand(resource: teamResources[work.team.index], tenths: tenths)]
    if let skill = work.skill {
      demands.append(Problem.Demand(resource: poolResources[skill.index], tenths: tenths))
    }
    // Minutes ÷ 480 are person-days; × 10⁶ to millionths; ÷ (tenths ÷ 10) to what one head delivers.
    let total = Int128(work.effort.minutes) * 10_000_000
    let perHead = Int128(tenths) * Int128(Effort.minutesPerPersonDay)
    let needed =
      work.length.map { Int64($0.workingDaysLeft) * wholeDay }
      ?? Int64(clamping: (total + perHead - 1) / perHead)
    return Problem.Option(
      staffTenths: tenths, demands: demands, yield: yield, needed: max(1, needed))
  }

  private func earliestStart(of work: Work) -> Int32 {
    let initiative = plan.initiatives[work.initiative.index]
    let dates = [work.notBefore, initiative.notBefore].compactMap(\.self)
    return dates.reduce(problem.firstDay) { max($0, clamped(day(of: $1))) }
  }

  private func firstWorkingDay(from first: Int32, yield: Int32) -> Int32 {
    let profile = problem.yields[Int(yield)]
    var day = first
    while day < problem.horizonDay - 1, !profile.isWorking(day) { day += 1 }
    return day
  }

  // MARK: Exclusive groups

  /// Groups of what is still open; where one is finished the others are not done any more.
  private mutating func addExclusives() {
    for group in plan.exclusives {
      let isTaken = group.members.contains { plan.initiatives[$0.index].status == .done }
      let open = group.members.map { Int($0.raw) }.filter {
        !problem.initiatives[$0].works.isEmpty
      }
      if isTaken {
        for index in open { problem.initiatives[index].selection = .forbidden }
      } else if open.count > 1 {
        problem.exclusives.append(
          Problem.Exclusive(name: group.name, members: open.map { Int32($0) }))
      }
    }
  }

  /// Members of a goal that it needs, and those of one exclusive group, of which it needs one.
  private func split(_ members: [Int]) -> (needed: [Int32], choices: [[Int32]]) {
    var needed = members
    var choices: [[Int32]] = []
    for group in plan.exclusives {
      let rivals = members.filter { group.members.contains(InitiativeID($0)) }
      guard rivals.count > 1 else { continue }
      // What is left of the others goes with them.
      needed.removeAll { member in
        rivals.contains(member)
          || plan.initiatives[member].partOf.map { rivals.contains($0.index) } ?? false
      }
      // What is finished has met its part on a day that the goal's floor holds.
      if rivals.contains(where: { plan.initiatives[$0].status == .done }) { continue }
      choices.append(rivals.map { Int32($0) })
    }
    return (needed.map { Int32($0) }, choices)
  }

  // MARK: Goals

  private mutating func addGoals() {
    let membersOfGoal = plan.membersOfGoals()
    for (index, goal) in plan.goals.enumerated() {
      let members = membersOfGoal[index]
      let cost =
        goal.urgency.isEmpty || members.isEmpty || goal.isDropped(by: plan.asOf)
        ? DelayCost.none(days: days)
        : DelayCost(urgency: goal.urgency, planStart: plan.start, days: days)
      let finished = members.compactMap { plan.initiatives[$0].finished }.max()
      let (needed, choices) = split(members)
      problem.goals.append(
        Problem.Goal(
          members: needed, choices: choices, cost: CostRow(cost.byFinish), undoneCost: cost.undone,
          floor: finished.map { min(max(-1, day(of: $0)), problem.lastDay - 1) } ?? -1))
    }
  }
}

extension ChangeFreeze.Forbids {
  fileprivate var lowered: Problem.Freeze.Forbids {
    switch self {
    case .starting: .starting
    case .running: .running
    case .finishing: .finishing
    }
  }
}

/// A person-day in the unit of yields, a millionth of one.
private let wholeDay: Int64 = 1_000_000
