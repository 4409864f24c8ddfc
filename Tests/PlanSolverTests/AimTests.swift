import PlanModel
import PlanSolver
import Testing

/// The aims in their order, on problems whose answer is seen at a glance.
@Suite("Aims")
struct AimTests {
  /// One head, and works of `efforts` days each of one initiative; nothing costs anything unless said.
  private func queue(_ efforts: [Int64], rates: [Int64], days: Int32 = 40) -> Problem {
    var problem = Problem(firstDay: 0, horizonDay: days, lastDay: days)
    problem.resources = [
      Problem.Resource(name: "one", capacity: Array(repeating: 10, count: Int(days)))
    ]
    problem.yields = [
      Problem.YieldProfile(daily: Array(repeating: 1_000_000, count: Int(days)))
    ]
    problem.lags = [
      Problem.LagTable(earliestStart: (0..<days).map { $0 + 1 })
    ]
    for (index, effort) in efforts.enumerated() {
      problem.works.append(
        Problem.Work(
          initiative: Int32(index), wip: -1,
          options: [
            Problem.Option(
              staffTenths: 10, demands: [Problem.Demand(resource: 0, tenths: 10)], yield: 0,
              needed: effort * 1_000_000)
          ], earliestStart: 0))
      let cost = (0..<days).map { rates[index] * Int64($0 + 1) }
      problem.initiatives.append(
        Problem.Initiative(
          works: Int32(index)..<Int32(index + 1), selection: .free, cost: CostRow(cost),
          undoneCost: rates[index] * Int64(days)))
    }
    return problem
  }

  private func starts(_ solution: Solution) -> [Int32?] {
    solution.schedule.placements.map { $0?.start }
  }

  @Test("the costliest for its effort comes first")
  func smithsRule() {
    // Rates for days: 1, 3, 2.
    let answer = solve(queue([4, 2, 3], rates: [4, 6, 6]))
    #expect(starts(answer) == [5, 0, 2])
    #expect(answer.delayCost == 6 * 2 + 6 * 5 + 4 * 9)
    #expect(answer.isOptimal)
  }

  @Test("an agreed start is waited for where moving it costs more than waiting")
  func keepsAgreedStarts() {
    for (churn, expected) in [(1, 0), (7, 0), (9, 4), (100, 4)] as [(Int64, Int32)] {
      var problem = queue([2], rates: [2])
      problem.agree(0, Problem.Agreement(starts: 4...8, churn: churn))
      let answer = solve(problem)
      #expect(starts(answer) == [expected], "churn \(churn)")
      #expect(answer.churn == (expected == 4 ? 0 : churn))
      #expect(answer.delayCost == 2 * Int64(expected + 2))
      #expect(answer.isOptimal)
    }
  }

  @Test("what was agreed stays before what came later and is worth a little more")
  func keepsAgreedOrder() {
    var problem = queue([4, 4], rates: [10, 11])
    problem.agree(0, Problem.Agreement(starts: 0...2, churn: 5))
    #expect(starts(solve(problem)) == [0, 4])
    problem.initiatives[0].agreement?.churn = 3
    let answer = solve(problem)
    #expect(starts(answer) == [4, 0])
    #expect(answer.aimCost == answer.delayCost + 3)
  }

  @Test("an enabler inherits the urgency of what waits for it")
  func inheritsUrgency() {
    var problem = queue([3, 3, 2], rates: [1, 5, 20])
    problem.links = [Problem.Link(from: .finish(work: 0), lag: 0, to: 2)]
    #expect(starts(solve(problem)) == [0, 5, 3])
  }

  @Test("a hard deadline comes before money")
  func deadlineFirst() {
    var problem = queue([4, 4], rates: [1, 100])
    problem.initiatives[0].selection = .required
    problem.initiatives[0].latestFinish = 3
    let answer = solve(problem)
    #expect(starts(answer) == [0, 4])
    #expect(answer.isFeasible)
  }

  @Test("what displaces more than it is worth is left undone")
  func leavesUndone() {
    // Ten days for what is worth one, of the twelve that there are.
    var problem = queue([10, 10], rates: [1, 50], days: 12)
    problem.works[1].earliestStart = 1
    let answer = solve(problem)
    #expect(starts(answer) == [nil, 1])
    #expect(answer.delayCost == 12 + 50 * 11)
  }

