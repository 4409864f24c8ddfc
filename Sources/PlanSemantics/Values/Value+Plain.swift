import PlanModel

extension Value {
  /// The value as a sentence or a cell takes it: text without quotes, what has no end rounded to two decimals.
  package var plainText: String {
    switch self {
    case .text(let text): text
    case .quantity(let quantity): quantity.plainText
    case .none: "–"
    case .list(let values): values.map(\.plainText).joined(separator: ", ")
    default: planText
    }
  }
}

extension Quantity {
  /// As a plan writes it, with at most two decimals; with `≈` before it where that is not the whole truth.
  package var plainText: String {
    if case .money(let currency) = unit,
      let minor = magnitude.times(Rational(currency.minorPerUnit))
    {
      let text = Money(minorUnits: minor.rounded).text(currency)
      return minor.isWhole ? text : "≈" + text
    }
    let exact = text
    if unit == .number, magnitude.isWhole { return exact }
    guard exact.contains("/ ") || exact.split(separator: ".").last?.count ?? 0 > digitsAfterPoint
    else { return exact }
    for grain in grains {
      guard let scaled = magnitude.divided(by: grain)?.rounded(toMultiplesOf: 100),
        let rounded = scaled.times(grain), rounded != .zero
      else { continue }
      return rounded == magnitude ? exact : "≈" + Quantity(rounded, unit).text
    }
    return exact
  }

  /// What the unit is written in, largest first; a figure is rounded in the first of which it has at least one.
  private var grains: [Rational] {
    let sizes: [Rational?]
    switch unit {
    case .effort:
      sizes = [EffortUnit.personWeek, .personDay, .hour, .minute].map { Rational($0.minutes) }
    case .rate(.effort, _): sizes = [Rational(EffortUnit.personDay.minutes), .one]
    case .percent, .rate(.percent, _): sizes = [Rational(1, 100)]
    case .workingDays: sizes = [Rational(5), .one]
    default: sizes = [.one]
    }
    let one = magnitude < .zero ? Rational.zero.minus(magnitude) ?? magnitude : magnitude
    let all = sizes.compactMap(\.self)
    return all.filter { one >= $0 } + all.suffix(1)
  }
}

/// Decimals and the letters of a unit behind a point: `12.25pw` is short enough, `1.333333` is not.
private let digitsAfterPoint = 6
