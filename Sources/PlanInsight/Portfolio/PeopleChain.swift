package import PlanModel

/// From people on the payroll to people in the plan, as effort (MODEL, "Time and capacity").
package struct PeopleChain: Hashable, Sendable {
  /// Of people under contract on working days.
  package var paid: Effort
  /// What on-call, meetings, support, toil, absences and newcomers leave of it.
  package var available: Effort
  /// What is planned of that; the rest is kept for the unforeseen.
  package var planned: Effort

  /// `planned` of `paid`; `nil` where nobody is paid.
  package var share: Rational? { Rational(planned.minutes, paid.minutes) }

  package static let none = PeopleChain(paid: .zero, available: .zero, planned: .zero)

  package static func + (left: PeopleChain, right: PeopleChain) -> PeopleChain {
    PeopleChain(
      paid: left.paid + right.paid, available: left.available + right.available,
      planned: left.planned + right.planned)
  }
}

extension SchedulingModel {
  /// The chain of one team on some days of the problem, from today to the plan's end unless said.
  package func peopleChain(of team: TeamID, on days: Range<Int>? = nil) -> PeopleChain {
    let days = days ?? Int(problem.firstDay)..<Int(problem.horizonDay)
    let capacity = capacities[team.index]
    let calendar = plan.calendars[plan.teams[team.index].calendar.index]
    return PeopleChain(
      paid: capacity.paid(days: days, on: calendar, from: plan.start),
      available: capacity.available(days: days), planned: capacity.planned(days: days))
  }

  /// The chain of all teams together.
  ///
  /// - Complexity: O(teams × days).
  package func peopleChain(on days: Range<Int>? = nil) -> PeopleChain {
    plan.teams.indices.reduce(.none) { $0 + peopleChain(of: TeamID($1), on: days) }
  }
}
