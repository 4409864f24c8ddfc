/// A calendar that knows nothing but how one day follows another: what calendar arithmetic is tested against.
///
/// Days are numbered from 1 January 1900, a Monday, to the end of 2200; each is made from the one before it by the rules a
/// child learns. Every answer is found by walking, so it is slow and cannot be wrong in the way that formulas are.
package struct DayByDay: Sendable {
  package struct Day: Hashable, Sendable {
    package var year = 1900
    package var month = 1
    package var day = 1
    /// Monday is 1.
    package var weekday = 1
    /// The year that the week belongs to, which is that of its Thursday (ISO 8601).
    package var weekYear = 1900
    package var week = 1

    /// `2026-07-01`.
    package var text: String {
      "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }
  }

  package static let days: [Day] = {
    var days: [Day] = []
    var today = Day()
    // 1900-01-01 begins the week that holds Thursday 4 January.
    while today.year <= 2200 {
      days.append(today)
      today.day += 1
      if today.day > length(of: today.month, in: today.year) {
        today.day = 1
        today.month += 1
      }
      if today.month > 12 {
        today.month = 1
        today.year += 1
      }
      today.weekday = today.weekday % 7 + 1
      if today.weekday == 1 { (today.weekYear, today.week) = week(beginning: today) }
    }
    return days
  }()

  /// The week after that of the day before: number one where its Thursday is the first of a year.
  private static func week(beginning monday: Day) -> (year: Int, week: Int) {
    var thursday = (year: monday.year, month: monday.month, day: monday.day + 3)
    let length = length(of: thursday.month, in: thursday.year)
    if thursday.day > length {
      thursday = (thursday.year, thursday.month + 1, thursday.day - length)
    }
    if thursday.month > 12 { thursday = (thursday.year + 1, 1, thursday.day) }
    if thursday.year != monday.weekYear { return (thursday.year, 1) }
    return (monday.weekYear, monday.week + 1)
  }

  package static func length(of month: Int, in year: Int) -> Int {
    let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  // MARK: Working days

  /// Days off besides the weekends, by number.
  package var holidays: Set<Int>

  package init(holidays: Set<Int> = []) { self.holidays = holidays }

  package func isWorking(_ day: Int) -> Bool {
    Self.days[day].weekday <= 5 && !holidays.contains(day)
  }

  /// The day reached by going so many working days on or back.
  package func walked(from day: Int, _ count: Int) -> Int {
    var result = day
    var left = abs(count)
    while left > 0 {
      result += count.signum()
      if isWorking(result) { left -= 1 }
    }
    return result
  }

  /// Working days after the one up to and with the other; counted back where that is earlier.
  package func passed(from first: Int, to last: Int) -> Int {
    first <= last
      ? (first..<last).count { isWorking($0 + 1) } : -(last..<first).count { isWorking($0 + 1) }
  }

  /// Of a stretch of days, both ends included.
  package func working(in days: ClosedRange<Int>) -> Int { days.count(where: isWorking) }

  // MARK: Months

  /// The same day so many months on or back, or the last of that month where it is shorter.
  package static func months(from day: Int, _ count: Int) -> Int {
    let wanted = days[day].day
    var result = day
    for _ in 0..<abs(count) {
      result = count > 0 ? lastOfMonth(result) + 1 : firstOfMonth(result) - 1
      result = firstOfMonth(result)
    }
    return min(count == 0 ? day : result + wanted - 1, lastOfMonth(count == 0 ? day : result))
  }

  package static func firstOfMonth(_ day: Int) -> Int { day - days[day].day + 1 }

  package static func lastOfMonth(_ day: Int) -> Int {
    var result = day
    while result + 1 < days.count, days[result + 1].month == days[day].month { result += 1 }
    return result
  }

  /// The quarter that a day lies in, of a year that begins in this month and is named after the year it begins in.
  package static func quarter(
    around day: Int, fiscalMonth: Int
  ) -> (year: Int, quarter: Int, days: ClosedRange<Int>) {
    var first = firstOfMonth(day)
    // Quarters begin in the year's first month and in every third after it.
    while (days[first].month - fiscalMonth + 12) % 3 != 0 { first = firstOfMonth(first - 1) }
    var last = lastOfMonth(day)
    while (days[last].month - fiscalMonth + 12) % 3 != 2 { last = lastOfMonth(last + 1) }
    var start = first
    var number = 1
    while days[start].month != fiscalMonth {
      start = firstOfMonth(start - 1)
      if (days[start].month - fiscalMonth + 12) % 3 == 0 { number += 1 }
    }
    return (days[start].year, number, first...last)
  }

  /// Monday to Sunday around a day.
  package static func week(around day: Int) -> ClosedRange<Int> {
    let monday = day - days[day].weekday + 1
    return monday...monday + 6
  }
}
