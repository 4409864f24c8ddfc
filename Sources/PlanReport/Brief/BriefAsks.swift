import PlanInsight
import PlanModel

/// The decisions that are asked for, the first to be due first: who, until when, what it costs, and what a week of waiting does.
func briefAsks(_ reading: Reading) -> Section? {
  guard !reading.plan.asks.isEmpty else { return nil }
  let asks = reading.plan.asks.enumerated().map {
    (place: $0, ask: $1, stake: reading.stake(of: $1))
  }
  .sorted { left, right in
    (left.stake.last ?? reading.plan.end, left.place)
      < (right.stake.last ?? reading.plan.end, right.place)
  }
  let table = Table(
    columns: [
      Table.Column("Decision"), Table.Column("Of whom"), Table.Column("At the latest"),
      Table.Column("Price", .trailing), Table.Column("A week of waiting costs", .trailing),
    ],
    rows: asks.prefix(asksMax).map { _, ask, stake in
      [
        "\(strong: Brief.cut(named(ask.label, ask.name)))",
        Prose(ask.whom.map { Brief.cut($0) } ?? ""),
        reading.lastMoment(stake),
        ask.price.map { "\(figure: $0.text(reading.plan.currency))" } ?? "",
        reading.costOfAWeek(stake),
      ]
    })
  var blocks: [Block] = [.table(table.compacted)]
  if asks.count > asksMax {
    blocks.append(
      .paragraph(
        Prose(capitalised(counted(asks.count - asksMax, "later one")) + " in the full report.")))
  }
  return Section(title: "What we ask you to decide", blocks: blocks)
}

/// Rows: who has to decide more in one sitting decides none.
private let asksMax = 6
