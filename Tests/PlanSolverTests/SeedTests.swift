import PlanModel
import PlanSolver
import TestSupport
import Testing

@Suite("Solving from earlier schedules")
struct SeedTests {
  /// A feasible seed is a promise: the answer costs no more, whatever the work allowed.
  @Test("the answer is never worse than a seed that fits", arguments: [0, 2_000, 100_000])
  func neverWorseThanSeed(workLimit: Int64) {
    for seed in 0..<60 {
      let problem = mediumProblem(seed: seed, initiatives: 8)
      let known = solve(problem, SolveOptions(search: .quick, needsBound: false))
      guard known.isFeasible else { continue }
      let answer = solve(
        problem, SolveOptions(seed: 99, needsBound: false, workLimit: workLimit),
        from: [known.schedule])
      #expect(answer.isFeasible, "seed \(seed)")
      #expect(answer.delayCost <= known.delayCost, "seed \(seed)")
    }
  }

  /// What a question does: something has to wait, and the seed no longer fits.
  @Test("a seed that breaks a changed restriction is repaired")
  func repairsSeeds() {
    for seed in 0..<60 {
      var problem = mediumProblem(seed: seed, initiatives: 8)
      let known = solve(problem, SolveOptions(search: .quick, needsBound: false))
      for work in problem.initiatives[0].works { problem.works[Int(work)].earliestStart = 20 }
      let answer = solve(
        problem, SolveOptions(needsBound: false, workLimit: 20_000), from: [known.schedule])
      let violations = ScheduleChecker(problem).violations(of: answer.schedule)
      #expect(violations.allSatisfy { $0.isDemand }, "seed \(seed): \(violations)")
    }
  }

  @Test("seeds of another size or from nowhere do no harm")
  func ignoresNonsense() {
    let problem = mediumProblem(seed: 1, initiatives: 6)
    let absurd = Schedule(
      placements: problem.works.map { _ in
        Schedule.Placement(start: 1_000_000, finish: -7, option: 99)
      })
    let seeds = [Schedule.empty(works: 1), absurd, Schedule.empty(works: problem.works.count)]
    let answer = solve(problem, SolveOptions(search: .quick), from: seeds)
    #expect(ScheduleChecker(problem).violations(of: answer.schedule).allSatisfy { $0.isDemand })
    #expect(answer.delayCost <= solve(problem, SolveOptions(workLimit: 0)).delayCost)
  }
}
