package import PlanInsight
import PlanModel

/// What people and money go to, for `plan portfolio`: by kind, goal and team, against the guardrails, and what is missing.
package func portfolioPage(
  _ portfolio: Portfolio, _ coverage: Coverage, _ answer: Answer
) -> Document {
  let reading = Reading(answer)
  var sections = [mix(portfolio, reading)]
  if let guardrails = guardrailsSection(reading) { sections.append(guardrails) }
  sections.append(goalsWithoutWork(coverage, reading))
  sections.append(workWithoutGoals(coverage, reading))
  sections.append(
    Section(title: "Who there is to plan with", blocks: [.table(capacity(reading))]))
  return questionPage(reading, sections, remarks: remarks(portfolio, reading))
}

private func mix(_ portfolio: Portfolio, _ reading: Reading) -> Section {
  guard !portfolio.cycles.isEmpty else {
    return Section(
      title: "Where the effort goes",
      blocks: [.paragraph("This schedule does nothing, so there is nothing to share out.")])
  }
  let kinds = portfolio.kinds.map { (Prose($0.key, .strong), $0.part) }
  let goals = portfolio.goals.map { group in
    (group.key.map { Prose(reading.label($0), .strong) } ?? "no goal", group.part)
  }
  let teams = portfolio.teams.map { (Prose(reading.label($0.key), .strong), $0.part) }
  return Section(
    title: "Where the effort goes",
    blocks: [
      .paragraph(
        """
        The shares of what this schedule delivers in each \(reading.plan.cycle.noun), from today on; a column is headed by the \
        month it begins in.
        """),
      .heading("By kind of work"), .table(table("Kind", kinds, portfolio, reading, isWhole: true)),
      .heading("By goal"), .table(table("Goal", goals, portfolio, reading)),
      .heading("By team"), .table(table("Team", teams, portfolio, reading)),
    ])
}

/// Rows of parts, the cycles side by side; with the whole below them where it is asked for.
private func table(
  _ title: Prose, _ rows: [(name: Prose, part: Portfolio.Part)], _ portfolio: Portfolio,
  _ reading: Reading, isWhole: Bool = false
) -> Table {
  let shown = portfolio.cycles.indices.prefix(cyclesMax)
  let columns =
    [Table.Column(title)]
    + shown.map { Table.Column(Prose(portfolio.cycles[$0].lowerBound.monthText), .trailing) }
    + [
      Table.Column("In all", .trailing), Table.Column("Effort", .trailing),
      Table.Column("Money", .trailing),
    ]
  func money(_ part: Portfolio.Part) -> Prose {
    guard reading.plan.printsMoney else { return "" }
    return "\(figure: part.money.text(reading.plan.currency, significantDigits: 3))"
  }
  var lines = rows.map { row -> [Prose] in
    [row.name]
      + shown.map { percent(portfolio.share(row.part, in: $0)) }
      + [
        percent(Rational(row.part.effort.minutes, portfolio.all.effort.minutes)),
        "\(figure: row.part.effort.personWeeksText)", money(row.part),
      ]
  }
  if isWhole {
    lines.append(
      ["\(emphasis: "Effort")"]
        + shown.map { "\(figure: portfolio.all.efforts[$0].personWeeksText)" as Prose }
        + ["", "\(figure: portfolio.all.effort.personWeeksText)", money(portfolio.all)])
    let planned = portfolio.planned.reduce(Effort.zero) { $0 + $1 }
    lines.append(
      ["\(emphasis: "of what is planned for")"]
        + shown.map {
          percent(
            Rational(portfolio.all.efforts[$0].minutes, portfolio.planned[$0].minutes))
        }
        + [percent(Rational(portfolio.all.effort.minutes, planned.minutes)), "", ""])
  }
  return Table(columns: columns, rows: lines).compacted
}

/// So many cycles fit side by side; the rest is in the sums.
private let cyclesMax = 6

private func percent(_ share: Rational?) -> Prose {
  guard let share else { return "–" }
  return "\(figure: share.percentText())"
}

private func goalsWithoutWork(_ coverage: Coverage, _ reading: Reading) -> Section {
  var blocks: [Block] = []
  if coverage.goals.isEmpty {
    blocks.append(
      .paragraph(
        reading.plan.goals.isEmpty
          ? "The plan names no goals." : "Something is done for every goal that stands."))
  } else {
    let rows = coverage.goals.map { gap -> [Prose] in
      let out = gap.leftOut.map { Prose(reading.label($0.index), .emphasis) }
      return [
        "\(strong: reading.label(gap.goal))",
        out.isEmpty ? "nothing serves it" : "left out: \(out.joinedAsSentence())",
      ]
    }
    blocks.append(
      .table(Table(columns: [Table.Column("Goal"), Table.Column("Why")], rows: rows)))
  }
  return Section(title: "Goals without work", blocks: blocks)
}

private func workWithoutGoals(_ coverage: Coverage, _ reading: Reading) -> Section {
  guard !coverage.initiatives.isEmpty else {
    return Section(
      title: "Work without a goal",
      blocks: [.paragraph("All that is scheduled serves a goal.")])
  }
  let sum = coverage.initiatives.reduce(Effort.zero) { $0 + $1.effort }
  let rows = coverage.initiatives.map { stray -> [Prose] in
    [
      "\(strong: reading.label(stray.initiative.index))",
      "\(figure: stray.effort.personWeeksText)", instead(stray, reading),
    ]
  }
  return Section(
    title: "Work without a goal",
    blocks: [
      .paragraph("\(figure: sum.personWeeksText) of work are for no goal that stands."),
      .table(
        Table(
          columns: [
            Table.Column("Initiative"), Table.Column("Effort", .trailing),
            Table.Column("What it is for"),
          ], rows: rows)),
    ])
}

private func instead(_ stray: Coverage.Stray, _ reading: Reading) -> Prose {
  let plan = reading.plan
  var parts = stray.dropped.map {
    "for \(emphasis: reading.label($0)), which was given up" as Prose
  }
  parts += stray.pays.map {
    "pays \(emphasis: named(plan.debts[$0.index].label, plan.debts[$0.index].name))"
  }
  parts += stray.brings.map {
    "brings \(emphasis: named(plan.benefits[$0.index].label, plan.benefits[$0.index].name))"
  }
  return parts.isEmpty ? "nobody has said" : parts.joinedAsSentence()
}

private func remarks(_ portfolio: Portfolio, _ reading: Reading) -> [Prose] {
  var items: [Prose] = [
    "What serves several goals counts for each with an even share, so that the shares sum to the whole.",
    """
    \(strong: "Of what is planned for") is the effort by the time that the teams plan with: paid time less on-call, meetings and \
    absences, less the reserve for the unforeseen.
    """,
  ]
  if reading.plan.printsMoney {
    items.append(
      "\(strong: "Money") is effort at the plan's rate, and what initiatives that start cost besides. \(reading.remarkOnRate)"
    )
  }
  if portfolio.cycles.count > cyclesMax {
    items.append("The first \(inWords(cyclesMax)) are shown; what comes later is in the sums.")
  }
  return items
}
