// What debts and benefits add to the cost of a day. Weights are whole numbers, and the rate is multiplied by their sum once, so
// that no rounding adds up; sums beyond 128 bits are held at the largest amount.
extension Accrual {
  /// Minor units lost when the initiative is done on day t, `days` of them, never falling.
  ///
  /// - Complexity: O(days).
  package func lost(planStart: CivilDate, days: Int) -> [Int64] {
    switch course {
    case .tax(let tax): taxed(tax, planStart: planStart, days: days)
    case .benefit(let uptake): forgone(uptake, days: days)
    }
  }

  /// The tax of each day up to the end of day t.
  private func taxed(_ tax: Tax, planStart: CivilDate, days: Int) -> [Int64] {
    let last = tax.last.map { planStart.days(until: $0) } ?? days
    var growth = Growth(perMonth: tax.growthPerMonth)
    var nextMonth = planStart.adding(months: 1)
    var months = 1
    var sum: Int128 = 0
    return (0..<days).map { day in
      if planStart.adding(days: day) >= nextMonth {
        growth.step()
        months += 1
        nextMonth = planStart.adding(months: months)
      }
      if day <= last { sum += growth.factor }
      return amount(weight: sum, of: Growth.one)
    }
  }

  /// What would have been had by the end of day `days`, had it been done before the plan began, less what is had when it is
  /// done on day t: with all of it shifted by t days, the t days that fall off the end.
  private func forgone(_ uptake: Uptake, days: Int) -> [Int64] {
    let curve = Curve(uptake)
    var sum: Int128 = 0
    return (0..<days).map { day in
      sum += curve.weight(ofAge: days - 1 - day)
      return amount(weight: sum, of: curve.unit)
    }
  }

  /// `weight / unit` days of the rate, rounded half up.
  private func amount(weight: Int128, of unit: Int128) -> Int64 {
    let (product, isTooLarge) = Int128(rate.minorUnitsPerYear.numerator)
      .multipliedReportingOverflow(by: weight)
    let (days, hasNoDivisor) = Int128(rate.minorUnitsPerYear.denominator)
      .multipliedReportingOverflow(by: Int128(MoneyRate.daysPerYear) * unit)
    guard !isTooLarge else { return .max }
    guard !hasNoDivisor else { return 0 }
    return Int64(clamping: (product + days / 2) / days)
  }
}

/// Compound growth in steps of 2⁻³².
private struct Growth {
  static let one: Int128 = 1 << 32
  /// A millionfold: what has grown to that is past planning, and sums of it stay inside 128 bits.
  private static let factorMax: Int128 = one << 20

  private let perMonth: Rational
  private(set) var factor = Growth.one

  init(perMonth: Rational) { self.perMonth = perMonth }

  mutating func step() {
    let numerator = Int128(perMonth.numerator) + Int128(perMonth.denominator)
    let denominator = Int128(perMonth.denominator)
    let (product, isTooLarge) = factor.multipliedReportingOverflow(by: max(0, numerator))
    factor = isTooLarge ? Growth.factorMax : (product + denominator / 2) / denominator
    factor = min(factor, Growth.factorMax)
  }
}

/// Uptake by the days since it began, in whole parts of one.
private struct Curve {
  /// What the weight of a day with all of it is.
  let unit: Int128
  private let first: Int128
  private let rise: Int128
  private let rampDays: Int128
  private let lastsDays: Int

  /// Shares in finer steps than this are rounded to it: nobody knows an uptake to a millionth.
  private static let finest: Int64 = 1_000_000

  init(_ uptake: Accrual.Uptake) {
    let steps =
      Rational(1, uptake.first.denominator).flatMap {
        $0.times(Rational(1, uptake.full.denominator) ?? .one)
      }.map(\.denominator)
    let parts = steps.map { min($0, Curve.finest) } ?? Curve.finest
    func whole(_ share: Rational) -> Int128 {
      Int128(share.times(Rational(parts))?.rounded ?? 0)
    }
    first = whole(uptake.first)
    rise = whole(uptake.full) - whole(uptake.first)
    rampDays = Int128(max(0, uptake.ramp.calendarDays))
    lastsDays = uptake.lasts.map { Int($0.calendarDays) } ?? .max
    unit = Int128(parts) * max(1, rampDays)
  }

  /// The weight of the day that is `age` days after the first.
  func weight(ofAge age: Int) -> Int128 {
    guard age < lastsDays else { return 0 }
    guard rampDays > 0 else { return first + rise }
    return first * rampDays + rise * min(Int128(age), rampDays)
  }
}
