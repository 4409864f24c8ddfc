import PlanInsight
import PlanModel
import TestSupport
import Testing

/// The same plan gives the same figures, and worse news never gives better dates.
@Suite struct SamenessTests {
  @Test(arguments: samplePlans) func anyNumberOfThreadsGivesTheSame(path: String) throws {
    let solved = Solved(try plan(try Repository.read(path)))
    let figures = [1, 2, 8].map { threads in
      let simulation = solved.simulate(
        trials: 3_000, pace: 0.2, threads: threads, assumesSlips: true)
      return Figures(
        finishes: simulation.initiatives.map(\.?.finish), goals: simulation.goals.map(\.?.finish),
        costs: simulation.cost.sorted, criticalities: simulation.criticalities)
    }
    #expect(figures[0] == figures[1])
    #expect(figures[0] == figures[2])
  }

  private struct Figures: Equatable {
    var finishes: [DayDistribution?]
    var goals: [DayDistribution?]
    var costs: [Int64]
    var criticalities: [Simulation.Criticality?]
  }

  /// The trials are the same in every run, so all dates may be compared one by one: no share of them comes earlier.
  @Test(arguments: 0..<40) func nothingFinishesEarlierBecauseAnotherGrew(seed: Int) throws {
    var generator = PlanGenerator(seed: seed)
    var solved = Solved(try plan(generator.plan()))
    let before = solved.simulate(trials: 512, pace: 0.2)
    var random = SeededRandom(seed)
    var grown = solved.model.plan
    guard !grown.works.isEmpty else { return }
    let work = Int.random(in: grown.works.indices, using: &random)
    grown.works[work].estimate = grown.works[work].estimate.scaled(by: Rational(7, 5) ?? .one)
    // The schedule stays that of the plan: nobody plans anew in a trial.
    solved.model = SchedulingModel(grown)
    expect(solved.simulate(trials: 512, pace: 0.2), noEarlierThan: before)
  }

  /// A larger worst case: of PERT, P80 and what lies above it come later.
  @Test(arguments: 0..<40) func aLargerWorstCaseNeverMakesAnEarlierP80(seed: Int) throws {
    var generator = PlanGenerator(seed: seed)
    var solved = Solved(try plan(generator.plan()))
    let before = solved.simulate(trials: 2_048)
    var random = SeededRandom(seed)
    var worse = solved.model.plan
    guard !worse.works.isEmpty else { return }
    let work = Int.random(in: worse.works.indices, using: &random)
    let high = worse.works[work].estimate.high
    worse.works[work].estimate.high = high + high
    solved.model = SchedulingModel(worse)
    let after = solved.simulate(trials: 2_048)
    let p80 = Rational(4, 5) ?? .one
    for (old, new) in zip(before.initiatives, after.initiatives) {
      guard let old, let new else { continue }
      #expect(new.finish.quantile(p80) >= old.finish.quantile(p80))
    }
  }

  private func expect(_ after: Simulation, noEarlierThan before: Simulation) {
    for (old, new) in zip(before.initiatives, after.initiatives) {
      guard let old, let new else { continue }
      for share in stride(from: Int64(1), through: 100, by: 1) {
        let share = Rational(share, 100) ?? .one
        #expect(new.finish.quantile(share) >= old.finish.quantile(share))
      }
    }
    for (old, new) in zip(before.cost.sorted, after.cost.sorted) { #expect(new >= old) }
  }

  @Test func fewerTrialsAreTheFirstOfMore() throws {
    let solved = Solved(try plan(try Repository.read("Plans/q3.plan")))
    let stopped = Simulation(
      solved.model, solved.schedule,
      SimulationOptions(trials: 8_000, isCancelled: { true }))
    #expect(stopped.trials == 2_048)
    #expect(stopped.asked == 8_000)
    let short = Simulation(solved.model, solved.schedule, SimulationOptions(trials: 2_048))
    #expect(stopped.cost.sorted == short.cost.sorted)
  }
}
