package import PlanModel

/// Works out the cost of deferral of any initiative of one schedule.
///
/// Rungs are taken from the farthest delay down, each seeded with its right-shift and with the answer of the rung above,
/// which keeps it as well; hence 0 ≤ net ≤ own + knock-on, and net never falls as the delay grows, however little the
/// search finds.
package struct DeferralLadder: Sendable {
  /// Solves a problem from some schedules of it.
  ///
  /// Injected, because what a question may spend is the caller's to say.
  package typealias Resolve = @Sendable (_ problem: Problem, _ seeds: [Schedule]) -> Solution

  /// One rung: the delay, and the first day on which what was to start on a day may start then.
  package struct Rung: Sendable {
    package var delay: Deferral.Delay
    package var start: @Sendable (_ scheduled: Int32) -> Int32

    package init(
      delay: Deferral.Delay, start: @escaping @Sendable (_ scheduled: Int32) -> Int32
    ) {
      self.delay = delay
      self.start = start
    }
  }

  /// The figures of one initiative, and the best plan met on the way if it beats the one asked
  /// about.
  package struct Finding: Sendable {
    package var deferral: Deferral
    package var cheaper: CheaperPlan?
  }

  private let arcs: Arcs
  private let problem: Problem
  private let base: Solution
  private let rungs: [Rung]
  private let resolve: Resolve

  /// - Parameters:
  ///   - base: The plan's schedule, which keeps all hard demands.
  ///   - arcs: Those of that schedule.
  ///   - rungs: From the shortest delay to the longest.
  ///   - resolve: The solver.
  package init(base: Solution, arcs: Arcs, rungs: [Rung], resolve: @escaping Resolve) {
    self.base = base
    self.arcs = arcs
    self.rungs = rungs
    self.resolve = resolve
    problem = arcs.timing.problem
  }

  /// Answers for one initiative; `nil` for what cannot be put off: undone, finished or begun.
  ///
  /// - Complexity: a right-shift and at most one solve a rung.
  package func deferral(of initiative: Int) -> Finding? {
    let subject = problem.initiatives[initiative]
    guard base.isFeasible, let start = base.schedule.start(of: initiative, in: problem),
      base.schedule.isDone(initiative, in: problem),
      !subject.works.contains(where: { problem.works[Int($0)].fixedStart != nil })
    else { return nil }

    var steps: [Deferral.Step] = []
    var above: Candidate?
    var cheaper: CheaperPlan?
    for rung in rungs.reversed() {
      let postponement = postponement(of: rung, scheduled: start)
      let shifted = arcs.rightShift(initiative, postponement)
      let figures = figures(of: shifted, initiative, postponement)
      let (net, best) = net(initiative, postponement, shifted, figures, above: above)
      if let best, best.cost < base.aimCost {
        cheaper = CheaperPlan(schedule: best.schedule, saves: base.aimCost - best.cost)
      }
      steps.append(Deferral.Step(delay: rung.delay, shifted: figures, net: net))
      above = best ?? above
    }
    let deferral = Deferral(initiative: Int32(initiative), steps: steps.reversed())
    return Finding(deferral: deferral, cheaper: cheaper)
  }

  /// A schedule that keeps a rung's demands.
  private struct Candidate {
    var schedule: Schedule
    var cost: Int64
  }

  private func postponement(of rung: Rung, scheduled: Int32) -> Arcs.Postponement {
    switch rung.delay {
    case .undone: .undone
    case .by: .until(max(scheduled, rung.start(scheduled)))
    }
  }

  private func figures(
    of shifted: Schedule, _ initiative: Int, _ postponement: Arcs.Postponement
  ) -> Deferral.Shifted {
    let broken = problem.demandsBroken(by: shifted)
    guard broken.isEmpty else { return .breaks(broken) }
    let alone = arcs.shiftAlone(initiative, postponement)
    let all = shifted.aimCost(in: problem).addingClamped(-base.aimCost)
    var own = alone.cost(of: initiative, in: problem)
      .addingClamped(-base.schedule.cost(of: initiative, in: problem))
      .addingClamped(alone.churn(of: initiative, in: problem))
      .addingClamped(-base.schedule.churn(of: initiative, in: problem))
    for (goal, subject) in problem.goals.enumerated()
    where subject.waits(for: Int32(initiative), in: base.schedule, of: problem) {
      own = own.addingClamped(alone.cost(ofGoal: goal, in: problem))
        .addingClamped(-base.schedule.cost(ofGoal: goal, in: problem))
    }
    // With everybody else moving too, the initiative is never better off than alone.
    own = min(own, all)
    return .costs(own: own, knockOn: all.addingClamped(-own))
  }

  private func net(
    _ initiative: Int, _ postponement: Arcs.Postponement, _ shifted: Schedule,
    _ figures: Deferral.Shifted, above: Candidate?
  ) -> (Deferral.Net, Candidate?) {
    var seeds: [Candidate] = []
    if case .costs = figures {
      seeds.append(Candidate(schedule: shifted, cost: shifted.aimCost(in: problem)))
    }
    if let above { seeds.append(above) }
    // There is nothing to search for where a seed shows already that nothing is lost.
    if let best = cheapest(seeds), best.cost <= base.aimCost {
      return (.costs(0, isProved: base.isOptimal), best)
    }

    let found = resolve(restrict(initiative, postponement), seeds.map(\.schedule))
    if found.isFeasible {
      seeds.append(Candidate(schedule: found.schedule, cost: found.aimCost))
    }
    guard let best = cheapest(seeds) else {
      let broken = problem.demands(found.broken)
      return (.breaks(broken.isEmpty ? [.isDone(initiative: Int32(initiative))] : broken), nil)
    }
    let rise = best.cost.addingClamped(-base.aimCost)
    let isProved =
      base.isOptimal && (best.cost == base.aimCost || best.cost == found.lowerBound)
    return (.costs(max(0, rise), isProved: isProved), best)
  }

  private func cheapest(_ candidates: [Candidate]) -> Candidate? {
    candidates.min { $0.cost < $1.cost }
  }

  /// The problem in which the initiative waits, or is left out.
  private func restrict(_ initiative: Int, _ postponement: Arcs.Postponement) -> Problem {
    var restricted = problem
    switch postponement {
    case .until(let day):
      for work in problem.initiatives[initiative].works {
        let former = problem.works[Int(work)].earliestStart
        restricted.works[Int(work)].earliestStart = max(former, day)
      }
    case .undone where problem.initiatives[initiative].selection != .required:
      restricted.initiatives[initiative].selection = .forbidden
    case .undone:
      // A `must` stays one: that nothing fits is what has to come out.
      for work in problem.initiatives[initiative].works {
        restricted.works[Int(work)].earliestStart = problem.lastDay
      }
    }
    return restricted
  }
}
