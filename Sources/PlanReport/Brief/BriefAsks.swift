import PlanInsight
import PlanModel

/// The decisions that are asked for, the first to be due first: who, until when, what it costs, and what waiting does.
func briefAsks(_ reading: Reading) -> Section? {
  guard !reading.asks.isEmpty else { return nil }
  let asks = reading.asks.enumerated().sorted { left, right in
    (left.element.stake.last ?? reading.plan.end, left.offset)
      < (right.element.stake.last ?? reading.plan.end, right.offset)
  }.map(\.element)
  let table = Table(
    columns: [
      Table.Column("Decision"), Table.Column("Of whom"), Table.Column("At the latest"),
      Table.Column("Price", .trailing), Table.Column("Waiting a week costs", .trailing),
    ],
    rows: asks.prefix(reading.fit.asks).map { ask, stake in
      [
        "\(strong: reading.cut(named(ask.label, ask.name)))",
        Prose(ask.whom.map { reading.cut($0) } ?? ""),
        reading.lastMoment(stake),
        ask.price.map { "\(figure: $0.text(reading.plan.currency))" } ?? "",
        reading.costOfWaiting(ask, stake),
      ]
    })
  var blocks: [Block] = [.table(table.compacted)]
  let more = asks.count - reading.fit.asks
  if more > 0 {
    blocks.append(
      .paragraph(Prose(capitalised(counted(more, "later one")) + ".")))
  }
  return Section(title: "What we ask you to decide", blocks: blocks)
}
