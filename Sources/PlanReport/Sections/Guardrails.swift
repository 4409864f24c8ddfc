import PlanInsight
import PlanModel

/// How the plan's rules for the mix of work come out; `nil` when it has none or nothing is scheduled.
func guardrailsSection(_ reading: Reading) -> Section? {
  let blocks = reading.answer.guardrails.flatMap { shares -> [Block] in
    let guardrail = reading.plan.guardrails[shares.guardrail]
    let rows = shares.periods.filter { $0.all > .zero }.map { row($0, guardrail) }
    if rows.isEmpty { return [] }
    return [
      .heading(Prose(named(guardrail.label, guardrail.name))),
      .table(Table(columns: columns, rows: rows)),
    ]
  }
  guard !blocks.isEmpty else { return nil }
  let intro: Prose = """
    What share of the scheduled effort each rule of the plan gets. The solver does not hold these rules yet: \
    it orders work by what waiting costs, and this is how they come out.
    """
  return Section(title: "Guardrails", blocks: [.paragraph(intro)] + blocks)
}

private let columns = [
  Table.Column("Period"), Table.Column("Share", .trailing), Table.Column("Of", .trailing),
  Table.Column("Demanded"), Table.Column("Kept"),
]

private func row(_ period: GuardrailShares.Period, _ guardrail: Guardrail) -> [Prose] {
  [
    "\(figure: period.days.lowerBound.text) to \(figure: period.days.upperBound.text)",
    "\(figure: period.share?.percentText() ?? "–")",
    "\(figure: period.counted.personWeeksText) of \(figure: period.all.personWeeksText)",
    demanded(period), verdict(period, guardrail),
  ]
}

private func demanded(_ period: GuardrailShares.Period) -> Prose {
  var parts: [Prose] = []
  if let least = period.limits.atLeast {
    parts.append("at least \(figure: least.percentText())")
    if period.owed > .zero { parts.append("and \(figure: period.owed.personWeeksText) owed") }
  }
  if let most = period.limits.atMost { parts.append("at most \(figure: most.percentText())") }
  return parts.joined(separator: ", ")
}

private func verdict(_ period: GuardrailShares.Period, _ guardrail: Guardrail) -> Prose {
  if period.isExempt { return "too little is done to say" }
  let bent: Prose = period.exception.map { ", as bent by \(emphasis: $0)" } ?? ""
  if period.isKept { return "yes" + bent }
  let missing = period.needed - period.counted
  let answer: Prose = guardrail.isHard ? "no, though it is \(code: "hard")" : "no"
  guard missing > .zero else { return answer + bent }
  return answer + ": \(figure: missing.personWeeksText) short" + bent
}
