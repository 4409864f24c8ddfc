package import PlanInsight
import PlanModel

/// Which initiatives a number of slots takes, what falls under the line, and what other orders would cost, for `plan fund`.
package func fundingPage(
  _ funding: Funding, _ orders: OrderComparison, _ answer: Answer, missing: [String]
) -> Document {
  let reading = Reading(answer)
  var sections = [line(funding, reading)]
  if let section = under(funding, reading) { sections.append(section) }
  if let section = aside(funding, reading) { sections.append(section) }
  sections += orderSections(orders, reading, missing: missing)
  return questionPage(reading, sections, remarks: remarks(funding, reading))
}

// MARK: The line

private func line(_ funding: Funding, _ reading: Reading) -> Section {
  let mandatory = funding.funded.filter { $0.saves == 0 && $0.reason.isMandatory }
  var intro: Prose = capitalised("\(counted(funding.slots, "slot")). ")
  if funding.isOverfull {
    intro += """
      What has to be done and what has begun takes \(inWords(mandatory.count)): more than there are. Nothing is left to choose.
      """
  } else {
    intro +=
      mandatory.isEmpty
      ? "Nothing has to be done first."
      : """
      \(capitalised(counted(mandatory.count, "slot"))) \(mandatory.count == 1 ? "goes" : "go") to what has to be done or has \
      begun, with what that needs.
      """
    let free = funding.slots - funding.funded.count
    if free > 0 {
      intro += """
         \(capitalised(counted(free, "slot"))) \(free == 1 ? "stays" : "stay") empty: nothing more lowers the cost.
        """
    }
  }
  if reading.plan.printsMoney, funding.cost < funding.costOfMandatory {
    let before = reading.money(funding.costOfMandatory, isProved: false)
    let after = reading.money(funding.cost, isProved: false)
    let first: Prose = mandatory.isEmpty ? "With none of them" : "With those alone"
    intro += """
       \(first) waiting costs \(figure: before), with all of these \(figure: after).
      """
  }
  let rows = funding.funded.enumerated().map { index, funded -> [Prose] in
    [
      "\(index + 1)", "\(strong: reading.label(funded.initiative.index))",
      reason(funded.reason, reading),
      isFirstOfItsKind(index, funding) ? saved(funded.saves, reading) : "with the one above",
      firmness(funded.stability, isAbove: true),
    ]
  }
  return Section(
    title: "Funded",
    blocks: [
      .paragraph(intro),
      .table(
        Table(
          columns: [
            Table.Column("#", .trailing), Table.Column("Initiative"), Table.Column("Why"),
            Table.Column("Saves", .trailing), Table.Column("How firm"),
          ], rows: rows
        ).compacted),
    ])
}

extension Funding.Reason {
  fileprivate var isMandatory: Bool {
    switch self {
    case .begun, .mandatory, .needed: true
    case .goal, .chosen: false
    }
  }
}

/// What was taken together is told once: a row whose figure is that of the row above belongs to it.
private func isFirstOfItsKind(_ index: Int, _ funding: Funding) -> Bool {
  guard index > 0 else { return true }
  let (above, row) = (funding.funded[index - 1], funding.funded[index])
  guard row.saves > 0, row.saves == above.saves else { return true }
  switch (above.reason, row.reason) {
  case (.goal(let one), .goal(let other)): return one != other
  case (.needed(let owner), .chosen): return owner != row.initiative
  case (.needed(let one), .needed(let other)): return one != other
  default: return true
  }
}

private func reason(_ reason: Funding.Reason, _ reading: Reading) -> Prose {
  switch reason {
  case .begun: "has begun"
  case .mandatory: "has to be done"
  case .needed(let owner): "\(emphasis: reading.label(owner.index)) needs it"
  case .goal(let goal): "for \(emphasis: reading.label(goal)), which is worth something whole"
  case .chosen: ""
  }
}

private func saved(_ amount: Int64, _ reading: Reading) -> Prose {
  guard reading.plan.printsMoney, amount > 0 else { return "" }
  return "\(figure: "about " + reading.money(amount, isProved: false))"
}

