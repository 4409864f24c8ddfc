package import PlanModel

/// On which day something happens, as trials had it.
package struct DayDistribution: Sendable, Hashable {
  /// The day of the first count.
  package let first: Int32
  /// Trials by day, without empty ends; never empty.
  package let counts: [UInt32]
  package let trials: Int

  /// - Parameter counts: Trials by day from day 0 on; at least one.
  init(_ counts: some Collection<UInt32>) {
    let all = Array(counts)
    let low = all.firstIndex { $0 > 0 } ?? 0
    let high = all.lastIndex { $0 > 0 } ?? low
    first = Int32(low)
    self.counts = all.isEmpty ? [0] : Array(all[low...high])
    trials = self.counts.reduce(0) { $0 + Int($1) }
  }

  /// The first day by which it has happened in at least this share of the trials: `quantile(4/5)` is P80.
  package func quantile(_ share: Rational) -> Int32 {
    let wanted = max(1, Rational(Int64(trials)).times(share)?.ceiling ?? Int64(trials))
    var sum: Int64 = 0
    for (offset, count) in counts.enumerated() {
      sum += Int64(count)
      if sum >= wanted { return first + Int32(offset) }
    }
    return first + Int32(counts.count - 1)
  }

  /// The same of so many hundredths: `percentile(80)` is P80.
  package func percentile(_ percent: Int64) -> Int32 { quantile(.percent(percent)) }

  /// The share of trials in which it has happened by the end of a day, 0...1.
  package func chance(by day: Int32) -> Rational {
    guard day >= first else { return .zero }
    let sum = counts.prefix(Int(day - first) + 1).reduce(Int64(0)) { $0 + Int64($1) }
    return Rational(sum, Int64(max(1, trials))) ?? .zero
  }

  /// The day on average, rounded half up.
  package var mean: Int32 {
    var sum: Int64 = 0
    for (offset, count) in counts.enumerated() {
      sum += (Int64(first) + Int64(offset)) * Int64(count)
    }
    return Int32(clamping: Rational(sum, Int64(max(1, trials)))?.rounded ?? 0)
  }
}

/// Amounts of money, as trials had them.
package struct MoneyDistribution: Sendable {
  /// Minor units, ascending; never empty.
  package let sorted: [Int64]

  init(_ amounts: [Int64]) { sorted = amounts.sorted() }

  /// The amount that is not exceeded in at least this share of the trials.
  package func quantile(_ share: Rational) -> Money {
    let wanted = Rational(Int64(sorted.count)).times(share)?.ceiling ?? Int64(sorted.count)
    return Money(minorUnits: sorted[min(max(Int(wanted) - 1, 0), sorted.count - 1)])
  }

  package func percentile(_ percent: Int64) -> Money { quantile(.percent(percent)) }

  /// The share of the trials that come to more than an amount.
  ///
  /// - Complexity: O(trials).
  package func share(above amount: Int64) -> Rational {
    Rational(Int64(sorted.count { $0 > amount }), Int64(sorted.count)) ?? .zero
  }

  package var mean: Money { Money(minorUnits: Int64(clamping: total / Int128(sorted.count))) }

  private var total: Int128 { sorted.reduce(Int128(0)) { $0 + Int128($1) } }

  /// Half the width of the interval that holds the true mean in 95 of 100 runs.
  package var errorOfMean: Money {
    let count = Double(sorted.count)
    let mean = Double(total) / count
    let squares = sorted.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    let error = 1.96 * (squares / max(1, count - 1) / count).squareRoot()
    return Money(minorUnits: Int64(min(error.rounded(), 9e18)))
  }
}
