import PlanInsight
import PlanModel

/// What it costs to put off what is scheduled by one cycle; `nil` without money, or when nobody
/// asked.
func waitingSection(_ reading: Reading) -> Section? {
  guard reading.plan.printsMoney else { return nil }
  let delay = Deferral.Delay.by(reading.plan.cycle)
  let steps = reading.answer.deferrals.compactMap { deferral -> Case? in
    guard let deferral, let step = deferral.step(delay) else { return nil }
    return Case(initiative: Int(deferral.initiative), step: step)
  }
  guard !steps.isEmpty else { return nil }
  let free = steps.filter(\.isFree)
  let dear = steps.filter { !$0.isFree }
    .sorted { ($0.rank, $1.initiative) > ($1.rank, $0.initiative) }
  let phrase = reading.plan.cycle.phrase
  var blocks: [Block] = [
    .paragraph(
      """
      What the business loses if one initiative starts \(phrase) later than scheduled and everything else \
      is planned anew around it. \(emphasis: "Alone") is its own loss; \(emphasis: "others") is what those would lose who wait \
      for it or for its people if nothing were planned anew.
      """)
  ]
  if !dear.isEmpty { blocks.append(.table(table(dear, reading))) }
  let certain = names(free.filter(\.isCertain), reading)
  if !certain.isEmpty {
    blocks.append(.paragraph("\(certain) can wait \(phrase) without loss."))
  }
  let likely = names(free.filter { !$0.isCertain }, reading)
  if !likely.isEmpty {
    blocks.append(
      .paragraph("For \(likely) no loss was found, as long as the rest is planned anew."))
  }
  if steps.count > 1 {
    blocks.append(
      .paragraph("These figures do not add up: each assumes that only the one initiative waits."))
  }
  return Section(title: "What waiting costs", blocks: blocks)
}

private struct Case {
  var initiative: Int
  var step: Deferral.Step

  var isFree: Bool {
    if case .costs(0, _) = step.net { true } else { false }
  }

  /// Whether that nothing is lost is more than not having found a loss: proved, or true of this
  /// very schedule.
  var isCertain: Bool {
    step.net == .costs(0, isProved: true) || step.shifted == .costs(own: 0, knockOn: 0)
  }

  /// What cannot wait at all is above any amount.
  var rank: Int64 {
    switch step.net {
    case .costs(let amount, _): amount
    case .breaks: .max
    }
  }
}

private func names(_ cases: [Case], _ reading: Reading) -> Prose {
  cases.map { Prose(reading.label($0.initiative), .emphasis) }.joinedAsSentence()
}

private func table(_ cases: [Case], _ reading: Reading) -> Table {
  let rows = cases.map { each -> [Prose] in
    let own: Prose
    let knockOn: Prose
    switch each.step.shifted {
    case .costs(let first, let second):
      own = "\(figure: reading.money(first, isProved: true))"
      knockOn = "\(figure: reading.money(second, isProved: true))"
    case .breaks(let demands):
      own = "–"
      knockOn = reading.breaks(demands)
    }
    return [
      "\(strong: reading.label(each.initiative))",
      Prose(reading.standings[each.initiative].horizon.map { reading.label($0) } ?? ""),
      reading.net(each.step.net), own, knockOn,
    ]
  }
  return Table(
    columns: [
      Table.Column("Initiative"), Table.Column("Planned"),
      Table.Column("One \(reading.plan.cycle.noun) later costs", .trailing),
      Table.Column("Alone", .trailing), Table.Column("Others", .trailing),
    ], rows: rows)
}
