extension Problem {
  /// What share of the effort that is delivered in each of some periods some initiatives have: a guardrail.
  ///
  /// Effort is counted in tenths of a head × millionths of a person-day, and needs are rounded up.
  package struct Guardrail: Sendable, Hashable, Encodable {
    package var name: String
    /// Whether it is a hard demand; else what is missing costs what people would for it, `labourPrice`.
    package var isHard: Bool
    /// Indices into `initiatives` of those that count, ascending.
    package var members: [Int32]
    /// Ascending, without overlap.
    package var periods: [Period]

    package init(name: String, isHard: Bool, members: [Int32], periods: [Period]) {
      self.name = name
      self.isHard = isHard
      self.members = members
      self.periods = periods
    }

    package struct Period: Sendable, Hashable, Encodable {
      package var days: ClosedRange<Int32>
      /// 0...1.
      package var atLeast: Rational?
      /// 0...1.
      package var atMost: Rational?
      /// Nothing is asked where less effort than this, or none, is delivered in all.
      package var exemptBelow: Int64
      /// The share of which what is missing here is owed in the next period besides what is asked there.
      package var owes: Rational?

      package init(
        days: ClosedRange<Int32>, atLeast: Rational?, atMost: Rational? = nil,
        exemptBelow: Int64 = 1, owes: Rational? = nil
      ) {
        self.days = days
        self.atLeast = atLeast
        self.atMost = atMost
        self.exemptBelow = exemptBelow
        self.owes = owes
      }
    }
  }
}
