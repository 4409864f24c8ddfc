import PlanInsight
import PlanModel

/// What may go wrong with the work ahead and how much it would add, the weightiest first; `nil`
/// when the plan names nothing.
func risksSection(_ reading: Reading) -> Section? {
  var risks: [(initiative: Int, risk: Risk, expected: Effort)] = []
  for index in reading.standings.indices where reading.standings[index].span != nil {
    for risk in reading.plan.initiatives[index].risks {
      let minutes = risk.chance.times(Rational(risk.adds.mean.minutes))?.rounded ?? 0
      risks.append((index, risk, Effort(minutes: minutes)))
    }
  }
  guard !risks.isEmpty else { return nil }
  let order = risks.indices.sorted {
    (risks[$1].expected, $0) < (risks[$0].expected, $1)
  }
  let rows = order.map { index -> [Prose] in
    let (initiative, risk, expected) = risks[index]
    return [
      "\(strong: named(risk.label, risk.name))", Prose(reading.label(initiative)),
      "\(figure: risk.chance.percentText())", "\(figure: range(risk.adds))",
      "\(figure: expected.personWeeksText)",
    ]
  }
  let total = risks.reduce(Effort.zero) { $0 + $1.expected }
  let verb = risks.count == 1 ? "is" : "are"
  let intro: Prose = """
    \(capitalised(counted(risks.count, "risk"))) \(verb) known. What \(risks.count == 1 ? "it adds" : "they add") on average, \
    \(figure: total.text) in all, is part of the effort we plan with.
    """
  let table = Table(
    columns: [
      Table.Column("Risk"), Table.Column("Initiative"), Table.Column("Chance", .trailing),
      Table.Column("Adds", .trailing), Table.Column("On average", .trailing),
    ], rows: rows)
  return Section(title: "Risks", blocks: [.paragraph(intro), .table(table)])
}

private func range(_ estimate: Estimate) -> String {
  estimate.isPoint ? estimate.low.text : "\(estimate.low.text) to \(estimate.high.text)"
}
