import PlanModel
import Testing

/// The checker is tested by breaking a schedule that is right, one way at a time.
@Suite struct ScheduleCheckerTests {
  /// Two initiatives of two days each on one head and five days; the second after the first.
  private func problem() -> Problem {
    var problem = Problem(firstDay: 0, horizonDay: 6, lastDay: 7)
    problem.resources = [Problem.Resource(name: "team", capacity: Array(repeating: 10, count: 7))]
    problem.yields = [
      // Day 3 is a day off.
      Problem.YieldProfile(daily: [1, 1, 1, 0, 1, 1, 1].map { $0 * 1_000_000 })
    ]
    problem.wipLimits = [Problem.WipLimit(name: "team", limit: 1)]
    problem.lags = [Problem.LagTable(earliestStart: [1, 2, 3, 4, 5, 6, 7])]
    let option = Problem.Option(
      staffTenths: 10, demands: [Problem.Demand(resource: 0, tenths: 10)], yield: 0,
      needed: 2_000_000)
    for index in 0..<2 as Range<Int32> {
      problem.works.append(
        Problem.Work(initiative: index, wip: 0, options: [option], earliestStart: 0))
      problem.initiatives.append(
        Problem.Initiative(
          works: index..<index + 1, selection: .free,
          cost: [1, 2, 3, 4, 5, 6, 7], undoneCost: 7))
    }
    problem.links = [Problem.Link(from: .finish(work: 0), lag: 0, to: 1)]
    return problem
  }

  private func placed(_ start: Int32, _ finish: Int32) -> Schedule.Placement {
    Schedule.Placement(start: start, finish: finish, option: 0)
  }

  private func check(
    _ placements: [Schedule.Placement?], change: (inout Problem) -> Void = { _ in },
    expect expected: [ScheduleChecker.Violation]
  ) {
    var problem = problem()
    change(&problem)
    let found = ScheduleChecker(problem).violations(of: Schedule(placements: placements))
    #expect(found == expected)
  }

  @Test func aRightScheduleHasNoViolations() {
    check([placed(0, 1), placed(2, 4)], expect: [])
    check([nil, nil], expect: [])
    check([placed(0, 1), nil], expect: [])
  }

  @Test func theFinishIsRecounted() {
    check([placed(0, 2), nil], expect: [.wrongFinish(work: 0, finish: 2, expected: 1)])
    // Across the day off.
    check([placed(2, 3), nil], expect: [.wrongFinish(work: 0, finish: 3, expected: 4)])
  }

  @Test func capacityIsHeldFromStartToFinish() {
    check(
      [placed(0, 1), placed(1, 2)],
      change: {
        $0.links = []
        $0.wipLimits[0].limit = 2
      },
      expect: [.overCapacity(resource: 0, day: 1, held: 20, capacity: 10)])
  }

  @Test func capacityIsHeldOnDaysOffToo() {
    check(
      [placed(2, 4), nil], change: { $0.resources[0].capacity[3] = 0 },
      expect: [.overCapacity(resource: 0, day: 3, held: 10, capacity: 0)])
  }

  @Test func wipCountsInitiatives() {
    check(
      [placed(0, 1), placed(1, 2)],
      change: {
        $0.links = []
        $0.resources[0].capacity = Array(repeating: 20, count: 7)
      },
      expect: [.overWip(limit: 0, day: 1, running: 2)])
  }

  @Test func linksHold() {
    check(
      [placed(4, 5), placed(0, 1)],
      expect: [.startsBeforeLink(link: 0, start: 0, earliest: 6)])
    check([nil, placed(0, 1)], expect: [.predecessorUndone(link: 0)])
  }

  @Test func startsAreInsideThePlanOnWorkingDaysAndAfterToday() {
    check([placed(6, 6), nil], expect: [.startsOutsidePlan(work: 0, start: 6)])
    check([placed(3, 5), nil], expect: [.startsOnDayOff(work: 0, start: 3)])
    check(
      [placed(0, 1), nil], change: { $0.firstDay = 1 },
      expect: [.startsTooEarly(work: 0, start: 0, earliest: 1)])
    check(
      [placed(0, 1), nil], change: { $0.works[0].earliestStart = 2 },
      expect: [.startsTooEarly(work: 0, start: 0, earliest: 2)])
  }

