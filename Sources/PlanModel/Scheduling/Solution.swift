/// What a solver answers: a schedule, how good it is, and what could be proved.
package struct Solution: Sendable {
  package var schedule: Schedule
  /// Total cost of delay of `schedule` in minor units.
  package var delayCost: Int64
  /// What `schedule` pays for soft demands that it does not meet, in minor units; no cost of delay.
  package var softCost: Int64
  /// What `schedule` pays for moving agreed starts, in minor units; no cost of delay.
  package var churn: Int64
  /// No schedule of the problem costs less than this, soft demands and churn counted.
  ///
  /// Proved, maybe weak; never more than `aimCost`.
  package var lowerBound: Int64
  /// Hard demands that `schedule` breaks; empty unless the problem has no schedule, or none was found.
  package var broken: [BrokenDemand]
  /// Whether it was proved that no schedule keeps all hard demands.
  package var isProvedInfeasible: Bool
  /// Counted work: what search levels are bounded by, the same on every machine.
  package var work: Int64

  package init(
    schedule: Schedule, delayCost: Int64, softCost: Int64 = 0, churn: Int64 = 0,
    lowerBound: Int64, broken: [BrokenDemand] = [], isProvedInfeasible: Bool = false,
    work: Int64
  ) {
    self.schedule = schedule
    self.delayCost = delayCost
    self.softCost = softCost
    self.churn = churn
    self.lowerBound = lowerBound
    self.broken = broken
    self.isProvedInfeasible = isProvedInfeasible
    self.work = work
  }

  package var isFeasible: Bool { broken.isEmpty }
  package var isOptimal: Bool { isFeasible && lowerBound == aimCost }

  /// What the second of the aims makes least, in minor units: cost of delay, the price of soft demands and of moves.
  package var aimCost: Int64 { delayCost.addingClamped(softCost).addingClamped(churn) }
}

/// A hard demand that cannot be, or was not, met.
///
/// Indices are those of the problem.
package enum BrokenDemand: Sendable, Hashable {
  /// A required initiative that no schedule found gets done before the last day.
  case undone(initiative: Int32)
  /// A hard deadline passed. `earliest` is the first finish possible with every capacity to itself.
  case late(initiative: Int32, latestFinish: Int32, finish: Int32, earliest: Int32)
  /// A pin missed.
  case outsideWindow(initiative: Int32, start: Int32)
  /// More than a budget allows in one of its periods.
  case overBudget(budget: Int32, period: Int32, spent: Int64)
  /// A hard guardrail of which effort is missing, or has too much, in one of its periods.
  case offGuardrail(guardrail: Int32, period: Int32, missing: Int64)
}