private func firmness(_ stability: Funding.Stability?, isAbove: Bool) -> Prose {
  guard let stability else { return "" }
  if stability.isFirm { return "firm" }
  var parts: [Prose] = []
  if !stability.holdsAgainstWorth {
    parts.append(isAbove ? "out at half its worth" : "in at one and a half times its worth")
  }
  if !stability.holdsAgainstEffort {
    parts.append(isAbove ? "out with half as much effort again" : "in with half the effort")
  }
  return parts.joined(separator: ", ")
}

private func under(_ funding: Funding, _ reading: Reading) -> Section? {
  guard !funding.below.isEmpty else { return nil }
  let rows = funding.below.map { below -> [Prose] in
    let others = below.bundle.dropLast().map { Prose(reading.label($0.index), .emphasis) }
    return [
      "\(strong: reading.label(below.initiative.index))",
      besides(others), saved(below.saves, reading),
      firmness(below.stability, isAbove: false),
      reviewed(below.initiative.index, reading),
    ]
  }
  return Section(
    title: "Under the line",
    blocks: [
      .paragraph(
        "Not funded. What each would save if it had a slot besides, with what it needs, the best first."
      ),
      .table(
        Table(
          columns: [
            Table.Column("Initiative"), Table.Column("Needs besides"),
            Table.Column("Would save", .trailing), Table.Column("How firm"),
            Table.Column("Looked at again"),
          ], rows: rows
        ).compacted),
    ])
}

/// The nearest by name: what is needed first stands first.
private func besides(_ others: [Prose]) -> Prose {
  guard others.count > namesMax else { return others.joinedAsSentence() }
  let first = others.prefix(namesMax - 1).joined(separator: ", ")
  return "\(first) and \(inWords(others.count - namesMax + 1)) more"
}

private let namesMax = 3

private func aside(_ funding: Funding, _ reading: Reading) -> Section? {
  guard !funding.aside.isEmpty else { return nil }
  let names = funding.aside.map { index -> Prose in
    let words = reading.plan.initiatives[index.index].words
    let why = words.whyNot.map { ": \($0)" } ?? ""
    return "\(emphasis: reading.label(index.index))\(why)"
  }
  return Section(title: "Not asked for a slot", blocks: [.list(names)])
}

// MARK: Orders

private func orderSections(
  _ comparison: OrderComparison, _ reading: Reading, missing: [String]
) -> [Section] {
  guard let solved = comparison.orders.first else { return [] }
  let costs = comparison.orders.map { order -> [Prose] in
    let more = order.delayCost.addingClamped(-solved.delayCost)
    return [
      "\(strong: words(order.rule))",
      reading.plan.printsMoney ? "\(figure: reading.money(order.delayCost, isProved: true))" : "",
      reading.plan.printsMoney && order.rule != .solved ? against(more, reading) : "",
      order.breaks.isEmpty ? "" : reading.breaks(order.breaks),
    ]
  }
  var blocks: [Block] = [
    .paragraph(
      "What waiting costs if initiatives are begun in an order, each as early as it fits, instead of as solved."
    ),
    .table(
      Table(
        columns: [
          Table.Column("Order"), Table.Column("Cost of waiting", .trailing),
          Table.Column("Against the schedule", .trailing), Table.Column("Remark"),
        ], rows: costs
      ).compacted),
  ]
  blocks += missing.map { .paragraph(Prose(marked: $0)) }
  let open = solved.places.indices.filter { solved.places[$0] != nil }
    .sorted { (solved.places[$0] ?? 0, $0) < (solved.places[$1] ?? 0, $1) }
  let rows = open.prefix(rowsMax).map { index -> [Prose] in
    ["\(strong: reading.label(index))"]
      + comparison.orders.map { place(of: index, $0) }
  }
  blocks.append(
    .table(
      Table(
        columns: [Table.Column("Initiative")]
          + comparison.orders.map { Table.Column(Prose(words($0.rule)), .trailing) },
        rows: Array(rows))))
  if open.count > rowsMax {
    blocks.append(
      .paragraph("\(capitalised(inWords(open.count - rowsMax))) more come later in the schedule."))
  }
  blocks += sureness(comparison, open, reading)
  return [Section(title: "Ranks instead of a schedule", blocks: blocks)]
}

