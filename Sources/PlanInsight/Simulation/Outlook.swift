package import PlanModel

/// A simulation of a plan and what follows from it: which promises are less sure than they should be, what would lift them,
/// and what is worth finding out first.
package struct Outlook: Sendable {
  package let simulation: Simulation
  /// In the order of the plan.
  package let flags: [Flagged]
  /// On the total cost of delay, the largest share first.
  package let influences: [Influence]
  /// By goal of the plan; empty where it is not scheduled.
  package let goalInfluences: [[Influence]]
  /// For the first few influences that a spike can find out about.
  package let worths: [SpikeWorth]
  /// Promises under their band for which nobody looked for levers, since there are so many.
  package let unliftedCount: Int

  package struct Flagged: Sendable {
    package let flag: Flag
    /// The surest first.
    package let lifts: [Lift]
    /// Whether levers were tried at all.
    package let isLookedInto: Bool
  }

  /// So many promises are looked into; beyond, the plan needs another plan and not more levers.
  private static let liftedMax = 8
  /// So many things that are not known are asked for their worth: each takes three small solves.
  private static let worthsMax = 5

  /// - Parameters:
  ///   - model: The plan as it was solved.
  ///   - schedule: Its schedule.
  ///   - options: How to simulate.
  ///   - resolve: Solves a question; `nil` asks none that need another schedule.
  /// - Complexity: A simulation, and a simulation or small solve for each lever and each outcome of what may be known.
  package init(
    _ model: SchedulingModel, _ schedule: Schedule, _ options: SimulationOptions,
    resolve: Inquiry.Resolve?
  ) {
    let simulation = Simulation(model, schedule, options)
    self.simulation = simulation
    let flags = simulation.flags(model)
    influences = simulation.influences(on: .cost)
    goalInfluences = model.plan.goals.indices.map {
      simulation.influences(on: .goal(GoalID($0)))
    }
    // Who stopped the trials waits for nothing else.
    guard let resolve, options.isCancelled?() != true else {
      self.flags = flags.map { Flagged(flag: $0, lifts: [], isLookedInto: false) }
      worths = []
      unliftedCount = 0
      return
    }
    let lifts = Lifts(model, schedule, base: simulation, options, resolve: resolve)
    self.flags = flags.enumerated().map { index, flag in
      let isLookedInto = index < Outlook.liftedMax
      return Flagged(
        flag: flag, lifts: isLookedInto ? lifts.lifts(of: flag) : [], isLookedInto: isLookedInto)
    }
    unliftedCount = max(0, flags.count - Outlook.liftedMax)
    worths = simulation.worth(
      ofKnowing: influences.map(\.source).filter(\.canBeFoundOut).prefix(Outlook.worthsMax).map {
        $0
      },
      model, schedule, resolve: resolve)
  }
}

extension Uncertainty.Source {
  /// Whether somebody can look into it before it happens.
  package var canBeFoundOut: Bool {
    switch self {
    case .effort, .risk, .slip: true
    case .damage, .fallback, .pace, .availability, .referenceClass, .gate, .loss, .learner: false
    }
  }
}
