package import PlanModel

/// Work that has begun, and what says that it may have to be stopped.
package struct ActiveWork: Sendable {
  package var initiative: InitiativeID
  /// The ends of the plan's own milestones by today: how many of the latest were missed one after the other.
  package var missedInARow: Int
  /// Milestones with a date that has come.
  package var milestonesDue: Int
  package var growth: CostGrowth?
  package var worth: RemainingWorth
  /// Goals that it served and that were given up.
  package var dropped: [GoalID]
  /// Whether it serves no other.
  package var hasLostItsGoals: Bool
  package var signals: [Signal]

  package enum Signal: Hashable, Sendable {
    /// So many milestones were missed in a row: a deep reason, until somebody shows another.
    case milestonesMissed(Int)
    /// What is still to be paid is more than what still comes of it.
    case worthLessThanItCosts
    /// The whole plan loses less without it: its people would earn more elsewhere.
    case peopleEarnMoreElsewhere
    /// It takes more than the worst that was thought of when it was decided on.
    case costPastItsCase
    case goalDropped
  }

  /// So many in a row call for a decision (PRACTICE, "three milestones in a row are missed for a deep reason").
  package static let missedMost = 3
}

/// What something was to take when it was decided on, and what it takes now.
package struct CostGrowth: Hashable, Sendable {
  /// The mean of the estimates.
  package var planned: Effort
  /// The worst of the estimates, the risks that were known with it.
  package var worst: Effort
  /// Spent and still to be done.
  package var now: Effort

  /// `now` by the case; `nil` where that is nothing.
  package var factor: Rational? { Rational(now.minutes, planned.minutes) }
  package var isPastWorst: Bool { now > worst }
}

extension ActiveWork {
  init(_ initiative: InitiativeID, _ worth: RemainingWorth, _ model: SchedulingModel) {
    let plan = model.plan
    let subject = plan.initiatives[initiative.index]
    self.initiative = initiative
    self.worth = worth
    let due = plan.milestonesDue(of: initiative)
    milestonesDue = due.count
    missedInARow = due.reversed().prefix { plan.isMissed($0) }.count
    growth = plan.costGrowth(of: initiative)
    dropped = subject.goals.filter { plan.goals[$0.index].isDropped(by: plan.asOf) }
    hasLostItsGoals = !dropped.isEmpty && dropped.count == subject.goals.count

    var signals: [Signal] = []
    if missedInARow >= Self.missedMost { signals.append(.milestonesMissed(missedInARow)) }
    if plan.printsMoney {
      if worth.value < worth.cost.minorUnits { signals.append(.worthLessThanItCosts) }
      if case .costs(let amount) = worth.stopping, amount < 0 {
        signals.append(.peopleEarnMoreElsewhere)
      }
    }
    if growth?.isPastWorst ?? false { signals.append(.costPastItsCase) }
    if hasLostItsGoals { signals.append(.goalDropped) }
    self.signals = signals
  }
}

extension Plan {
  /// Milestones of an initiative whose date is over, by that date.
  fileprivate func milestonesDue(of initiative: InitiativeID) -> [Milestone] {
    let due = milestones.filter { milestone in
      milestone.initiative == initiative && milestone.due.map { $0 < asOf } ?? false
    }
    return due.enumerated().sorted {
      ($0.element.due ?? asOf, $0.offset) < ($1.element.due ?? asOf, $1.offset)
    }.map(\.element)
  }

  /// Met after its date, or not at all.
  fileprivate func isMissed(_ milestone: Milestone) -> Bool {
    guard let due = milestone.due else { return false }
    return milestone.met.map { $0 > due } ?? true
  }

  /// `nil` where nobody has said what was spent, or works are measured in days and not in effort.
  fileprivate func costGrowth(of initiative: InitiativeID) -> CostGrowth? {
    let works = initiatives[initiative.index].works.map { self.works[$0] }
    guard works.allSatisfy({ $0.length == nil }),
      works.contains(where: { if case .running = $0.progress { true } else { false } })
    else { return nil }
    var growth = CostGrowth(planned: .zero, worst: .zero, now: .zero)
    for work in works {
      growth.planned = growth.planned + work.estimate.mean
      growth.worst = growth.worst + work.estimate.high
      switch work.progress {
      case .running(_, let spent): growth.now = growth.now + spent + work.effort
      // What was finished took what it took; the plan does not say how much that was.
      case .finished: growth.now = growth.now + work.estimate.mean
      case .open: growth.now = growth.now + work.effort
      }
    }
    for risk in initiatives[initiative.index].risks {
      if let adds = risk.adds { growth.worst = growth.worst + adds.high }
    }
    return growth
  }
}
