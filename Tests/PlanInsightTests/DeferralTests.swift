import PlanInsight
import PlanModel
import Testing

/// One person, a working day every day, three initiatives of five days one after the other.
///
/// Waiting a day costs 10, 5 and 1.
@Suite struct DeferralTests {
  @Test func planningAnewFreesPartOfWhatAShiftCosts() throws {
    let step = try #require(deferral(of: 0, byDays: 5)?.steps.first)
    // Everybody five days later: 50 alone, 25 + 5 for the others. Anew: the second goes first, 50 − 25.
    #expect(step.shifted == .costs(own: 50, knockOn: 30))
    #expect(step.net == .costs(25, isProved: true))
    #expect(step.freed == 55)
  }

  @Test func theLastOneOnlyLosesItsOwn() throws {
    let step = try #require(deferral(of: 2, byDays: 5)?.steps.first)
    #expect(step.shifted == .costs(own: 5, knockOn: 0))
    #expect(step.net == .costs(5, isProved: true))
  }

  @Test func undoneIsWhatIsLostByTheEnd() throws {
    let step = try #require(deferral(of: 0, byDays: 5)?.step(.undone))
    // 400 when never done less 50; planned anew, the other two are five days earlier.
    #expect(step.shifted == .costs(own: 350, knockOn: 0))
    #expect(step.net == .costs(350 - 25 - 5, isProved: true))
  }

  @Test func whatPassesTheEndIsUndone() throws {
    let step = try #require(deferral(of: 2, byDays: 28)?.steps.first)
    #expect(step.shifted == .costs(own: 40 - 15, knockOn: 0))
  }

  @Test func aMustThatDoesNotFitBreaks() throws {
    var problem = threeInARow()
    problem.initiatives[2].selection = .required
    let steps = try #require(deferral(of: 2, byDays: 28, problem)?.steps)
    #expect(steps.map(\.net) == Array(repeating: .breaks([.isDone(initiative: 2)]), count: 2))
    #expect(steps.first?.shifted == .breaks([.isDone(initiative: 2)]))
  }

  @Test func aHardDeadlineOfAnotherBreaksByShiftOnly() throws {
    var problem = threeInARow()
    problem.initiatives[1].latestFinish = 11
    let step = try #require(deferral(of: 0, byDays: 5, problem)?.steps.first)
    #expect(step.shifted == .breaks([.isFinished(initiative: 1, by: 11)]))
    #expect(step.net == .costs(25, isProved: true))
    #expect(step.freed == nil)
  }

  @Test func startedWorkHasNoDeferral() {
    var problem = threeInARow()
    problem.works[0].fixedStart = 0
    #expect(deferral(of: 0, byDays: 5, problem) == nil)
    #expect(deferral(of: 1, byDays: 5, problem) != nil)
  }

