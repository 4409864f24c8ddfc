import PlanModel

/// Why two quantities do not combine.
enum ArithmeticFailure: Error, Hashable {
  /// No unit comes of it.
  case units
  case divisionByZero
  /// The exact result needs more than 64 bits.
  case overflow
  case currencies(Currency, Currency)
}

typealias ArithmeticResult = Result<Quantity, ArithmeticFailure>

// Sums stay in one unit. Products and quotients are decided by dimension: each is legal exactly where what comes out is
// one of the things the language has a unit for (`Dimension.unit`). So "rate × its denominator", "effort / capacity"
// and "like / like" are one rule, and every pair of units either works or has one answer.
extension Quantity {
  func plus(_ other: Quantity) -> ArithmeticResult {
    aligned(other).flatMap { left, right in
      checked(left.magnitude.plus(right.magnitude), left.unit)
    }
  }

  func minus(_ other: Quantity) -> ArithmeticResult {
    aligned(other).flatMap { left, right in
      checked(left.magnitude.minus(right.magnitude), left.unit)
    }
  }

  var negated: Quantity? { Rational.zero.minus(magnitude).map { Quantity($0, unit) } }

  func times(_ other: Quantity) -> ArithmeticResult {
    if let scaled = scaled(by: other) ?? other.scaled(by: self) { return scaled }
    return combined(with: other, isQuotient: false)
  }

  func divided(by other: Quantity) -> ArithmeticResult {
    // Zero is told only where dividing would have made sense.
    let isPlain = other.unit == .number || (other.unit == .percent && unit != .percent)
    if isPlain {
      guard !other.isZero else { return .failure(.divisionByZero) }
      return checked(magnitude.divided(by: other.magnitude), unit)
    }
    if let ratio = ratio(to: other) { return ratio }
    return combined(with: other, isQuotient: true)
  }

  /// Which is larger, for quantities that measure the same thing.
  func compare(_ other: Quantity) -> Result<Ordering, ArithmeticFailure> {
    aligned(other).map { left, right in
      left.magnitude < right.magnitude
        ? .smaller : left.magnitude == right.magnitude ? .equal : .larger
    }
  }

  enum Ordering {
    case smaller
    case equal
    case larger
  }

  /// Both in the left one's unit; zero time takes the other's.
  private func aligned(
    _ other: Quantity
  ) -> Result<(left: Quantity, right: Quantity), ArithmeticFailure> {
    if let right = other.converted(to: unit) { return .success((self, right)) }
    if isZero, let left = converted(to: other.unit) { return .success((left, other)) }
    return .failure(mismatch(other))
  }

  private func mismatch(_ other: Quantity) -> ArithmeticFailure {
    if let mine = unit.currency, let theirs = other.unit.currency, mine != theirs {
      return .currencies(mine, theirs)
    }
    switch (unit, other.unit) {
    case (.rate(let mine, _), .rate(let theirs, _)) where mine == theirs: return .overflow
    case (.labour, .labour): return .overflow
    default: return .units
    }
  }

  /// Times a plain number, or times a percentage: `% × x` is an `x`, whatever `x` is.
  private func scaled(by factor: Quantity) -> ArithmeticResult? {
    guard factor.unit == .percent || (factor.unit == .number && unit != .percent) else {
      return nil
    }
    return checked(magnitude.times(factor.magnitude), unit)
  }

  /// Like by like is a number.
  ///
  /// Amounts in free units compare with their own kind only.
  private func ratio(to other: Quantity) -> ArithmeticResult? {
    guard let divisor = other.converted(to: unit) else { return nil }
    guard !divisor.isZero else { return .failure(.divisionByZero) }
    return checked(magnitude.divided(by: divisor.magnitude), .number)
  }

  private func combined(with other: Quantity, isQuotient: Bool) -> ArithmeticResult {
    guard let left = Dimension(unit), let right = Dimension(other.unit) else {
      return .failure(.units)
    }
    if let mine = unit.currency, let theirs = other.unit.currency, mine != theirs {
      return .failure(.currencies(mine, theirs))
    }
    let dimension = isQuotient ? left.divided(by: right) : left.times(right)
    guard let result = dimension.unit(left: self, right: other, isQuotient: isQuotient) else {
      return .failure(.units)
    }
    guard !isQuotient || !other.isZero else { return .failure(.divisionByZero) }
    guard let first = baseMagnitude, let second = other.baseMagnitude,
      let base = isQuotient ? first.divided(by: second) : first.times(second),
      let scale = Quantity(.one, result).baseMagnitude
    else { return .failure(.overflow) }
    return checked(base.divided(by: scale), result)
  }

  private func checked(_ magnitude: Rational?, _ unit: Unit) -> ArithmeticResult {
    magnitude.map { .success(Quantity($0, unit)) } ?? .failure(.overflow)
  }

  /// In whole units of currency, minutes of effort and years.
  private var baseMagnitude: Rational? {
    switch unit {
    case .workingDays: magnitude.divided(by: Rational(RatePeriod.day.perYear))
    case .months: magnitude.divided(by: Rational(RatePeriod.month.perYear))
    case .rate(_, let per): magnitude.times(Rational(per.perYear))
    case .labour(_, let per): magnitude.divided(by: Rational(per.minutes))
    case .number, .percent, .effort, .money, .free: magnitude
    }
  }
}
