import PlanModel

extension Quantity {
  /// As a plan writes it, exact and shortest: `6pw`, `$1.2M`, `70%`, `$60k/week`, `3200 / 3`.
  package var text: String {
    switch unit {
    case .number: scaledText(magnitude, smallest: 10_000)
    case .percent: amountText([("%", Rational(1, 100))])
    case .workingDays: amountText([("w", 5), ("d", 1)])
    case .months: amountText(isWholeYears ? [("y", 12)] : [("mo", 1)])
    case .effort: amountText(effortUnits)
    case .money(let currency): moneyText(magnitude, currency)
    case .free(let letters): amountText([(letters, 1)])
    case .labour(let currency, let per): moneyText(magnitude, currency, per: per.rawValue)
    case .rate(let top, let per): rateText(top, per)
    }
  }

  private var isWholeYears: Bool {
    magnitude.isWhole && magnitude.numerator % 12 == 0 && !isZero
  }

  /// Zero effort is written in person-weeks, as estimates are.
  private var effortUnits: [(letters: String, size: Rational?)] {
    isZero ? [("pw", 2400)] : [("pw", 2400), ("pm", 10_400), ("pd", 480), ("h", 60), ("min", 1)]
  }

  private func rateText(_ top: RateTop, _ per: RatePeriod) -> String {
    switch top {
    case .number: joined(scaledText(magnitude, smallest: 10_000), per: per.rawValue)
    case .percent: joined(Quantity(magnitude, .percent).text, per: per.rawValue)
    case .effort: joined(Quantity(magnitude, .effort).text, per: per.rawValue)
    case .money(let currency): moneyText(magnitude, currency, per: per.rawValue)
    }
  }

  /// The shortest of the ways to write the magnitude in these units; the first of equals.
  private func amountText(_ units: [(letters: String, size: Rational?)]) -> String {
    let texts = units.compactMap { unit -> String? in
      unit.size.flatMap { magnitude.divided(by: $0) }?.exactDecimal.map { $0 + unit.letters }
    }
    if let shortest = texts.min(by: { $0.utf8.count < $1.utf8.count }) { return shortest }
    // A third of a person-week has no decimal; a quotient is exact.
    let unit = units[units.count - 1]
    let scaled = unit.size.flatMap { magnitude.divided(by: $0) } ?? magnitude
    return "\(scaled.numerator)\(unit.letters) / \(scaled.denominator)"
  }
}

/// A number with the magnitude letter that makes it shortest; none under `smallest`, where digits read better.
private func scaledText(_ value: Rational, smallest: Int64) -> String {
  let isSmall = value > Rational(-smallest) && value < Rational(smallest)
  let sizes: [(String, Int64)] = [("", 1), ("k", 1000), ("M", 1_000_000), ("B", 1_000_000_000)]
  let texts = sizes.prefix(isSmall ? 1 : sizes.count).compactMap { letter, size in
    value.divided(by: Rational(size))?.exactDecimal.map { $0 + letter }
  }
  return texts.min { $0.utf8.count < $1.utf8.count } ?? "\(value.numerator) / \(value.denominator)"
}

private func moneyText(_ amount: Rational, _ currency: Currency, per: String? = nil) -> String {
  guard amount.exactDecimal != nil else {
    let part = moneyText(Rational(amount.numerator), currency, per: per)
    return "\(part) / \(amount.denominator)"
  }
  let magnitude = amount < .zero ? Rational.zero.minus(amount) ?? amount : amount
  let digits = scaledText(magnitude, smallest: 1000)
  let sign = amount < .zero ? "-" : ""
  let rate = per.map { "/\($0)" } ?? ""
  guard let symbol = currency.symbol else { return "\(sign)\(digits) \(currency.code)\(rate)" }
  return sign + symbol + digits + rate
}

/// A quotient is written in full before its period, as `3200/year / 3`.
private func joined(_ amount: String, per: String) -> String {
  guard let blank = amount.firstIndex(of: " ") else { return "\(amount)/\(per)" }
  return "\(amount[..<blank])/\(per)\(amount[blank...])"
}

extension Rational {
  /// All its decimals; `nil` when they do not end or are more than anybody writes.
  var exactDecimal: String? {
    var rest = denominator
    for factor in [Int64(2), 5] {
      while rest % factor == 0 { rest /= factor }
    }
    guard rest == 1 else { return nil }
    // Each decimal takes away at least one factor 2 or 5, so this ends.
    for places in 0...exactDecimalsMax {
      let scale = (0..<places).reduce(Int128(1)) { total, _ in total * 10 }
      let scaled = Int128(numerator) * scale
      guard scaled % Int128(denominator) == 0 else { continue }
      return decimal(scaled / Int128(denominator), places: places)
    }
    return nil
  }
}

/// More decimals than this are written as a quotient.
private let exactDecimalsMax = 6

private func decimal(_ scaled: Int128, places: Int) -> String {
  var digits = String(scaled.magnitude)
  if digits.count <= places {
    digits = String(repeating: "0", count: places + 1 - digits.count) + digits
  }
  let sign = scaled < 0 ? "-" : ""
  guard places > 0 else { return sign + digits }
  return sign + digits.dropLast(places) + "." + digits.suffix(places)
}
