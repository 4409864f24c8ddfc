package import PlanModel

/// An exact magnitude with its unit.
///
/// Equality is of the form written: `1/day` and `5/week` differ here and are equal in the language
/// (`Quantity.compare`).
package struct Quantity: Hashable, Sendable {
  package var magnitude: Rational
  package var unit: Unit

  package init(_ magnitude: Rational, _ unit: Unit) {
    self.magnitude = magnitude
    self.unit = unit
  }

  package var isZero: Bool { magnitude == .zero }
  package var isNegative: Bool { magnitude < .zero }
  /// Whether a date or a lag can be moved by it.
  var isTime: Bool { unit == .workingDays || unit == .months }
}

extension Quantity {
  /// The quantity in `unit`, where both measure the same thing; `nil` where they do not or the result is too large.
  ///
  /// Zero time is as well no months as no days.
  func converted(to unit: Unit) -> Quantity? {
    if self.unit == unit { return self }
    switch (self.unit, unit) {
    case (.rate(let top, let from), .rate(let other, let per)) where top == other:
      return magnitude.times(Rational(from.perYear))?.divided(by: Rational(per.perYear))
        .map { Quantity($0, unit) }
    case (.labour(let currency, let from), .labour(let other, let per)) where currency == other:
      return magnitude.times(Rational(per.minutes))?.divided(by: Rational(from.minutes))
        .map { Quantity($0, unit) }
    case (.workingDays, .months), (.months, .workingDays):
      return isZero ? Quantity(.zero, unit) : nil
    default:
      return nil
    }
  }
}

extension Quantity {
  /// The same amount, rate or price in another currency, a unit of this one being worth `worth`; `nil` when it does not fit.
  func exchanged(at worth: Rational, into currency: Currency) -> Quantity? {
    guard let magnitude = magnitude.times(worth) else { return nil }
    switch unit {
    case .money: return Quantity(magnitude, .money(currency))
    case .labour(_, let per): return Quantity(magnitude, .labour(currency, per: per))
    case .rate(.money, let per): return Quantity(magnitude, .rate(.money(currency), per: per))
    default: return self
    }
  }
}
