/// A length of time as plans write it: working days (`3d`, `2w` = 10 days) or calendar months (`3mo`, `1q`, `1y`).
///
/// The two never mix in one value, because their sum would depend on the order in which they are applied.
package enum Elapsed: Hashable, Sendable {
  /// Days on which the calendar works. Five a week.
  case workingDays(Int32)
  /// Months of the civil calendar, clamped to the end of a month.
  case months(Int32)

  package static let zero = Elapsed.workingDays(0)

  package var isZero: Bool {
    switch self {
    case .workingDays(let count), .months(let count): count == 0
    }
  }

  /// In years of 12 months or of 260 weekdays.
  package var years: Rational {
    switch self {
    case .workingDays(let days): Rational(Int64(days), 260) ?? .zero
    case .months(let months): Rational(Int64(months), 12) ?? .zero
    }
  }

  /// Calendar days: a week has 7, a month 30⅓.
  package var calendarDays: Int32 {
    switch self {
    case .workingDays(let days): Int32(clamping: Rational(Int64(days) * 7, 5)?.rounded ?? 0)
    case .months(let months): Int32(clamping: Rational(Int64(months) * 91, 3)?.rounded ?? 0)
    }
  }
}
