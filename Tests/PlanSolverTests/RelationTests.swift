import PlanModel
import PlanSolver
import TestSupport
import Testing

/// What must hold between the answers to two problems.
@Suite("Relations between problems")
struct RelationTests {
  private let quick = SolveOptions(search: .quick)

  @Test("the same problem and seed give the same answer")
  func repeats() {
    for seed in 0..<6 {
      let problem = mediumProblem(seed: seed, initiatives: 14)
      let first = solve(problem, SolveOptions(seed: 5, workLimit: 300_000))
      let second = solve(problem, SolveOptions(seed: 5, workLimit: 300_000))
      #expect(first.schedule == second.schedule)
      #expect(first.lowerBound == second.lowerBound)
      #expect(first.work == second.work)
    }
  }

  /// The optima of a problem and of one made from it; `nil` unless both are proved.
  private func optima(
    _ seed: Int, rules: Bool, _ change: (inout Problem) -> Void
  ) -> (before: Solution, after: Solution)? {
    let problem = tinyProblem(seed: seed, rules: rules)
    var changed = problem
    change(&changed)
    let before = solve(problem, quick)
    let after = solve(changed, quick)
    return before.isOptimal && after.isOptimal ? (before, after) : nil
  }

  /// Asks of many tiny problems, with rules and without; nearly all of them are proved.
  private func expectEach(
    _ change: (inout Problem) -> Void, hasRules: [Bool] = [false, true],
    that holds: (_ before: Int64, _ after: Int64) -> Bool
  ) {
    var asked = 0
    for rules in hasRules {
      for seed in 0..<instanceCount / 15 {
        guard let (before, after) = optima(seed, rules: rules, change) else { continue }
        asked += 1
        #expect(
          holds(before.aimCost, after.aimCost),
          "seed \(seed), rules \(rules): \(before.aimCost), then \(after.aimCost)")
      }
    }
    // Many have no schedule, and a few are not proved at this level.
    #expect(asked > instanceCount / 60)
  }

  @Test("ten times the money costs ten times as much")
  func scalesMoney() {
    expectEach({ $0 = $0.scalingMoney(by: 10) }, hasRules: [false], that: { $1 == 10 * $0 })
  }

  /// Prices of effort are rounded to the minor unit, each period's once, so they scale where a unit of effort costs whole ones.
  @Test("ten times the money costs ten times as much under budgets and guardrails, too")
  func scalesPrices() {
    for seed in 0..<instanceCount / 15 {
      var problem = tinyProblem(seed: seed, rules: true)
      problem.labourPrice = .one
      for index in problem.budgets.indices { problem.budgets[index].limit *= 5_000_000 }
      let cheap = solve(problem, quick)
      let answer = solve(problem.scalingMoney(by: 10), quick)
      guard cheap.isOptimal, answer.isOptimal else { continue }
      #expect(answer.aimCost == 10 * cheap.aimCost, "seed \(seed)")
    }
  }

  @Test("a team that nobody needs changes no proved optimum")
  func ignoresOthers() {
    expectEach(
      { problem in
        problem.resources.insert(
          Problem.Resource(
            name: "bystanders", capacity: Array(repeating: 50, count: Int(problem.lastDay))), at: 0)
        for work in problem.works.indices {
          for option in problem.works[work].options.indices {
            for demand in problem.works[work].options[option].demands.indices {
              problem.works[work].options[option].demands[demand].resource += 1
            }
          }
        }
      }, that: ==)
  }

  @Test("what things are called changes nothing at all")
  func ignoresNames() {
    for seed in 0..<instanceCount / 15 {
      let problem = tinyProblem(seed: seed, rules: true)
      var renamed = problem
      for index in renamed.resources.indices { renamed.resources[index].name = "z\(9 - index)" }
      for index in renamed.wipLimits.indices { renamed.wipLimits[index].name = "" }
      for index in renamed.exclusives.indices { renamed.exclusives[index].name = "other" }
      for index in renamed.budgets.indices { renamed.budgets[index].name = "y\(9 - index)" }
      for index in renamed.guardrails.indices { renamed.guardrails[index].name = "x" }
      let before = solve(problem, quick)
      let after = solve(renamed, quick)
      #expect(before.schedule == after.schedule, "seed \(seed)")
      #expect(before.lowerBound == after.lowerBound, "seed \(seed)")
    }
  }

  @Test("three days on which nothing can happen change no proved optimum")
  func shiftsDates() {
    expectEach({ $0.delay(by: 3) }, that: ==)
  }

  @Test("more people never raise a proved optimum")
  func profitsFromPeople() {
    expectEach(
      { problem in
        for index in problem.resources.indices {
          problem.resources[index].capacity = problem.resources[index].capacity.map { $0 + 10 }
        }
      }, that: { $1 <= $0 })
  }

  @Test("an earlier release never raises a proved optimum")
  func profitsFromReleases() {
    expectEach(
      { problem in
        for index in problem.works.indices {
          problem.works[index].earliestStart = max(0, problem.works[index].earliestStart - 2)
        }
      }, that: { $1 <= $0 })
  }

  @Test("without budgets and guardrails nothing costs more")
  func rulesCost() {
    expectEach({ $0 = $0.withoutRules() }, hasRules: [true], that: { $1 <= $0 })
  }

  @Test("schedules of the size of a plan are valid, and bounds lie below them")
  func holdsForPlans() {
    for seed in 0..<8 {
      let problem = mediumProblem(seed: seed, initiatives: 24)
      let answer = solve(problem, SolveOptions(workLimit: 400_000))
      let violations = ScheduleChecker(problem).violations(of: answer.schedule)
      #expect(violations.allSatisfy { $0.isDemand }, "seed \(seed): \(violations)")
      #expect(violations.count == answer.broken.count, "seed \(seed)")
      #expect(answer.lowerBound <= answer.aimCost, "seed \(seed)")
      #expect(answer.lowerBound > 0, "seed \(seed)")
    }
  }
}

