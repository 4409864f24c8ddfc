/// A stream of random numbers that is the same on every machine: PCG-XSH-RR 64/32 (O'Neill 2014).
package struct RandomStream {
  private var state: UInt64
  private static let multiplier: UInt64 = 6_364_136_223_846_793_005
  private static let increment: UInt64 = 1_442_695_040_888_963_407

  package init(seed: UInt64) {
    state = 0
    _ = next()
    state = state &+ seed
    _ = next()
  }

  @inline(__always)
  package mutating func next() -> UInt32 {
    let old = state
    state = old &* Self.multiplier &+ Self.increment
    let shifted = UInt32(truncatingIfNeeded: ((old >> 18) ^ old) >> 27)
    let rotation = UInt32(truncatingIfNeeded: old >> 59)
    return (shifted >> rotation) | (shifted << ((0 &- rotation) & 31))
  }

  /// A number in `0 ..< bound` by multiplication (Lemire 2019), whose bias is below 2⁻³² × bound.
  @inline(__always)
  package mutating func below(_ bound: Int) -> Int {
    Int((UInt64(next()) &* UInt64(bound)) >> 32)
  }

  /// A number in 0 ..< 1 with 32 random bits.
  @inline(__always)
  mutating func unit() -> Double { Double(next()) * 0x1p-32 }

  /// An exponentially distributed number of mean 1, from basic arithmetic alone, because a platform's `log` may differ in
  /// the last bit between machines.
  mutating func exponential() -> Double {
    -naturalLogarithm((Double(next()) + 0.5) * 0x1p-32)
  }
}

/// The natural logarithm of a positive, normal number by the series of atanh; the error is below 10⁻⁹, the result is the
/// same wherever IEEE 754 holds.
func naturalLogarithm(_ value: Double) -> Double {
  let fraction = value.significand
  let ratio = (fraction - 1) / (fraction + 1)
  let square = ratio * ratio
  var term = ratio
  var sum = 0.0
  var divisor = 1.0
  // The ratio is at most 1/3, so twelve terms leave 3⁻²⁵.
  for _ in 0..<12 {
    sum += term / divisor
    term *= square
    divisor += 2
  }
  return Double(value.exponent) * 0.693_147_180_559_945_3 + 2 * sum
}
