import PlanInsight
import PlanModel

/// What the schedule spends of the plan's budgets, and the plan's people of its headcounts; `nil` when it has none.
func budgetsSection(_ reading: Reading) -> Section? {
  let blocks = spendingBlocks(reading) + headcountBlocks(reading)
  return blocks.isEmpty ? nil : Section(title: "Budgets", blocks: blocks)
}

private func spendingBlocks(_ reading: Reading) -> [Block] {
  let shown = reading.answer.budgets.filter {
    reading.shows(reading.plan.budgets[$0.budget].readers)
  }
  let blocks = shown.flatMap { spending -> [Block] in
    let budget = reading.plan.budgets[spending.budget]
    let table = Table(columns: columns, rows: spending.periods.map { row($0, reading.plan) })
    return [.heading(Prose(named(budget.label, budget.name))), .table(table.compacted)]
  }
  guard !blocks.isEmpty else { return [] }
  let intro: Prose = """
    What the scheduled work costs at \(figure: reading.plan.rate.text(reading.plan.currency)) a person-week, and what is paid \
    when it starts. What does not fit waits for the next period or is left undone.
    """
  return [.paragraph(intro)] + blocks
}

private let columns = [
  Table.Column("Period"), Table.Column("Work", .trailing), Table.Column("Costs", .trailing),
  Table.Column("Besides", .trailing), Table.Column("Limit", .trailing), Table.Column("Kept"),
]

private func row(_ period: BudgetSpending.Period, _ plan: Plan) -> [Prose] {
  func money(_ amount: Money) -> Prose {
    "\(figure: amount.text(plan.currency, significantDigits: 3))"
  }
  return [
    dates(period.days.lowerBound, period.days.upperBound),
    "\(figure: period.effort.personWeeksText)", money(period.work),
    period.besides == .zero ? "" : money(period.besides), money(period.limit),
    period.isKept ? "yes" : "no: \(money(period.spent - period.limit)) more",
  ]
}

extension LabourRate {
  /// Of a person-week: `$4k`.
  fileprivate func text(_ currency: Currency) -> String {
    price(of: Effort(personWeeks: 1)).text(currency)
  }
}
