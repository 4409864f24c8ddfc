package import PlanModel

/// A written date: a day, or a week, month or quarter that keeps both its ends.
///
/// Which end counts is decided where it is used: `start from on not_before` take the first day, `until to by deadline`
/// the last.
package struct Period: Hashable, Sendable {
  package var first: CivilDate
  package var last: CivilDate
  package var form: Form

  /// How it is written.
  package enum Form: Hashable, Sendable {
    case day
    case week
    case month
    /// Of a fiscal year that begins in this month.
    case quarter(fiscalMonth: Int)
    /// A period that was moved and is no longer a whole week, month or quarter.
    case stretch
  }

  package init(first: CivilDate, last: CivilDate, form: Form) {
    self.first = first
    self.last = last
    self.form = form
  }

  package init(_ day: CivilDate) { self.init(first: day, last: day, form: .day) }

  var days: ClosedRange<CivilDate> { first...last }
}

extension Period {
  /// The period a date literal names (`2026-07-01`, `2026-07`, `2026-Q3`, `2026-W28`), or what is wrong with it.
  static func parse(_ text: String, fiscalMonth: Int) -> Result<Period, DateProblem> {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = parts.first.flatMap({ Int($0) }), (2...3).contains(parts.count) else {
      return .failure(.malformed)
    }
    guard CivilDate.years.contains(year) else { return .failure(.year(year)) }
    if parts.count == 3 {
      guard let month = Int(parts[1]), let day = Int(parts[2]) else { return .failure(.malformed) }
      guard (1...12).contains(month) else { return .failure(.month(month)) }
      guard let date = CivilDate(year: year, month: month, day: day) else {
        return .failure(.day(lastDay: CivilDate.length(ofMonth: month, year: year)))
      }
      return .success(Period(date))
    }
    return part(parts[1], of: year, fiscalMonth: fiscalMonth)
  }

  private static func part(
    _ text: Substring, of year: Int, fiscalMonth: Int
  ) -> Result<Period, DateProblem> {
    func period(_ days: ClosedRange<CivilDate>?, _ form: Form) -> Period? {
      days.map { Period(first: $0.lowerBound, last: $0.upperBound, form: form) }
    }
    switch text.first {
    case "Q", "q":
      guard let number = Int(text.dropFirst()) else { return .failure(.malformed) }
      let days = CivilDate.quarterRange(year: year, quarter: number, fiscalMonth: fiscalMonth)
      return period(days, .quarter(fiscalMonth: fiscalMonth)).map { .success($0) }
        ?? .failure(.quarter(number))
    case "W", "w":
      guard let number = Int(text.dropFirst()) else { return .failure(.malformed) }
      return period(CivilDate.weekRange(year: year, week: number), .week).map { .success($0) }
        ?? .failure(.week(number, year: year))
    default:
      guard let number = Int(text) else { return .failure(.malformed) }
      return period(CivilDate.monthRange(year: year, month: number), .month).map { .success($0) }
        ?? .failure(.month(number))
    }
  }
}

/// Why a date literal names no day.
enum DateProblem: Error, Hashable {
  case malformed
  case year(Int)
  case month(Int)
  case day(lastDay: Int)
  case quarter(Int)
  case week(Int, year: Int)

  /// What is expected, for the reader.
  var expectation: String {
    switch self {
    case .malformed:
      "a date is written `2026-07-01`, `2026-07`, `2026-Q3` or `2026-W28`"
    case .year:
      "a plan speaks of the years \(CivilDate.years.lowerBound) to \(CivilDate.years.upperBound)"
    case .month: "months go from `01` to `12`"
    case .day(let lastDay): "that month has \(lastDay) days"
    case .quarter: "quarters go from `Q1` to `Q4`"
    case .week(_, let year): "weeks of \(year) go from `W01` to `W\(weeks(in: year))`"
    }
  }
}

private func weeks(in year: Int) -> Int {
  CivilDate.weekRange(year: year, week: 53) == nil ? 52 : 53
}
