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
  let label = reading.subjectLabel(options)
  let name: Prose = "\(emphasis: label)"
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
  } else if reading.plan.printsMoney {
    sections.append(
      Section(
        title: "What we would do",
        blocks: [
          .paragraph(
            "The plan does not say what \(name) is worth, so nothing can be recommended here.")
        ]))
  }
  return questionPage(reading, title: label, sections, remarks: remarks(options, reading))
}

private func table(_ options: Alternatives, _ reading: Reading) -> Table {
  let rows = options.rows.enumerated().map { index, row -> [Prose] in
    let name = capitalised(words(row.kind, reading))
    return [
      index == options.recommended ? "\(strong: name.plainText)" : name,
      finish(of: options.initiative, row.schedule, reading),
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

/// Of slices the first, and the last where that is done too.
private func finish(of initiative: InitiativeID, _ schedule: Schedule, _ reading: Reading) -> Prose
{
  func date(_ index: Int) -> String? {
    schedule.finish(of: index, in: reading.problem).map { reading.model.date(ofDay: $0).text }
  }
  guard let first = date(initiative.index) else { return "not at all" }
  let parts = reading.plan.parts(of: initiative)
  guard let last = parts.last else { return "\(figure: first)" }
  guard let whole = date(last.index) else { return "\(figure: first), in part" }
  return "\(figure: first), all of it \(figure: whole)"
}

extension Reading {
  /// What the question is about: all of what is cut into slices.
  fileprivate func subjectLabel(_ options: Alternatives) -> String {
    let initiative = options.initiative
    return plan.parts(of: initiative).isEmpty
      ? label(initiative.index) : wholeLabel(initiative.index)
  }
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
  case .pivot(let work, let mode): pivot(work, mode, reading)
  case .onlyUntil(let milestone): reading.phrase(.onlyUntil(milestone))
  case .remainder(let share):
    "\(figure: share.percentText()) of what is left, for those who wait for it (assumed)"
  case .stop: "stop"
  }
}

/// The mode, and of which work it is where there are several.
private func pivot(_ work: WorkID, _ mode: Int, _ reading: Reading) -> Prose {
  let planned = reading.plan.works[work.index]
  if reading.plan.initiatives[planned.initiative.index].works.count > 1 {
    return "begin anew: \(reading.phrase(.otherWay(work, mode: mode)))"
  }
  return "begin anew: \(emphasis: named(planned.modes[mode].label, planned.modes[mode].name))"
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
  let subject = reading.plan.initiatives[options.initiative.index]
  if reading.plan.printsMoney, subject.urgency.isAssumed {
    items.append(
      """
      Nobody has said what \(emphasis: reading.subjectLabel(options)) is worth: \
      \(figure: subject.urgency.costOfDelay.map { $0.text(reading.plan.currency, .year) } ?? "") was assumed, by its effort.
      """)
  }
  if options.rows.contains(where: { if case .pivot = $0.kind { true } else { false } }) {
    items.append(
      "What is begun anew takes all of its effort from today and is taken to be worth as much as before."
    )
  }
  if options.rows.contains(where: { if case .remainder = $0.kind { true } else { false } }) {
    items.append(
      """
      What those need who wait for it is assumed. Where they wait for a milestone or a slice of it, that is solved, and may be \
      recommended.
      """)
  }
  if options.rows.contains(where: { if case .lessScope = $0.kind { true } else { false } }) {
    items.append(
      "What is cut is taken to be no loss, because the plan does not say what it is worth: slices would. So less scope is never recommended here."
    )
  }
  for row in options.rows {
    guard case .people(.person(let team, _, _, let last)) = row.kind else { continue }
    items.append(
      joining(reading.plan.joiningTerms(of: team, isContractor: last != nil), team, reading))
  }
  return items
}

/// Under which terms another person of a team is counted.
func joining(_ terms: JoiningTerms, _ team: TeamID, _ reading: Reading) -> Prose {
  let salary = terms.salary.text(reading.plan.currency, .year)
  let fee: Prose =
    terms.fee > .zero
    ? " and \(figure: reading.money(terms.fee.minorUnits, isProved: true)) besides" : ""
  return """
    \(terms.isContractor ? "A contractor" : "One more person") in \(reading.label(team)) counts whole after \
    \(figure: terms.ramp.text), takes \(figure: terms.mentoring.percentText()) of a head until then\
    \(terms.isAssumed ? " (assumed)" : "") and costs \(figure: salary)\
    \(terms.isSalaryAssumed ? ", the plan's rate" : "")\(fee).
    """
}
