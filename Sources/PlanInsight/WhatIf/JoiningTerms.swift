package import PlanModel

/// What one more person of a team takes: how long until they count whole, what they cost the team and the company.
package struct JoiningTerms: Hashable, Sendable {
  package var ramp: Elapsed
  /// The share of a head that the team gives up meanwhile.
  package var mentoring: Rational
  package var salary: MoneyRate
  /// What one of them costs besides, paid on the first day.
  package var fee: Money
  /// Whether ramp and mentoring, and whether the salary, are no words of the plan.
  package var isAssumed: Bool
  package var isSalaryAssumed: Bool
  package var isContractor: Bool

  /// What one of them costs from one day to another, both counted.
  package func price(from first: CivilDate, to last: CivilDate) -> Money {
    salary.amount(overDays: Int64(max(0, first.days(until: last) + 1))) + fee
  }
}

extension Plan {
  /// As the last hire of the team that the plan has, of those who stay or of those who leave again; else eight weeks and a
  /// fifth, at the plan's rate.
  ///
  /// - Parameters:
  ///   - team: Whom they join.
  ///   - isContractor: Whether they leave again; where the plan has none of those, they are as those who stay.
  /// - Returns: What they take and cost, and how much of that is no word of the plan.
  package func joiningTerms(of team: TeamID, isContractor: Bool = false) -> JoiningTerms {
    let hires = teams[team.index].hires
    let staying = hires.last { $0.last == nil }
    let contractor = isContractor ? hires.last { $0.last != nil } : nil
    let model = contractor ?? staying
    let salary = contractor?.salary ?? hires.last { $0.salary != nil }?.salary
    let fee = contractor.flatMap { hire in
      hire.fee.flatMap { fee in
        Rational(fee.minorUnits.multipliedClamped(by: 10), Int64(hire.peopleTenths)).map {
          Money(minorUnits: $0.rounded)
        }
      }
    }
    return JoiningTerms(
      ramp: model?.ramp ?? .workingDays(40),
      mentoring: model?.mentoring ?? Rational(1, 5) ?? .zero,
      salary: salary ?? salaryByRate, fee: fee ?? .zero,
      isAssumed: isContractor ? contractor == nil : staying == nil, isSalaryAssumed: salary == nil,
      isContractor: isContractor)
  }

  /// The last day of somebody who comes for three months, as contractors are usually hired.
  package func lastDayOfContract(from first: CivilDate) -> CivilDate {
    calendars[calendar.index].date(first, plus: .months(3)).adding(days: -1)
  }

  func joiner(
    _ team: TeamID, _ skill: SkillID?, from first: CivilDate, until last: CivilDate?
  ) -> Hire {
    let terms = joiningTerms(of: team, isContractor: last != nil)
    return Hire(
      name: "one_more", label: "One more", peopleTenths: 10, on: first, last: last,
      ramp: terms.ramp, mentoring: terms.mentoring, skill: skill, salary: terms.salary,
      fee: terms.fee)
  }
}

extension SchedulingModel {
  /// What a change costs from its first day to the last that is counted, besides what it does to the cost of delay; `nil`
  /// where that is not a matter of money that the plan knows.
  package func price(of change: WhatIf) -> Money? {
    switch change {
    case .person(let team, _, let first, let last):
      return plan.joiningTerms(of: team, isContractor: last != nil)
        .price(from: first, to: min(last ?? lastDate, lastDate))
    case .lessEffort, .leftOut: return .zero
    case .sooner, .notWaiting, .laterDeadline, .wip, .availability, .otherWay, .onlyUntil:
      return nil
    }
  }

  /// The last day that any cost is counted to.
  package var lastDate: CivilDate { date(ofDay: problem.lastDay - 1) }
}
