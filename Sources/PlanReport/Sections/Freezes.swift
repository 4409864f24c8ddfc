import PlanInsight
import PlanModel

/// Times in which something may not change; `nil` when there are none.
func freezesSection(_ reading: Reading) -> Section? {
  let freezes = reading.plan.freezes.filter { reading.shows($0.readers) }
  guard !freezes.isEmpty else { return nil }
  let rows = freezes.map { freeze -> [Prose] in
    let teams = freeze.teams.map { reading.label($0) }.joined(separator: ", ")
    return [
      "\(strong: named(freeze.label, freeze.name))",
      dates(freeze.days.lowerBound, freeze.days.upperBound),
      Prose(freeze.teams.isEmpty ? "every team" : teams), "nothing may \(freeze.forbids.verb)",
      Prose(freeze.why ?? ""),
    ]
  }
  let table = Table(
    columns: [
      Table.Column("Freeze"), Table.Column("When"), Table.Column("Who"), Table.Column("What"),
      Table.Column("Why"),
    ], rows: rows)
  return Section(title: "Change freezes", blocks: [.table(table.compacted)])
}

extension ChangeFreeze.Forbids {
  /// `nothing may start`.
  var verb: String {
    switch self {
    case .starting: "start"
    case .running: "run"
    case .finishing: "finish"
    }
  }
}
