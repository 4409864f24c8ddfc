package import PlanModel

/// Works out the cost of deferral of any initiative of one schedule.
///
/// Rungs are taken from the farthest delay down, each seeded with its right-shift and with the answer of the rung above,
/// which keeps it as well; hence 0 ≤ net ≤ own + knock-on, and net never falls as the delay grows, however little the
/// search finds. Where the plan's own schedule is proved, and only the shortest delay is asked about, its proof is tried
/// first: what is proved needs no rung above it and no second search.
package struct DeferralLadder: Sendable {
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

  let arcs: Arcs
  let problem: Problem
  let base: Solution
  private let rungs: [Rung]
  let streams: [Inquiry.Resolve]
  private let prover: Inquiry.Resolve?
  private let bound: Inquiry.Bound?
  let boundsSparingly: Int64?
  private let isOfFirstAlone: Bool

  /// - Parameters:
  ///   - base: The plan's schedule, which keeps all hard demands.
  ///   - arcs: Those of that schedule.
  ///   - rungs: From the shortest delay to the longest.
  ///   - streams: The solver, once for each of its seeds.
  ///   - prover: Looks for a proof before all else.
  ///   - bound: Looks for a proved lower end; `nil` takes what the solver proves by the way.
  ///   - boundsSparingly: As that of `Inquiry`.
  ///   - isOfFirstAlone: Whether the rungs above the first are there for its sake only, and may be missing from the answer.
  package init(
    base: Solution, arcs: Arcs, rungs: [Rung], streams: [Inquiry.Resolve],
    prover: Inquiry.Resolve? = nil, bound: Inquiry.Bound? = nil, boundsSparingly: Int64? = nil,
    isOfFirstAlone: Bool = false
  ) {
    self.isOfFirstAlone = isOfFirstAlone
    self.base = base
    self.arcs = arcs
    self.rungs = rungs
    self.streams = streams
    self.prover = prover
    self.bound = bound
    self.boundsSparingly = boundsSparingly
    problem = arcs.timing.problem
  }

  /// Answers for one initiative; `nil` for what cannot be put off: undone, finished or begun.
  ///
  /// - Parameters:
  ///   - initiative: Index.
  ///   - isPlannedAnew: Whether the rest is planned anew around it; else the net cost is at most what is lost when everybody makes
  ///     way.
  /// - Returns: The figures of each rung.
  /// - Complexity: a right-shift and at most one solve for each rung and seed.
  package func deferral(of initiative: Int, isPlannedAnew: Bool = true) -> Finding? {
    let subject = problem.initiatives[initiative]
    guard base.isFeasible, let start = base.schedule.start(of: initiative, in: problem),
      base.schedule.isDone(initiative, in: problem),
      !subject.works.contains(where: { problem.works[Int($0)].fixedStart != nil })
    else { return nil }

    let postponements = postponements(scheduled: start)
    if isOfFirstAlone, isPlannedAnew, let step = provedFirst(initiative, postponements) {
      return Finding(
        deferral: Deferral(initiative: Int32(initiative), steps: [step]), cheaper: nil)
    }
    var steps: [Deferral.Step] = []
    var above: Candidate?
    var cheaper: CheaperPlan?
    for (rung, postponement) in zip(rungs, postponements).reversed() {
      let shifted = arcs.rightShift(initiative, postponement)
      let figures = figures(of: shifted, initiative, postponement)
      let isFirst = rung.delay == rungs.first?.delay
      let found = net(
        initiative, postponement, shifted, figures, above: above,
        searches: !isPlannedAnew ? [] : isOfFirstAlone && !isFirst ? scouts : streams,
        bound: isPlannedAnew && (boundsSparingly == nil || isFirst) ? bound : nil)
      if let best = found.best, best.cost < base.aimCost {
        cheaper = CheaperPlan(schedule: best.schedule, saves: base.aimCost - best.cost)
      }
      steps.append(
        Deferral.Step(
          delay: rung.delay, shifted: figures, net: found.net, atLeast: found.atLeast,
          found: found.byStream))
      above = found.best ?? above
    }
    let deferral = Deferral(initiative: Int32(initiative), steps: steps.reversed().raised)
    return Finding(deferral: deferral, cheaper: cheaper)
  }

  /// Those of many for which the rest is worth planning anew: who loses most where everybody makes way, and whose delay breaks a
  /// hard demand.
  ///
  /// - Parameters:
  ///   - initiatives: Indices.
  ///   - most: So many at most.
  /// - Returns: All of them where they are no more than that.
  /// - Complexity: a right-shift for each.
  package func worthPlanningAnew(
    _ initiatives: [Int], most: Int = plannedAnewMax
  ) -> Set<Int> {
    guard initiatives.count > most, base.isFeasible else { return Set(initiatives) }
    let losses = initiatives.map { initiative -> (loss: Int64, initiative: Int) in
      guard let start = base.schedule.start(of: initiative, in: problem),
        let postponement = postponements(scheduled: start).first
      else { return (0, initiative) }
      let shifted = arcs.rightShift(initiative, postponement)
      guard problem.demandsBroken(by: shifted).isEmpty else { return (.max, initiative) }
      return (shifted.aimCost(in: problem), initiative)
    }
    let dearest = losses.sorted { ($1.loss, $0.initiative) < ($0.loss, $1.initiative) }
    return Set(dearest.prefix(most).map(\.initiative))
  }

  /// A thousand of them took a minute, and nobody reads on to the hundredth.
  package static let plannedAnewMax = 100

  /// Who looks for answers that are told to nobody and only begin the search for the one that is: one seed.
  private var scouts: [Inquiry.Resolve] { Array(streams.suffix(1)) }

  /// Of each rung, no later than what the rung above asks for, whatever lengths of weeks and months do to one another.
  private func postponements(scheduled: Int32) -> [Arcs.Postponement] {
    var latest = Int32.max
    return rungs.reversed().map { rung -> Arcs.Postponement in
      guard case .by = rung.delay else { return .undone }
      latest = max(scheduled, min(latest, rung.start(scheduled)))
      return .until(latest)
    }.reversed()
  }

  /// The first rung, where it is soon proved what it costs; `nil` where that takes more.
  private func provedFirst(_ initiative: Int, _ postponements: [Arcs.Postponement]) -> Deferral
    .Step?
  {
    guard base.isOptimal, let prover, let rung = rungs.first, let postponement = postponements.first
    else { return nil }
    let shifted = arcs.rightShift(initiative, postponement)
    let figures = figures(of: shifted, initiative, postponement)
    var rise: Int64 = 0
    if case .costs(let own, let knockOn) = figures, own.addingClamped(knockOn) == 0 {
      rise = 0
    } else {
      let found = prover(restrict(initiative, postponement), [shifted, base.schedule])
      guard found.isFeasible, found.isOptimal else { return nil }
      rise = self.rise(to: found.aimCost)
    }
    return Deferral.Step(
      delay: rung.delay, shifted: figures, net: .costs(rise, isProved: true),
      atLeast: rise > 0 ? rise : nil, found: streams.map { _ in rise })
  }
}

extension [Deferral.Step] {
  /// What is proved of a delay is proved of every longer one.
  fileprivate var raised: [Deferral.Step] {
    var least: Int64 = 0
    return map { step in
      var step = step
      least = Swift.max(least, step.atLeast ?? 0)
      if case .costs = step.net, least > 0 { step.atLeast = least }
      return step
    }
  }
}
