import PlanInsight
import PlanModel

/// How many people each version has beside what its headcounts allow; `nil` where none has any.
func headcounts(_ readings: [Reading], _ columns: [Table.Column]) -> Section? {
  let rows = rowsByName(readings) { reading in
    reading.headcounts.map {
      (reading.plan.headcounts[$0].name, reading.label(headcount: $0))
    }
  } cell: { place, reading in
    fullest(ofHeadcount: reading.headcounts[place], reading)
  }
  guard !rows.isEmpty else { return nil }
  return Section(
    title: "Headcounts",
    blocks: [
      .paragraph("The most people under contract at once, and what those who join cost at most."),
      .table(Table(columns: [Table.Column("Headcount")] + columns, rows: rows.map(\.all))),
    ])
}

/// The fullest that a headcount is in any of its periods: "9 of 7 people, too many".
private func fullest(ofHeadcount index: Int, _ reading: Reading) -> Prose {
  let uses = reading.plan.uses(of: reading.plan.headcounts[index])
  var parts: [Prose] = []
  if let most = uses.max(by: { $0.mostTenths < $1.mostTenths }),
    let people = reading.people(of: most)
  {
    parts.append(most.excessTenths > 0 ? "\(people), too many" : people)
  }
  if let most = uses.max(by: { $0.cost < $1.cost }), let cost = reading.cost(of: most) {
    parts.append(most.excess > .zero ? "\(cost), too much" : cost)
  }
  // What is over by today is told no more.
  return parts.isEmpty ? "over" : parts.joined(separator: "; ")
}
