import PlanInsight
import PlanModel

/// What is earned and saved once initiatives are done, and what debts cost until they are paid; `nil` where the plan names
/// neither.
func benefitsSection(_ reading: Reading) -> Section? {
  let parts = [("Benefits", benefitTable(reading)), ("Debts", debts(reading))].compactMap { part in
    part.1.map { (title: part.0, table: $0.compacted) }
  }
  guard let first = parts.first else { return nil }
  let title = parts.count == 1 ? first.title : "Benefits and debts"
  return Section(title: Prose(title), blocks: parts.map { .table($0.table) })
}

/// What is earned and saved, a row each; `nil` where the plan names none.
func benefitTable(_ reading: Reading) -> Table? {
  let plan = reading.plan
  let benefits = plan.benefits.filter { benefit in
    reading.shows(benefit.readers) && reading.standings[benefit.initiative.index] != .hidden
  }
  guard !benefits.isEmpty else { return nil }
  let rows = benefits.map { benefit -> [Prose] in
    [
      "\(strong: named(benefit.label, benefit.name))",
      Prose(reading.label(benefit.initiative.index)),
      plan.printsMoney ? "\(figure: benefit.rate.text(plan.currency, .year))" : "",
      Prose(benefit.basis.rawValue), uptake(benefit.uptake),
    ]
  }
  return Table(
    columns: [
      Table.Column("Benefit"), Table.Column("Comes with"), Table.Column("When all is there"),
      Table.Column("As"), Table.Column("Uptake"),
    ], rows: rows)
}

private func uptake(_ uptake: Accrual.Uptake) -> Prose {
  var parts: [Prose] = []
  let full: Prose = "\(figure: uptake.full.percentText())"
  if !uptake.ramp.isZero {
    parts.append(
      "from \(figure: uptake.first.percentText()) to \(full) in \(figure: uptake.ramp.text)")
  } else if uptake.full < .one {
    parts.append("\(full) of it")
  }
  if let time = uptake.lasts { parts.append("for \(figure: time.text)") }
  return parts.joined(separator: ", ")
}

private func debts(_ reading: Reading) -> Table? {
  let shown = reading.plan.debts.indices.filter { reading.shows(reading.plan.debts[$0].readers) }
  guard !shown.isEmpty else { return nil }
  let rows = shown.map { index -> [Prose] in
    let debt = reading.plan.debts[index]
    return [
      "\(strong: named(debt.label, debt.name))", Prose(debt.owner ?? ""),
      debt.since.map { "\(figure: $0.monthText)" } ?? "",
      "\(figure: debt.taxEachWeek.text) a week\(course(debt))", payer(DebtID(index), reading),
    ]
  }
  return Table(
    columns: [
      Table.Column("Debt"), Table.Column("Owner"), Table.Column("Since"), Table.Column("Costs"),
      Table.Column("Paid by"),
    ], rows: rows)
}

private func course(_ debt: Debt) -> Prose {
  var text: Prose = ""
  if debt.growthPerMonth > .zero {
    text += ", growing by \(figure: debt.growthPerMonth.percentText()) a month"
  } else if debt.growthPerMonth < .zero {
    let share = Rational.zero.minus(debt.growthPerMonth) ?? .zero
    text += ", shrinking by \(figure: share.percentText()) a month"
  }
  if let last = debt.expires { text += ", until \(figure: last.text)" }
  return text
}

private func payer(_ debt: DebtID, _ reading: Reading) -> Prose {
  let payers = reading.plan.initiatives.indices.filter {
    reading.plan.initiatives[$0].pays.contains(debt)
  }
  guard let first = payers.first else { return "nobody" }
  return switch reading.standings[first] {
  case .undone: "\(reading.label(first)), which is left out"
  case .hidden: ""
  default: Prose(reading.label(first))
  }
}

extension Debt {
  fileprivate var taxEachWeek: Effort {
    Effort(minutes: taxMinutesPerYear.divided(by: 52)?.rounded ?? .max)
  }
}
