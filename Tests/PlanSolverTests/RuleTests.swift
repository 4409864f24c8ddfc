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
