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
}
