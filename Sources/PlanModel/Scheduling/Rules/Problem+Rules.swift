// Budgets and guardrails: demands on sums over periods, which can make it better to wait.
extension Problem {
  /// Whether something is demanded of what happens within periods, so that starting later may be better than sooner.
  package var hasRules: Bool { !budgets.isEmpty || !guardrails.isEmpty }

  /// The same problem under no budget and no guardrail: nothing costs more there, and all that is possible here is.
  package func withoutRules() -> Problem {
    var free = self
    free.budgets = []
    free.guardrails = []
    return free
  }

  /// What an amount of effort costs, in minor units.
  ///
  /// - Parameter units: Tenths of a head × millionths of a person-day.
  /// - Returns: The price, rounded once, half up, and held at the largest amount there is.
  package func price(ofUnits units: Int64) -> Int64 {
    let product = Int128(units) * Int128(labourPrice.numerator)
    let divisor = Int128(labourPrice.denominator)
    return Int64(clamping: (2 * product + divisor) / (2 * divisor))
  }
}

extension Problem.Guardrail.Period {
  /// What is wrong with a period.
  ///
  /// - Parameters:
  ///   - counted: Effort of what counts.
  ///   - all: Effort in all.
  ///   - owed: Effort that the period before left to be made up for.
  /// - Returns: Effort that is missing, or is too much; 0 where the period is kept or exempt.
  package func missing(counted: Int64, of all: Int64, owed: Int64) -> Int64 {
    guard !isExempt(all) else { return 0 }
    let short = needed(atLeast ?? .zero, of: all).addingClamped(owed).addingClamped(-counted)
    if short > 0 { return short }
    guard let atMost else { return 0 }
    return max(0, counted.addingClamped(-allowed(atMost, of: all)))
  }

  /// Effort that the next period has to make up for.
  package func owing(counted: Int64, of all: Int64) -> Int64 {
    guard let owes, !isExempt(all) else { return 0 }
    return max(0, needed(owes, of: all).addingClamped(-counted))
  }

  package func isExempt(_ all: Int64) -> Bool { all < max(1, exemptBelow) }

  /// A share of effort, rounded up.
  package func needed(_ share: Rational, of all: Int64) -> Int64 {
    let product = Int128(all) * Int128(share.numerator)
    let divisor = Int128(share.denominator)
    return Int64(clamping: (product + divisor - 1) / divisor)
  }

  /// A share of effort, rounded down.
  private func allowed(_ share: Rational, of all: Int64) -> Int64 {
    Int64(clamping: Int128(all) * Int128(share.numerator) / Int128(share.denominator))
  }
}
