/// Money that accrues with calendar time: a cost of delay, a tax, a salary.
///
/// A rate, never an amount.
///
/// Kept per year. A year is 52 weeks is 364 days, so what accrues in a calendar day is week ÷ 7 = month ÷ 30⅓ =
/// quarter ÷ 91 = year ÷ 364.
package struct MoneyRate: Hashable, Sendable {
  package var minorUnitsPerYear: Rational

  package init(minorUnitsPerYear: Rational) { self.minorUnitsPerYear = minorUnitsPerYear }

  package static let zero = MoneyRate(minorUnitsPerYear: .zero)
  package static let daysPerYear: Int64 = 364

  /// What has accrued after `days` calendar days, rounded once, half up; saturates beyond 64 bits, as all money does.
  package func amount(overDays days: Int64) -> Money {
    let product = Int128(minorUnitsPerYear.numerator) * Int128(days)
    let divisor = Int128(minorUnitsPerYear.denominator) * Int128(MoneyRate.daysPerYear)
    let half = product < 0 ? -divisor / 2 : divisor / 2
    return Money(minorUnits: Int64(clamping: (product + half) / divisor))
  }

  package func plus(_ other: MoneyRate) -> MoneyRate {
    MoneyRate(
      minorUnitsPerYear: minorUnitsPerYear.plus(other.minorUnitsPerYear)
        ?? (minorUnitsPerYear > other.minorUnitsPerYear
          ? minorUnitsPerYear : other.minorUnitsPerYear))
  }
}

/// The loaded price of people's time: `$4k/pw`.
package struct LabourRate: Hashable, Sendable {
  package var minorUnitsPerMinute: Rational

  package init(minorUnitsPerMinute: Rational) { self.minorUnitsPerMinute = minorUnitsPerMinute }

  /// What `effort` costs, rounded once, half up.
  package func price(of effort: Effort) -> Money {
    guard let amount = minorUnitsPerMinute.times(Rational(effort.minutes)) else {
      return Money(minorUnits: .max)
    }
    return Money(minorUnits: amount.rounded)
  }

  /// What so much time of people in each year costs.
  package func price(ofMinutesPerYear minutes: Rational) -> MoneyRate {
    MoneyRate(minorUnitsPerYear: minutes.times(minorUnitsPerMinute) ?? Rational(.max))
  }
}
