/// What a headcount comes to in one of its periods.
package struct HeadcountUse: Hashable, Sendable {
  package var days: ClosedRange<CivilDate>
  /// The most people under contract at once, in tenths, on the days that are not over.
  package var mostTenths: Int64
  /// The first day with more people than are allowed; `nil` where there is none.
  package var crowdedOn: CivilDate?
  /// What those who join cost in the period, what is over of it included.
  package var cost: Money
  /// In tenths; `nil` for no limit.
  package var limitTenths: Int32?
  package var limit: Money?

  /// Tenths of people that there are too many.
  package var excessTenths: Int64 { limitTenths.map { max(0, mostTenths - Int64($0)) } ?? 0 }
  /// What is spent too much.
  package var excess: Money { limit.map { max(.zero, cost - $0) } ?? .zero }
  package var isKept: Bool { excessTenths == 0 && excess == .zero }
}

extension Plan {
  /// What a headcount comes to in each of its periods that is not over by today.
  ///
  /// Heads are contracts: a newcomer is one from the first day on, whoever is away stays one, and whom one team lends another is
  /// one of the team that pays, unless they move for good. Costs are those of who joins: the salary, or else the plan's rate, by
  /// calendar day, and the fee on the first day.
  ///
  /// - Complexity: O(periods × hires), and sorting those who come and go.
  package func uses(of headcount: Headcount) -> [HeadcountUse] {
    let changes = changes(of: headcount)
    let joined = headcount.teams.flatMap { teams[$0.index].hires }.filter(headcount.counts)
    var uses: [HeadcountUse] = []
    var next = 0
    var tenths: Int64 = 0
    /// Counts everybody who comes or goes by a day.
    func count(through day: CivilDate) {
      while next < changes.count, changes[next].day <= day {
        tenths = tenths.addingClamped(changes[next].tenths)
        next += 1
      }
    }
    for days in periods(of: headcount) {
      count(through: max(days.lowerBound, asOf))
      var use = HeadcountUse(
        days: days, mostTenths: tenths, cost: cost(of: joined, on: days),
        limitTenths: headcount.peopleTenths, limit: headcount.money)
      if use.excessTenths > 0 { use.crowdedOn = max(days.lowerBound, asOf) }
      while next < changes.count, changes[next].day <= days.upperBound {
        let day = changes[next].day
        count(through: day)
        use.mostTenths = max(use.mostTenths, tenths)
        if use.excessTenths > 0 { use.crowdedOn = use.crowdedOn ?? day }
      }
      uses.append(use)
    }
    return uses
  }

  /// Fifty-two weeks of a person at the loaded rate: what somebody costs of whom the plan does not say it.
  package var salaryByRate: MoneyRate {
    let yearly = rate.minorUnitsPerMinute.times(Rational(52 * Effort.minutesPerPersonWeek))
    return MoneyRate(minorUnitsPerYear: yearly ?? .zero)
  }

  private func periods(of headcount: Headcount) -> [ClosedRange<CivilDate>] {
    let all = headcount.each.map { periods(each: $0) } ?? [start...end]
    return all.compactMap { period in
      guard let during = headcount.during else { return period }
      return period.overlaps(during) ? period.clamped(to: during) : nil
    }.filter { $0.upperBound >= asOf }
  }

  /// Who comes and goes, by day; those who are there from the start come on the first day.
  private func changes(of headcount: Headcount) -> [(day: CivilDate, tenths: Int64)] {
    var changes: [(day: CivilDate, tenths: Int64)] = []
    let counted = Set(headcount.teams)
    for team in headcount.teams.map({ teams[$0.index] }) {
      if headcount.counted != .contractors {
        changes.append((start, Int64(team.peopleTenths)))
      }
      for hire in team.hires where headcount.counts(hire) {
        changes.append((hire.on, Int64(hire.peopleTenths)))
        if let last = hire.last {
          changes.append((last.adding(days: 1), -Int64(hire.peopleTenths)))
        }
      }
    }
    for loan in loans where loan.last == nil && headcount.counted != .contractors {
      if counted.contains(loan.giver) { changes.append((loan.on, -Int64(loan.peopleTenths))) }
      if counted.contains(loan.taker) { changes.append((loan.on, Int64(loan.peopleTenths))) }
    }
    return changes.sorted { $0.day < $1.day }
  }

  private func cost(of hires: [Hire], on days: ClosedRange<CivilDate>) -> Money {
    hires.reduce(Money.zero) { sum, hire in
      let first = max(days.lowerBound, hire.on)
      let last = min(days.upperBound, hire.last ?? days.upperBound)
      guard first <= last else { return sum }
      let each = (hire.salary ?? salaryByRate).amount(overDays: Int64(first.days(until: last) + 1))
      let all = Rational(each.minorUnits.multipliedClamped(by: Int64(hire.peopleTenths)), 10)
      let fee = days.contains(hire.on) ? hire.fee ?? .zero : .zero
      return sum + Money(minorUnits: all?.rounded ?? .max) + fee
    }
  }
}
