package import PlanInsight
import PlanModel

/// What people, time and scope are worth, for `plan levers`.
package func leversPage(_ worths: Worths, _ answer: Answer) -> Document {
  var answer = answer
  answer.cheaper = worths.cheaper
  let reading = Reading(answer)
  var sections: [Section]
  if reading.plan.printsMoney {
    sections = [
      people(
        worths.people, "One more person",
        """
        In each team alone, from \(figure: worths.from.text) to \(figure: reading.lastDate.text), with the time \
        they take to learn and the time the team gives them.
        """, reading),
      people(
        worths.contractors, "A contractor for three months",
        "In each team alone, from \(figure: worths.contractFrom.text).", reading),
      time(worths, reading), week(worths, reading), externals(worths, reading),
    ].compactMap(\.self)
  } else {
    sections = [
      Section(
        title: "What levers are worth",
        blocks: [
          .paragraph(
            "The plan says of nothing what it is worth, so neither is a lever worth anything.")
        ])
    ]
  }
  sections.append(
    Section(title: "Who there is to plan with", blocks: [.table(capacity(reading))]))
  return questionPage(reading, sections, remarks: remarks(worths, reading))
}

private func people(
  _ worths: [Worth], _ title: Prose, _ intro: Prose, _ reading: Reading
) -> Section? {
  guard !worths.isEmpty else { return nil }
  let rows = worths.map { worth -> [Prose] in
    let price = worth.price?.minorUnits ?? 0
    return [
      "\(strong: name(worth.change, reading))",
      "\(figure: reading.money(price, isProved: true))", saves(worth, reading),
      "\(figure: about(worth.saves.addingClamped(-price), reading))",
      worth.gain.map { "\(figure: $0.text(decimals: 1))" } ?? "–",
      worth.netReturn.map { "\(figure: $0.text(decimals: 1))" } ?? "–",
      worth.payback.map { "\(figure: reading.model.date(ofDay: $0).text)" } ?? "not by the end",
      beyond(worth.change, reading),
    ]
  }
  return Section(
    title: title,
    blocks: [
      .paragraph(intro),
      .table(
        Table(
          columns: [
            Table.Column("Team"), Table.Column("Costs", .trailing),
            Table.Column("Saves", .trailing),
            Table.Column("Left over", .trailing), Table.Column(gainTitle(reading), .trailing),
            Table.Column("Net return", .trailing), Table.Column("Paid back"),
            Table.Column("Beyond"),
          ], rows: rows
        ).compacted),
    ])
}

/// The headcounts that do not allow a change, and by how much it passes them.
private func beyond(_ change: WhatIf, _ reading: Reading) -> Prose {
  reading.headcountsPassed(by: change).map { passing in
    "\(emphasis: reading.label(headcount: passing.headcount)): \(reading.measure(of: passing.use))"
  }.joined(separator: "; ")
}

private func gainTitle(_ reading: Reading) -> Prose { "Gain per \(reading.plan.currency.code)" }

private func name(_ change: WhatIf, _ reading: Reading) -> String {
  switch change {
  case .person(let team, _, _, _), .availability(let team, _), .wip(let team): reading.label(team)
  default: reading.phrase(change).plainText
  }
}

private func saves(_ worth: Worth, _ reading: Reading) -> Prose {
  guard worth.saves != 0 else { return "nothing" }
  return "\(figure: about(worth.saves, reading))"
}

private func about(_ minorUnits: Int64, _ reading: Reading) -> String {
  "about " + reading.money(minorUnits, isProved: false)
}

private func time(_ worths: Worths, _ reading: Reading) -> Section? {
  let changes = worths.availability + worths.limits
  guard !changes.isEmpty else { return nil }
  return Section(
    title: "More of the time that is paid for",
    blocks: [
      .paragraph(
        "Less on-call, support and toil, or more at once. What it saves is what it may cost."),
      savings(changes, reading),
    ])
}

