import PlanInsight
import PlanModel

/// How many people each version has beside what its headcounts allow; `nil` where none has any.
func headcounts(_ readings: [Reading], _ columns: [Table.Column]) -> Section? {
  var names: [String] = []
  for reading in readings {
    for index in reading.headcounts where !names.contains(reading.plan.headcounts[index].name) {
      names.append(reading.plan.headcounts[index].name)
    }
  }
  guard !names.isEmpty else { return nil }
  let rows = names.map { name -> [Prose] in
    let places = readings.map { reading in
      reading.headcounts.first { reading.plan.headcounts[$0].name == name }
    }
    let label = zip(readings, places).lazy.compactMap { reading, place in
      place.map { reading.label(headcount: $0) }
    }.first
    return [Prose(label ?? name, .strong)]
      + zip(readings, places).map { reading, place in
        place.map { use(ofHeadcount: $0, reading) } ?? "–"
      }
  }
  return Section(
    title: "Headcounts",
    blocks: [
      .paragraph("The most people under contract at once, and what those who join cost at most."),
      .table(Table(columns: [Table.Column("Headcount")] + columns, rows: rows)),
    ])
}

/// The fullest that a headcount is in any of its periods: "9 of 7 people, too many".
private func use(ofHeadcount index: Int, _ reading: Reading) -> Prose {
  let uses = reading.plan.uses(of: reading.plan.headcounts[index])
  func money(_ amount: Money) -> String {
    amount.text(reading.plan.currency, significantDigits: 3)
  }
  var parts: [Prose] = []
  if let most = uses.max(by: { $0.mostTenths < $1.mostTenths }), let limit = most.limitTenths {
    let excess = most.excessTenths > 0 ? ", too many" : ""
    parts.append(
      "\(figure: heads(Int32(clamping: most.mostTenths))) of \(heads(limit)) people\(excess)")
  }
  if let most = uses.max(by: { $0.cost < $1.cost }), let limit = most.limit {
    let excess = most.excess > .zero ? ", too much" : ""
    parts.append("\(figure: money(most.cost)) of \(figure: money(limit))\(excess)")
  }
  // What is over by today is told no more.
  return parts.isEmpty ? "over" : parts.joined(separator: "; ")
}
