import PlanModel
import PlanSolver
import Testing
import plan_bench

@Suite("Generated plans") struct GeneratedPlanTests {
  @Test("the plan itself says what the problem's tables say", arguments: [1, 7, 40])
  func agrees(count: Int) throws {
    for seed in 1...3 as ClosedRange<UInt64> {
      let instance = GeneratedPlan(initiatives: count, seed: seed).instance()
      let solution = solve(instance.problem, SolveOptions(needsBound: false, workLimit: 300_000))
      #expect(try instance.evaluate(solution.schedule) == solution.delayCost)
      // Nothing done costs what being undone costs.
      let empty = Schedule.empty(works: instance.problem.works.count)
      #expect(try instance.evaluate(empty) == empty.totalDelayCost(in: instance.problem))
    }
  }

  @Test("what has to be done is done also where there is time for next to nothing else")
  func demandsComeFirst() {
    // By the order of the first list 5 to 10 of them would not be.
    for seed in 1...3 as ClosedRange<UInt64> {
      let instance = GeneratedPlan(initiatives: 300, seed: seed).instance()
      let solution = solve(instance.problem, SolveOptions(needsBound: false, workLimit: 500_000))
      #expect(solution.broken.isEmpty, "seed \(seed)")
    }
  }

  @Test("what the checker refuses, the plan refuses as well")
  func refusesTheSame() throws {
    let instance = GeneratedPlan(initiatives: 12, seed: 2).instance()
    let schedule = solve(
      instance.problem, SolveOptions(needsBound: false, workLimit: 300_000)
    ).schedule
    let checker = ScheduleChecker(instance.problem)
    var refused = 0
    for work in schedule.placements.indices {
      guard let placed = schedule.placements[work] else { continue }
      for days in [-30, -7, -1, 1, 7, 30] as [Int32] {
        var moved = schedule
        moved.placements[work] = Schedule.Placement(
          start: placed.start + days, finish: placed.finish + days, option: placed.option)
        let isRight = checker.violations(of: moved).allSatisfy(\.isDemand)
        let cost = try? instance.evaluate(moved)
        #expect((cost != nil) == isRight, "work \(work) by \(days) days")
        if isRight { #expect(cost == moved.totalDelayCost(in: instance.problem)) }
        if !isRight { refused += 1 }
      }
    }
    #expect(refused > 0)
  }
}
