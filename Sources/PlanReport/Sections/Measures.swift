import PlanInsight
import PlanModel

/// How far each measure that somebody has read has come; `nil` where nothing was read.
func measuresSection(_ reading: Reading) -> Section? {
  var rows: [[Prose]] = []
  for index in reading.goals {
    rows += measureRows(reading.plan.goals[index].metrics, of: reading.label(GoalID(index)))
  }
  for (index, initiative) in reading.plan.initiatives.enumerated()
  where ![.cancelled, .hidden].contains(reading.standings[index]) {
    rows += measureRows(initiative.metrics, of: reading.label(index))
  }
  guard !rows.isEmpty else { return nil }
  let table = Table(
    columns: [
      Table.Column("Measure"), Table.Column("Of"), Table.Column("From"), Table.Column("To"),
      Table.Column("Wanted by"), Table.Column("Last read"), Table.Column("Of the way", .trailing),
      Table.Column("Before that"),
    ], rows: rows)
  return Section(
    title: "Measures",
    blocks: [
      .paragraph(
        "Where we stand between the baseline and the target, by the last reading of each."),
      .table(table.compacted),
    ])
}

private func measureRows(_ metrics: [Metric], of owner: String) -> [[Prose]] {
  metrics.compactMap { metric in
    guard let last = metric.readings.last else { return nil }
    let earlier = metric.readings.dropLast().suffix(readingsShownMax).map { reading -> Prose in
      "\(figure: reading.value) on \(figure: reading.on.text)"
    }
    return [
      "\(strong: named(metric.label, metric.name))", Prose(owner), "\(figure: metric.baseline)",
      "\(figure: metric.target)", metric.by.map { "\(figure: $0.text)" } ?? "",
      "\(figure: last.value) on \(figure: last.on.text)",
      last.attainment.map { "\(figure: $0.percentText(decimals: 1))" } ?? "",
      earlier.joined(separator: ", "),
    ]
  }
}

/// Readings before the last that a row tells: a trend takes no more.
private let readingsShownMax = 3
