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
    /// Whether the rest was planned anew around it; else its net cost is at most what is lost when everybody makes way.
    package var isPlannedAnew: Bool
  }

  let arcs: Arcs
  let problem: Problem
  let base: Solution
  private let rungs: [Rung]
  let streams: SeededSearches
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
  ///   - isOfFirstAlone: Whether the rungs above the first are there for its sake only: searched by one seed, and missing from the
  ///     answer where the first needs none of them.
  package init(
    base: Solution, arcs: Arcs, rungs: [Rung], streams: SeededSearches,
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
    firstShift(of: initiative).map { finding($0, isPlannedAnew: isPlannedAnew) }
  }

  /// What everybody's making way for the shortest delay of an initiative comes to.
  struct FirstShift {
    let initiative: Int
    /// One for each rung.
    let postponements: [Arcs.Postponement]
    let shifted: Candidate
    let figures: Deferral.Shifted
  }

  /// - Returns: `nil` for what cannot be put off.
  func firstShift(of initiative: Int) -> FirstShift? {
    let subject = problem.initiatives[initiative]
    guard base.isFeasible, let start = base.schedule.start(of: initiative, in: problem),
      base.schedule.isDone(initiative, in: problem),
      !subject.works.contains(where: { problem.works[Int($0)].fixedStart != nil })
    else { return nil }
    let postponements = postponements(scheduled: start)
    guard let first = postponements.first else { return nil }
    let shifted = candidate(arcs.rightShift(initiative, first))
    return FirstShift(
      initiative: initiative, postponements: postponements, shifted: shifted,
      figures: figures(of: shifted, initiative, first))
  }

  func finding(_ first: FirstShift, isPlannedAnew: Bool) -> Finding {
    let initiative = first.initiative
    if isOfFirstAlone, isPlannedAnew, let step = proved(first) {
      return Finding(
        deferral: Deferral(initiative: Int32(initiative), steps: [step]), cheaper: nil,
        isPlannedAnew: true)
    }
    // What nobody looks for hangs on no longer delay.
    let asked = isOfFirstAlone && !isPlannedAnew ? 1 : rungs.count
    var steps: [Deferral.Step] = []
    var above: Candidate?
    var cheaper: CheaperPlan?
    for rung in (0..<asked).reversed() {
      let isFirst = rung == 0
      let postponement = first.postponements[rung]
      let shifted =
        isFirst ? first.shifted : candidate(arcs.rightShift(initiative, postponement))
      let figures =
        isFirst ? first.figures : figures(of: shifted, initiative, postponement)
      let found = net(
        initiative, postponement, shifted, figures, above: above,
        searches: !isPlannedAnew ? [] : isOfFirstAlone && !isFirst ? scouts : streams,
        bound: isPlannedAnew && (boundsSparingly == nil || isFirst) ? bound : nil)
      if let best = found.best, best.cost < base.aimCost {
        cheaper = CheaperPlan(schedule: best.schedule, saves: base.aimCost - best.cost)
      }
      steps.append(
        Deferral.Step(
          delay: rungs[rung].delay, shifted: figures, net: found.net, atLeast: found.atLeast,
          found: found.byStream))
      above = found.best ?? above
    }
    let deferral = Deferral(initiative: Int32(initiative), steps: steps.reversed().raised)
    return Finding(deferral: deferral, cheaper: cheaper, isPlannedAnew: isPlannedAnew)
  }

  /// Who looks for answers that are told to nobody and only begin the search for the one that is: one seed.
  private var scouts: SeededSearches { streams.last }

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
  private func proved(_ first: FirstShift) -> Deferral.Step? {
    guard base.isOptimal, let prover, let rung = rungs.first else { return nil }
    var rise: Int64 = 0
    if case .costs(let own, let knockOn) = first.figures, own.addingClamped(knockOn) == 0 {
      rise = 0
    } else {
      let restricted = restrict(first.initiative, first.postponements[0])
      let found = prover(restricted, [first.shifted.schedule, base.schedule])
      guard found.isFeasible, found.isOptimal else { return nil }
      rise = self.rise(to: found.aimCost)
    }
    return Deferral.Step(
      delay: rung.delay, shifted: first.figures, net: .costs(rise, isProved: true),
      atLeast: rise > 0 ? rise : nil, found: Array(repeating: rise, count: streams.count))
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
