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

  /// Answers for many: around some the rest is planned anew, the others are told what is lost when everybody makes way for their
  /// delay.
  ///
  /// - Parameters:
  ///   - initiatives: Indices.
  ///   - workers: Who thinks about them.
  ///   - most: Around how many the rest is planned anew, unless as many as `plannedAnewMax` says: around those that lose most, and
  ///     those whose delay breaks a hard demand.
  /// - Returns: One for each, in their order.
  /// - Complexity: a right-shift for each, and for those planned anew what `deferral(of:)` takes.
  package func findings(
    of initiatives: [Int], _ workers: Workers, most: Int? = nil
  ) -> [Finding?] {
    let most = most ?? Self.plannedAnewMax(of: problem.initiatives.count)
    guard initiatives.count > most, base.isFeasible else {
      return workers.answers(initiatives.count) { deferral(of: initiatives[$0]) }
    }
    var findings = workers.answers(initiatives.count) {
      deferral(of: initiatives[$0], isPlannedAnew: false)
    }
    let losses = findings.map { $0?.deferral.steps.first?.shifted.loss ?? 0 }
    let dearest = findings.indices.filter { findings[$0] != nil }
      .sorted { (losses[$1], $0) < (losses[$0], $1) }.prefix(most)
    let anew = workers.answers(dearest.count) { deferral(of: initiatives[dearest[$0]]) }
    for (place, finding) in zip(dearest, anew) { findings[place] = finding }
    return findings
  }

  /// Around how many initiatives of a plan the rest is planned anew where all are asked about.
  ///
  /// All of a hundred; beyond that fewer, since each takes the longer the larger the plan is. Nobody reads on to the hundredth of a
  /// thousand, and a page of them took a minute.
  package static func plannedAnewMax(of count: Int) -> Int {
    count <= manyInitiatives
      ? count : max(manyInitiatives / 10, manyInitiatives * manyInitiatives / count)
  }

  /// In plans with more than this, a page is asked for more answers than anybody waits for.
  package static let manyInitiatives = 100

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
        deferral: Deferral(initiative: Int32(initiative), steps: [step]), cheaper: nil,
        isPlannedAnew: true)
    }
    // What nobody looks for hangs on no longer delay.
    let asked = isOfFirstAlone && !isPlannedAnew ? 1 : rungs.count
    var steps: [Deferral.Step] = []
    var above: Candidate?
    var cheaper: CheaperPlan?
    for (rung, postponement) in zip(rungs, postponements).prefix(asked).reversed() {
      let shifted = candidate(arcs.rightShift(initiative, postponement))
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
  private func provedFirst(_ initiative: Int, _ postponements: [Arcs.Postponement]) -> Deferral
    .Step?
  {
    guard base.isOptimal, let prover, let rung = rungs.first, let postponement = postponements.first
    else { return nil }
    let shifted = candidate(arcs.rightShift(initiative, postponement))
    let figures = figures(of: shifted, initiative, postponement)
    var rise: Int64 = 0
    if case .costs(let own, let knockOn) = figures, own.addingClamped(knockOn) == 0 {
      rise = 0
    } else {
      let found = prover(restrict(initiative, postponement), [shifted.schedule, base.schedule])
      guard found.isFeasible, found.isOptimal else { return nil }
      rise = self.rise(to: found.aimCost)
    }
    return Deferral.Step(
      delay: rung.delay, shifted: figures, net: .costs(rise, isProved: true),
      atLeast: rise > 0 ? rise : nil, found: Array(repeating: rise, count: streams.count))
  }
}

extension [DeferralLadder.Finding?] {
  /// For how many the rest was planned anew; `nil` where for all.
  var plannedAnew: Int? {
    let found = compactMap(\.self)
    let count = found.count(where: \.isPlannedAnew)
    return count < found.count ? count : nil
  }
}

extension Deferral.Shifted {
  /// What everybody loses together; more than anything where a hard demand breaks.
  fileprivate var loss: Int64 {
    switch self {
    case .costs(let own, let knockOn): own.addingClamped(knockOn)
    case .breaks: .max
    }
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