extension Problem {
  /// The same problem so many days later: nothing can happen before, and what finishes later costs as much as before.
  fileprivate mutating func delay(by days: Int32) {
    let former = lastDay
    firstDay += days
    horizonDay += days
    lastDay += days
    for index in resources.indices {
      resources[index].capacity.insert(contentsOf: repeatElement(0, count: Int(days)), at: 0)
    }
    yields = yields.map { profile in
      let daily = zip(profile.cumulative.dropFirst(), profile.cumulative).map(-)
      return YieldProfile(daily: Array(repeating: 0, count: Int(days)) + daily)
    }
    for index in freezes.indices { freezes[index].days = freezes[index].days.later(days) }
    for index in works.indices {
      works[index].earliestStart += days
      works[index].fixedStart = works[index].fixedStart.map { $0 + days }
      for option in works[index].options.indices {
        works[index].options[option].earliestStart += days
      }
    }
    for index in lags.indices {
      lags[index].earliestStart =
        (0..<days).map { $0 } + lags[index].earliestStart.prefix(Int(former)).map { $0 + days }
    }
    for index in initiatives.indices {
      initiatives[index].cost = initiatives[index].cost.later(days)
      initiatives[index].startWindow = initiatives[index].startWindow?.later(days)
      initiatives[index].latestFinish = initiatives[index].latestFinish.map { $0 + days }
      if let starts = initiatives[index].agreement?.starts {
        initiatives[index].agreement?.starts = starts.later(days)
      }
    }
    for index in goals.indices {
      goals[index].cost = goals[index].cost.later(days)
      if goals[index].floor >= 0 { goals[index].floor += days }
    }
    for index in budgets.indices {
      budgets[index].periods = budgets[index].periods.map { $0.later(days) }
    }
    for index in guardrails.indices {
      for period in guardrails[index].periods.indices {
        guardrails[index].periods[period].days =
          guardrails[index].periods[period].days.later(days)
      }
    }
  }
}

extension ClosedRange<Int32> {
  fileprivate func later(_ days: Int32) -> ClosedRange<Int32> {
    lowerBound + days...upperBound + days
  }
}

extension CostRow {
  /// A table by day whose first days are as its first one was.
  fileprivate func later(_ days: Int32) -> CostRow {
    CostRow(Array(repeating: first ?? 0, count: Int(days)) + self)
  }
}
