import PlanModel
import Testing

/// What a plan becomes before it is solved.
@Suite struct SchedulingModelTests {
  @Test func effortDividedByHeadsIsWhatAHeadHasToDeliver() {
    var builder = PlanBuilder()
    builder.addTeam()
    builder.addInitiative(personDays: [10], heads: [1, 2, 3])
    let problem = SchedulingModel(builder.plan).problem
    #expect(problem.works[0].options.map(\.staffTenths) == [10, 20, 30])
    #expect(problem.works[0].options.map(\.needed) == [10_000_000, 5_000_000, 3_333_334])
  }

  @Test func skillsHoldTheTeamAndThePool() {
    var builder = PlanBuilder()
    let team = builder.addTeam()
    let skill = builder.addSkill(team: team, people: 3)
    builder.addInitiative(personDays: [10])
    builder.plan.works[0].skill = skill
    let problem = SchedulingModel(builder.plan).problem
    #expect(problem.resources.map(\.name) == ["team0", "team0.skill0"])
    #expect(problem.resources.map { $0.capacity[0] } == [100, 30])
    #expect(
      problem.works[0].options[0].demands == [
        Problem.Demand(resource: 0, tenths: 10), Problem.Demand(resource: 1, tenths: 10),
      ])
  }

  @Test func afterAnInitiativeIsAfterEachOfItsWorks() {
    var builder = PlanBuilder()
    builder.addTeam()
    let first = builder.addInitiative(personDays: [1, 2])
    builder.addInitiative(personDays: [1], after: [after(.initiative(first))])
    let problem = SchedulingModel(builder.plan).problem
    #expect(problem.links.map(\.from) == [.finish(work: 0), .finish(work: 1)])
    #expect(problem.links.allSatisfy { $0.to == 2 })
  }

  @Test func aLagCountsWorkingDays() {
    var builder = PlanBuilder()
    builder.addTeam()
    let first = builder.addInitiative(personDays: [1])
    builder.addInitiative(
      personDays: [1], after: [after(.initiative(first), lag: .workingDays(5))])
    let table = SchedulingModel(builder.plan).problem.lags[0].earliestStart
    // Finished on Wednesday 1 July: a week on is Wednesday the 8th, so Thursday the 9th is the first day.
    #expect(table[0] == 8)
    // Finished on Friday the 3rd: Friday the 10th, so from Saturday the 11th.
    #expect(table[2] == 10)
  }

  @Test func anExternalStandsAtItsDatePlusItsMeanSlip() {
    var builder = PlanBuilder()
    builder.addTeam()
    builder.plan.externals = [
      External(
        name: "vendor", label: "", owner: nil, commitment: .aware, date: date("2026-07-06"),
        slipDays: External.SlipDays(low: 0, likely: 2, high: 10), fallback: nil, note: nil)
    ]
    builder.addInitiative(personDays: [1], after: [after(.external(ExternalID(0)))])
    // (0 + 4 × 2 + 10) / 6 = 3 working days: Thursday the 9th, so from Friday the 10th.
    #expect(SchedulingModel(builder.plan).problem.works[0].earliestStart == 9)
    builder.plan.externals[0].commitment = .met
    #expect(SchedulingModel(builder.plan).problem.works[0].earliestStart == 6)
  }

  @Test func finishedWorkIsADateAndNotInTheProblem() {
    var builder = PlanBuilder()
    builder.addTeam()
    let first = builder.addInitiative(personDays: [1, 2])
    builder.addInitiative(personDays: [1], after: [after(.initiative(first))])
    builder.plan.works[0].progress = .finished(on: date("2026-07-10"))
    let model = SchedulingModel(builder.plan)
    #expect(model.problem.works.count == 2)
    #expect(model.workIndices == [nil, 0, 1])
    #expect(model.problem.links.map(\.from) == [.finish(work: 0)])
    #expect(model.problem.works[1].earliestStart == 10)
  }

  @Test func runningWorkStartsTodayAndIsRequired() {
    var builder = PlanBuilder()
    builder.addTeam()
    builder.addInitiative(personDays: [4], heads: [2])
    builder.plan.asOf = date("2026-07-11")
    builder.plan.works[0].progress = .running(
      started: date("2026-07-02"), spent: Effort(personDays: 3))
    let model = SchedulingModel(builder.plan)
    // The 11th is a Saturday.
    #expect(model.problem.works[0].fixedStart == 12)
    #expect(model.problem.initiatives[0].selection == .required)
    let schedule = Schedule(
      placements: [Schedule.Placement(start: 12, finish: 13, option: 0)])
    #expect(ScheduleChecker(model.problem).violations(of: schedule).isEmpty)
    #expect(model.startDate(of: InitiativeID(0), in: schedule) == date("2026-07-02"))
  }

  @Test func aMilestoneCountsWhatIsDeliveredAlready() {
    var builder = PlanBuilder()
    builder.addTeam()
    let first = builder.addInitiative(personDays: [6])
    builder.plan.works[0].progress = .running(
      started: date("2026-07-01"), spent: Effort(personDays: 4))
    builder.plan.milestones = [
      Milestone(
        name: "half", label: "", initiative: first, share: Rational(1, 2) ?? .one,
        works: 0..<1, due: nil, met: nil)
    ]
    builder.addInitiative(personDays: [1], after: [after(.milestone(MilestoneID(0)))])
    let problem = SchedulingModel(builder.plan).problem
    // Half of ten days is five, of which four are spent: one person-day is left.
    #expect(problem.milestones[0].needed == 10_000_000)
    #expect(problem.milestones[0].totals == [60_000_000])
  }

  @Test func whatWaitsForSomethingCancelledCannotStart() {
    var builder = PlanBuilder()
    builder.addTeam()
    let first = builder.addInitiative(personDays: [1])
    builder.plan.initiatives[0].status = .cancelled
    builder.addInitiative(personDays: [1], after: [after(.initiative(first))])
    let problem = SchedulingModel(builder.plan).problem
    #expect(problem.works.count == 1)
    #expect(problem.works[0].earliestStart == problem.lastDay)
    #expect(problem.initiatives[0].undoneCost == 0)
  }

  @Test func aGoalWaitsForWhatIsNotOptionalAndNotDeclined() {
    var builder = PlanBuilder()
    builder.addTeam()
    builder.plan.goals = [
      Goal(
        name: "goal", label: "", by: nil,
        urgency: Urgency(costOfDelay: MoneyRate(minorUnitsPerYear: 36_400)), metrics: [],
        owner: nil, note: nil)
    ]
    for _ in 0..<4 { builder.addInitiative(personDays: [1]) }
    for index in 0..<4 { builder.plan.initiatives[index].goals = [GoalID(0)] }
    builder.plan.initiatives[1].isOptional = true
    builder.plan.initiatives[2].priority = .wont
    let problem = SchedulingModel(builder.plan).problem
    #expect(problem.goals[0].members == [0, 3])
    #expect(problem.initiatives[2].selection == .forbidden)
  }

  @Test func aPinIsAWindowForTheStart() {
    var builder = PlanBuilder()
    builder.addTeam()
    builder.addInitiative(personDays: [1])
    builder.plan.horizons = [
      Horizon(
        name: "now", label: "", first: date("2026-07-06"), last: date("2026-07-10"), band: nil)
    ]
    builder.plan.initiatives[0].pin = HorizonID(0)
    #expect(SchedulingModel(builder.plan).problem.initiatives[0].startWindow == 5...9)
  }

  private func after(
    _ target: Dependency.Target, lag: Elapsed = .zero
  ) -> Dependency {
    Dependency(kind: .finishToStart, on: target, lag: lag)
  }
}
