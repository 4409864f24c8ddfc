import PlanModel
import PlanSolver
import TestSupport
import Testing

@Suite("Problems that are compiled like others")
struct ReadyProblemTests {
  /// Whatever a question changes, what it shares with the plan asked about must not show.
  @Test("what a problem shares with another changes no answer", arguments: 0..<4)
  func sharingChangesNothing(part: Int) {
    for seed in stride(from: part, to: 80, by: 4) {
      let isTiny = seed % 3 != 0
      let first =
        isTiny
        ? tinyProblem(seed: seed, rules: seed % 2 == 0) : mediumProblem(seed: seed, initiatives: 8)
      var base = ReadyProblem(first)
      var random = SeededRandom(seed)
      for step in 0..<10 {
        var problem = base.problem
        change(&problem, step, &random)
        let ready = ReadyProblem(problem, like: base)
        let options = SolveOptions(seed: UInt64(step), workLimit: 30_000)
        let shared = solve(ready, options)
        let alone = solve(problem, options)
        #expect(shared.schedule == alone.schedule, "seed \(seed), step \(step)")
        #expect(shared.lowerBound == alone.lowerBound, "seed \(seed), step \(step)")
        #expect(shared.work == alone.work, "seed \(seed), step \(step)")
        #expect(
          lowerBound(of: ready, options) == lowerBound(of: problem, options),
          "seed \(seed), step \(step)")
        // The next is like one that is like another, which nobody else keeps.
        base = ready
      }
    }
  }

  /// The first six leave the shape of a problem, the others don't.
  private func change(_ problem: inout Problem, _ step: Int, _ random: inout SeededRandom) {
    let initiative = Int.random(in: problem.initiatives.indices, using: &random)
    let work = Int.random(in: problem.works.indices, using: &random)
    switch step {
    case 0: problem.works[work].earliestStart += 3
    case 1: problem.initiatives[initiative].selection = .required
    case 2: problem.initiatives[initiative].latestFinish = problem.lastDay / 2
    case 3:
      problem.initiatives[initiative].cost = problem.initiatives[initiative].cost.changed { $0 / 2 }
    case 4: problem.initiatives[initiative].startWindow = 2...problem.lastDay
    case 5: problem = problem.withoutRules()
    case 6: problem.works[work].options[0].needed += 1
    case 7: problem.resources[0].capacity[1] = 0
    case 8: if !problem.links.isEmpty { problem.links.removeLast() }
    default:
      for lag in problem.lags.indices {
        problem.lags[lag].earliestStart = problem.lags[lag].earliestStart.map {
          min(problem.lastDay, $0 + 1)
        }
      }
    }
  }
}
