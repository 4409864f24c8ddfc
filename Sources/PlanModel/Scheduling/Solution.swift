/// What a solver answers: a schedule, how good it is, and what could be proved.
package struct Solution: Sendable {
  package var schedule: Schedule
  /// Total cost of delay of `schedule` in minor units.
  package var delayCost: Int64
  /// No schedule of the problem costs less than this.
  ///
  /// Proved, maybe weak; never more than `delayCost`.
  package var lowerBound: Int64
  /// Hard demands that `schedule` breaks; empty unless the problem has no schedule, or none was found.
  package var broken: [BrokenDemand]
  /// Whether it was proved that no schedule keeps all hard demands.
  package var isProvedInfeasible: Bool
  /// Counted work: what search levels are bounded by, the same on every machine.
  package var work: Int64

  package init(
    schedule: Schedule, delayCost: Int64, lowerBound: Int64, broken: [BrokenDemand] = [],
    isProvedInfeasible: Bool = false, work: Int64
  ) {
    self.schedule = schedule
    self.delayCost = delayCost
    self.lowerBound = lowerBound
    self.broken = broken
    self.isProvedInfeasible = isProvedInfeasible
    self.work = work
  }

  package var isFeasible: Bool { broken.isEmpty }
  package var isOptimal: Bool { isFeasible && lowerBound == delayCost }
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
}
