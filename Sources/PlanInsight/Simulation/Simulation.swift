package import PlanModel
internal import Synchronization

/// A schedule run many times with efforts, risks, slips and paces drawn anew: how sure its dates are.
///
/// Nobody re-plans inside a trial: the arcs of the schedule stay, so late dates are pessimistic (MODEL, "Uncertainty").
package struct Simulation: Sendable {
  /// Trials that were run; fewer than asked for where it was interrupted.
  package let trials: Int
  package let asked: Int
  /// By initiative of the plan; `nil` for what is undone or done with.
  package let initiatives: [InitiativeOutlook?]
  /// By goal of the plan; `nil` where something that it needs is left undone, and where nobody serves it.
  package let goals: [GoalOutlook?]
  /// Total cost of delay.
  package let cost: MoneyDistribution
  /// By team of the plan.
  package let loads: [LoadOutlook]
  /// By work of the problem; `nil` for undone ones.
  package let criticalities: [Criticality?]
  /// What was drawn, and what had to be taken for granted for it.
  package let uncertainty: Uncertainty
  /// What each trial came to, for questions about what makes the difference.
  let outcomes: Outcomes
  let frame: Frame

  /// How sure an initiative is.
  package struct InitiativeOutlook: Sendable {
    package let finish: DayDistribution
    /// The share of trials in which it starts in the horizon in which the schedule has it start, 0...1.
    package let startsInHorizon: Rational
    package let horizon: HorizonID
    /// The largest share of trials in which one of its works is on the longest path to an end.
    package let criticality: Criticality
  }

  package struct GoalOutlook: Sendable {
    package let finish: DayDistribution
    /// When the schedule completes it: what the chain of single estimates says.
    package let scheduled: Int32
  }

  /// The criticality index: the share of trials in which a work lies on the longest path to a named end. (Van Slyke, "Monte
  /// Carlo Methods and the PERT Problem", 1963.)
  package struct Criticality: Sendable, Hashable {
    package let share: Rational
    /// The goal that the path leads to; `nil` for the last finish of all.
    package let goal: GoalID?
  }

  /// What of a team's heads is held in each horizon of the plan, in percent.
  package struct LoadOutlook: Sendable {
    /// `nil` where the team has nobody.
    package let byHorizon: [DayDistribution?]
  }

  /// Runs the trials.
  ///
  /// The result is the same for any number of threads.
  ///
  /// - Parameters:
  ///   - model: The plan as it was solved.
  ///   - schedule: Its schedule, whose arcs every trial keeps.
  ///   - options: How to run.
  ///   - varied: The same plan with other estimates, risks or slips to draw from; `nil` for those it has.
  /// - Complexity: O(trials × (works + arcs + links)), divided by the threads.
  package init(
    _ model: SchedulingModel, _ schedule: Schedule, _ options: SimulationOptions = .init(),
    varied: Plan? = nil
  ) {
    let slips = Slips(varied ?? model.plan, assumes: options.assumesSlips)
    let arrivals = Arrivals(model, schedule, slips: slips.days)
    let network = TrialNetwork(
      model, arcs: Arcs(schedule, timing: Timing(model.problem)), arrivals: arrivals)
    let uncertainty = Uncertainty(
      model, drawing: varied ?? model.plan, schedule, network, slips: slips,
      learners: arrivals.learners, options)
    let frame = Frame(model, schedule, network, uncertainty.losses)
    let outcomes = Outcomes(trials: options.trials, goals: frame.goals.count)
    let (tally, done) = Simulation.run(network, uncertainty, arrivals, frame, outcomes, options)
    self.init(
      model, schedule, network, frame, tally, outcomes, uncertainty, done: done,
      asked: options.trials)
  }

  /// Blocks of trials between two looks at whether to go on, where anybody looks.
  private static let roundOfBlocks = 32

  private static func run(
    _ network: TrialNetwork, _ uncertainty: Uncertainty, _ arrivals: Arrivals, _ frame: Frame,
    _ outcomes: Outcomes, _ options: SimulationOptions
  ) -> (Tally, done: Int) {
    let blocks = (options.trials + TrialBlock.width - 1) / TrialBlock.width
    let workers = Workers(threads: min(options.threads, blocks))
    let threads = workers.threads
    let tallies = (0..<threads).map { _ in Tally(frame) }
    let isWatched = options.progress != nil || options.isCancelled != nil
    var done = 0
    var round = 0
    while round < blocks {
      let end = isWatched ? min(round + roundOfBlocks, blocks) : blocks
      let next = Atomic<Int>(round)
      _ = workers.answers(threads) { thread in
        var block = TrialBlock(
          network, factors: uncertainty.paces.count, arrivals: uncertainty.slips.count,
          mayStop: !uncertainty.stops.isEmpty)
        while true {
          let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard index < end else { return }
          let first = index * TrialBlock.width
          block.run(from: first, network, uncertainty, arrivals)
          tallies[thread].count(
            block, uncertainty, first: first, min(TrialBlock.width, options.trials - first),
            into: outcomes)
        }
      }
      done = min(end * TrialBlock.width, options.trials)
      round = end
      options.progress?(done)
      if options.isCancelled?() == true { break }
    }
    for other in tallies.dropFirst() { tallies[0].add(other) }
    return (tallies[0], done)
  }
}

