package import PlanModel

/// What it is worth to know something before the plan is carried out.
package struct SpikeWorth: Sendable {
  package let source: Uncertainty.Source
  /// Expected saving in minor units; never negative, and at most this where a schedule is not proved best.
  package let worth: Int64
}

extension Simulation {
  /// The expected value of knowing an estimate, a risk or a slip beforehand: with each of its outcomes the plan is solved anew,
  /// and what that saves against staying with the schedule is weighed by the chance of the outcome.
  ///
  /// Expected value of perfect information (Raiffa & Schlaifer, "Applied Statistical Decision Theory", 1961). Of an estimate
  /// the outcomes are P10, P50 and P90 with the weights 30, 40 and 30 % (Swanson's mean; Hurst, Brown & Swanson 2000).
  /// Everything else is taken at what is to be expected.
  ///
  /// - Parameters:
  ///   - sources: What may be known.
  ///   - model: The plan as it was solved.
  ///   - schedule: Its schedule.
  ///   - resolve: Solves the plan of one outcome.
  /// - Returns: One for each source that a spike can find out: paces and measured availability are not among them.
  /// - Complexity: Two or three small solves for each source.
  package func worth(
    ofKnowing sources: [Uncertainty.Source], _ model: SchedulingModel, _ schedule: Schedule,
    resolve: Inquiry.Resolve
  ) -> [SpikeWorth] {
    let slips = Slips(model.plan, assumes: false)
    let network = TrialNetwork(
      model, arcs: Arcs(schedule, timing: Timing(model.problem)),
      arrivals: Arrivals(model, schedule, slips: slips.days))
    return sources.compactMap { source in
      guard let outcomes = Turnout.all(of: source, model.plan) else { return nil }
      var worth = Rational.zero
      for outcome in outcomes {
        let changed = SchedulingModel(outcome.plan)
        let stays = retimed(schedule, model, for: changed, network, slips)
        let staying = stays.totalDelayCost(in: changed.problem)
        let best = resolve(changed.problem, [stays.isWhole(like: schedule) ? stays : schedule])
        let saved = best.isFeasible ? max(0, staying.addingClamped(-best.delayCost)) : 0
        worth = Rational(saved).times(outcome.chance).flatMap { worth.plus($0) } ?? worth
      }
      return SpikeWorth(source: source, worth: worth.rounded)
    }
  }

  /// The schedule with its arcs kept and the efforts and dates of another plan.
  private func retimed(
    _ schedule: Schedule, _ model: SchedulingModel, for changed: SchedulingModel,
    _ network: TrialNetwork, _ slips: Slips
  ) -> Schedule {
    let arrivals = Arrivals(changed, schedule, slips: slips.days)
    var block = TrialBlock(network, factors: 0, arrivals: arrivals.expected.count)
    var result = schedule
    for position in network.works.indices {
      let work = Int(network.works[position].work)
      guard let placed = schedule.placements[work] else { continue }
      let needed = changed.problem.works[work].options[Int(placed.option)].needed
      block.run(position, in: network, arrivals: arrivals.expected, needed: needed)
      let start = block.start(position, 0)
      let finish = block.finish(position, 0)
      result.placements[work] =
        start < model.problem.horizonDay && finish < model.problem.lastDay
        ? Schedule.Placement(start: start, finish: finish, option: placed.option) : nil
    }
    // What has lost a work has lost all of them; what needs it is left to the solver.
    for initiative in model.problem.initiatives
    where initiative.works.contains(where: { result.placements[Int($0)] == nil }) {
      for work in initiative.works { result.placements[Int(work)] = nil }
    }
    return result
  }
}

extension Schedule {
  /// Whether it does all that the other does.
  fileprivate func isWhole(like other: Schedule) -> Bool {
    zip(placements, other.placements).allSatisfy { $0 != nil || $1 == nil }
  }
}

/// One way in which something may turn out.
private struct Turnout {
  var plan: Plan
  var chance: Rational

  private static let points: [(share: Rational, weight: Rational)] = [(1, 3), (5, 4), (9, 3)]
    .map { (Rational($0, 10) ?? .zero, Rational($1, 10) ?? .zero) }

  static func all(of source: Uncertainty.Source, _ plan: Plan) -> [Turnout]? {
    switch source {
    case .effort(let id): ofEffort(id, plan)
    case .risk(let id, let index): ofRisk(plan.initiatives[id.index].risks[index], plan)
    case .slip(let id): ofSlip(id, plan)
    case .damage, .fallback, .pace, .availability, .referenceClass, .gate, .loss, .learner: nil
    }
  }

  private static func ofEffort(_ id: WorkID, _ plan: Plan) -> [Turnout]? {
    let work = plan.works[id.index]
    guard work.progress == .open, work.length == nil, !work.estimate.isPoint else { return nil }
    let curve = EffortDistribution(work.estimate)
    return points.map { share, weight in
      var changed = plan
      let difference = (curve.quantile(share) - work.estimate.mean).uplifted(by: work.uplift)
      changed.works[id.index].effort = work.effort + difference
      return Turnout(plan: changed, chance: weight)
    }
  }

  private static func ofRisk(_ risk: Risk, _ plan: Plan) -> [Turnout]? {
    guard let adds = risk.adds, let without = Rational.one.minus(risk.chance),
      plan.works[risk.work.index].progress == .open
    else { return nil }
    let added = adds.mean.uplifted(by: plan.works[risk.work.index].uplift)
    let expected = Effort(
      minutes: Rational(added.minutes).times(risk.chance)?.rounded ?? added.minutes)
    var quiet = plan
    quiet.works[risk.work.index].effort = plan.works[risk.work.index].effort - expected
    var struck = quiet
    struck.works[risk.work.index].effort = quiet.works[risk.work.index].effort + added
    return [Turnout(plan: quiet, chance: without), Turnout(plan: struck, chance: risk.chance)]
  }

  private static func ofSlip(_ id: ExternalID, _ plan: Plan) -> [Turnout]? {
    let slip = plan.externals[id.index].slipDays
    guard slip.low < slip.high else { return nil }
    let curve = EffortDistribution(
      Estimate(
        low: Effort(minutes: Int64(slip.low)), likely: Effort(minutes: Int64(slip.likely)),
        high: Effort(minutes: Int64(slip.high))))
    return points.map { share, weight in
      var changed = plan
      let days = Int32(clamping: curve.quantile(share).minutes)
      changed.externals[id.index].slipDays = External.SlipDays(low: days, likely: days, high: days)
      return Turnout(plan: changed, chance: weight)
    }
  }
}
