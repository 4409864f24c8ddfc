/// Another way to do a work, with its own effort behind its own predecessors.
package struct Mode: Sendable {
  package var name: String
  package var label: String
  package var readers = Readers.everybody
  /// As those of `Work`.
  package var estimate: Estimate
  package var effort: Effort
  package var spread: Effort
  package var staffingTenths: [Int32]
  package var staffingLimitTenths: Int32
  /// All that it waits for, what it shares with the usual way included.
  package var after: [Dependency] = []

  package init(
    name: String, label: String, estimate: Estimate, effort: Effort, spread: Effort,
    staffingTenths: [Int32]
  ) {
    self.name = name
    self.label = label
    self.estimate = estimate
    self.effort = effort
    self.spread = spread
    self.staffingTenths = staffingTenths
    staffingLimitTenths = staffingTenths.last ?? 10
  }
}

extension SchedulingModel {
  /// The mode in which a schedule does a work of the plan; `nil` for the usual way and for undone work.
  package func mode(of work: WorkID, in schedule: Schedule) -> Mode? {
    guard let index = workIndices[work.index], let placed = schedule.placements[Int(index)]
    else { return nil }
    let mode = problem.works[Int(index)].options[Int(placed.option)].mode
    return mode > 0 ? plan.works[work.index].modes[Int(mode) - 1] : nil
  }
}
