import PlanModel

extension Value {
  /// `self..other`; a range of two taken further is one of three.
  func through(_ other: Value) -> OperationResult {
    switch (self, other) {
    case (.date(let first), .date(let last)):
      return first.first <= last.last
        ? .success(.dates(first: first, last: last)) : .failure(.order)
    case (.quantity(let low), .quantity(let high)):
      return Value.ascending(low, high).map { low, high in
        .spread(Spread(low: low, high: high))
      }
    case (.spread(let spread), .quantity(let high)):
      guard spread.likely == nil, spread.share == nil else { return .failure(.tooManyPoints) }
      return Value.ascending(spread.high, high).map { middle, high in
        // The unit may have come from the last point: `0d..0d..3mo`.
        let low = spread.low.converted(to: high.unit) ?? spread.low
        return .spread(Spread(low: low, likely: middle, high: high))
      }
    case (.spread, .spread), (.quantity, .spread): return .failure(.tooManyPoints)
    default: return .failure(.units)
    }
  }

  /// `self @ other`: how sure a range of two is.
  func atConfidence(_ other: Value) -> OperationResult {
    guard case .spread(var spread) = self, spread.likely == nil, spread.share == nil else {
      return .failure(.confidenceOfNoRange)
    }
    guard let share = other.share, share >= Spread.shareMin, share <= 1 else {
      return .failure(.confidenceShare)
    }
    spread.share = share
    return .success(.spread(spread))
  }

  /// `self -> other`.
  func changing(to other: Value) -> OperationResult {
    guard case .quantity(let from) = self, case .quantity(let target) = other else {
      return .failure(.units)
    }
    if let mine = from.unit.currency, let theirs = target.unit.currency, mine != theirs {
      return .failure(.currencies(mine, theirs))
    }
    // Each end keeps the form it was written in; that they measure the same thing is enough.
    guard target.converted(to: from.unit) != nil || from.converted(to: target.unit) != nil else {
      return .failure(.units)
    }
    return .success(.change(from: from, to: target))
  }

  /// Both in one unit, the first not above the second.
  private static func ascending(
    _ low: Quantity, _ high: Quantity
  ) -> Result<(Quantity, Quantity), OperationFailure> {
    let pair: (Quantity, Quantity)
    if let converted = high.converted(to: low.unit), !(low.isZero && !high.isZero) {
      pair = (low, converted)
    } else if let converted = low.converted(to: high.unit) {
      pair = (converted, high)
    } else if let mine = low.unit.currency, let theirs = high.unit.currency, mine != theirs {
      return .failure(.currencies(mine, theirs))
    } else {
      return .failure(.units)
    }
    return pair.0.magnitude <= pair.1.magnitude ? .success(pair) : .failure(.order)
  }
}

extension Spread {
  /// Below this a range says nothing about where the truth lies, and its three points run away from it.
  static let shareMin = Rational(1, 10) ?? .zero

  /// The mean of an estimate: (a + 4m + b) / 6 of three points; `nil` for two points of what is no effort.
  var mean: Quantity? {
    guard let likely else {
      return unit == .effort ? threePoints?.mean : nil
    }
    return likely.magnitude.times(4)?.plus(low.magnitude)?.plus(high.magnitude)?.divided(by: 6)
      .map { Quantity($0, unit) }
  }

  /// Two points as the three of the symmetric PERT distribution that holds the share between them, the lowest not under
  /// zero: `3pw..6pw @ 80%` are its tenth and its ninetieth percentile.
  ///
  /// Effort is known to a minute, so the points are rounded to one. `nil` when they do not fit.
  var threePoints: Spread? {
    if likely != nil { return self }
    guard let tail = Rational.one.minus(share ?? Spread.shareUnsaid)?.divided(by: 2),
      let middle = low.magnitude.plus(high.magnitude)?.divided(by: 2),
      let width = high.magnitude.minus(low.magnitude),
      // Between the two quantiles x and 1 − x lies 1 − 2x of the whole width.
      let inner = Rational.one.minus(symmetricPertQuantile(tail))?
        .minus(symmetricPertQuantile(tail)),
      let half = width.divided(by: inner)?.divided(by: 2),
      let bottom = middle.minus(half)?.rounded, let top = middle.plus(half)?.rounded
    else { return nil }
    return Spread(
      low: Quantity(Rational(max(0, bottom)), unit),
      likely: Quantity(Rational(middle.rounded), unit), high: Quantity(Rational(top), unit))
  }

  /// What two points of effort mean where nothing is said.
  static let shareUnsaid = Rational(4, 5) ?? .one
}

/// Where the distribution function of the symmetric PERT distribution on 0...1 reaches `share`, to one part in 2²³.
///
/// That is Beta(3, 3) with F(x) = 10x³ − 15x⁴ + 6x⁵, bisected in integers, so it is the same on every machine.
func symmetricPertQuantile(_ share: Rational) -> Rational {
  let one = Int128(1) << 23
  var low: Int128 = 0
  var high = one
  while high - low > 1 {
    let x = (low + high) / 2
    // F(x / one) · one⁵ fits 2¹¹⁹.
    let value = x * x * x * (10 * one * one - 15 * x * one + 6 * x * x)
    let target = one * one * one * one * one / Int128(share.denominator)
    // A share is a small fraction: 10 % over 2 has the denominator 20.
    if value <= target * Int128(share.numerator) { low = x } else { high = x }
  }
  return Rational(Int64(low), Int64(one)) ?? .zero
}