  @Test func runningWorkStaysWhereItIsAndMayExceedWhatThereIs() {
    check(
      [placed(1, 2), nil], change: { $0.works[0].fixedStart = 0 },
      expect: [.movedThoughRunning(work: 0)])
    check(
      [placed(0, 1), nil],
      change: {
        $0.works[0].fixedStart = 0
        $0.resources[0].capacity = Array(repeating: 0, count: 7)
        $0.wipLimits[0].limit = 0
      }, expect: [])
  }

  @Test func anInitiativeIsDoneWholeOrNotAtAll() {
    check(
      [placed(0, 1), nil],
      change: {
        $0.links = []
        $0.works[1].initiative = 0
        $0.initiatives = [$0.initiatives[0]]
        $0.initiatives[0].works = 0..<2
      }, expect: [.halfDone(initiative: 0)])
  }

  @Test func demandsAreNamed() {
    check(
      [nil, nil], change: { $0.initiatives[0].selection = .required },
      expect: [.requiredUndone(initiative: 0)])
    check(
      [placed(0, 1), nil], change: { $0.initiatives[0].selection = .forbidden },
      expect: [.forbiddenDone(initiative: 0)])
    check(
      [placed(0, 1), nil], change: { $0.initiatives[0].latestFinish = 0 },
      expect: [.late(initiative: 0, finish: 1)])
    check(
      [placed(0, 1), nil], change: { $0.initiatives[0].startWindow = 2...4 },
      expect: [.outsideWindow(initiative: 0, start: 0)])
  }

  @Test func milestonesAreReachedWhenTheirShareIsDelivered() {
    let withMilestone: (inout Problem) -> Void = {
      $0.milestones = [
        Problem.Milestone(
          initiative: 0, works: [0], needed: 10_000_000, totals: [20_000_000])
      ]
      $0.links = [Problem.Link(from: .milestone(0), lag: 0, to: 1)]
      $0.resources[0].capacity = Array(repeating: 20, count: 7)
      $0.wipLimits[0].limit = 2
    }
    check([placed(0, 1), placed(1, 2)], change: withMilestone, expect: [])
    check(
      [placed(1, 2), placed(1, 2)], change: withMilestone,
      expect: [.startsBeforeLink(link: 0, start: 1, earliest: 2)])
  }

  @Test func nonsenseIsAnswered() {
    check([nil], expect: [.wrongSize(placements: 1, works: 2)])
    check(
      [Schedule.Placement(start: 0, finish: 1, option: 7), nil],
      expect: [.noSuchOption(work: 0)])
    check(
      [Schedule.Placement(start: -4, finish: 1, option: 0), nil],
      expect: [.startsOutsidePlan(work: 0, start: -4)])
  }

  @Test func aFreezeForbidsStartingRunningOrFinishing() {
    func frozen(_ days: ClosedRange<Int32>, _ forbids: Problem.Freeze.Forbids)
      -> (inout Problem) -> Void
    {
      {
        $0.freezes = [Problem.Freeze(days: days, forbids: forbids)]
        $0.works[0].freezes = [0]
      }
    }
    // Days 1 and 2 are worked.
    let run = [placed(1, 2), nil]
    check(run, change: frozen(1...1, .starting), expect: [.frozen(work: 0, freeze: 0, day: 1)])
    check(run, change: frozen(2...5, .starting), expect: [])
    check(run, change: frozen(2...2, .finishing), expect: [.frozen(work: 0, freeze: 0, day: 2)])
    check(run, change: frozen(0...1, .finishing), expect: [])
    check(run, change: frozen(2...6, .running), expect: [.frozen(work: 0, freeze: 0, day: 2)])
    check(run, change: frozen(-9...1, .running), expect: [.frozen(work: 0, freeze: 0, day: 1)])
    check(run, change: frozen(3...6, .running), expect: [])
    // It holds the works that are under it, and none that run already.
    check([nil, nil], change: frozen(0...6, .running), expect: [])
    check(
      run,
      change: {
        frozen(0...6, .running)(&$0)
        $0.works[0].fixedStart = 1
      }, expect: [])
  }
}
