// Weeks, months and quarters as ranges of days, with both ends inclusive like every written date.
extension CivilDate {
  package static func monthRange(year: Int, month: Int) -> ClosedRange<CivilDate>? {
    guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
    return first...first.adding(months: 1).adding(days: -1)
  }

  /// The quarter of a year whose first month is `fiscalMonth` (1 for calendar quarters).
  ///
  /// A fiscal year carries the number of the calendar year in which it starts.
  package static func quarterRange(
    year: Int, quarter: Int, fiscalMonth: Int = 1
  ) -> ClosedRange<CivilDate>? {
    guard (1...4).contains(quarter), (1...12).contains(fiscalMonth),
      let yearStart = CivilDate(year: year, month: fiscalMonth, day: 1)
    else { return nil }
    let first = yearStart.adding(months: 3 * (quarter - 1))
    return first...first.adding(months: 3).adding(days: -1)
  }

  /// Monday to Sunday of an ISO 8601 week; `nil` for week 53 of a year that has only 52.
  package static func weekRange(year: Int, week: Int) -> ClosedRange<CivilDate>? {
    guard week >= 1, week <= 53, let fourth = CivilDate(year: year, month: 1, day: 4) else {
      return nil
    }
    let firstMonday = fourth.adding(days: 1 - fourth.weekday)
    let monday = firstMonday.adding(days: 7 * (week - 1))
    // A week belongs to the year that holds its Thursday.
    guard monday.adding(days: 3).year == year else { return nil }
    return monday...monday.adding(days: 6)
  }

  /// Year and number of the quarter this day lies in.
  package func quarter(fiscalMonth: Int = 1) -> (year: Int, quarter: Int) {
    let now = fields
    let shifted = now.month - fiscalMonth
    let year = shifted < 0 ? now.year - 1 : now.year
    return (year, (shifted < 0 ? shifted + 12 : shifted) / 3 + 1)
  }
}
