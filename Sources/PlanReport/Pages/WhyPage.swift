package import PlanInsight
import PlanModel

/// Why an initiative is where it is, for `plan explain`.
///
/// - Parameters:
///   - why: The chains that hold it, and what would move it.
///   - answer: The schedule.
///   - excerpts: For each link of each chain the lines of the plan that it speaks of, underlined; as many as there are links.
/// - Returns: The chains link by link, and the levers.
package func whyPage(_ why: Why, _ answer: Answer, excerpts: [[[String]]]) -> Document {
  var answer = answer
  answer.cheaper = why.cheaper
  let reading = Reading(answer)
  let index = why.initiative.index
  let titles: [Prose] =
    why.chains.count > 1
    ? ["What holds its start", "What decides its finish"] : ["What holds it, from the beginning"]
  var sections = zip(why.chains, excerpts).enumerated().map { place, pair in
    chainSection(pair.0, pair.1, title: titles[place], reading)
  }
  if why.chains.isEmpty, reading.standings[index] == .undone {
    sections.append(
      Section(
        title: "Why it is not done",
        blocks: [.paragraph("\(capitalised(reasonUndone(index, reading))).")]))
  }
  if let lever = leverSection(why, reading) { sections.append(lever) }
  return Document(
    title: Prose(reading.label(index)),
    lead: lead(reading) + [.paragraph("\(standing(index, reading)) \(outcome(reading))")]
      + [reading.sureness(index).map { .paragraph($0) }].compactMap(\.self),
    sections: sections)
}

private func standing(_ index: Int, _ reading: Reading) -> Prose {
  switch reading.standings[index] {
  case .scheduled(let span):
    return """
      \(strong: reading.label(span.horizon)), \(figure: span.start.text) to \
      \(figure: span.finish.text).
      """
  case .undone: return "\(strong: "Not in the schedule.")"
  case .done(let date):
    return date.map { "Done on \(figure: $0.text)." } ?? "Done."
  case .cancelled: return "Cancelled."
  case .hidden: return ""
  }
}

// MARK: The chain

private func chainSection(
  _ chain: CriticalChain, _ excerpts: [[String]], title: Prose, _ reading: Reading
) -> Section {
  var blocks: [Block] = []
  for (link, excerpt) in zip(chain.links, excerpts) {
    let work = reading.model.workIDs[Int(link.work)]
    let team = reading.label(reading.plan.works[work.index].team)
    let days = reading.schedule.placements[Int(link.work)].map { placed -> Prose in
      dates(reading.model.date(ofDay: placed.start), reading.model.date(ofDay: placed.finish))
    }
    blocks.append(
      .paragraph(
        """
        \(strong: reading.label(work)) (\(team)), \(days ?? ""): \(reason(link.hold, of: work, reading)).\
        \(criticality(link.work, reading))
        """))
    if !excerpt.isEmpty { blocks.append(.code(excerpt)) }
  }
  if chain.links.first?.hold == .slack {
    blocks.append(
      .paragraph(
        "Nothing but the price of the alternatives holds the first of them: starting it sooner gains nothing."
      ))
  }
  return Section(title: title, blocks: blocks)
}

/// How often a link decides, where trials differ in that.
private func criticality(_ work: Int32, _ reading: Reading) -> Prose {
  guard let known = reading.answer.simulation?.criticalities[Int(work)], known.share > .zero,
    known.share < .one
  else { return "" }
  let end = known.goal.map { reading.label($0) } ?? "the end of all"
  return " On the longest path to \(end) in \(figure: chanceText(known.share)) of the trials."
}

// MARK: What would move it

private func leverSection(_ why: Why, _ reading: Reading) -> Section? {
  guard let target = why.target, let decision = why.decision else { return nil }
  let horizon = reading.label(target.horizon)
  let isUndone = why.chains.isEmpty
  let place = isUndone ? "into the plan" : "into \(horizon)"
  var blocks: [Block] = [.paragraph(decided(decision, place, reading))]
  if !decision.givesWay.isEmpty { blocks.append(movementTable(decision.givesWay, reading)) }
  let shown = Array(why.levers.prefix(leversShownMax))
  if shown.isEmpty {
    blocks.append(
      .paragraph(
        "No single change that was tried brings it \(place)\(decision.schedule == nil ? "" : " for less")."
      ))
  } else {
    blocks.append(
      .paragraph(
        "Single changes that bring it \(place)\(decision.schedule == nil ? "" : " for less"), each of them solved, the cheapest first:"
      ))
    blocks.append(.table(leverTable(shown, of: why.initiative, reading)))
  }
  return Section(title: Prose("What would bring it \(place)"), blocks: blocks)
}

/// More rows than this nobody weighs against one another.
private let leversShownMax = 8

private func decided(_ decision: Inclusion, _ place: String, _ reading: Reading) -> Prose {
  if decision.schedule == nil {
    return "It cannot simply be decided: \(price(decision, reading))."
  }
  var text: Prose = "To decide so and change nothing else "
  text +=
    reading.plan.printsMoney
    ? "costs \(price(decision, reading)) of delay." : "is possible."
  return text + (decision.givesWay.isEmpty ? " Nobody gives way." : " These give way:")
}

/// Levers with their price and what they do.
func leverTable(
  _ levers: [Lever], of initiative: InitiativeID, _ reading: Reading
) -> Table {
  let rows = levers.map { lever -> [Prose] in
    let start = lever.schedule.start(of: initiative.index, in: reading.problem)
    let others = lever.movements.filter { $0.givesWay && $0.initiative != initiative.raw }
    return [
      capitalised(reading.phrase(lever.change)), costs(lever, reading),
      reading.plan.printsMoney ? reading.rise(lever.rise) : "",
      start.map { "\(figure: reading.model.date(ofDay: $0).text)" } ?? "–",
      others.isEmpty ? "nobody" : movements(others, reading, limit: 2),
    ]
  }
  return Table(
    columns: [
      Table.Column("Change"), Table.Column("Costs", .trailing),
      Table.Column("Cost of delay", .trailing), Table.Column("It starts"),
      Table.Column("Gives way"),
    ], rows: rows
  ).compacted
}

private func costs(_ lever: Lever, _ reading: Reading) -> Prose {
  guard let price = lever.price else { return "not known" }
  guard price > .zero else { return "–" }
  return "\(figure: reading.money(price.minorUnits, isProved: true))"
}
