package import PlanInsight
import PlanModel

/// What waiting costs, for `plan defer`: of everything by one delay, or of a few by every delay of the ladder.
///
/// - Parameters:
///   - waiting: The figures.
///   - answer: The schedule that they are of.
/// - Returns: Tables, the dearest to wait first, and what to know before reading them.
package func waitingPage(_ waiting: WaitingCosts, _ answer: Answer) -> Document {
  var answer = answer
  answer.cheaper = waiting.cheaper
  let reading = Reading(answer)
  var sections: [Section] = []
  if let delay = waiting.delay {
    sections += [deferrals(waiting, by: delay, reading), inclusions(waiting, reading)]
      .compactMap(\.self)
  } else {
    sections += waiting.deferrals.map { ladder($0.subject, reading) }
    sections += waiting.inclusions.map { inclusion($0.subject, waiting, reading) }
  }
  if sections.isEmpty {
    sections.append(
      Section(
        title: "What waiting costs",
        blocks: [.paragraph("Nothing that was asked about can be put off or brought forward.")]))
  }
  return questionPage(reading, sections, remarks: remarks(waiting, reading))
}

// MARK: Everything

private func deferrals(
  _ waiting: WaitingCosts, by delay: Elapsed, _ reading: Reading
) -> Section? {
  guard reading.plan.printsMoney, !waiting.deferrals.isEmpty else { return nil }
  let rows = waiting.deferrals.compactMap { ranked -> [Prose]? in
    guard let step = ranked.subject.step(of: delay) else { return nil }
    let index = Int(ranked.subject.initiative)
    return [place(ranked.rank), "\(strong: reading.label(index))", horizon(index, reading)]
      + amounts(step, reading)
  }
  let columns =
    [Table.Column("#", .trailing), Table.Column("Initiative"), Table.Column("Planned")]
    + amountColumns("\(capitalised(delay.phrase)) later costs")
  var blocks: [Block] = [
    .paragraph(
      """
      What the business loses if one initiative starts \(delay.phrase) later than scheduled and the rest is \
      planned anew around it, the dearest first.
      """), .table(Table(columns: columns, rows: rows)),
  ]
  if waiting.deferrals.contains(where: { $0.rank.count > 1 }) {
    blocks.append(
      .paragraph(
        "Those that share a place cost the same, or the searches put them differently."))
  }
  if let count = waiting.plannedAnew { blocks.append(.paragraph(plannedAnewNote(count))) }
  return Section(title: "What \(delay.phrase) of waiting costs", blocks: blocks)
}

private func inclusions(_ waiting: WaitingCosts, _ reading: Reading) -> Section? {
  guard !waiting.inclusions.isEmpty else { return nil }
  let horizon = reading.label(waiting.horizon)
  let rows = waiting.inclusions.map { ranked -> [Prose] in
    let index = Int(ranked.subject.initiative)
    return [
      ranked.subject.schedule == nil ? "–" : place(ranked.rank),
      "\(strong: reading.label(index))", planned(index, reading), price(ranked.subject, reading),
      givesWay(ranked.subject, reading, limit: 3),
    ]
  }
  let table = Table(
    columns: [
      Table.Column("#", .trailing), Table.Column("Initiative"), Table.Column("Planned"),
      Table.Column("In \(horizon) costs", .trailing), Table.Column("Gives way"),
    ], rows: rows)
  return Section(
    title: "What bringing something into \(horizon) would take",
    blocks: [
      .paragraph(
        """
        What the business loses in all if one initiative that is later or out starts in \(horizon), and who gives \
        way for it when the rest is planned anew, the cheapest first.
        """), .table(table.compacted),
    ])
}

/// A place, or those that are shared.
private func place(_ rank: ClosedRange<Int>) -> Prose {
  let first = "\(rank.lowerBound)"
  return rank.count == 1 ? "\(figure: first)" : "\(figure: first + "–\(rank.upperBound)")"
}

private func horizon(_ index: Int, _ reading: Reading) -> Prose {
  Prose(reading.standings[index].horizon.map { reading.label($0) } ?? "")
}

private func planned(_ index: Int, _ reading: Reading) -> Prose {
  reading.standings[index] == .undone ? "not at all" : horizon(index, reading)
}

// MARK: A few

private func ladder(_ deferral: Deferral, _ reading: Reading) -> Section {
  let index = Int(deferral.initiative)
  var blocks: [Block] = []
  if let span = reading.standings[index].span {
    blocks.append(
      .paragraph(
        """
        It is planned from \(figure: span.start.text) to \(figure: span.finish.text), in \
        \(reading.label(span.horizon)).
        """))
  }
  guard reading.plan.printsMoney else {
    blocks.append(.paragraph("The plan says of nothing what it is worth, so waiting has no price."))
    return Section(title: Prose(reading.label(index)), blocks: blocks)
  }
  let rows = deferral.steps.map { step -> [Prose] in
    [delay(step.delay)] + amounts(step, reading)
  }
  blocks.append(
    .table(
      Table(
        columns: [Table.Column("Starts later by")] + amountColumns("Costs"), rows: rows)))
  return Section(title: Prose(reading.label(index)), blocks: blocks)
}

