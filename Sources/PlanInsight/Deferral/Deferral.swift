package import PlanModel

/// What it costs to put one initiative off (MODEL, "The figures of deferral").
///
/// Amounts are in minor units and are the rise of the total cost of delay. They do not add up across initiatives.
package struct Deferral: Sendable {
  /// Index of the initiative in the problem and the plan.
  package var initiative: Int32
  /// From the shortest postponement to leaving it undone.
  package var steps: [Step]

  package init(initiative: Int32, steps: [Step]) {
    self.initiative = initiative
    self.steps = steps
  }

  /// How far it is put off.
  package enum Delay: Hashable, Sendable {
    /// Calendar time after its scheduled start.
    case by(Elapsed)
    case undone
  }

  package struct Step: Sendable {
    package var delay: Delay
    /// When everybody makes way and nothing is re-planned.
    package var shifted: Shifted
    /// When the rest is planned anew around it.
    package var net: Net
    /// Minor units that the net cost is proved to reach; above 0, or `nil`.
    package var atLeast: Int64?
    /// The net cost as each of several searches found it, `Int64.max` where a hard demand breaks: what ranks go by.
    package var found: [Int64]

    package init(
      delay: Delay, shifted: Shifted, net: Net, atLeast: Int64? = nil, found: [Int64] = []
    ) {
      self.delay = delay
      self.shifted = shifted
      self.net = net
      self.atLeast = atLeast
      self.found = found
    }
  }

  package enum Shifted: Hashable, Sendable {
    /// `own`: what the initiative and its goals lose by themselves.
    ///
    /// `knockOn`: what those lose that wait for it or for its people.
    case costs(own: Int64, knockOn: Int64)
    /// Hard demands that the shift breaks; never empty.
    case breaks([HardDemand])
  }

  package enum Net: Hashable, Sendable {
    /// `isProved`: exactly this much, otherwise at most.
    ///
    /// 0 where the plan found is no worse than the one asked about.
    case costs(Int64, isProved: Bool)
    /// No schedule found keeps these; never empty.
    case breaks([HardDemand])
  }
}

extension Deferral.Step {
  /// What re-planning saves of own and knock-on cost; `nil` where a hard demand breaks.
  package var freed: Int64? {
    guard case .costs(let own, let knockOn) = shifted, case .costs(let net, _) = net else {
      return nil
    }
    return own.addingClamped(knockOn).addingClamped(-net)
  }
}

extension Deferral {
  package func step(_ delay: Delay) -> Step? { steps.first { $0.delay == delay } }
}

/// A schedule that a question turned up and that is cheaper than the plan's own: an offer, never
/// taken unasked.
package struct CheaperPlan: Sendable {
  package var schedule: Schedule
  /// Minor units less than the plan's total cost of delay; above 0.
  package var saves: Int64

  package init(schedule: Schedule, saves: Int64) {
    self.schedule = schedule
    self.saves = saves
  }
}
