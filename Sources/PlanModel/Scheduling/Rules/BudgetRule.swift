extension Problem {
  /// An upper limit on what initiatives cost in each of some periods: what their works deliver there, at `labourPrice`, and
  /// what is paid when they start.
  ///
  /// It is a hard demand. What was paid before the first period is under no limit.
  package struct Budget: Sendable, Hashable, Encodable {
    package var name: String
    /// Minor units in each period.
    package var limit: Int64
    /// Indices into `initiatives`, ascending.
    package var members: [Int32]
    /// Minor units that each of `members` costs besides people, on the day on which its first work starts.
    package var fees: [Int64]
    /// Ascending, without overlap.
    package var periods: [ClosedRange<Int32>]

    package init(
      name: String, limit: Int64, members: [Int32], fees: [Int64], periods: [ClosedRange<Int32>]
    ) {
      self.name = name
      self.limit = limit
      self.members = members
      self.fees = fees
      self.periods = periods
    }
  }
}
