package import PlanModel

/// What one more person of a team takes: how long until they count whole, what they cost the team and the company.
package struct JoiningTerms: Hashable, Sendable {
  package var ramp: Elapsed
  /// The share of a head that the team gives up meanwhile.
  package var mentoring: Rational
  package var salary: MoneyRate
  /// Whether ramp and mentoring, and whether the salary, are no words of the plan.
  package var isAssumed: Bool
  package var isSalaryAssumed: Bool
}

extension Plan {
  /// As the last hire of the team that the plan has; else eight weeks and a fifth, at the plan's rate.
  package func joiningTerms(of team: TeamID) -> JoiningTerms {
    let hires = teams[team.index].hires
    let staying = hires.last { $0.last == nil }
    let salary = hires.last { $0.salary != nil }?.salary
    return JoiningTerms(
      ramp: staying?.ramp ?? .workingDays(40),
      mentoring: staying?.mentoring ?? Rational(1, 5) ?? .zero,
      salary: salary ?? salaryByRate, isAssumed: staying == nil, isSalaryAssumed: salary == nil)
  }

  /// Fifty-two weeks of a person at the loaded rate.
  private var salaryByRate: MoneyRate {
    let yearly = rate.minorUnitsPerMinute.times(Rational(52 * Effort.minutesPerPersonWeek))
    return MoneyRate(minorUnitsPerYear: yearly ?? .zero)
  }

  func joiner(
    _ team: TeamID, _ skill: SkillID?, from first: CivilDate, until last: CivilDate?
  ) -> Hire {
    let terms = joiningTerms(of: team)
    return Hire(
      name: "one_more", label: "One more", peopleTenths: 10, on: first, last: last,
      ramp: terms.ramp, mentoring: terms.mentoring, skill: skill, salary: terms.salary)
  }
}

extension SchedulingModel {
  /// What a change costs from its first day to the last that is counted, besides what it does to the cost of delay; `nil`
  /// where that is not a matter of money that the plan knows.
  package func price(of change: WhatIf) -> Money? {
    switch change {
    case .person(let team, _, let first, let last):
      let until = min(last ?? lastDate, lastDate)
      let days = Int64(max(0, first.days(until: until) + 1))
      return plan.joiningTerms(of: team).salary.amount(overDays: days)
    case .lessEffort, .leftOut: return .zero
    case .sooner, .notWaiting, .laterDeadline, .wip, .availability: return nil
    }
  }

  /// The last day that any cost is counted to.
  package var lastDate: CivilDate { date(ofDay: problem.lastDay - 1) }
}
