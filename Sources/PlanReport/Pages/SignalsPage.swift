package import PlanInsight
import PlanModel

/// What says that work may have to be stopped, by when others have to deliver, and what gates decide on, for `plan signals`.
package func signalsPage(_ signals: Signals, _ answer: Answer) -> Document {
  let reading = Reading(answer)
  let sections = [
    active(signals, reading), needs(signals, reading), gates(signals, reading),
  ]
  return questionPage(reading, sections, remarks: remarks(reading))
}

// MARK: Work under way

private func active(_ signals: Signals, _ reading: Reading) -> Section {
  guard !signals.active.isEmpty else {
    return Section(
      title: "Work under way",
      blocks: [.paragraph("Nothing has begun, so there is nothing to stop.")])
  }
  let calling = signals.active.filter { !$0.signals.isEmpty }
  let intro: Prose =
    calling.isEmpty
    ? "Nothing calls for stopping any of it."
    : """
    \(capitalised(counted(calling.count, "initiative"))) \(calling.count == 1 ? "calls" : "call") for a decision: \
    \(calling.map { Prose(reading.label($0.initiative.index), .emphasis) }.joinedAsSentence()). \
    \(code: reading.answer.shell.words("plan options --drop NAME", inSession: "options drop NAME")) weighs going on, another way, a part and stopping.
    """
  let hasMoney = reading.plan.printsMoney
  let rows = signals.active.map { work -> [Prose] in
    [
      "\(strong: reading.label(work.initiative.index))",
      work.milestonesDue > 0
        ? "\(figure: "\(work.missedInARow) of \(work.milestonesDue)")" : "",
      grown(work.growth),
      hasMoney ? "\(figure: reading.money(work.worth.cost.minorUnits, isProved: true))" : "",
      hasMoney ? "\(figure: reading.money(work.worth.value, isProved: true))" : "",
      hasMoney ? stopping(work.worth, reading) : "",
      work.signals.isEmpty
        ? "none"
        : capitalised(work.signals.map { words($0, work, reading) }.joined(separator: "; ")),
    ]
  }
  return Section(
    title: "Work under way",
    blocks: [
      .paragraph(intro),
      .table(
        Table(
          columns: [
            Table.Column("Initiative"), Table.Column("Missed in a row", .trailing),
            Table.Column("Takes now"), Table.Column("Still costs", .trailing),
            Table.Column("Still worth", .trailing), Table.Column("To stop it"),
            Table.Column("Signal"),
          ], rows: rows
        ).compacted),
    ])
}

private func grown(_ growth: CostGrowth?) -> Prose {
  guard let growth else { return "" }
  return """
    \(figure: growth.now.personWeeksText); planned \(figure: growth.planned.personWeeksText), at worst \
    \(figure: growth.worst.personWeeksText)
    """
}

private func stopping(_ worth: RemainingWorth, _ reading: Reading) -> Prose {
  guard case .costs(let amount) = worth.stopping else {
    return worth.stopping == .breaksADemand ? "breaks a demand" : "not asked"
  }
  if amount < 0 {
    return """
      saves \(figure: "about " + reading.money(Int64(clamping: amount.magnitude), isProved: false))
      """
  }
  return amount == 0
    ? "costs nothing" : "costs \(figure: "about " + reading.money(amount, isProved: false))"
}

/// What speaks for a decision, as a phrase.
func words(_ signal: ActiveWork.Signal, _ work: ActiveWork, _ reading: Reading) -> Prose {
  switch signal {
  case .milestonesMissed(let count):
    return "\(counted(count, "milestone")) missed in a row"
  case .worthLessThanItCosts: return "worth less than it still costs"
  case .peopleEarnMoreElsewhere: return "its people would earn more elsewhere"
  case .costPastItsCase:
    let factor = work.growth?.factor.map { " (\($0.text(decimals: 1)) times its case)" } ?? ""
    return "takes more than its worst estimate\(factor)"
  case .goalDropped:
    let goals = work.dropped.map { Prose(reading.label($0), .emphasis) }
    return "\(goals.joinedAsSentence()) \(goals.count == 1 ? "was" : "were") given up"
  }
}

// MARK: Others