/// A place, and those between which it lies when estimates are drawn.
private func place(of initiative: Int, _ order: OrderComparison.Order) -> Prose {
  guard let place = order.places[initiative] else { return "–" }
  guard let drawn = order.stabilities[initiative]?.places, drawn != place...place else {
    return "\(figure: "\(place)")"
  }
  let range = drawn.count == 1 ? "\(drawn.lowerBound)" : "\(drawn.lowerBound)–\(drawn.upperBound)"
  return "\(figure: "\(place) (\(range))")"
}

/// What is not sure of its side of the line when estimates are drawn.
private func sureness(
  _ comparison: OrderComparison, _ open: [Int], _ reading: Reading
) -> [Block] {
  let orders = comparison.orders.filter { $0.rule != .written }
  guard open.count > comparison.line, let draws = comparison.orders.last?.draws,
    let solves = comparison.orders.first?.draws
  else { return [] }
  func chance(_ initiative: Int, _ order: OrderComparison.Order) -> Rational? {
    order.stabilities[initiative]?.aboveLine
  }
  let unsure = open.filter { initiative in
    orders.contains { order in
      chance(initiative, order).map { .percent(5) < $0 && $0 < .percent(95) } ?? false
    }
  }
  let basis: Prose = """
    Places in brackets are those between which it lies in eight of ten plans whose estimates, risks and paces are drawn as \
    \(code: "plan simulate") draws them: \(figure: String(draws)) for the ranks, the first \(figure: String(solves)) of them \
    solved.
    """
  let line = "the first \(inWords(comparison.line))"
  guard !unsure.isEmpty else {
    return [
      .paragraph("\(basis) By every order, the same are among \(line) in over 95 % of them.")
    ]
  }
  let rows = unsure.prefix(rowsMax).map { initiative -> [Prose] in
    ["\(strong: reading.label(initiative))"]
      + orders.map { order in
        chance(initiative, order).map { "\(figure: chanceText($0))" } ?? "–"
      }
  }
  return [
    .paragraph(
      """
      \(basis) In how many of them each is among \(line); the others are, or are not, in over 95 %:
      """),
    .table(
      Table(
        columns: [Table.Column("Initiative")]
          + orders.map { Table.Column(Prose(words($0.rule)), .trailing) }, rows: Array(rows))),
  ]
}

private func against(_ more: Int64, _ reading: Reading) -> Prose {
  more == 0
    ? "the same" : "\(figure: (more < 0 ? "" : "+") + reading.money(more, isProved: true))"
}

/// As many as fit on a page.
private let rowsMax = 30

func words(_ rule: Ordering.Rule) -> String {
  switch rule {
  case .solved: "Solved"
  case .written: "As written"
  case .shortestFirst: "WSJF"
  case .costOfDelayByDuration: "CD3"
  case .score(let name): name
  }
}

private func remarks(_ funding: Funding, _ reading: Reading) -> [Prose] {
  var items: [Prose] = [
    """
    Each slot goes to what lowers the cost of the whole plan most for each slot it takes, planned anew every time with nothing \
    else done; then what brings least is exchanged for what takes as many as long as that helps. It is not proved that no other choice is better. \
    Guardrails are laid aside: a share of the work says something of a full plan only.
    """,
    """
    \(strong: "Firm") means that it stays on its side of the line at half its worth and with half as much effort again, or under \
    it at one and a half times its worth and half its effort, each tried alone against the one nearest the line.
    """,
    """
    \(strong: "WSJF") is worth by effort, \(strong: "CD3") the cost of delay of the next \(reading.plan.cycle.noun) by duration, \
    each with an even share of the goals served; scores know no teams, dates and dependencies.
    """,
  ]
  if reading.plan.printsMoney {
    items.append(reading.remarkOnMoney)
  } else {
    items.append("The plan says of nothing what it is worth, so slots go by priority alone.")
  }
  return items
}
