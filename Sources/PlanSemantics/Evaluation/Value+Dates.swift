import PlanModel

extension Period {
  /// The period `time` later; earlier when negative.
  ///
  /// A month or quarter moved by months, and a week moved by weeks, is again a whole one, so that `2026-Q3 + 1q` is
  /// `2026-Q4` with both its ends. Anything else moves both ends: working days by the calendar, months clamped to the
  /// length of the month.
  func moved(
    by time: Quantity, _ calendar: WorkCalendar
  ) -> Result<Period, OperationFailure> {
    guard time.isTime else { return .failure(.units) }
    guard time.magnitude.isWhole else { return .failure(.partOfADay) }
    let count = time.magnitude.numerator
    guard count.magnitude <= Period.daysMovedMax else { return .failure(.beyondCalendar) }
    let steps = Int(count)
    let moved = time.unit == .months ? moved(months: steps) : moved(days: steps, calendar)
    let isKnown =
      CivilDate.years.contains(moved.first.year)
      && CivilDate.years.contains(moved.last.year)
    return isKnown ? .success(moved) : .failure(.beyondCalendar)
  }

  /// Every date a plan may speak of lies within so many days of any other.
  private static let daysMovedMax = UInt64(CivilDate.years.count * 366)

  private func moved(months: Int) -> Period {
    switch form {
    case .month: whole(from: first.adding(months: months), months: 1)
    case .quarter where months % 3 == 0: whole(from: first.adding(months: months), months: 3)
    default: ends(first.adding(months: months), last.adding(months: months))
    }
  }

  private func moved(days: Int, _ calendar: WorkCalendar) -> Period {
    if form == .week, days % 5 == 0 {
      let shift = days / 5 * 7
      return Period(first: first.adding(days: shift), last: last.adding(days: shift), form: .week)
    }
    return ends(
      calendar.date(first, plusWorkingDays: days), calendar.date(last, plusWorkingDays: days))
  }

  private func whole(from first: CivilDate, months: Int) -> Period {
    Period(first: first, last: first.adding(months: months).adding(days: -1), form: form)
  }

  private func ends(_ first: CivilDate, _ last: CivilDate) -> Period {
    if form == .day { return Period(first) }
    return Period(first: first, last: max(first, last), form: .stretch)
  }
}

extension WorkCalendar {
  /// The working days that pass from one date to another: those after `earlier`, up to and with `later`.
  ///
  /// So `b - a` is the time to add to `a` to come to a working day `b`. Negative when `later` is the earlier one.
  ///
  /// - Complexity: O(days between).
  func workingDays(after earlier: CivilDate, upTo later: CivilDate) -> Int {
    earlier <= later
      ? workingDays(from: earlier.adding(days: 1), through: later)
      : -workingDays(from: later.adding(days: 1), through: earlier)
  }
}
