import PlanInsight
import PlanModel

/// How many people there are and what those who join cost, beside what the plan's headcounts allow; nothing where it has none, and
/// where how people change is kept back.
func headcountBlocks(_ reading: Reading) -> [Block] {
  let blocks = reading.headcounts.flatMap { index -> [Block] in
    let headcount = reading.plan.headcounts[index]
    let rows = reading.plan.uses(of: headcount).map { row($0, reading) }
    guard !rows.isEmpty else { return [] }
    let table = Table(columns: columns, rows: rows).compacted
    return [.heading(Prose(reading.label(headcount: index))), .table(table)]
  }
  guard !blocks.isEmpty else { return [] }
  let intro: Prose = """
    How many people are under contract at most, and what those who join cost from their first day on: their salary, or else the \
    plan's rate, and their fee. Who joins is written in the plan, so no schedule is bound by it.
    """
  return [.paragraph(intro)] + blocks
}

private let columns = [
  Table.Column("Period"), Table.Column("People", .trailing), Table.Column("Allowed", .trailing),
  Table.Column("New people cost", .trailing), Table.Column("Limit", .trailing),
  Table.Column("Kept"),
]

private func row(_ use: HeadcountUse, _ reading: Reading) -> [Prose] {
  func money(_ amount: Money) -> Prose {
    "\(figure: amount.text(reading.plan.currency, significantDigits: 3))"
  }
  var beyond: [Prose] = []
  if use.excessTenths > 0 {
    let from = use.crowdedOn.map { " from \($0.text)" } ?? ""
    beyond.append("\(figure: heads(Int32(clamping: use.excessTenths))) more\(from)")
  }
  if use.excess > .zero { beyond.append("\(money(use.excess)) more") }
  return [
    dates(use.days.lowerBound, use.days.upperBound),
    use.limitTenths == nil ? "" : "\(figure: heads(Int32(clamping: use.mostTenths)))",
    use.limitTenths.map { "\(figure: heads($0))" } ?? "",
    use.limit == nil ? "" : money(use.cost), use.limit.map(money) ?? "",
    beyond.isEmpty ? "yes" : "no: \(beyond.joinedAsSentence())",
  ]
}
