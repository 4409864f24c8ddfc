package import PlanModel
internal import PlanSyntax

/// What an expression of a plan comes to.
package indirect enum Value: Hashable, Sendable {
  /// A number, percentage, time, effort, money or rate; or an amount in letters of the reader's.
  case quantity(Quantity)
  /// Two or three points: a range, or an estimate where effort is wanted.
  case spread(Spread)
  case date(Period)
  /// Inclusive at both ends.
  case dates(first: Period, last: Period)
  /// `800ms -> 200ms`.
  case change(from: Quantity, to: Quantity)
  case text(String)
  case list([Value])
  case record([Field])
  /// What a query shows: rows of cells under headings.
  case table(ValueTable)
  case boolean(Bool)
  /// A bare word where one of a closed set is expected: `enabler`.
  case symbol(String)
  case reference(Reference)
  /// `none`: nothing was said.
  case none
  /// A diagnostic was already given. Whatever it touches is poison too, silently.
  case poison

  package struct Field: Hashable, Sendable {
    package var name: String
    package var value: Value

    package init(name: String, value: Value) {
      self.name = name
      self.value = value
    }
  }
}

/// Two or three points of one unit, ascending.
package struct Spread: Hashable, Sendable {
  package var low: Quantity
  /// The middle one of three.
  package var likely: Quantity?
  package var high: Quantity
  /// `@ 80%`: how likely the truth lies between the ends; three points never have it.
  package var share: Rational?

  package init(low: Quantity, likely: Quantity? = nil, high: Quantity, share: Rational? = nil) {
    self.low = low
    self.likely = likely
    self.high = high
    self.share = share
  }

  package var unit: Unit { low.unit }
}

/// A declaration that an expression names, perhaps with a lag: `storage + 1w`.
package struct Reference: Hashable, Sendable {
  /// The resolver's own number for the declaration; nothing here looks inside.
  package var id: Int32
  /// The word it was declared with: `initiative`.
  package var kind: String
  /// As a reader would write it: `residency.billing`.
  package var name: String
  /// Time after it (before it, when negative); in working days or months.
  package var lag: Quantity?

  package init(id: Int32, kind: String, name: String, lag: Quantity? = nil) {
    self.id = id
    self.kind = kind
    self.name = name
    self.lag = lag
  }
}

extension Value {
  package static func number(_ magnitude: Rational) -> Value {
    .quantity(Quantity(magnitude, .number))
  }

  /// A share of one.
  package static func percent(_ share: Rational) -> Value { .quantity(Quantity(share, .percent)) }

  package var isPoison: Bool { self == .poison }

  /// In the reader's words: "effort", "a date", "a list".
  package var description: String {
    switch self {
    case .quantity(let quantity): quantity.unit.description
    case .spread(let spread): "a range of \(spread.unit.pluralDescription)"
    case .date: "a date"
    case .dates: "a range of dates"
    case .change: "a change from one amount to another"
    case .text: "text"
    case .list: "a list"
    case .record: "a record"
    case .table: "a table"
    case .boolean: "true or false"
    case .symbol(let word): "the word `\(word.shortened)`"
    case .reference(let reference):
      reference.lag == nil
        ? "the \(reference.kind) `\(reference.name.shortened)`"
        : "a time after the \(reference.kind) `\(reference.name.shortened)`"
    case .none: "`none`"
    case .poison: "an error"
    }
  }
}

extension Unit {
  /// As in "a range of …".
  var pluralDescription: String {
    switch self {
    case .number: "numbers"
    case .percent: "percentages"
    case .rate: "rates"
    case .labour: "prices of people's time"
    case .free(let unit): "amounts in `\(unit.shortened)`"
    case .workingDays, .months, .effort, .money: description
    }
  }
}
