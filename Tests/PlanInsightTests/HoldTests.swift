import PlanInsight
import PlanModel
import Testing

/// Why works are where they are, on one team of two heads; each initiative is one work of ten
/// person-days by one head.
@Suite struct HoldTests {
  @Test func aFreezeHoldsWhatMayNotStartRunOrFinishInIt() {
    // Ten working days from Wednesday the 1st end on Tuesday the 14th.
    for (days, forbids, start) in [
      (day(1)...day(3), ChangeFreeze.Forbids.starting, day(6)),
      (day(14)...day(16), .finishing, day(6)),
      (day(14)...day(15), .running, day(16)),
    ] {
      var plan = TeamPlan(people: 1)
      plan.initiative()
      plan.plan.freezes = [
        ChangeFreeze(
          name: "peak", label: "Peak", days: days, teams: [TeamID(0)], forbids: forbids, why: nil)
      ]
      let answer = plan.answer()
      #expect(answer.model.startDate(of: InitiativeID(0), in: answer.solution.schedule) == start)
      #expect(answer.holds == [.freeze(FreezeID(0))])
    }
  }

  @Test func dates() {
    var plan = TeamPlan(people: 4)
    plan.initiative()
    plan.initiative(notBefore: day(14))
    let vendor = plan.external(on: day(20))
    plan.initiative(after: .external(vendor))
    #expect(plan.holds() == [.today, .notBefore(day(14)), .external(vendor)])
  }

  @Test func peopleAndPlaces() {
    var plan = TeamPlan(people: 1)
    plan.initiative()
    plan.initiative()
    #expect(plan.holds() == [.today, .heads(resource: 0, by: [0])])

    var limited = TeamPlan(people: 2, wip: 1)
    limited.initiative()
    limited.initiative()
    #expect(limited.holds() == [.today, .wip(limit: 0, by: [0])])

    var growing = TeamPlan(people: 0)
    growing.hire(on: day(6))
    growing.initiative()
    #expect(growing.holds() == [.joining(resource: 0)])
  }

  @Test func precedence() {
    var plan = TeamPlan(people: 2)
    let first = plan.initiative()
    plan.initiative(after: .initiative(first))
    #expect(plan.holds() == [.today, .precedence(.finish(work: 0))])
  }

  @Test func theChainRunsBackFromTheLastFinish() {
    var plan = TeamPlan(people: 1)
    let first = plan.initiative()
    plan.initiative()
    plan.initiative(after: .initiative(first))
    let answer = plan.answer()
    #expect(answer.chain.links.map(\.work) == [0, 1, 2])
    #expect(answer.chain.links.first?.hold == .today)
  }

  @Test func loadIsWhatIsPlacedOfWhatIsPlanned() throws {
    var plan = TeamPlan(people: 2)
    plan.initiative()
    plan.initiative(notBefore: day(27))
    let months = try #require(plan.answer().loads.first).months
    // July 2026 has 23 working days; the second starts on the 27th, a Monday, and goes on into August.
    #expect(months.map(\.placed.minutes) == [15 * 480, 5 * 480])
    #expect(months.map(\.planned.minutes) == [46 * 480, 42 * 480])
    #expect(
      months.map(\.days.upperBound) == [day(31), CivilDate(dayNumber: day(31).dayNumber + 31)])
  }
}

/// A plan of July and August 2026, from Wednesday the first.
private struct TeamPlan {
  var plan: Plan

  init(people: Int32, wip: Int32? = nil) {
    plan = Plan(label: "Test", start: day(1), end: CivilDate(dayNumber: day(31).dayNumber + 31))
    plan.load = .one
    plan.teams = [
      Team(
        name: "team", label: "Team", calendar: CalendarID(0), peopleTenths: people * 10,
        availability: .one, wip: wip)
    ]
  }

  mutating func hire(on date: CivilDate) {
    plan.teams[0].hires.append(
      Hire(
        name: "hire", label: "", peopleTenths: 10, on: date, ramp: .zero, mentoring: .zero,
        skill: nil, salary: nil))
  }

  mutating func external(on date: CivilDate) -> ExternalID {
    plan.externals.append(
      External(
        name: "vendor", label: "Vendor", owner: nil, commitment: .agreed, date: date,
        slipDays: External.SlipDays(low: 0, likely: 1, high: 2), fallback: nil, note: nil))
    return ExternalID(plan.externals.count - 1)
  }

  @discardableResult
  mutating func initiative(
    notBefore: CivilDate? = nil, after: Dependency.Target? = nil
  ) -> InitiativeID {
    let id = InitiativeID(plan.initiatives.count)
    let effort = Effort(personDays: 10)
    plan.works.append(
      Work(
        name: "work\(id.raw)", label: "", initiative: id, team: TeamID(0), skill: nil,
        estimate: Estimate(exactly: effort), effort: effort, spread: .zero, staffingTenths: [10],
        notBefore: notBefore,
        after: after.map { [Dependency(kind: .finishToStart, on: $0, lag: .zero)] } ?? [],
        progress: .open))
    plan.initiatives.append(
      Initiative(
        name: "initiative\(id.raw)", label: "", kind: "feature", priority: .should,
        status: .proposed, goals: [], works: id.index..<id.index + 1,
        urgency: Urgency(costOfDelay: MoneyRate(minorUnitsPerYear: 36_400))))
    return id
  }

  func answer() -> Answer {
    let model = SchedulingModel(plan)
    let schedule = ListSchedule.schedule(
      order: plan.initiatives.indices.map { Int32($0) }, timing: Timing(model.problem))
    let cost = schedule.totalDelayCost(in: model.problem)
    return Answer(
      model: model,
      solution: Solution(schedule: schedule, delayCost: cost, lowerBound: 0, work: 0),
      inquiry: nil)
  }

  func holds() -> [Hold?] { answer().holds }
}

/// A day of July 2026.
private func day(_ number: Int) -> CivilDate {
  CivilDate(year: 2026, month: 7, day: number) ?? CivilDate(dayNumber: 0)
}
