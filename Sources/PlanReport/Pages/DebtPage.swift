package import PlanInsight
import PlanModel

/// What debts take and what comes of paying them, for `plan debt`.
package func debtPage(_ register: DebtRegister, _ answer: Answer) -> Document {
  let reading = Reading(answer)
  var sections: [Section] = []
  if register.debts.isEmpty {
    sections.append(
      Section(title: "Debts", blocks: [.paragraph("The plan names no debts.")]))
  } else {
    sections.append(debts(register, reading))
  }
  if let table = benefitTable(reading) {
    sections.append(Section(title: "Benefits", blocks: [.table(table.compacted)]))
  }
  if let section = investments(register, reading) { sections.append(section) }
  return questionPage(reading, sections, remarks: remarks(register, reading))
}

private func debts(_ register: DebtRegister, _ reading: Reading) -> Section {
  let weekly = register.debts.reduce(Effort.zero) { $0 + $1.weekly }
  let shares = register.debts.compactMap(\.shareOfPaid)
  let share = shares.reduce(Rational?.some(.zero)) { sum, next in sum.flatMap { $0.plus(next) } }
  var intro: Prose = "Together they take \(figure: weekly.text) of people's time a week"
  if let share, !shares.isEmpty {
    intro += ", \(figure: share.percentText(decimals: 1)) of all who are paid"
  }
  let hasMoney = reading.plan.printsMoney
  let rows = register.debts.map { entry -> [Prose] in
    let debt = reading.plan.debts[entry.debt.index]
    return [
      "\(strong: named(debt.label, debt.name))", "\(figure: entry.weekly.text)",
      "\(figure: entry.people.text(decimals: 2))",
      entry.shareOfPaid.map { "\(figure: $0.percentText(decimals: 1))" } ?? "–",
      entry.weeklyAtEnd == entry.weekly ? "" : "\(figure: entry.weeklyAtEnd.text)",
      hasMoney ? "\(figure: reading.money(entry.untilEnd, isProved: true))" : "",
      hasMoney ? "\(figure: reading.money(entry.scheduled, isProved: true))" : "",
      payers(entry, reading),
    ]
  }
  return Section(
    title: "Debts",
    blocks: [
      .paragraph(intro + "."),
      .table(
        Table(
          columns: [
            Table.Column("Debt"), Table.Column("Tax a week", .trailing),
            Table.Column("People", .trailing), Table.Column("Of all paid", .trailing),
            Table.Column("Tax at the end", .trailing), Table.Column("If never paid", .trailing),
            Table.Column("In this schedule", .trailing), Table.Column("Paid by"),
          ], rows: rows
        ).compacted),
    ])
}

private func payers(_ entry: DebtRegister.Entry, _ reading: Reading) -> Prose {
  guard !entry.payers.isEmpty else { return "nobody" }
  return entry.payers.map { payer -> Prose in
    let name = Prose(reading.label(payer.index))
    return switch reading.standings[payer.index] {
    case .scheduled(let span): "\(name), \(figure: span.finish.text)"
    case .done: "\(name), done"
    case .undone, .cancelled, .hidden: "\(name), left out"
    }
  }.joined(separator: "; ")
}

private func investments(_ register: DebtRegister, _ reading: Reading) -> Section? {
  guard !register.investments.isEmpty else { return nil }
  let hasMoney = reading.plan.printsMoney
  let rows = register.investments.map { investment -> [Prose] in
    let returns = investment.returns
    return [
      "\(strong: reading.label(returns.initiative.index))",
      hasMoney ? "\(figure: reading.money(returns.cost.minorUnits, isProved: true))" : "",
      hasMoney
        ? "\(figure: reading.money(returns.yearly.minorUnitsPerYear.rounded, isProved: true))" : "",
      payback(returns),
      hasMoney ? "\(figure: reading.money(returns.threeYearNet, isProved: true))" : "",
      hasMoney ? untilEnd(returns, reading) : "",
      hasMoney ? worth(investment.worth, reading) : "",
    ]
  }
  return Section(
    title: "What pays for itself",
    blocks: [
      .paragraph(
        "What pays debts, brings benefits or lowers a risk that costs money, the soonest paid back first."
      ),
      .table(
        Table(
          columns: [
            Table.Column("Initiative"), Table.Column("Costs", .trailing),
            Table.Column("Brings a year", .trailing),
            Table.Column("Paid back after"), Table.Column("Net in 3 years", .trailing),
            Table.Column("Net return by \(figure: reading.lastDate.monthText)", .trailing),
            Table.Column("To the whole plan"),
          ], rows: rows
        ).compacted),
    ])
}

/// In the unit in which such a length is told: weeks with their working days up to half a year, then months.
func payback(_ returns: Returns) -> Prose {
  guard let days = returns.paybackDays else { return "never, or after ten years" }
  if days == 0 { return "at once" }
  if days <= 182 {
    let working = (Int64(days) * 5 + 6) / 7
    let weeks = (Rational(Int64(days), 7) ?? .zero).text(decimals: 1)
    return "\(figure: weeks + (weeks == "1" ? " week" : " weeks")), \(String(working)) working days"
  }
  return "\(figure: (Rational(Int64(days) * 3, 91) ?? .zero).text(decimals: 0) + " months")"
}

private func untilEnd(_ returns: Returns, _ reading: Reading) -> Prose {
  guard returns.isScheduled else { return "left out" }
  return returns.netReturn.map { "\(figure: $0.text(decimals: 1))" } ?? "–"
}

private func worth(_ worth: DebtRegister.WorthInPlan, _ reading: Reading) -> Prose {
  switch worth {
  case .scheduled(0): "nothing would be lost without it"
  case .scheduled(let amount):
    "without it \(figure: "about " + reading.money(amount, isProved: false)) are lost"
  case .leftOut(0): "could be had for nothing"
  case .leftOut(let amount):
    "with it \(figure: "about " + reading.money(amount, isProved: false)) more are lost"
  case .notOpen: "no choice: it has begun, or others need it"
  case .notAsked: "not asked: others bring more"
  }
}

private func remarks(_ register: DebtRegister, _ reading: Reading) -> [Prose] {
  var items: [Prose] = [
    """
    \(strong: "People") are tax by forty hours a week, \(strong: "of all paid") the share of the people under contract today. \
    A tax is part of what availability already leaves out: what is saved is money at the plan's rate, not capacity.
    """
  ]
  if reading.plan.printsMoney {
    items += [
      """
      \(strong: "Costs") is what is still to be done, at the plan's rate, and money to be paid; what was spent counts nowhere. \
      \(strong: "Brings a year") is what comes in one once all is there, \(strong: "net") is less the costs, undiscounted, and \
      \(strong: "net return") what a unit of money brings besides itself. Own costs of delay are not in these.
      """,
      """
      \(strong: "To the whole plan") is solved: planned anew with it or without it, everything counted that hangs on it and \
      everybody whom it keeps from other work.
      """,
      reading.remarkOnMoney,
    ]
  }
  return items
}
