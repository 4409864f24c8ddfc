import PlanModel
import PlanSolver
import Testing

/// Debug builds are some fifty times slower; they still see every feature.
let instanceCount = _isDebugAssertConfiguration() ? 120 : 2_000

@Suite("Tiny problems against every schedule they have")
struct OptimumTests {
  @Test("bound ≤ optimum ≤ found, and every claim is true", arguments: 0..<6)
  func matchesBruteForce(part: Int) {
    for seed in stride(from: part, to: instanceCount, by: 6) {
      let problem = tinyProblem(seed: seed)
      let optimum = BruteForce(problem)
      for needsBound in [true, false] {
        check(
          solve(problem, SolveOptions(search: .quick, needsBound: needsBound)), optimum, problem,
          seed)
      }
    }
  }

  private func check(
    _ solution: Solution, _ optimum: BruteForce, _ problem: Problem, _ seed: Int
  ) {
    let violations = ScheduleChecker(problem).violations(of: solution.schedule)
    #expect(violations.allSatisfy { $0.isDemand }, "seed \(seed): \(violations)")
    #expect(violations.count == solution.broken.count, "seed \(seed): \(solution.broken)")
    #expect(solution.delayCost == solution.schedule.totalDelayCost(in: problem), "seed \(seed)")
    #expect(solution.churn == solution.schedule.churn(in: problem), "seed \(seed)")
    #expect(solution.lowerBound <= solution.aimCost, "seed \(seed)")
    guard optimum.best != nil else {
      #expect(!solution.isFeasible, "seed \(seed): feasible, says the solver alone")
      return
    }
    #expect(!solution.isProvedInfeasible, "seed \(seed): \(solution.broken)")
    #expect(solution.lowerBound <= optimum.cost, "seed \(seed)")
    #expect(solution.isFeasible, "seed \(seed): \(solution.broken), \(optimum.cost) exists")
    if solution.isOptimal { #expect(solution.aimCost == optimum.cost, "seed \(seed)") }
    #expect(solution.isOptimal, "seed \(seed): not proved")
    #expect(solution.aimCost == optimum.cost, "seed \(seed): missed the optimum")
  }

  /// Prices, packing, what is fixed as too dear, and parts, which tiny problems else never come to.
  @Test("the relaxation stays below the optimum and mostly reaches it", arguments: 0..<4)
  func relaxes(part: Int) {
    var reached = 0
    var count = 0
    for seed in stride(from: part, to: instanceCount, by: 4) {
      let problem = tinyProblem(seed: seed)
      let optimum = BruteForce(problem)
      guard optimum.best != nil else { continue }
      for workLimit in [20_000, 2_000_000] as [Int64] {
        let known = solve(problem, SolveOptions(workLimit: workLimit / 4)).schedule
        let bound = lowerBound(of: problem, SolveOptions(workLimit: workLimit), from: [known])
        #expect(bound <= optimum.cost, "seed \(seed), work \(workLimit)")
        if workLimit == 2_000_000, bound == optimum.cost { reached += 1 }
      }
      count += 1
    }
    #expect(reached * 10 >= count * 8, "\(reached) of \(count) closed")
  }

  /// Little work cuts the search to the end off, so that the answer hangs on lists and on the relaxation.
  @Test("what is claimed holds when work runs out", arguments: [1, 300, 1_000, 5_000, 30_000])
  func holdsWithLittleWork(workLimit: Int64) {
    for seed in 0..<instanceCount / 3 {
      let problem = tinyProblem(seed: seed)
      let optimum = BruteForce(problem)
      guard optimum.best != nil else { continue }
      let solution = solve(problem, SolveOptions(workLimit: workLimit))
      #expect(!solution.isProvedInfeasible, "seed \(seed)")
      #expect(solution.lowerBound <= optimum.cost, "seed \(seed)")
      if solution.isFeasible { #expect(solution.aimCost >= optimum.cost, "seed \(seed)") }
      if solution.isOptimal { #expect(solution.aimCost == optimum.cost, "seed \(seed)") }
    }
  }
}