private func needs(_ signals: Signals, _ reading: Reading) -> Section {
  guard !signals.needs.isEmpty else {
    return Section(
      title: "By when others have to deliver",
      blocks: [.paragraph("The schedule waits for nothing that others owe.")])
  }
  let rows = signals.needs.map { need -> [Prose] in
    [
      "\(strong: reading.label(need.external))", "\(figure: need.expected.text)",
      "\(figure: need.by.text)",
      need.slack == 0
        ? "nothing" : "\(figure: Elapsed.workingDays(Int32(clamping: need.slack)).text)",
      decide(need, reading),
      need.waiting.first.map { Prose(reading.label($0)) } ?? "",
    ]
  }
  return Section(
    title: "By when others have to deliver",
    blocks: [
      .paragraph(
        "The last day on which each may come without anything starting later, and the last day to decide on another way."
      ),
      .table(
        Table(
          columns: [
            Table.Column("What"), Table.Column("Expected"),
            Table.Column("Needed by"), Table.Column("To spare"), Table.Column("Decide by"),
            Table.Column("Waits first"),
          ], rows: rows
        ).compacted),
    ])
}

private func decide(_ need: Need, _ reading: Reading) -> Prose {
  guard let fallback = reading.plan.externals[need.external.index].fallback,
    let day = need.decideBy
  else { return "no fallback" }
  let name = named(fallback.label, fallback.name)
  if need.isTooLate { return "too late for \(emphasis: name)" }
  return "\(figure: day.text): \(emphasis: name)"
}

// MARK: Gates

private func gates(_ signals: Signals, _ reading: Reading) -> Section {
  guard !signals.gates.isEmpty else {
    return Section(title: "Gates", blocks: [.paragraph("No gate lies ahead.")])
  }
  let hasMoney = reading.plan.printsMoney
  func money(_ amount: Money) -> Prose {
    hasMoney ? ", \(figure: reading.money(amount.minorUnits, isProved: true))" : ""
  }
  let rows = signals.gates.map { stake -> [Prose] in
    let initiative = reading.plan.initiatives[stake.initiative.index]
    let gate = initiative.gates[stake.gate]
    return [
      "\(strong: named(gate.label, gate.name))", Prose(reading.label(stake.initiative.index)),
      "\(figure: gate.on.text)\(gate.on < reading.plan.asOf ? ", gone by undecided" : "")",
      Prose(gate.needs), standing(stake, initiative),
      "\(figure: stake.until.personWeeksText)\(money(stake.costUntil))",
      "\(figure: stake.after.personWeeksText)\(money(stake.costAfter))",
      hasMoney ? "\(figure: reading.money(stake.worth.value, isProved: true))" : "",
    ]
  }
  return Section(
    title: "Gates",
    blocks: [
      .paragraph("What it takes to get to each, and what is decided there."),
      .table(
        Table(
          columns: [
            Table.Column("Gate"), Table.Column("Initiative"), Table.Column("On"),
            Table.Column("Needs"), Table.Column("Stands at"), Table.Column("Until then"),
            Table.Column("After it"), Table.Column("At stake", .trailing),
          ], rows: rows
        ).compacted),
    ])
}

/// How far it is by then, and the latest readings of its measures.
private func standing(_ stake: GateStake, _ initiative: Initiative) -> Prose {
  var parts: [Prose] = []
  if let share = stake.doneShare { parts.append("\(figure: share.percentText()) done by then") }
  parts += stake.readings.map { reading in
    let metric = initiative.metrics[reading.metric]
    let share =
      reading.reading.attainment.map { ", \($0.percentText()) of the way" as Prose } ?? ""
    return """
      \(named(metric.label, metric.name)) \(figure: reading.reading.value) on \
      \(figure: reading.reading.on.shortText)\(share)
      """
  }
  return parts.joined(separator: "; ")
}

private func remarks(_ reading: Reading) -> [Prose] {
  var items: [Prose] = [
    "What was spent counts nowhere: it is spent whatever is decided. Only what is still to be paid and what still comes of it are compared.",
    """
    \(strong: "Missed in a row") are the latest milestones whose date has come, of all whose date has come; \
    \(inWords(ActiveWork.missedMost)) call for a decision. \(strong: "Takes now") is what was spent and is still to be done, \
    against the estimates it was decided on.
    """,
    """
    \(strong: "Needed by") is read off the schedule: a day later, and the first who waits would start later. A fallback is counted \
    as one person of its team at it, beginning on the day of the decision.
    """,
  ]
  if reading.plan.printsMoney {
    items += [
      """
      \(strong: "Still worth") is what would be lost if it and what needs it were never done and nothing else moved; what comes \
      after the last day is not in it. \(strong: "To stop it") is solved: its people are planned anew, so that where it saves, \
      they earn more elsewhere.
      """,
      reading.remarkOnMoney, reading.remarkOnRate,
    ]
  }
  return items
}
