/// A day of the proleptic Gregorian calendar, without time zone or clock.
///
/// Stored as days since 1970-01-01, so that differences and comparisons are integer arithmetic.
package struct CivilDate: Hashable, Comparable, Sendable {
  package let dayNumber: Int32

  package init(dayNumber: Int32) { self.dayNumber = dayNumber }

  /// The day with these fields; `nil` when there is none (`2026-02-30`) or the year lies outside 1900...2200.
  package init?(year: Int, month: Int, day: Int) {
    guard CivilDate.years.contains(year), (1...12).contains(month),
      day >= 1, day <= CivilDate.length(ofMonth: month, year: year)
    else { return nil }
    dayNumber = CivilDate.dayNumber(year: year, month: month, day: day)
  }

  /// The years a plan may speak of.
  ///
  /// Planning further away than this is a typing mistake.
  package static let years = 1900...2200

  package static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.dayNumber < right.dayNumber
  }

  /// Year, month and day of the month.
  ///
  /// Algorithm: Howard Hinnant, "chrono-compatible low-level date algorithms" (2013), `civil_from_days`.
  package var fields: (year: Int, month: Int, day: Int) {
    let shifted = Int(dayNumber) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  package var year: Int { fields.year }
  package var month: Int { fields.month }
  package var day: Int { fields.day }

  /// Monday is 1, Sunday is 7, as in ISO 8601.
  package var weekday: Int {
    let offset = (Int(dayNumber) + 3) % 7
    return (offset < 0 ? offset + 7 : offset) + 1
  }

  package var isWeekend: Bool { weekday >= 6 }

  package func adding(days: Int) -> CivilDate {
    CivilDate(dayNumber: Int32(clamping: Int(dayNumber) + days))
  }

  /// The same day `months` later, clamped to the length of that month (31 August + 3 months = 30 November).
  package func adding(months: Int) -> CivilDate {
    let now = fields
    let total = now.year * 12 + now.month - 1 + months
    let year = total >= 0 ? total / 12 : (total - 11) / 12
    let month = total - year * 12 + 1
    let day = min(now.day, CivilDate.length(ofMonth: month, year: year))
    return CivilDate(dayNumber: CivilDate.dayNumber(year: year, month: month, day: day))
  }

  package func days(until other: CivilDate) -> Int { Int(other.dayNumber) - Int(dayNumber) }

  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Algorithm: Howard Hinnant (2013), `days_from_civil`.
  private static func dayNumber(year: Int, month: Int, day: Int) -> Int32 {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let shiftedMonth = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * shiftedMonth + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(clamping: era * 146_097 + dayOfEra - 719_468)
  }
}

extension CivilDate: CustomStringConvertible {
  /// As written in plans: `2026-07-01`.
  package var description: String {
    let now = fields
    return "\(now.year)-\(twoDigits(now.month))-\(twoDigits(now.day))"
  }
}

private func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
