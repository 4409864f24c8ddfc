import PlanModel
import PlanSolver
import Testing

@Suite("The search that learns, alone, on tiny problems")
struct LearningTests {
  @Test(
    "what it proves is the optimum, and no bound is above it", arguments: 0..<4, [false, true])
  func proves(part: Int, hasRules: Bool) {
    var proved = 0
    var count = 0
    for seed in stride(from: part, to: instanceCount, by: 4) {
      let problem = tinyProblem(seed: seed, rules: hasRules)
      let optimum = BruteForce(problem)
      guard optimum.best != nil else { continue }
      for isPriced in [false, true] {
        guard
          let proof = learnedProof(of: problem, workLimit: 400_000, isPriced: isPriced)
        else { continue }
        #expect(proof.cost >= optimum.cost, "seed \(seed)")
        count += 1
        guard proof.isProved else { continue }
        proved += 1
        #expect(proof.cost == optimum.cost, "seed \(seed), priced: \(isPriced)")
      }
    }
    #expect(proved * 10 >= count * 8, "\(proved) of \(count) proved")
  }

  /// A period of this one asks for no less than a share that is greater than what it allows at most; it costs one of the two.
  @Test("a period is held against one thing that is missing, not two")
  func chargesOnce() throws {
    let problem = tinyProblem(seed: 1_549, rules: true)
    let periods = problem.guardrails.flatMap(\.periods)
    #expect(periods.contains { $0.atLeast ?? .zero > $0.atMost ?? .one })
    let optimum = BruteForce(problem)
    for isPriced in [false, true] {
      let proof = try #require(
        learnedProof(of: problem, workLimit: 400_000, isPriced: isPriced))
      #expect(proof.isProved && proof.cost == optimum.cost)
    }
  }

  /// The best schedule is one of those that are looked for, so nothing may be said that excludes it.
  @Test(
    "no propagator and no clause denies the best schedule", arguments: 0..<4, [false, true])
  func deniesNothing(part: Int, hasRules: Bool) {
    var clauses = 0
    for seed in stride(from: part, to: instanceCount, by: 4) {
      let problem = tinyProblem(seed: seed, rules: hasRules)
      let optimum = BruteForce(problem)
      guard let best = optimum.best else { continue }
      for isPriced in [false, true] {
        let denial = learnedDenial(
          of: problem, witness: best, cost: optimum.cost, isPriced: isPriced)
        #expect(denial.isAccepted, "seed \(seed), priced: \(isPriced)")
        #expect(denial.broken == 0, "seed \(seed), priced: \(isPriced)")
        clauses += denial.clauses
      }
    }
    // The few instances of a debug build teach little.
    if instanceCount >= 2_000 { #expect(clauses > 50, "\(clauses) clauses were learned") }
  }
}
