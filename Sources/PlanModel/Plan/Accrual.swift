/// Money that is lost from day to day until an initiative is done, and for another reason than its own cost of delay: the tax
/// of a debt that it pays, a benefit that it brings.
package struct Accrual: Sendable {
  package enum Source: Hashable, Sendable {
    case debt(DebtID)
    case benefit(BenefitID)
  }

  /// How the rate changes.
  package enum Course: Sendable {
    /// It is lost from the plan's start until the initiative is done.
    case tax(Tax)
    /// It is had once the initiative is done; lost is what is had later, or no more, when it is done later.
    case benefit(Uptake)
  }

  package var source: Source
  /// Of a tax what it is at the plan's start; of a benefit what all of it is.
  package var rate: MoneyRate
  package var course: Course

  package init(source: Source, rate: MoneyRate, course: Course) {
    self.source = source
    self.rate = rate
    self.course = course
  }

  package struct Tax: Sendable {
    /// By how much of itself it grows in each month from the plan's start, compounding; above −1.
    package var growthPerMonth: Rational
    /// The last day on which it is due; `nil` where it does not end by itself.
    package var last: CivilDate?

    package init(growthPerMonth: Rational = .zero, last: CivilDate? = nil) {
      self.growthPerMonth = growthPerMonth
      self.last = last
    }
  }

  /// How a benefit is taken up: from `first` of the rate on the first day to `full` of it when the ramp is over, evenly.
  package struct Uptake: Sendable {
    /// 0...1.
    package var first: Rational
    /// 0...1.
    package var full: Rational
    package var ramp: Elapsed
    /// The time after which there is nothing more of it; `nil` where it stays.
    package var lasts: Elapsed?

    package init(
      first: Rational = .zero, full: Rational = .one, ramp: Elapsed = .zero, lasts: Elapsed? = nil
    ) {
      self.first = first
      self.full = full
      self.ramp = ramp
      self.lasts = lasts
    }
  }
}
