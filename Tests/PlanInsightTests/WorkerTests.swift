import PlanInsight
import PlanModel
import Testing

/// Questions that several threads answer.
@Suite struct WorkerTests {
  @Test(arguments: [1, 2, 3, 8]) func answersComeInTheOrderOfTheQuestions(threads: Int) {
    let squares = Workers(threads: threads).answers(100) { $0 * $0 }
    #expect(squares == (0..<100).map { $0 * $0 })
  }

  @Test func nothingAskedIsNothingAnswered() {
    #expect(Workers(threads: 4).answers(0) { $0 }.isEmpty)
    #expect(Workers(threads: 0).answers(2) { $0 } == [0, 1])
  }

  @Test(arguments: 1...10) func figuresDoNotHangOnThreads(seed: Int) {
    let problem = randomProblem(seed: seed)
    let base = solveByRankings(problem, [])
    func found(threads: Int) -> [Deferral.Step?] {
      let ladder = DeferralLadder(
        base: base, arcs: Arcs(base.schedule, timing: Timing(problem)),
        rungs: [DeferralLadder.Rung(delay: .by(.workingDays(4))) { $0 + 4 }],
        streams: [{ solveByRankings($0, $1, draws: 3) }])
      return Workers(threads: threads).answers(problem.initiatives.count) {
        ladder.deferral(of: $0)?.deferral.steps.first
      }
    }
    let alone = found(threads: 1)
    let together = found(threads: 4)
    #expect(alone.map { $0?.net } == together.map { $0?.net })
    #expect(alone.map { $0?.found } == together.map { $0?.found })
  }
}
