/// Work of people, in whole minutes of one person.
///
/// 1pd = 8h, 1pw = 5pd, 1pm = 52/12 pw.
package struct Effort: Hashable, Comparable, Sendable {
  package var minutes: Int64

  package init(minutes: Int64) { self.minutes = minutes }

  package static let zero = Effort(minutes: 0)
  package static let minutesPerPersonDay: Int64 = 480
  package static let minutesPerPersonWeek: Int64 = 2400
  package static let minutesPerPersonMonth: Int64 = 10_400

  package init(personDays: Int64) { self.init(minutes: personDays * Effort.minutesPerPersonDay) }
  package init(personWeeks: Int64) { self.init(minutes: personWeeks * Effort.minutesPerPersonWeek) }

  package static func < (left: Effort, right: Effort) -> Bool { left.minutes < right.minutes }

  package static func + (left: Effort, right: Effort) -> Effort {
    Effort(minutes: left.minutes.addingClamped(right.minutes))
  }

  package static func - (left: Effort, right: Effort) -> Effort {
    Effort(minutes: left.minutes.addingClamped(-right.minutes))
  }

  /// In person-weeks, exactly.
  package var personWeeks: Rational {
    Rational(minutes, Effort.minutesPerPersonWeek) ?? .zero
  }
}

extension Int64 {
  /// The sum, held at the largest or smallest value instead of trapping: costs and efforts of absurd plans saturate.
  package func addingClamped(_ other: Int64) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other > 0 ? .max : .min) : sum
  }

  /// The product, held at the largest or smallest value instead of trapping.
  package func multipliedClamped(by other: Int64) -> Int64 {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? ((self < 0) == (other < 0) ? .max : .min) : product
  }
}
