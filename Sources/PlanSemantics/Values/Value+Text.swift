import PlanModel

extension Value {
  /// The value as a plan writes it, exact and shortest.
  package var planText: String {
    switch self {
    case .quantity(let quantity): quantity.text
    case .spread(let spread): spread.text
    case .date(let period): period.text
    case .dates(let first, let last): "\(first.text)..\(last.text)"
    case .change(let from, let target): "\(from.text) -> \(target.text)"
    case .text(let text): quoted(text)
    case .list(let values): "[" + values.map(\.planText).joined(separator: ", ") + "]"
    case .record(let fields):
      fields.isEmpty
        ? "{}"
        : "{ " + fields.map { "\($0.name): \($0.value.planText)" }.joined(separator: ", ") + " }"
    case .table(let table): Value.list(table.records).planText
    case .boolean(let truth): truth ? "true" : "false"
    case .symbol(let word): word
    case .reference(let reference): reference.text
    case .none: "none"
    case .poison: "(error)"
    }
  }
}

extension Spread {
  /// `4pw..6pw..10pw`, `3pw..6pw @ 80%`.
  package var text: String {
    let points = [low, likely, high].compactMap { $0?.text }.joined(separator: "..")
    return share.map { "\(points) @ \(Quantity($0, .percent).text)" } ?? points
  }
}

extension Period {
  /// `2026-07-01`, `2026-07`, `2026-Q3`, `2026-W28`; a stretch as the range it is.
  package var text: String {
    switch form {
    case .day: return first.description
    case .month: return String(first.description.dropLast(3))
    case .week:
      // The Thursday of a week decides which year it belongs to (ISO 8601).
      let thursday = first.adding(days: 3)
      let week = (dayOfYear(thursday) - 1) / 7 + 1
      return "\(thursday.year)-W\(week < 10 ? "0" : "")\(week)"
    case .quarter(let fiscalMonth):
      let (year, quarter) = first.quarter(fiscalMonth: fiscalMonth)
      return "\(year)-Q\(quarter)"
    case .stretch: return "\(first)..\(last)"
    }
  }

  private func dayOfYear(_ date: CivilDate) -> Int {
    let newYear = CivilDate(year: date.year, month: 1, day: 1) ?? date
    return newYear.days(until: date) + 1
  }
}

extension Reference {
  /// `storage + 1w`.
  package var text: String {
    guard let lag, !lag.isZero else { return name }
    guard lag.isNegative, let positive = lag.negated else { return "\(name) + \(lag.text)" }
    return "\(name) - \(positive.text)"
  }
}

private func quoted(_ text: String) -> String {
  let escapes: [Character: String] = [
    "\"": "\\\"", "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r",
  ]
  return "\"" + text.map { escapes[$0] ?? String($0) }.joined() + "\""
}
