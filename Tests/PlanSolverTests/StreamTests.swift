import Dispatch
import PlanModel
import PlanSolver
import Synchronization
import TestSupport
import Testing

@Suite("Streams")
struct StreamTests {
  /// What the levels promise: the same answer on any machine.
  @Test("one, two and eight threads give the same, and so does a second run", arguments: 0..<4)
  func threadsChangeNothing(seed: Int) {
    let problem = mediumProblem(seed: seed, initiatives: 24)
    var options = SolveOptions(workLimit: 2_000_000)
    options.streams = 8
    let alone = solve(problem, options)
    for threads in [1, 2, 8] {
      options.threads = threads
      let together = solve(problem, options)
      #expect(together.schedule == alone.schedule, "\(threads) threads")
      #expect(together.lowerBound == alone.lowerBound, "\(threads) threads")
      #expect(together.work == alone.work, "\(threads) threads")
    }
  }

  /// The usual search is one stream, whose bound another thread may look for.
  @Test("a bound beside the search hangs on no thread, whether it proves the answer or not")
  func boundBesideTheSearch() {
    var proved = 0
    var open = 0
    for seed in 0..<12 {
      var problem = mediumProblem(seed: seed, initiatives: [4, 5, 6, 20][seed % 4])
      // Under rules a search goes on while the bound is looked for.
      var random = SeededRandom(seed)
      if seed >= 8 { addRules(&problem, &random) }
      var options = SolveOptions(workLimit: 6_000_000)
      options.needsBound = false
      let isProvedWithout = solve(problem, options).isOptimal
      options.needsBound = true
      let alone = solve(problem, options)
      options.threads = 2
      for _ in 0..<2 {
        let together = solve(problem, options)
        #expect(together.schedule == alone.schedule, "seed \(seed)")
        #expect(together.lowerBound == alone.lowerBound, "seed \(seed)")
        #expect(together.work == alone.work, "seed \(seed)")
      }
      if !alone.isOptimal { open += 1 } else if !isProvedWithout { proved += 1 }
    }
    #expect(proved > 0 && open > 0, "\(proved) proved, \(open) not")
  }

  /// Within questions that are thought about side by side, and on a machine with one core, there is none.
  @Test("a bound beside the search waits for no thread that does not come", .timeLimit(.minutes(5)))
  func boundWithoutThread() {
    let problem = mediumProblem(seed: 3, initiatives: 20)
    var options = SolveOptions(workLimit: 1_000_000)
    let alone = solve(problem, options)
    options.threads = 2
    let asked = options
    let differing = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 16) { _ in
      let answer = solve(problem, asked)
      guard answer.schedule != alone.schedule || answer.work != alone.work else { return }
      differing.withLock { $0 += 1 }
    }
    #expect(differing.withLock { $0 } == 0)
  }

  @Test("what several streams find keeps every rule, and its bound lies below it")
  func answersHold() {
    for seed in 0..<6 {
      let problem = mediumProblem(seed: seed, initiatives: 20)
      var options = SolveOptions(workLimit: 1_000_000)
      options.streams = 3
      options.threads = 2
      let answer = solve(problem, options)
      let violations = ScheduleChecker(problem).violations(of: answer.schedule)
      #expect(violations.allSatisfy { $0.isDemand }, "seed \(seed): \(violations)")
      #expect(answer.lowerBound <= answer.delayCost, "seed \(seed)")
    }
  }

  /// A clock may stop a solve at once; what was found by then is an answer.
  @Test("a watch that is over before it began still leaves a schedule")
  func stopsAtOnce() {
    let problem = mediumProblem(seed: 3, initiatives: 20)
    var options = SolveOptions(watch: { 1 })
    options.threads = 2
    let answer = solve(problem, options)
    #expect(ScheduleChecker(problem).violations(of: answer.schedule).allSatisfy { $0.isDemand })
    #expect(answer.schedule.placements.contains { $0 != nil })
  }
}
