import PlanInsight
import PlanModel

/// How the plan's rules for the mix of work come out; `nil` when it has none or nothing is scheduled.
func guardrailsSection(_ reading: Reading) -> Section? {
  let shown = reading.answer.guardrails.filter {
    reading.shows(reading.plan.guardrails[$0.guardrail].readers)
  }
  let blocks = shown.flatMap { shares -> [Block] in
    let guardrail = reading.plan.guardrails[shares.guardrail]
    let rows = shares.periods.filter { $0.all > .zero }.map { row($0, guardrail, reading) }
    if rows.isEmpty { return [] }
    return [
      .heading(Prose(named(guardrail.label, guardrail.name))),
      .table(Table(columns: columns, rows: rows)),
    ]
  }
  guard !blocks.isEmpty else { return nil }
  let intro: Prose = """
    What share of the scheduled effort each rule of the plan gets. A rule that is \(code: "hard") has to be kept; of the \
    others, what is missing costs what people would for it, which is weighed against what waiting costs.
    """
  return Section(title: "Guardrails", blocks: [.paragraph(intro)] + blocks)
}

private let columns = [
  Table.Column("Period"), Table.Column("Share", .trailing), Table.Column("Of", .trailing),
  Table.Column("Demanded"), Table.Column("Kept"),
]

private func row(
  _ period: GuardrailShares.Period, _ guardrail: Guardrail, _ reading: Reading
) -> [Prose] {
  [
    "\(figure: period.days.lowerBound.text) to \(figure: period.days.upperBound.text)",
    "\(figure: period.share?.percentText() ?? "–")",
    "\(figure: period.counted.personWeeksText) of \(figure: period.all.personWeeksText)",
    demanded(period), verdict(period, guardrail, reading),
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

private func verdict(
  _ period: GuardrailShares.Period, _ guardrail: Guardrail, _ reading: Reading
) -> Prose {
  if period.isExempt { return "too little is done to say" }
  let bent: Prose =
    guardrail.exception(on: period.days).map { ", as bent by \(emphasis: $0.label)" } ?? ""
  if period.isKept { return "yes" + bent }
  let answer: Prose = guardrail.isHard ? "no, though it is \(code: "hard")" : "no"
  let amount = period.missing.personWeeksText
  let wrong: Prose = ": \(figure: amount) \(period.isTooMuch ? "too much" : "short")"
  guard !guardrail.isHard, reading.plan.printsMoney else { return answer + wrong + bent }
  let price = period.price.text(reading.plan.currency, significantDigits: 3)
  return answer + wrong + ", at \(figure: price)" + bent
}
