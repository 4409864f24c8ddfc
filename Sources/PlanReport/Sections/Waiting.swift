import PlanInsight
import PlanModel

/// What it costs to put off what is scheduled by one cycle; `nil` without money, or when nobody
/// asked.
func waitingSection(_ reading: Reading) -> Section? {
  // What others would lose, and what planning anew saves, are sums with what is kept back in them.
  guard reading.plan.printsMoney, !reading.hidesWorth else { return nil }
  let steps = waitingCases(reading)
  guard !steps.isEmpty else { return nil }
  // In the plan's order: none is dearer than the other.
  let free = steps.filter(\.isFree).sorted { $0.initiative < $1.initiative }
  let dear = steps.filter { !$0.isFree }
  let phrase = reading.plan.cycle.phrase
  var blocks: [Block] = [
    .paragraph(
      """
      What the business loses if one initiative starts \(phrase) later than scheduled and everything else \
      is planned anew around it. \(emphasis: "Alone") is its own loss; \(emphasis: "others") is what those would lose who wait \
      for it or for its people if nothing were planned anew.
      """)
  ]
  if let picture = waitingPicture(steps, reading) { blocks.append(.picture(picture)) }
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
  if let count = reading.answer.plannedAnew {
    blocks.append(.paragraph(plannedAnewNote(count)))
  }
  if steps.count > 1 {
    blocks.append(
      .paragraph("These figures do not add up: each assumes that only the one initiative waits."))
  }
  return Section(title: "What waiting costs", blocks: blocks)
}

/// Says that of many not all were searched for.
func plannedAnewNote(_ count: Int) -> Prose {
  """
  The rest is planned anew around the \(count) that lose most if everybody makes way; what the others lose then is their \
  figure.
  """
}

/// What is known of putting everything off by a cycle, the dearest first; what cannot wait comes before all amounts.
func waitingCases(_ reading: Reading) -> [WaitingCase] {
  let delay = Deferral.Delay.by(reading.plan.cycle)
  return reading.answer.deferrals.compactMap { deferral -> WaitingCase? in
    guard let deferral, let step = deferral.step(delay),
      reading.standings[Int(deferral.initiative)] != .hidden
    else { return nil }
    return WaitingCase(initiative: Int(deferral.initiative), step: step)
  }.sorted { ($0.rank, $1.initiative) > ($1.rank, $0.initiative) }
}

/// What it costs to put one initiative off by a cycle.
struct WaitingCase {
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

private func names(_ cases: [WaitingCase], _ reading: Reading) -> Prose {
  cases.map { Prose(reading.label($0.initiative), .emphasis) }.joinedAsSentence()
}

private func table(_ cases: [WaitingCase], _ reading: Reading) -> Table {
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
