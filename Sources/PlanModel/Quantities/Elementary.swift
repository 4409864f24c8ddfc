/// Logarithm and exponential from additions, multiplications and divisions alone.
///
/// The platform's own differ in the last digit from one C library to the next, which would let the same plan print
/// different figures on two machines. Accurate to a few units in the last place.
package enum Elementary {
  /// The natural logarithm of a positive, finite number.
  ///
  /// `x = m · 2ᵉ` with m within √2 of one, and log m = 2 artanh((m − 1) / (m + 1)).
  package static func log(_ value: Double) -> Double {
    var exponent = Double(value.exponent)
    var significand = value.significand
    if significand > rootOfTwo {
      significand /= 2
      exponent += 1
    }
    let ratio = (significand - 1) / (significand + 1)
    let square = ratio * ratio
    // |ratio| < 0.172, so the terms fall by 34 each; eleven of them reach past the last bit.
    var sum = 0.0
    for degree in stride(from: 21, through: 1, by: -2) {
      sum = sum * square + 1 / Double(degree)
    }
    return 2 * ratio * sum + exponent * logOfTwo
  }

  /// e to the power of `value`, zero or the largest finite number where it leaves the range.
  ///
  /// `e^x = 2ᵏ · e^r` with |r| at most half of log 2.
  package static func exp(_ value: Double) -> Double {
    if value < -700 { return 0 }
    if value > 700 { return .greatestFiniteMagnitude }
    let doublings = (value / logOfTwo).rounded()
    let rest = (value - doublings * logOfTwoHigh) - doublings * logOfTwoLow
    // 0.347¹⁵ / 15! is under 10⁻¹⁹.
    var sum = 1.0
    for degree in stride(from: 15.0, through: 1, by: -1) {
      sum = 1 + rest / degree * sum
    }
    return Double(sign: .plus, exponent: Int(doublings), significand: sum)
  }

  private static let rootOfTwo = 1.4142135623730951
  private static let logOfTwo = 0.6931471805599453
  // The same in two parts, the first short enough for its multiples to be exact.
  private static let logOfTwoHigh = 0.693147180369123816490
  private static let logOfTwoLow = 1.90821492927058770002e-10
}

/// The standard normal distribution.
package enum NormalDistribution {
  /// Farther out than this only one outcome in 10¹⁰ lies.
  static let reach = 6.5

  /// The chance of at most `value`.
  ///
  /// Φ(x) = ½ + φ(x) (x + x³/3 + x⁵/(3·5) + …), after G. Marsaglia, "Evaluating the Normal Distribution" (2004).
  static func chance(notAbove value: Double) -> Double {
    if value < -reach { return 0 }
    if value > reach { return 1 }
    var term = value
    var sum = value
    var factor = 3.0
    // Terms fall once the factor passes x², which is at most 43; 200 are far more than ever needed.
    while factor < 400 {
      term *= value * value / factor
      let next = sum + term
      if next == sum { break }
      sum = next
      factor += 2
    }
    return 0.5 + sum * Elementary.exp(-value * value / 2) * 0.3989422804014327
  }

  /// The value that is not exceeded with a chance strictly between 0 and 1.
  ///
  /// Rational approximations, good to sixteen digits (M. J. Wichura, "Algorithm AS 241: The Percentage Points of the Normal
  /// Distribution", 1988).
  package static func quantile(_ chance: Double) -> Double {
    let middle = chance - 0.5
    if abs(middle) <= 0.425 {
      return middle * ratio(0.180625 - middle * middle, nearMiddle)
    }
    let tail = (-Elementary.log(middle < 0 ? chance : 1 - chance)).squareRoot()
    let distance = tail <= 5 ? ratio(tail - 1.6, inTail) : ratio(tail - 5, farOut)
    return middle < 0 ? -distance : distance
  }

  /// Numerator and denominator by falling powers.
  private typealias Coefficients = (above: [Double], below: [Double])

  private static func ratio(_ value: Double, _ coefficients: Coefficients) -> Double {
    coefficients.above.reduce(0) { $0 * value + $1 }
      / coefficients.below.reduce(0) { $0 * value + $1 }
  }

  private static let nearMiddle: Coefficients = (
    [
      2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4,
      4.5921953931549871457e4, 1.3731693765509461125e4, 1.9715909503065514427e3,
      1.3314166789178437745e2, 3.3871328727963666080,
    ],
    [
      5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4,
      2.1213794301586595867e4, 5.3941960214247511077e3, 6.8718700749205790830e2,
      4.2313330701600911252e1, 1,
    ]
  )
  private static let inTail: Coefficients = (
    [
      7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
      1.27045825245236838258, 3.64784832476320460504, 5.76949722146069140550,
      4.63033784615654529590, 1.42343711074968357734,
    ],
    [
      1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2,
      1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940,
      2.05319162663775882187, 1,
    ]
  )
  private static let farOut: Coefficients = (
    [
      2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
      2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580,
      5.46378491116411436990, 6.65790464350110377720,
    ],
    [
      2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5,
      7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1,
      5.99832206555887937690e-1, 1,
    ]
  )
}

/// The distribution function of a Beta distribution.
struct IncompleteBeta: Sendable {
  private let first: Double
  private let second: Double
  /// The complete beta function, from its two halves, so that no gamma function is needed.
  private let whole: Double

  init(_ first: Double, _ second: Double) {
    self.first = first
    self.second = second
    whole =
      IncompleteBeta.part(below: 0.5, first, second)
      + IncompleteBeta.part(below: 0.5, second, first)
  }

  /// The chance of at most `value`, which lies strictly between 0 and 1.
  func chance(notAbove value: Double) -> Double {
    // The fraction converges fast below the mean; above it, by symmetry, from the other end.
    value < (first + 1) / (first + second + 2)
      ? IncompleteBeta.part(below: value, first, second) / whole
      : 1 - IncompleteBeta.part(below: 1 - value, second, first) / whole
  }

  /// ∫ t^(a−1) (1 − t)^(b−1) dt from 0 to x.
  ///
  /// By the continued fraction of Abramowitz & Stegun (1964), 26.5.8, evaluated with Lentz's method as modified by
  /// Thompson & Barnett, "Coulomb and Bessel functions of complex arguments and order" (1986).
  private static func part(below x: Double, _ a: Double, _ b: Double) -> Double {
    let front = Elementary.exp(a * Elementary.log(x) + b * Elementary.log(1 - x)) / a
    var numerator = 1.0
    var denominator = 1 / nonzero(1 - (a + b) * x / (a + 1))
    var fraction = denominator
    for step in 1...stepsMax {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      denominator = 1 / nonzero(1 + even * denominator)
      numerator = nonzero(1 + even / numerator)
      fraction *= denominator * numerator
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      denominator = 1 / nonzero(1 + odd * denominator)
      numerator = nonzero(1 + odd / numerator)
      let change = denominator * numerator
      fraction *= change
      if abs(change - 1) < 1e-15 { break }
    }
    return front * fraction
  }

  /// Parameters between 1 and 5 need about twenty steps.
  private static let stepsMax = 200

  private static func nonzero(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }
}
