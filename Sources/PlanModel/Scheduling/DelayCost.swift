/// What lateness costs, as an integer table: one amount for each day on which something may finish.
///
/// `D(t)` is the integral of the rates from the plan's start to the end of day `t`, plus the fixed costs of dates that
/// have passed (MODEL, "Urgency"). Undone is `D` at the end of the tail with every deadline missed.
package struct DelayCost: Sendable {
  /// Minor units when it finishes on day t; never falling.
  package var byFinish: [Int64]
  package var undone: Int64

  package static func none(days: Int) -> DelayCost {
    DelayCost(byFinish: Array(repeating: 0, count: days), undone: 0)
  }

  private init(byFinish: [Int64], undone: Int64) {
    self.byFinish = byFinish
    self.undone = undone
  }

  /// - Complexity: O(days × (deadlines + accruals)).
  package init(urgency: Urgency, planStart: CivilDate, days: Int) {
    byFinish = accrual(urgency, planStart: planStart, days: days)
    if let loss = urgency.avoidedLoss {
      for day in byFinish.indices {
        byFinish[day] = byFinish[day].addingClamped(
          loss.amount(overDays: Int64(day) + 1).minorUnits)
      }
    }
    for accrual in urgency.accruals {
      let lost = accrual.lost(planStart: planStart, days: days)
      for day in byFinish.indices { byFinish[day] = byFinish[day].addingClamped(lost[day]) }
    }
    undone = byFinish.last ?? 0
    for deadline in urgency.deadlines where !deadline.isHard {
      let last = planStart.days(until: deadline.date)
      for day in max(0, last + 1)..<max(days, max(0, last + 1)) {
        byFinish[day] = byFinish[day].addingClamped(deadline.costs.minorUnits)
      }
      undone = undone.addingClamped(deadline.costs.minorUnits)
    }
  }
}

private func accrual(_ urgency: Urgency, planStart: CivilDate, days: Int) -> [Int64] {
  guard let rate = urgency.costOfDelay else { return Array(repeating: 0, count: days) }
  let first = urgency.window.map { max(0, planStart.days(until: $0.lowerBound)) } ?? 0
  let last = urgency.window.map { planStart.days(until: $0.upperBound) } ?? days - 1
  if let halfLife = urgency.halfLifeDays, halfLife > 0 {
    return decaying(rate, halfLifeDays: Int(halfLife), first: first, last: last, days: days)
  }
  return (0..<days).map { day in
    let accrued = min(day, last) - first + 1
    return accrued <= 0 ? 0 : rate.amount(overDays: Int64(accrued)).minorUnits
  }
}

/// Σ c/364 × 2^(−τ/h) over the days of the window, τ in days since its first.
///
/// The weights are summed exactly in 2⁻³² steps and multiplied by the rate once, so no rounding adds up.
private func decaying(
  _ rate: MoneyRate, halfLifeDays: Int, first: Int, last: Int, days: Int
) -> [Int64] {
  let one: Int64 = 1 << 32
  let yearly = rate.minorUnitsPerYear
  let divisor = Int128(yearly.denominator) * Int128(MoneyRate.daysPerYear) * Int128(one)
  let step = halvingRoot(halfLifeDays)
  var weight = 1.0
  var sum: Int64 = 0
  var result: [Int64] = []
  result.reserveCapacity(days)
  for day in 0..<days {
    if day >= first, day <= last {
      let age = day - first
      // Start each half-life from an exact power of two, so that the steps inside do not drift.
      if age % halfLifeDays == 0 { weight = exactHalving(age / halfLifeDays) }
      sum += Int64((weight * Double(one)).rounded())
      weight *= step
    }
    let product = Int128(yearly.numerator) * Int128(sum)
    result.append(Int64(clamping: (product + divisor / 2) / divisor))
  }
  return result
}

/// 2^(−count), exactly; 0 once it is too small to matter.
private func exactHalving(_ count: Int) -> Double { count > 60 ? 0 : 1 / Double(Int64(1) << count) }

/// 2^(−1/n) by bisection on x^n = ½: only IEEE multiplication and halving, hence the same bits on every machine.
private func halvingRoot(_ n: Int) -> Double {
  var low = 0.0
  var high = 1.0
  for _ in 0..<60 {
    let middle = (low + high) / 2
    if power(middle, n) < 0.5 { low = middle } else { high = middle }
  }
  return (low + high) / 2
}

private func power(_ base: Double, _ exponent: Int) -> Double {
  var result = 1.0
  var square = base
  var left = exponent
  while left > 0 {
    if left & 1 == 1 { result *= square }
    square *= square
    left >>= 1
  }
  return result
}
