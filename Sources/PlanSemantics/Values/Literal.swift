import PlanModel

/// A quantity as the lexer has split it: currency, digits, letters behind them, and what follows a slash.
struct Literal: Hashable {
  var currency: String?
  var digits: String
  var suffix: String
  var per: String?
}

/// Why a literal has no value.
enum LiteralProblem: Error, Hashable {
  /// More digits than fit.
  case tooLarge
  case unknownCurrency(String)
  /// Money with a unit behind it: `$4pw`.
  case moneyWithUnit(String)
  /// Nothing that money, effort or counts accrue in.
  case unknownPeriod(String, nearest: String?)
  /// `3/pw`: only money has a price by effort.
  case rateByEffort(String)
  /// `6w/week`, `10x/day`: no rate of this exists.
  case noRate(of: Unit)
}

extension Literal {
  /// The quantity that is written.
  ///
  /// Letters that are no unit of the language make a free unit.
  func decoded() -> Result<Quantity, LiteralProblem> {
    guard let magnitude = Rational(digits: digits) else { return .failure(.tooLarge) }
    if let currency { return money(magnitude, currency) }
    let split = splitSuffix()
    let amount: Quantity
    if let factor = known(split.unit) {
      guard let scale = split.scale.times(factor.size), let scaled = magnitude.times(scale) else {
        return .failure(.tooLarge)
      }
      amount = Quantity(scaled, factor.unit)
    } else {
      amount = Quantity(magnitude, .free(suffix))
    }
    return per.map { rate(amount, per: $0) } ?? .success(amount)
  }

  /// `kpw` is a thousand person-weeks; letters that are a unit as they stand are not split.
  private func splitSuffix() -> (scale: Rational, unit: String) {
    if known(suffix) == nil, let scale = suffix.first.flatMap(magnitudeScale),
      known(String(suffix.dropFirst())) != nil
    {
      return (scale, String(suffix.dropFirst()))
    }
    return (.one, suffix)
  }

  private func money(_ magnitude: Rational, _ name: String) -> Result<Quantity, LiteralProblem> {
    guard let currency = Currency.known.first(where: { $0.symbol == name || $0.code == name })
    else { return .failure(.unknownCurrency(name)) }
    let scale = suffix.count == 1 ? suffix.first.flatMap(magnitudeScale) : nil
    guard suffix.isEmpty || scale != nil else { return .failure(.moneyWithUnit(suffix)) }
    guard let amount = magnitude.times(scale ?? .one) else { return .failure(.tooLarge) }
    guard let per else { return .success(Quantity(amount, .money(currency))) }
    if let unit = EffortUnit(rawValue: per) {
      return .success(Quantity(amount, .labour(currency, per: unit)))
    }
    return rate(Quantity(amount, .money(currency)), per: per)
  }

  private func rate(_ amount: Quantity, per: String) -> Result<Quantity, LiteralProblem> {
    guard let period = RatePeriod(rawValue: per) else {
      if EffortUnit(rawValue: per) != nil { return .failure(.rateByEffort(per)) }
      return .failure(.unknownPeriod(per, nearest: nearestPeriod(to: per)))
    }
    guard let top = RateTop(amount.unit) else { return .failure(.noRate(of: amount.unit)) }
    return .success(Quantity(amount.magnitude, .rate(top, per: period)))
  }
}

extension RateTop {
  /// What a rate of amounts in `unit` counts; `nil` where there is no such rate.
  init?(_ unit: Unit) {
    switch unit {
    case .number: self = .number
    case .percent: self = .percent
    case .effort: self = .effort
    case .money(let currency): self = .money(currency)
    case .workingDays, .months, .rate, .labour, .free: return nil
    }
  }
}

/// The unit that letters of the language stand for and how much of it one of them is; `nil` when they are none.
private func known(_ suffix: String) -> (unit: Unit, size: Rational)? {
  switch suffix {
  case "": return (.number, .one)
  case "%": return Rational(1, 100).map { (.percent, $0) }
  default: break
  }
  if suffix.count == 1, let scale = suffix.first.flatMap(magnitudeScale) {
    return (.number, scale)
  }
  if let unit = EffortUnit(rawValue: suffix) { return (.effort, Rational(unit.minutes)) }
  return ElapsedUnit(rawValue: suffix).map { ($0.base.unit, Rational($0.base.count)) }
}

private func magnitudeScale(_ letter: Character) -> Rational? {
  switch letter {
  case "k": 1000
  case "M": 1_000_000
  case "B": 1_000_000_000
  default: nil
  }
}

extension Rational {
  /// Digits with an optional fraction and `_` between them; `nil` when they are none or too many.
  init?(digits: String) {
    var numerator: Int128 = 0
    var denominator: Int128 = 1
    var isFraction = false
    var any = false
    for byte in digits.utf8 where byte != UInt8(ascii: "_") {
      if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      any = true
      numerator = numerator * 10 + Int128(byte - UInt8(ascii: "0"))
      if isFraction { denominator *= 10 }
      guard numerator <= Int128(Int64.max), denominator <= Int128(Int64.max) else { return nil }
    }
    guard any else { return nil }
    self.init(Int64(numerator), Int64(denominator))
  }
}
