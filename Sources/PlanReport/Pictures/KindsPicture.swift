import PlanInsight
import PlanModel

/// What kinds of work the effort goes to, cycle by cycle; `nil` where there is one kind or none.
func kindsPicture(_ reading: Reading) -> Picture? {
  // What is kept back has no kind that may be told, and would be counted as one.
  guard !reading.hidesWorth else { return nil }
  let portfolio = Portfolio(reading.schedule, in: reading.model)
  let cycles = portfolio.cycles.indices.prefix(cyclesMax)
  guard portfolio.kinds.count > 1, !cycles.isEmpty else { return nil }
  let named = portfolio.kinds.prefix(portfolio.kinds.count > partsMax ? partsMax - 1 : partsMax)
  let names =
    named.map { $0.key.replacing("_", with: " ") }
    + (named.count < portfolio.kinds.count ? ["others"] : [])
  let rows = cycles.compactMap { cycle -> SharesChart.Row? in
    let all = portfolio.all.efforts[cycle]
    guard all > .zero else { return nil }
    var efforts = named.map { $0.part.efforts[cycle] }
    if named.count < portfolio.kinds.count {
      efforts.append(
        portfolio.kinds.dropFirst(named.count).reduce(.zero) { $0 + $1.part.efforts[cycle] })
    }
    let label = portfolio.cycles[cycle].lowerBound.monthText
    return SharesChart.Row(
      label: "from \(label)", figure: all.personWeeksText,
      thousandths: efforts.map {
        Int(Rational($0.minutes, all.minutes)?.times(1_000)?.rounded ?? 0)
      },
      texts: zip(names, efforts).map { name, effort in
        let share = Rational(effort.minutes, all.minutes)?.percentText() ?? "0 %"
        return "\(label), \(name): \(share), \(effort.personWeeksText)"
      })
  }
  guard !rows.isEmpty else { return nil }
  var caption: Prose = """
    The shares of what this schedule delivers in each \(reading.plan.cycle.noun), by kind of work.
    """
  if cycles.count < portfolio.cycles.count {
    caption += " The first \(inWords(cycles.count)) are drawn."
  }
  return Picture(
    .kinds, title: "Effort by kind of work", caption: caption,
    alternative: .key(table(names, rows)),
    chart: .shares(SharesChart(parts: names, rows: rows)))
}

/// So many colours are told apart.
private let partsMax = 8

/// So many bars are compared at a glance.
private let cyclesMax = 8

private func table(_ names: [String], _ rows: [SharesChart.Row]) -> Table {
  Table(
    columns: [Table.Column("Kind")] + rows.map { Table.Column(Prose($0.label), .trailing) },
    rows: names.indices.map { part in
      [Prose(names[part], .strong)]
        + rows.map { row in
          let share = Rational(Int64(row.thousandths[part]), 1_000) ?? .zero
          return "\(figure: share.percentText())"
        }
    })
}
