import PlanModel

extension Quantity {
  /// As a plan writes it, exact and shortest: `6pw`, `$1.2M`, `70%`, `$60k/week`, `3200 / 3`.
  package var text: String {
    switch unit {
    case .number: scaledText(magnitude, smallest: 10_000)
    case .percent: amountText([("%", Rational(1, 100))])
    case .workingDays: amountText([("w", 5), ("d", 1)])
    case .months: amountText(isWholeYears ? [("y", 12)] : [("mo", 1)])
    case .effort: effortText
    case .money(let currency): moneyText(magnitude, currency)
    case .free(let letters): amountText([(letters, 1)])
    case .labour(let currency, let per): moneyText(magnitude, currency, per: per.rawValue)
    case .rate(let top, let per): rateText(top, per)
    }
  }

  private var isWholeYears: Bool {
    magnitude.isWhole && magnitude.numerator % 12 == 0 && !isZero
  }

  /// In the largest unit of which it is at least one with two decimals at most: `2.6pw` rather than `13pd`.
  private var effortText: String {
    // Zero effort is written in person-weeks, as estimates are.
    if isZero { return "0pw" }
    let one = magnitude < .zero ? Rational.zero.minus(magnitude) ?? magnitude : magnitude
    for unit in [EffortUnit.personWeek, .personMonth, .personDay, .hour] {
      guard one >= Rational(unit.minutes),
        let decimal = magnitude.divided(by: Rational(unit.minutes))?.exactDecimal(places: 2)
      else { continue }
      return decimal + unit.rawValue
    }
    return amountText([("min", 1)])
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
      unit.size.flatMap { magnitude.divided(by: $0) }?.exactDecimal().map { $0 + unit.letters }
    }
    if let shortest = texts.min(by: { $0.utf8.count < $1.utf8.count }) { return shortest }
    // A third of a person-week has no decimal; a quotient is exact.
    let unit = units[units.count - 1]
    let scaled = unit.size.flatMap { magnitude.divided(by: $0) } ?? magnitude
    return "\(scaled.numerator)\(unit.letters) / \(scaled.denominator)"
  }
}

/// A number with the largest magnitude letter that leaves two decimals at most; none under `smallest`, where digits read
/// better.
private func scaledText(_ value: Rational, smallest: Int64) -> String {
  // Most numbers are small and whole.
  if value.isWhole, value.numerator.magnitude < 1000 { return String(value.numerator) }
  let sizes: [(letter: String, size: Int64)] = [
    ("B", 1_000_000_000), ("M", 1_000_000), ("k", 1000),
  ]
  let one = value < .zero ? Rational.zero.minus(value) ?? value : value
  for (letter, size) in sizes where one >= Rational(max(size, smallest)) {
    if let decimal = value.divided(by: Rational(size))?.exactDecimal(places: 2) {
      return decimal + letter
    }
  }
  return value.exactDecimal() ?? "\(value.numerator) / \(value.denominator)"
}

private func moneyText(_ amount: Rational, _ currency: Currency, per: String? = nil) -> String {
  guard amount.exactDecimal() != nil else {
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
  /// All its decimals; `nil` when they do not end or are more than `places`, by default more than anybody writes.
  func exactDecimal(places: Int = 6) -> String? {
    for count in 0...places {
      let scale = (0..<count).reduce(Int128(1)) { total, _ in total * 10 }
      let scaled = Int128(numerator) * scale
      guard scaled % Int128(denominator) == 0 else { continue }
      return decimal(scaled / Int128(denominator), places: count)
    }
    return nil
  }
}

private func decimal(_ scaled: Int128, places: Int) -> String {
  var digits = String(scaled.magnitude)
  if digits.count <= places {
    digits = String(repeating: "0", count: places + 1 - digits.count) + digits
  }
  let sign = scaled < 0 ? "-" : ""
  guard places > 0 else { return sign + digits }
  return sign + digits.dropLast(places) + "." + digits.suffix(places)
}
