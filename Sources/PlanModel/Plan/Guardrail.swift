/// A rule for the mix of work: thirty percent for foundations.
package struct Guardrail: Confidential, Sendable {
  package var name: String
  package var label: String
  package var readers = Readers.everybody
  /// Shares of the effort delivered in each period, 0...1.
  package var limits: Limits
  package var isHard: Bool
  /// The condition, in the plan's words: `kind in [enabler, debt]`.
  package var condition: String
  /// The initiatives of which the condition is true, ascending.
  package var members: [InitiativeID]
  /// The stretch of time it holds in, again and again.
  package var each: Elapsed
  package var exceptions: [Exception]

  /// What a share may be.
  package struct Limits: Sendable, Hashable {
    package var atLeast: Rational?
    package var atMost: Rational?

    package init(atLeast: Rational?, atMost: Rational?) {
      self.atLeast = atLeast
      self.atMost = atMost
    }
  }

  /// A time in which it is bent.
  package struct Exception: Sendable {
    package var label: String
    package var readers = Readers.everybody
    package var days: ClosedRange<CivilDate>
    package var limits: Limits
    /// Whether what is missing is added to the period after it.
    package var catchesUp: Bool

    package init(
      label: String, days: ClosedRange<CivilDate>, limits: Limits, catchesUp: Bool
    ) {
      self.label = label
      self.days = days
      self.limits = limits
      self.catchesUp = catchesUp
    }
  }

  package init(
    name: String, label: String, limits: Limits, isHard: Bool, condition: String,
    members: [InitiativeID], each: Elapsed, exceptions: [Exception]
  ) {
    self.name = name
    self.label = label
    self.limits = limits
    self.isHard = isHard
    self.condition = condition
    self.members = members
    self.each = each
    self.exceptions = exceptions
  }
}

extension Plan {
  /// The stretches of time that a rule holds in, from the plan's start to its end or another last day.
  ///
  /// Months, quarters and years are those of the calendar, a fiscal one if the plan has it, so that the first and the last
  /// may be shorter; other lengths are counted from the start, a week as seven days.
  package func periods(
    each length: Elapsed, through last: CivilDate? = nil
  ) -> [ClosedRange<CivilDate>] {
    let end = last ?? end
    var periods: [ClosedRange<CivilDate>] = []
    var first = start
    while first <= end {
      let next = max(
        beginning(ofPeriod: periods.count + 1, after: first, length), first.adding(days: 1))
      periods.append(first...min(end, next.adding(days: -1)))
      first = next
    }
    return periods
  }

  /// The day on which the period of a number, from 0, begins, where the one before it begins on `day`.
  private func beginning(
    ofPeriod number: Int, after day: CivilDate, _ length: Elapsed
  ) -> CivilDate {
    switch length {
    case .workingDays(let count): return day.adding(days: Int((Int64(count) * 7 + 4) / 5))
    case .months(let count):
      // From the start each time: a period that ends in February would cut all that follow short.
      guard count > 0, 12 % count == 0 else { return start.adding(months: Int(count) * number) }
      let (year, month, _) = day.fields
      let inFiscalYear = (month - fiscalMonth + 12) % 12
      let monthStart = CivilDate(year: year, month: month, day: 1) ?? day
      return monthStart.adding(months: Int(count) - inFiscalYear % Int(count))
    }
  }
}
