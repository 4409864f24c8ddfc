package import PlanInsight
import PlanModel

/// What can be done about something that came in, or that is to be stopped, for `plan options`.
///
/// - Parameters:
///   - options: Each alternative, solved.
///   - answer: The plan's own schedule.
///   - isDropped: Whether it is to be stopped; else it came in.
/// - Returns: The alternatives side by side, a recommendation, and what each of the dearer ones would move.
package func optionsPage(_ options: Alternatives, _ answer: Answer, isDropped: Bool) -> Document {
  let reading = Reading(answer)
  let name: Prose = "\(emphasis: reading.label(options.initiative.index))"
  let intro: Prose =
    isDropped
    ? """
    What it would mean to stop \(name). What was spent on it counts nowhere: it is spent whatever is decided. Moves are \
    counted from the plan as it goes on.
    """
    : """
    \(name) came in and is to be done. What the rest loses and what moves is counted from the plan without it.
    """
  var sections = [
    Section(
      title: isDropped ? "Ways to end it" : "Ways to take it on",
      blocks: [.paragraph(intro), .table(table(options, reading))])
  ]
  if let index = options.recommended {
    sections.append(
      Section(
        title: "What we would do", blocks: recommendation(options, options.rows[index], reading)))
  }
  sections.append(Section(title: "How to read this", blocks: [.list(remarks(options, reading))]))
  return Document(
    title: Prose(reading.label(options.initiative.index)),
    lead: lead(reading) + [.paragraph(outcome(reading))], sections: sections)
}

private func table(_ options: Alternatives, _ reading: Reading) -> Table {
  let rows = options.rows.enumerated().map { index, row -> [Prose] in
    let name = capitalised(words(row.kind, reading))
    let finish = row.schedule.finish(of: options.initiative.index, in: reading.problem)
    return [
      index == options.recommended ? "\(strong: name.plainText)" : name,
      finish.map { "\(figure: reading.model.date(ofDay: $0).text)" } ?? "not at all",
      paid(row, reading),
      reading.plan.printsMoney ? reading.rise(row.restRise) : "",
      reading.plan.printsMoney
        ? "\(figure: reading.money(row.total, isProved: false))" : "",
      moved(row, reading),
    ]
  }
  return Table(
    columns: [
      Table.Column("Way"), Table.Column("It is done"), Table.Column("To be paid", .trailing),
      Table.Column("The rest loses", .trailing), Table.Column("In all", .trailing),
      Table.Column("What moves"),
    ], rows: rows
  ).compacted
}

private func paid(_ row: Alternative, _ reading: Reading) -> Prose {
  guard let price = row.price else { return "not known" }
  return price > .zero ? "\(figure: reading.money(price.minorUnits, isProved: true))" : "–"
}

private func moved(_ row: Alternative, _ reading: Reading) -> Prose {
  if !row.breaks.isEmpty { return reading.breaks(row.breaks) }
  let worse = row.movements.filter(\.givesWay)
    .sorted { (-$0.costs, $0.initiative) < (-$1.costs, $1.initiative) }
  if !worse.isEmpty { return movements(worse, reading, limit: 3) }
  let better = row.movements.filter { !$0.givesWay }
  return better.isEmpty ? "nothing" : movements(better, reading, limit: 3)
}

/// The way as a phrase.
func words(_ kind: Alternative.Kind, _ reading: Reading) -> Prose {
  switch kind {
  case .sayNothing: "take it on and say nothing: it goes first, the rest waits in its order"
  case .planAnew: "plan everything anew"
  case .keepAll: "keep all that was planned, later"
  case .waits(let horizon): "start it in \(reading.label(horizon))"
  case .swap(let other): "leave out \(emphasis: reading.label(other.index))"
  case .firstSlice: "its first slice only"
  case .lessScope(let share): "\(figure: share.percentText()) less of what is not protected"
  case .people(let change): reading.phrase(change)
  case .goOn: "go on"
  case .pivot: "go on in another way"
  case .remainder(let share):
    "\(figure: share.percentText()) of what is left, for those who wait for it"
  case .stop: "stop"
  }
}

private func recommendation(
  _ options: Alternatives, _ row: Alternative, _ reading: Reading
) -> [Block] {
  guard reading.plan.printsMoney else {
    return [
      .paragraph("The plan says of nothing what it is worth, so none of these can be recommended.")
    ]
  }
  var text: Prose = """
    \(strong: capitalised(words(row.kind, reading)).plainText): of what keeps every demand it takes least in all, \
    \(figure: "about " + reading.money(row.total, isProved: false)) of delay and money
    """
  let others = options.rows.indices.filter {
    $0 != options.recommended && options.rows[$0].breaks.isEmpty
      && options.rows[$0].kind.isPriced
  }
  if let second = others.min(by: { options.rows[$0].total < options.rows[$1].total }) {
    let difference = options.rows[second].total.addingClamped(-row.total)
    text +=
      difference > 0
      ? """
      , \(figure: reading.money(difference, isProved: false)) less than the next, \
      “\(words(options.rows[second].kind, reading))”
      """ : ""
  }
  var blocks: [Block] = [.paragraph(text + ".")]
  if !row.movements.isEmpty { blocks.append(movementTable(row.movements, reading)) }
  return blocks
}

private func remarks(_ options: Alternatives, _ reading: Reading) -> [Prose] {
  var items: [Prose] = [
    "Every row is a plan that was solved, but for the one in which nobody decides. None has been adopted."
  ]
  if reading.plan.printsMoney {
    items += [
      """
      \(strong: "In all") is the cost of delay of the whole plan in \(reading.plan.currency.code) until \
      \(figure: reading.lastDate.text), and what is to be paid besides. Less is better; only differences between rows mean \
      something.
      """,
      "Amounts are differences of schedules that exist, two digits: a longer search may move them.",
    ]
  }
  if options.rows.contains(where: { if case .lessScope = $0.kind { true } else { false } }) {
    items.append(
      "What is cut is taken to be worth nothing, because the plan does not say: slices would. So less scope is never recommended here."
    )
  }
  for row in options.rows {
    switch row.kind {
    case .people(.person(let team, _, _, _)):
      let terms = reading.plan.joiningTerms(of: team)
      items.append(joining(terms, team, reading))
      return items
    default: break
    }
  }
  return items
}

/// Under which terms another person of a team is counted.
func joining(_ terms: JoiningTerms, _ team: TeamID, _ reading: Reading) -> Prose {
  let salary = terms.salary.text(reading.plan.currency, .year)
  return """
    One more person in \(reading.label(team)) counts whole after \(figure: terms.ramp.text), takes \
    \(figure: terms.mentoring.percentText()) of a head until then\(terms.isAssumed ? " (assumed)" : "") and costs \
    \(figure: salary)\(terms.isSalaryAssumed ? ", the plan's rate" : "").
    """
}