extension Simulation {
  private init(
    _ model: SchedulingModel, _ schedule: Schedule, _ network: TrialNetwork, _ frame: Frame,
    _ tally: Tally, _ outcomes: Outcomes, _ uncertainty: Uncertainty, done: Int, asked: Int
  ) {
    trials = done
    self.asked = asked
    self.uncertainty = uncertainty
    self.outcomes = outcomes
    self.frame = frame
    cost = MoneyDistribution((0..<done).map { outcomes.costs[$0] })
    let criticalities = Simulation.criticalities(model, network, frame, tally, trials: done)
    self.criticalities = criticalities

    var initiatives = [InitiativeOutlook?](repeating: nil, count: model.plan.initiatives.count)
    for (row, subject) in frame.initiatives.enumerated() {
      guard let start = schedule.start(of: subject.initiative, in: model.problem) else { continue }
      let works = subject.positions.compactMap {
        criticalities[Int(network.works[Int($0)].work)]
      }
      initiatives[subject.initiative] = InitiativeOutlook(
        finish: DayDistribution(row: row, of: tally.finishes, frame.days),
        startsInHorizon: share(tally.inTime[row], done),
        horizon: model.horizon(ofDay: start),
        criticality: works.max { $0.share < $1.share } ?? Criticality(share: .zero, goal: nil))
    }
    self.initiatives = initiatives

    var goals = [GoalOutlook?](repeating: nil, count: model.plan.goals.count)
    for (row, goal) in frame.goals.enumerated() where !goal.members.isEmpty || !goal.choices.isEmpty
    {
      goals[goal.goal] = GoalOutlook(
        finish: DayDistribution(row: row, of: tally.goalFinishes, frame.days),
        scheduled: schedule.finish(ofGoal: goal.goal, in: model.problem) ?? -1)
    }
    self.goals = goals

    loads = model.plan.teams.indices.map { team in
      LoadOutlook(
        byHorizon: frame.horizons.indices.map { horizon in
          let row = team * frame.horizons.count + horizon
          guard frame.capacities[row] > 0 else { return nil }
          let steps = row * Tally.loadSteps..<(row + 1) * Tally.loadSteps
          return DayDistribution(tally.loads.row(steps))
        })
    }
  }

  /// Of each work the end whose path it is on most often; of equals the first goal.
  private static func criticalities(
    _ model: SchedulingModel, _ network: TrialNetwork, _ frame: Frame, _ tally: Tally, trials: Int
  ) -> [Criticality?] {
    var result = [Criticality?](repeating: nil, count: model.problem.works.count)
    for (position, node) in network.works.enumerated() {
      var best = Criticality(share: .zero, goal: nil)
      for row in frame.ends.indices {
        let share = share(tally.onPath[row * frame.positions + position], trials)
        if share > best.share {
          best = Criticality(
            share: share, goal: row < frame.goals.count ? GoalID(frame.goals[row].goal) : nil)
        }
      }
      result[Int(node.work)] = best
    }
    return result
  }
}

private func share(_ count: UInt32, _ trials: Int) -> Rational {
  Rational(Int64(count), Int64(max(1, trials))) ?? .zero
}

extension DayDistribution {
  fileprivate init(row: Int, of counts: Counters<UInt16>, _ days: Int) {
    self.init(counts.row(row * days..<(row + 1) * days).map { UInt32($0) })
  }
}
