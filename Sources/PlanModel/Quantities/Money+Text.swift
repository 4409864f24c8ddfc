extension Money {
  /// The amount as a reader takes it in: `$1.2M`, `$162k`, `$19,500`, `-$4k`, `40k CHF`.
  ///
  /// Rounded half up to `significantDigits`; `nil` is exact. A magnitude (`k M B`) is used where at most two decimals
  /// are left before it, and none under 100,000, which people read more easily in full.
  package func text(_ currency: Currency, significantDigits: Int? = nil) -> String {
    let minorPerUnit = UInt64(max(currency.minorPerUnit, 1))
    var amount = minorUnits.magnitude
    if let significantDigits {
      amount = rounded(amount, significantDigits: significantDigits)
    }
    let digits = magnitudes(of: amount, minorPerUnit: minorPerUnit)
    let sign = minorUnits < 0 && amount != 0 ? "-" : ""
    guard let symbol = currency.symbol else { return "\(sign)\(digits) \(currency.code)" }
    return sign + symbol + digits
  }
}

/// Magnitudes of a plan, largest first.
private let knownMagnitudes: [(letter: String, size: UInt64)] = [
  ("B", 1_000_000_000), ("M", 1_000_000), ("k", 1000),
]

/// Amounts under this many units are written in full unless they are whole thousands.
private let fullUnder: UInt64 = 100_000

private func magnitudes(of amount: UInt64, minorPerUnit: UInt64) -> String {
  for (letter, size) in knownMagnitudes {
    let step = size * minorPerUnit
    let grain = amount < fullUnder * minorPerUnit ? step : step / 100
    guard amount >= step, amount % grain == 0 else { continue }
    return (fraction(amount / (step / 100), 100)?.text(decimals: 2) ?? "") + letter
  }
  let units = amount / minorPerUnit
  let whole = fraction(units, 1)?.text(decimals: 0) ?? ""
  guard amount % minorPerUnit != 0 else { return whole }
  // A sum of money keeps all the digits of its minor unit: `$12.50`.
  let places = String(minorPerUnit).count - 1
  let minor = String(amount % minorPerUnit)
  return whole + "." + String(repeating: "0", count: places - minor.count) + minor
}

private func fraction(_ numerator: UInt64, _ denominator: Int64) -> Rational? {
  Rational(Int64(clamping: numerator), denominator)
}

/// `amount` with all but its first digits made zero, half up.
private func rounded(_ amount: UInt64, significantDigits: Int) -> UInt64 {
  var grain: UInt64 = 1
  var rest = amount
  let limit = (0..<min(max(significantDigits, 1), 18)).reduce(UInt64(1)) { total, _ in total * 10 }
  while rest >= limit {
    rest /= 10
    grain *= 10
  }
  let remainder = amount % grain
  let below = amount - remainder
  // Amounts come from 64-bit signed minor units, so one grain more always fits.
  return remainder >= grain - remainder && remainder > 0 ? below + grain : below
}