  @Test("of equally cheap plans the one that gets more done by weight")
  func mostDone() {
    var problem = queue([5, 5], rates: [0, 0], days: 5)
    problem.initiatives[1].weight = 1_000
    #expect(starts(solve(problem)) == [nil, 0])
  }

  @Test("then the riskiest first")
  func riskiestFirst() {
    var problem = queue([3, 3], rates: [0, 0])
    problem.works[1].spread = 480
    #expect(starts(solve(problem)) == [3, 0])
  }

  @Test("then earliest finishes in the plan's order")
  func planOrder() {
    #expect(starts(solve(queue([3, 3, 3], rates: [0, 0, 0]))) == [0, 3, 6])
  }

  @Test("a goal pays when the last of its members is done")
  func goalsPullTogether() {
    var problem = queue([2, 2, 2], rates: [3, 2, 1])
    let cost = (0..<Int64(40)).map { 10 * ($0 + 1) }
    problem.goals = [Problem.Goal(members: [1, 2], cost: CostRow(cost), undoneCost: 400)]
    let answer = solve(problem)
    #expect(starts(answer) == [4, 0, 2])
    #expect(answer.delayCost == 2 * 2 + 1 * 4 + 10 * 4 + 3 * 6)
  }

  // MARK: Infeasible plans

  @Test("a deadline that cannot be met alone is proved so")
  func provesLate() {
    var problem = queue([6], rates: [1])
    problem.initiatives[0].selection = .required
    problem.initiatives[0].latestFinish = 3
    let answer = solve(problem)
    #expect(answer.isProvedInfeasible)
    #expect(answer.broken == [.late(initiative: 0, latestFinish: 3, finish: 5, earliest: 5)])
  }

  @Test("two deadlines of which only one can be met break one, and that is proved")
  func provesConflict() {
    var problem = queue([4, 4], rates: [1, 1])
    for index in 0..<2 {
      problem.initiatives[index].selection = .required
      problem.initiatives[index].latestFinish = 5
    }
    let answer = solve(problem)
    #expect(answer.broken.count == 1)
    #expect(answer.isProvedInfeasible)
    // Both are done: late is better than never.
    #expect(starts(answer).allSatisfy { $0 != nil })
  }

  @Test("what has to be done and does not fit before the end is named")
  func provesUndone() {
    var problem = queue([50], rates: [1])
    problem.initiatives[0].selection = .required
    let answer = solve(problem)
    #expect(answer.broken == [.undone(initiative: 0)])
    #expect(answer.isProvedInfeasible)
  }

  @Test("a required initiative after a forbidden one is proved impossible")
  func provesForbidden() {
    var problem = queue([2, 2], rates: [1, 1])
    problem.initiatives[0].selection = .forbidden
    problem.initiatives[1].selection = .required
    problem.links = [Problem.Link(from: .finish(work: 0), lag: 0, to: 1)]
    let answer = solve(problem)
    #expect(answer.broken == [.undone(initiative: 1)])
    #expect(answer.isProvedInfeasible)
  }

  // MARK: Edges

  @Test("nothing to do, no days, and a circle are answered, not crashed on")
  func edges() {
    #expect(solve(Problem(firstDay: 0, horizonDay: 0, lastDay: 0)).isOptimal)
    #expect(solve(Problem(firstDay: 0, horizonDay: 10, lastDay: 10)).isOptimal)
    var circle = queue([2, 2, 2], rates: [1, 1, 1])
    circle.links = [
      Problem.Link(from: .finish(work: 0), lag: 0, to: 1),
      Problem.Link(from: .finish(work: 1), lag: 0, to: 0),
    ]
    #expect(starts(solve(circle)) == [nil, nil, 0])
  }

  @Test("money near the end of 64 bits does not overflow")
  func hugeMoney() {
    var problem = queue([4, 2, 3], rates: [4, 6, 6])
    for index in problem.initiatives.indices {
      problem.initiatives[index].cost = problem.initiatives[index].cost.changed { $0 << 52 }
      problem.initiatives[index].undoneCost = Int64.max
    }
    let answer = solve(problem)
    #expect(starts(answer) == [5, 0, 2])
    #expect(answer.lowerBound <= answer.delayCost)
  }
}