  @Test func aGoalIsPartOfOwn() throws {
    var problem = threeInARow()
    problem.goals = [
      Problem.Goal(members: [0, 2], cost: CostRow((1...40).map { $0 * 100 }), undoneCost: 4000)
    ]
    // The goal waits for the last of its members, so deferring the first alone costs it nothing.
    #expect(
      deferral(of: 0, byDays: 5, problem)?.steps.first?.shifted
        == .costs(own: 50, knockOn: 30 + 500))
    #expect(
      deferral(of: 2, byDays: 5, problem)?.steps.first?.shifted
        == .costs(own: 5 + 500, knockOn: 0))
  }

  @Test func undoneInitiativesCostWhatTheTablesSay() {
    var problem = threeInARow()
    problem.firstDay = 10
    problem.goals = [
      Problem.Goal(members: [0, 2], cost: CostRow((1...40).map { $0 * 100 }), undoneCost: 5000)
    ]
    var schedule = inARow(problem)
    schedule.placements[2] = nil
    let cost = UndoneCost(of: 2, in: schedule, problem: problem, cycleDays: 7)
    // Own: 40 − 10 and 7 days of 1. The goal stands at 10 days' worth until today.
    #expect(cost.untilEnd == 30 + 4000 && cost.perCycle == 7 + 700)
    #expect(cost.keepsOut.isEmpty && cost.untilEndWithFollowers == cost.untilEnd)
  }

  @Test func anEnablerCostsWhatNeedsItToo() {
    var problem = threeInARow()
    problem.lags = [Problem.LagTable(earliestStart: (1...40).map { Int32($0) })]
    problem.links = [
      Problem.Link(from: .finish(work: 0), lag: 0, to: 1),
      Problem.Link(from: .finish(work: 1), lag: 0, to: 2),
    ]
    problem.goals = [
      Problem.Goal(members: [1, 2], cost: CostRow((1...40).map { $0 * 100 }), undoneCost: 4000)
    ]
    let nothing = Schedule.empty(works: problem.works.count)
    let cost = UndoneCost(of: 0, in: nothing, problem: problem, cycleDays: 7)
    let own = problem.initiatives.map(\.undoneCost)
    #expect(cost.untilEnd == own[0] && cost.keepsOut == [1, 2])
    // The goal is counted once, though it waits for two of them.
    #expect(cost.untilEndWithFollowers == own[0] + own[1] + own[2] + 4000)
  }

  private func deferral(
    of initiative: Int, byDays days: Int32, _ problem: Problem = threeInARow()
  ) -> Deferral? {
    let schedule = inARow(problem)
    let cost = schedule.totalDelayCost(in: problem)
    let base = Solution(schedule: schedule, delayCost: cost, lowerBound: cost, work: 0)
    let ladder = DeferralLadder(
      base: base, arcs: Arcs(schedule, timing: Timing(problem)),
      rungs: [
        DeferralLadder.Rung(delay: .by(.workingDays(days))) { $0 + days },
        DeferralLadder.Rung(delay: .undone) { $0 },
      ],
      streams: [solveExactly])
    return ladder.deferral(of: initiative)?.deferral
  }
}

private func threeInARow() -> Problem {
  var problem = Problem(firstDay: 0, horizonDay: 35, lastDay: 40)
  problem.resources = [Problem.Resource(name: "team", capacity: Array(repeating: 10, count: 40))]
  problem.yields = [Problem.YieldProfile(daily: Array(repeating: 1_000_000, count: 40))]
  for (index, rate) in ([10, 5, 1] as [Int64]).enumerated() {
    let option = Problem.Option(
      staffTenths: 10, demands: [Problem.Demand(resource: 0, tenths: 10)], yield: 0,
      needed: 5_000_000)
    problem.works.append(
      Problem.Work(initiative: Int32(index), wip: -1, options: [option], earliestStart: 0))
    problem.initiatives.append(
      Problem.Initiative(
        works: Int32(index)..<Int32(index + 1), selection: .free,
        cost: CostRow((1...40).map { $0 * rate }), undoneCost: 40 * rate))
  }
  return problem
}

private func inARow(_ problem: Problem) -> Schedule {
  Schedule(
    placements: problem.works.indices.map {
      Schedule.Placement(start: Int32($0) * 5, finish: Int32($0) * 5 + 4, option: 0)
    })
}

/// Every order of three initiatives, which for one person and rising costs holds the best schedule.
@Sendable private func solveExactly(_ problem: Problem, _ seeds: [Schedule]) -> Solution {
  let orders: [[Int32]] = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
  let all = orders.map { ListSchedule.schedule(order: $0, timing: Timing(problem)) }
  let feasible = all.filter { ScheduleChecker(problem).violations(of: $0).isEmpty }
  let best = feasible.min { $0.totalDelayCost(in: problem) < $1.totalDelayCost(in: problem) }
  let schedule = best ?? all[0]
  let cost = schedule.totalDelayCost(in: problem)
  let broken = problem.initiatives.indices
    .filter { best == nil && !schedule.isDone($0, in: problem) }
    .map { BrokenDemand.undone(initiative: Int32($0)) }
  return Solution(schedule: schedule, delayCost: cost, lowerBound: cost, broken: broken, work: 0)
}
