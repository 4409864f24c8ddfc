internal import PlanModel
internal import PlanReport
internal import PlanSemantics
internal import PlanText

extension Value {
  /// The value for programs.
  ///
  /// Numbers, texts, truth, lists and records are JSON's own; a day is its ISO date; `none` is `null`. What has a unit is an
  /// object with its `type`, the figure, the unit and the `text` that people read. A figure without an end is rounded, half
  /// up, at the ninth decimal.
  var json: JSONValue {
    switch self {
    case .none, .poison: .null
    case .boolean(let truth): .boolean(truth)
    case .text(let text), .symbol(let text): .string(text)
    case .list(let values): .array(values.map(\.json))
    case .record(let fields): .object(fields.map { JSONValue.Field($0.name, $0.value.json) })
    case .table(let table):
      .array(
        table.rows.map { row in
          .object(zip(table.headings, row).map { JSONValue.Field($0, $1.json) })
        })
    case .quantity(let quantity): quantity.json
    case .spread(let spread): spread.json
    case .date(let period): period.json
    case .dates(let first, let last):
      .object([
        "type": .string("period"), "first": .string(first.first.description),
        "last": .string(last.last.description), "text": .string(planText),
      ])
    case .change(let from, let target):
      .object([
        "type": .string("change"), "from": from.json, "to": target.json,
        "text": .string(planText),
      ])
    case .reference(let reference):
      .object([
        "type": .string("reference"), "kind": .string(reference.kind),
        "name": .string(reference.name),
      ])
    }
  }
}

extension Quantity {
  fileprivate var json: JSONValue {
    let figure = JSONValue.number(digits)
    let read = JSONValue.string(plainText)
    switch unit {
    case .number: return figure
    case .percent:
      return .object(["type": .string("percent"), "percent": figure, "text": read])
    case .workingDays:
      return .object(["type": .string("time"), "working_days": figure, "text": read])
    case .months: return .object(["type": .string("time"), "months": figure, "text": read])
    case .effort:
      let minutes = JSONValue.number(magnitude.digits(decimals: Quantity.decimals))
      return .object([
        "type": .string("effort"), "person_weeks": figure, "minutes": minutes, "text": read,
      ])
    case .money(let currency):
      return .object([
        "type": .string("money"), "amount": figure, "currency": .string(currency.code),
        "text": read,
      ])
    case .rate(let top, let per):
      return .object([
        "type": .string("rate"), "amount": figure, "unit": .string(top.columnName ?? "1"),
        "per": .string(per.rawValue), "text": read,
      ])
    case .labour(let currency, let per):
      return .object([
        "type": .string("rate"), "amount": figure, "unit": .string(currency.code),
        "per": .string(per.rawValue), "text": read,
      ])
    case .free(let letters):
      return .object([
        "type": .string("amount"), "amount": figure, "unit": .string(letters), "text": read,
      ])
    }
  }

  /// The figure in the unit that `Unit.columnName` names, as plain digits: person-weeks, per cent, days.
  var digits: String {
    let scaled: Rational? =
      switch unit {
      case .percent, .rate(.percent, _): magnitude.times(Rational(100))
      case .effort, .rate(.effort, _):
        magnitude.divided(by: Rational(EffortUnit.personWeek.minutes))
      default: magnitude
      }
    return (scaled ?? magnitude).digits(decimals: Quantity.decimals)
  }

  /// Decimals of a figure for programs.
  fileprivate static let decimals = 9
}

extension Unit {
  /// What a column of such figures is counted in; `nil` for plain numbers.
  var columnName: String? {
    switch self {
    case .number: nil
    case .percent: "%"
    case .workingDays: "d"
    case .months: "mo"
    case .effort: EffortUnit.personWeek.rawValue
    case .money(let currency): currency.code
    case .rate(let top, let per): "\(top.columnName ?? "1")/\(per.rawValue)"
    case .labour(let currency, let per): "\(currency.code)/\(per.rawValue)"
    case .free(let letters): letters
    }
  }
}

extension RateTop {
  fileprivate var columnName: String? {
    switch self {
    case .number: nil
    case .percent: "%"
    case .effort: EffortUnit.personWeek.rawValue
    case .money(let currency): currency.code
    }
  }
}

extension Spread {
  fileprivate var json: JSONValue {
    let points = [("low", low), ("likely", likely), ("high", high)].compactMap { name, point in
      point.map { JSONValue.Field(name, $0.json) }
    }
    let sure = share.map { [JSONValue.Field("share", .number($0.digits(decimals: 9)))] } ?? []
    return .object(
      [JSONValue.Field("type", .string("range"))] + points + sure
        + [JSONValue.Field("text", .string(text))])
  }
}

extension Period {
  fileprivate var json: JSONValue {
    if form == .day { return .string(first.description) }
    return .object([
      "type": .string("period"), "first": .string(first.description),
      "last": .string(last.description), "text": .string(text),
    ])
  }
}
