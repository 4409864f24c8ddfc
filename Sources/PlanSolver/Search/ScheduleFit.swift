internal import PlanModel

/// Whether a schedule made elsewhere is one of this problem, from the compiled tables.
///
/// Only what keeps every rule and every hard demand passes; the search repairs the rest by building from its order.
struct ScheduleFit {
  private let problem: Problem

  init(_ problem: Problem) { self.problem = problem }

  func isValid(_ schedule: Schedule, _ instance: borrowing Instance) -> Bool {
    for (work, placed) in schedule.placements.enumerated() {
      guard let placed else { continue }
      guard isValid(placed, Int32(work), instance) else { return false }
    }
    // The rest needs every day and link at once, and is what the independent checker is for.
    return ScheduleChecker(problem).violations(of: schedule).isEmpty
  }

  private func isValid(
    _ placed: Schedule.Placement, _ work: Int32, _ instance: borrowing Instance
  ) -> Bool {
    let options = instance.optionRange(work)
    let option = options.lowerBound + placed.option
    guard options.contains(option), placed.start >= 0, placed.start < instance.dayCount else {
      return false
    }
    return instance.startDay(option, from: placed.start) == placed.start
      && instance.finishDay(option, from: placed.start) == placed.finish
  }
}
