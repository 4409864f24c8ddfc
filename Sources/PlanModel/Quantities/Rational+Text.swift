extension Rational {
  /// The figure in decimal digits, rounded half up to at most `decimals` places, thousands apart: `1,067`, `22.5`, `-0.5`.
  ///
  /// Zeros at the end of the fraction are left away.
  package func text(decimals: Int = 2) -> String { text(decimals: decimals, isGrouped: true) }

  /// The same for programs, without anything between thousands: `1067`, `-0.5`.
  package func digits(decimals: Int) -> String { text(decimals: decimals, isGrouped: false) }

  private func text(decimals: Int, isGrouped: Bool) -> String {
    let places = min(max(decimals, 0), 9)
    let scale = (0..<places).reduce(Int128(1)) { total, _ in total * 10 }
    let twice = 2 * Int128(numerator.magnitude) * scale
    let scaled = (twice + Int128(denominator)) / (2 * Int128(denominator))
    let sign = numerator < 0 && scaled != 0 ? "-" : ""
    let whole = isGrouped ? grouped(scaled / scale) : String(scaled / scale)
    return sign + whole + fraction(scaled % scale, places: places)
  }

  /// A share of one as per cent: `70 %`, `28.6 %`.
  package func percentText(decimals: Int = 0) -> String {
    (times(100)?.text(decimals: decimals) ?? text(decimals: 0)) + " %"
  }
}

/// The digits of a whole number, thousands apart.
private func grouped(_ value: Int128) -> String {
  var digits = Array(String(value))
  var place = digits.count - 3
  while place > 0 {
    digits.insert(",", at: place)
    place -= 3
  }
  return String(digits)
}

/// `.25` for 250 of three places; nothing for 0.
private func fraction(_ value: Int128, places: Int) -> String {
  guard value != 0 else { return "" }
  var digits = String(value)
  digits = String(repeating: "0", count: places - digits.count) + digits
  while digits.hasSuffix("0") { digits.removeLast() }
  return "." + digits
}
