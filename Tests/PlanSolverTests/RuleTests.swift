import PlanModel
import PlanSolver
import TestSupport
import Testing

@Suite("Budgets and guardrails")
struct RuleTests {
  @Test("tiny problems under rules match every schedule they have", arguments: 0..<6)
  func matchesBruteForce(part: Int) {
    var seen = Seen()
    for seed in stride(from: part, to: instanceCount, by: 6) {
      let problem = tinyProblem(seed: seed, rules: true)
      let optimum = BruteForce(problem)
      let solution = solve(problem, SolveOptions())
      check(solution, optimum, problem, seed)
      seen.note(solution, BruteForce(problem.withoutRules()), optimum)
    }
    // The problems are worth trying: rules rule something out, and waiting or leaving undone is what keeps them.
    #expect(seen.dearer > 0)
    #expect(instanceCount < 1_000 || seen.priced > 0 && seen.impossible > 0)
  }

  /// What a bound makes of rules: sums at a price, with their exemptions, and what of it must not be charged.
  @Test("bounds under rules stay below the optimum and mostly reach it", arguments: 0..<4)
  func relaxes(part: Int) {
    var reached = 0
    var count = 0
    for seed in stride(from: part, to: instanceCount, by: 4) {
      // What is rounded to a minor unit is next to nothing then.
      let problem = tinyProblem(seed: seed, rules: true).scalingMoney(by: 1_000)
      let optimum = BruteForce(problem)
      guard let best = optimum.best, optimum.cost > BruteForce(problem.withoutRules()).cost else {
        continue
      }
      for workLimit in [20_000, 2_000_000] as [Int64] {
        let bound = lowerBound(of: problem, SolveOptions(workLimit: workLimit), from: [best])
        #expect(bound <= optimum.cost, "seed \(seed), work \(workLimit)")
        if workLimit == 2_000_000, bound == optimum.cost { reached += 1 }
      }
      count += 1
    }
    #expect(count > 0 && reached * 10 >= count * 9, "\(reached) of \(count) closed")
  }

  /// With so many periods the tables of what is delivered in each would be larger than a bound is worth.
  @Test("rules over too many periods are left out of the bound")
  func leavesOut() {
    var problem = mediumProblem(seed: 3, initiatives: 24)
    problem.labourPrice = Rational(1, 1_000) ?? .zero
    let options = problem.works.reduce(0) { $0 + $1.options.count }
    var periods = 0
    for length in 1...Int32(40) {
      let firsts = stride(from: 0, to: problem.lastDay - length, by: Int(length))
      problem.guardrails.append(
        Problem.Guardrail(
          name: "g\(length)", isHard: false, members: [1, 4],
          periods: firsts.map {
            Problem.Guardrail.Period(
              days: $0...$0 + length - 1, atLeast: Rational(1, 2), exemptBelow: 1)
          }))
      periods += problem.guardrails.last?.periods.count ?? 0
      guard periods * options * Int(problem.lastDay) < 12_000_000 else { break }
    }
    #expect(periods * options * Int(problem.lastDay) > 8_000_000)
    let answer = solve(problem, SolveOptions(workLimit: 400_000))
    #expect(ScheduleChecker(problem).violations(of: answer.schedule).allSatisfy { $0.isDemand })
    #expect(answer.softCost > 0)
    #expect(answer.lowerBound > 0 && answer.lowerBound <= answer.aimCost)
  }

  private struct Seen {
    var dearer = 0
    var priced = 0
    var impossible = 0

    mutating func note(_ solution: Solution, _ free: BruteForce, _ ruled: BruteForce) {
      guard free.best != nil else { return }
      if ruled.best == nil {
        impossible += 1
      } else if ruled.cost > free.cost {
        dearer += 1
        if solution.softCost > 0 { priced += 1 }
      }
    }
  }

  private func check(
    _ solution: Solution, _ optimum: BruteForce, _ problem: Problem, _ seed: Int
  ) {
    let checker = ScheduleChecker(problem)
    let violations = checker.violations(of: solution.schedule)
    #expect(violations.allSatisfy { $0.isDemand }, "seed \(seed): \(violations)")
    #expect(violations.count == solution.broken.count, "seed \(seed): \(solution.broken)")
    #expect(solution.softCost == checker.softCost(of: solution.schedule), "seed \(seed)")
    #expect(solution.lowerBound <= solution.aimCost, "seed \(seed)")
    guard optimum.best != nil else {
      #expect(!solution.isFeasible, "seed \(seed): feasible, says the solver alone")
      return
    }
    #expect(!solution.isProvedInfeasible, "seed \(seed): \(solution.broken)")
    #expect(solution.lowerBound <= optimum.cost, "seed \(seed)")
    #expect(solution.isFeasible, "seed \(seed): \(solution.broken), \(optimum.cost) exists")
    #expect(solution.aimCost == optimum.cost, "seed \(seed): missed the optimum")
    #expect(solution.isOptimal, "seed \(seed): not proved")
  }
}
