import PlanInsight
import PlanModel

/// The days on which it is decided whether initiatives go on, the next first; `nil` without any.
func gatesSection(_ reading: Reading) -> Section? {
  var gates: [(initiative: Int, gate: Gate)] = []
  for (index, initiative) in reading.plan.initiatives.enumerated() {
    guard reading.standings[index].span != nil else { continue }
    gates += initiative.gates.map { (index, $0) }
  }
  guard !gates.isEmpty else { return nil }
  let order = gates.indices.sorted { (gates[$0].gate.on, $0) < (gates[$1].gate.on, $1) }
  let rows = order.map { row(gates[$0].gate, of: gates[$0].initiative, reading) }
  let table = Table(
    columns: [
      Table.Column("Gate"), Table.Column("Initiative"), Table.Column("On"), Table.Column("Needs"),
      Table.Column("Otherwise"), Table.Column("Chance", .trailing), Table.Column("Who decides"),
      Table.Column("Remark"),
    ], rows: rows)
  return Section(
    title: "Gates",
    blocks: [
      .paragraph(
        "We look at each of these again on its day, and go on only if what it needs holds."),
      .table(table.compacted),
    ])
}

private func row(_ gate: Gate, of initiative: Int, _ reading: Reading) -> [Prose] {
  [
    "\(strong: named(gate.label, gate.name))", Prose(reading.label(initiative)),
    "\(figure: gate.on.text)", Prose(gate.needs), Prose(gate.otherwise.phrase),
    gate.chance.map { "\(figure: $0.percentText())" } ?? "", Prose(gate.owner ?? ""),
    remark(gate, of: initiative, reading),
  ]
}

/// What is odd about a gate; nothing about one that lies ahead, in the course of its work.
private func remark(_ gate: Gate, of initiative: Int, _ reading: Reading) -> Prose {
  if let met = gate.met { return "passed on \(figure: met.text)" }
  if gate.on < reading.plan.asOf { return "its day has gone by undecided" }
  guard let span = reading.standings[initiative].span else { return "" }
  if gate.on < span.start { return "before the work starts in this schedule" }
  if gate.on > span.finish { return "after the work is done in this schedule" }
  return ""
}

extension Gate.Otherwise {
  /// After "otherwise": "we stop".
  var phrase: String {
    switch self {
    case .stop: "we stop"
    case .pause: "we pause"
    case .shrink: "we cut its scope"
    case .decide: "we decide anew"
    }
  }
}
