/// An amount in the minor unit of the plan's one currency (cents for USD).
package struct Money: Hashable, Comparable, Sendable {
  package var minorUnits: Int64

  package init(minorUnits: Int64) { self.minorUnits = minorUnits }

  package static let zero = Money(minorUnits: 0)

  package static func < (left: Money, right: Money) -> Bool { left.minorUnits < right.minorUnits }

  package static func + (left: Money, right: Money) -> Money {
    Money(minorUnits: left.minorUnits.addingClamped(right.minorUnits))
  }

  package static func - (left: Money, right: Money) -> Money {
    Money(minorUnits: left.minorUnits.addingClamped(-right.minorUnits))
  }
}

/// A currency as plans write it.
package struct Currency: Hashable, Sendable {
  /// ISO 4217 code: `USD`.
  package let code: String
  /// What stands before an amount (`$`), or `nil` when the code follows it (`40k CHF`).
  package let symbol: String?
  /// How many digits the minor unit has: 2 for cents, 0 for yen.
  package let minorDigits: Int

  package init(code: String, symbol: String?, minorDigits: Int) {
    self.code = code
    self.symbol = symbol
    self.minorDigits = minorDigits
  }

  /// Minor units in one unit: 100 for USD.
  package var minorPerUnit: Int64 { (0..<minorDigits).reduce(1) { total, _ in total * 10 } }

  package static let dollar = Currency(code: "USD", symbol: "$", minorDigits: 2)

  /// Every currency the language knows, sorted by code.
  package static let known: [Currency] = [
    Currency(code: "AUD", symbol: nil, minorDigits: 2),
    Currency(code: "BRL", symbol: nil, minorDigits: 2),
    Currency(code: "CAD", symbol: nil, minorDigits: 2),
    Currency(code: "CHF", symbol: nil, minorDigits: 2),
    Currency(code: "CNY", symbol: nil, minorDigits: 2),
    Currency(code: "CZK", symbol: nil, minorDigits: 2),
    Currency(code: "DKK", symbol: nil, minorDigits: 2),
    Currency(code: "EUR", symbol: "€", minorDigits: 2),
    Currency(code: "GBP", symbol: "£", minorDigits: 2),
    Currency(code: "HUF", symbol: nil, minorDigits: 2),
    Currency(code: "ILS", symbol: nil, minorDigits: 2),
    Currency(code: "INR", symbol: "₹", minorDigits: 2),
    Currency(code: "JPY", symbol: "¥", minorDigits: 0),
    Currency(code: "KRW", symbol: nil, minorDigits: 0),
    Currency(code: "MXN", symbol: nil, minorDigits: 2),
    Currency(code: "NOK", symbol: nil, minorDigits: 2),
    Currency(code: "NZD", symbol: nil, minorDigits: 2),
    Currency(code: "PLN", symbol: nil, minorDigits: 2),
    Currency(code: "SEK", symbol: nil, minorDigits: 2),
    Currency(code: "SGD", symbol: nil, minorDigits: 2),
    Currency(code: "TRY", symbol: nil, minorDigits: 2),
    dollar,
    Currency(code: "ZAR", symbol: nil, minorDigits: 2),
  ]

  package static func named(_ code: String) -> Currency? { known.first { $0.code == code } }
}
