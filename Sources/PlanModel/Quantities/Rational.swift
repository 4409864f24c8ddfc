/// An exact fraction, so that no figure a reader sees has passed through binary floating point.
///
/// Always in lowest terms with a positive denominator. Arithmetic answers `nil` when the result does not fit
/// 64 bits a side; the interpreter turns that into a diagnostic.
package struct Rational: Hashable, Sendable, Encodable {
  package let numerator: Int64
  package let denominator: Int64

  package static let zero = Rational(0)
  package static let one = Rational(1)

  /// So many hundredths: `percent(80)` is four fifths.
  package static func percent(_ value: Int64) -> Rational { Rational(value, 100) ?? .zero }

  package init(_ whole: Int64) {
    numerator = whole
    denominator = 1
  }

  /// A fraction in lowest terms; `nil` when `denominator` is zero or the result does not fit.
  package init?(_ numerator: Int64, _ denominator: Int64) {
    self.init(wide: Int128(numerator), Int128(denominator))
  }

  private init?(wide numerator: Int128, _ denominator: Int128) {
    guard denominator != 0 else { return nil }
    if let small = Int64(exactly: numerator), let smallDenominator = Int64(exactly: denominator),
      small != .min, smallDenominator != .min
    {
      let divisor = Int64(greatestCommonDivisor(small.magnitude, smallDenominator.magnitude))
      let sign: Int64 = smallDenominator < 0 ? -1 : 1
      self.numerator = sign * (small / divisor)
      self.denominator = sign * (smallDenominator / divisor)
      return
    }
    let divisor = greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign: Int128 = denominator < 0 ? -1 : 1
    let reducedNumerator = sign * numerator / Int128(divisor)
    let reducedDenominator = sign * denominator / Int128(divisor)
    guard let narrow = Int64(exactly: reducedNumerator),
      let narrowDenominator = Int64(exactly: reducedDenominator)
    else { return nil }
    self.numerator = narrow
    self.denominator = narrowDenominator
  }

  package var isWhole: Bool { denominator == 1 }

  package func plus(_ other: Rational) -> Rational? {
    Rational(
      wide: Int128(numerator) * Int128(other.denominator)
        + Int128(other.numerator) * Int128(denominator),
      Int128(denominator) * Int128(other.denominator))
  }

  package func minus(_ other: Rational) -> Rational? {
    Rational(
      wide: Int128(numerator) * Int128(other.denominator)
        - Int128(other.numerator) * Int128(denominator),
      Int128(denominator) * Int128(other.denominator))
  }

  package func times(_ other: Rational) -> Rational? {
    Rational(
      wide: Int128(numerator) * Int128(other.numerator),
      Int128(denominator) * Int128(other.denominator))
  }

  /// The quotient; `nil` also when `other` is zero.
  package func divided(by other: Rational) -> Rational? {
    Rational(
      wide: Int128(numerator) * Int128(other.denominator),
      Int128(denominator) * Int128(other.numerator))
  }

  /// The nearest integer, halves away from zero ("half up" for the positive figures of a plan).
  package var rounded: Int64 {
    let twice = 2 * Int128(numerator.magnitude)
    let magnitude = (twice + Int128(denominator)) / (2 * Int128(denominator))
    let clamped = Int64(clamping: magnitude)
    return numerator < 0 ? -clamped : clamped
  }

  /// The largest integer that is not greater.
  package var floor: Int64 {
    let quotient = numerator / denominator
    return numerator % denominator < 0 ? quotient - 1 : quotient
  }

  /// The smallest integer that is not smaller.
  package var ceiling: Int64 {
    let quotient = numerator / denominator
    return numerator % denominator > 0 ? quotient + 1 : quotient
  }

  /// The nearest multiple of `1 / denominator`, halves away from zero: what to do when exact steps would outgrow
  /// 64 bits and the figure is only compared with others of the same grain.
  package func rounded(toMultiplesOf denominator: Int64) -> Rational? {
    guard let scaled = times(Rational(denominator)) else { return nil }
    return Rational(scaled.rounded, denominator)
  }

  /// For drawing and for search only; never for a figure that is printed as exact.
  package var approximate: Double { Double(numerator) / Double(denominator) }
}

extension Rational: Comparable {
  package static func < (left: Rational, right: Rational) -> Bool {
    Int128(left.numerator) * Int128(right.denominator)
      < Int128(right.numerator) * Int128(left.denominator)
  }
}

extension Rational: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int64) { self.init(value) }
}

private func greatestCommonDivisor<Magnitude: UnsignedInteger>(
  _ first: Magnitude, _ second: Magnitude
) -> Magnitude {
  var (larger, smaller) = (first, second)
  while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
  return larger == 0 ? 1 : larger
}