private func delay(_ delay: Deferral.Delay) -> Prose {
  switch delay {
  case .by(let elapsed): Prose(elapsed.text)
  case .undone: "never"
  }
}

private func inclusion(
  _ inclusion: Inclusion, _ waiting: WaitingCosts, _ reading: Reading
) -> Section {
  let index = Int(inclusion.initiative)
  let horizon = reading.label(waiting.horizon)
  var text: Prose = "To start it in \(horizon) "
  switch inclusion.price {
  case .breaks: text = "In \(horizon): \(price(inclusion, reading))."
  case .costs where !reading.plan.printsMoney: text += "is possible."
  case .costs where inclusion.gains > 0:
    text += "\(price(inclusion, reading)): it was declined although it pays."
  case .costs: text += "costs \(price(inclusion, reading)) in all."
  }
  var blocks: [Block] = [.paragraph(text)]
  if !inclusion.givesWay.isEmpty {
    blocks.append(.paragraph("Who gives way:"))
    blocks.append(movementTable(inclusion.givesWay, reading))
  }
  return Section(title: "\(reading.label(index)) in \(horizon)", blocks: blocks)
}

// MARK: Figures

private func amountColumns(_ net: String) -> [Table.Column] {
  [
    Table.Column(Prose(net), .trailing), Table.Column("Alone", .trailing),
    Table.Column("Others", .trailing), Table.Column("Freed", .trailing),
  ]
}

private func amounts(_ step: Deferral.Step, _ reading: Reading) -> [Prose] {
  var own: Prose = "–"
  var knockOn: Prose = "–"
  switch step.shifted {
  case .costs(let first, let second):
    own = "\(figure: reading.money(first, isProved: true))"
    knockOn = "\(figure: reading.money(second, isProved: true))"
  case .breaks(let demands): knockOn = reading.breaks(demands)
  }
  return [reading.net(step), own, knockOn, freed(step, reading)]
}

/// What planning anew saves; of a net cost that may be less, at least that much.
private func freed(_ step: Deferral.Step, _ reading: Reading) -> Prose {
  guard let freed = step.freed, case .costs(_, let isProved) = step.net else { return "–" }
  if isProved || freed == 0 { return "\(figure: reading.money(freed, isProved: true))" }
  return "\(figure: "at least " + reading.atLeast(freed))"
}

func price(_ inclusion: Inclusion, _ reading: Reading) -> Prose {
  if case .breaks(let demands) = inclusion.price {
    return obstacle(demands, to: inclusion, reading)
  }
  guard reading.plan.printsMoney else { return "" }
  if inclusion.gains > 0 {
    return "gains \(figure: "about " + reading.money(inclusion.gains, isProved: false))"
  }
  return reading.net(inclusion.price, atLeast: inclusion.atLeast)
}

/// Why it cannot be, or that no way was found.
private func obstacle(
  _ demands: [HardDemand], to inclusion: Inclusion, _ reading: Reading
) -> Prose {
  if let earliest = inclusion.earliest {
    return "not before \(figure: reading.model.date(ofDay: earliest).text)"
  }
  guard case .isDone(let initiative)? = demands.first, initiative != inclusion.initiative,
    reading.problem.initiatives[Int(initiative)].selection == .forbidden
  else { return "no way was found" }
  return "needs \(emphasis: reading.label(initiative)), which is declined"
}

private func givesWay(_ inclusion: Inclusion, _ reading: Reading, limit: Int) -> Prose {
  guard inclusion.schedule != nil else { return "" }
  guard !inclusion.givesWay.isEmpty else { return "nobody" }
  return movements(inclusion.givesWay, reading, limit: limit)
}

private func remarks(_ waiting: WaitingCosts, _ reading: Reading) -> [Prose] {
  var items: [Prose] = []
  if reading.plan.printsMoney {
    items += [
      """
      \(strong: "Alone") is what the initiative loses itself, with the goals that wait for it; \(strong: "others") \
      what those lose who wait for it or for its people while nothing is planned anew; \(strong: "freed") what \
      planning anew saves of both. What waiting costs is the first two less the third.
      """,
      """
      Amounts are cost of delay in \(reading.plan.currency.code), counted until \
      \(figure: reading.lastDate.text): opportunity, not budget. They do not add up: each assumes that only the \
      one initiative moves.
      """,
      """
      \(emphasis: "At most") is the difference between two schedules that exist; a lower end stands beside it only \
      where it is proved.
      """,
    ]
  }
  if reading.plan.printsMoney, waiting.inclusions.contains(where: { $0.subject.gains > 0 }) {
    items.append(
      "What \(strong: "gains") was declined, and by the plan's own figures the business would lose less with it."
    )
  }
  items.append(
    "Work that has begun is not put off. Nothing here has been changed: each figure is a plan that was only thought of."
  )
  return items
}
