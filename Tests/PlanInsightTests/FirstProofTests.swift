import PlanInsight
import PlanModel
import PlanSolver
import Testing

/// Where a plan is proved and only the shortest delay is asked about, its proof is tried first: the figures are those of the ladder.
@Suite struct FirstProofTests {
  private static let exact: Inquiry.Resolve = { problem, seeds in
    solve(problem, SolveOptions(search: .quick, workLimit: 300_000), from: seeds)
  }

  /// Drawn problems that are small enough to be proved soon, with their schedules.
  private static let proved: [(problem: Problem, base: Solution)] = (1...60).compactMap { seed in
    let problem = randomProblem(seed: seed)
    guard problem.works.count <= 7 else { return nil }
    let base = exact(problem, [])
    return base.isOptimal ? (problem, base) : nil
  }

  @Test func thereIsSomethingToProve() { #expect(Self.proved.count > 3) }

  private func ladder(
    _ problem: Problem, _ base: Solution, prover: Inquiry.Resolve?, isOfFirstAlone: Bool
  ) -> DeferralLadder {
    let rungs = [4, 9].map { days in
      DeferralLadder.Rung(delay: .by(.workingDays(days))) { $0 + days }
    }
    return DeferralLadder(
      base: base, arcs: Arcs(base.schedule, timing: Timing(problem)),
      rungs: rungs + [DeferralLadder.Rung(delay: .undone) { $0 }], streams: [Self.exact],
      prover: prover, isOfFirstAlone: isOfFirstAlone)
  }

  @Test func figuresAreThoseOfTheLadder() {
    for (problem, base) in Self.proved { compare(problem, base) }
  }

  private func compare(_ problem: Problem, _ base: Solution) {
    let whole = ladder(problem, base, prover: nil, isOfFirstAlone: false)
    let first = ladder(problem, base, prover: Self.exact, isOfFirstAlone: true)
    for initiative in problem.initiatives.indices {
      let expected = whole.deferral(of: initiative)?.deferral.steps.first
      let found = first.deferral(of: initiative)?.deferral.steps.first
      #expect(found?.shifted == expected?.shifted)
      switch (found?.net, expected?.net) {
      case (.costs(let mine, true), .costs(let theirs, let isProved)):
        #expect(isProved ? mine == theirs : mine <= theirs)
      case (let mine, let theirs): #expect(mine == theirs)
      }
    }
  }

  /// What is proved has one step and asks nobody else; what is not goes up the ladder.
  @Test func whatIsProvedHasOneStep() {
    var shortened = 0
    for (problem, base) in Self.proved {
      let ladder = ladder(problem, base, prover: Self.exact, isOfFirstAlone: true)
      for initiative in problem.initiatives.indices {
        guard let found = ladder.deferral(of: initiative) else { continue }
        shortened += found.deferral.steps.count == 1 ? 1 : 0
        #expect([1, 3].contains(found.deferral.steps.count))
      }
    }
    #expect(shortened > 0)
  }
}