private func week(_ worths: Worths, _ reading: Reading) -> Section? {
  guard !worths.weeks.isEmpty else { return nil }
  let price = reading.money(worths.weekPrice.minorUnits, isProved: true)
  let rows = worths.weeks.prefix(rowsMax).map { worth -> [Prose] in
    let gain = Rational(worth.saves, max(1, worths.weekPrice.minorUnits))
    return [
      capitalised(reading.phrase(worth.change)), saves(worth, reading),
      gain.map { "\(figure: $0.text(decimals: 1))" } ?? "–",
    ]
  }
  return Section(
    title: "A week less to do",
    blocks: [
      .paragraph(
        """
        Of the larger works, each alone. A person-week is \(figure: price) at the plan's rate; what it gains is \
        beside it.
        """),
      .table(
        Table(
          columns: [
            Table.Column("Change"), Table.Column("Saves", .trailing),
            Table.Column(gainTitle(reading), .trailing),
          ], rows: Array(rows))),
    ])
}

private func externals(_ worths: Worths, _ reading: Reading) -> Section? {
  guard !worths.externals.isEmpty else { return nil }
  return Section(
    title: "What others owe us, sooner",
    blocks: [savings(worths.externals.prefix(rowsMax), reading)])
}

/// Changes that nobody has to pay for, and what each saves.
private func savings(_ worths: some Sequence<Worth>, _ reading: Reading) -> Block {
  .table(
    Table(
      columns: [Table.Column("Change"), Table.Column("Saves", .trailing)],
      rows: worths.map { [capitalised(reading.phrase($0.change)), saves($0, reading)] }))
}

/// What a reader weighs; the rest is worth less.
private let rowsMax = 8

/// Paid, available and planned people of each team: the chain from contracts to plans.
func capacity(_ reading: Reading) -> Table {
  let rows = reading.plan.teams.indices.map { index -> [Prose] in
    let chain = reading.model.peopleChain(of: TeamID(index))
    return [
      "\(strong: reading.label(TeamID(index)))", "\(figure: chain.paid.personWeeksText)",
      "\(figure: chain.available.personWeeksText)", "\(figure: chain.planned.personWeeksText)",
      chain.share.map { "\(figure: $0.percentText())" } ?? "–",
    ]
  }
  return Table(
    columns: [
      Table.Column("Team"), Table.Column("Paid", .trailing), Table.Column("Available", .trailing),
      Table.Column("Planned", .trailing), Table.Column("Of paid", .trailing),
    ], rows: rows)
}

private func remarks(_ worths: Worths, _ reading: Reading) -> [Prose] {
  let people = worths.people + worths.contractors
  var items: [Prose] = []
  if reading.plan.printsMoney {
    items += [
      """
      Each row is the whole plan solved with one change, and saves cost of delay in \(reading.plan.currency.code) until \
      \(figure: reading.lastDate.text). They do not add up: two people are not worth twice one.
      """,
      """
      \(strong: gainTitle(reading).plainText) is what is saved by what is spent, \(strong: "net return") the same less what is \
      spent: the return on investment (ROI), 1 being 100 %. What is not paid back by the end may be later.
      """,
    ]
    if people.contains(where: { !reading.headcountsPassed(by: $0.change).isEmpty }) {
      items.append(
        """
        \(strong: "Beyond") names the headcounts that do not allow it, with what there would be in the first period in which it \
        passes them.
        """)
    }
    if people.contains(where: { $0.saves < 0 }) {
      items.append(
        """
        A saving below nothing is real: who comes late costs the team more than they bring by then (Brooks, “The Mythical \
        Man-Month”, 1975).
        """)
    }
  }
  var told: [JoiningTerms] = []
  for worth in people {
    guard case .person(let team, _, _, let last) = worth.change else { continue }
    let terms = reading.plan.joiningTerms(of: team, isContractor: last != nil)
    guard !told.contains(terms) else { continue }
    told.append(terms)
    items.append(joining(terms, team, reading))
  }
  items.append(
    "Paid is people under contract, available what on-call, meetings, absences and newcomers leave of it, planned what is planned of that. From today to the plan's end."
  )
  return items
}
