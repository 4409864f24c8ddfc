import PlanInsight
import PlanModel

// What makes a plan unsure, and what would help.

/// Promises under the band of their horizon, with what would lift them; `nil` where all are as sure as they have to be.
func unsurePromises(_ reading: OutlookReading) -> Section? {
  guard !reading.outlook.flags.isEmpty else { return nil }
  var blocks: [Block] = []
  for flagged in reading.outlook.flags {
    let flag = flagged.flag
    blocks.append(
      .paragraph(
        """
        \(promise(flag.promise, reading)): \(strong: chanceText(flag.chance)), and \
        \(reading.reading.label(flag.horizon)) asks for \(figure: flag.needed.percentText()).
        """))
    if !flagged.lifts.isEmpty {
      blocks.append(.list(flagged.lifts.prefix(liftsMax).map { lift($0, flag, reading) }))
    } else if flagged.isLookedInto {
      blocks.append(
        .list(["nothing that was tried alone lifts it: less scope, fewer risks, one more person"]))
    }
  }
  if reading.outlook.unliftedCount > 0 {
    blocks.append(
      .paragraph(
        """
        What would lift the last \(inWords(reading.outlook.unliftedCount)) was not looked into: with so many, the plan \
        promises too much.
        """))
  }
  return Section(title: "Less sure than promised", blocks: blocks)
}

private let liftsMax = 4

private func promise(_ promise: Flag.Promise, _ reading: OutlookReading) -> Prose {
  switch promise {
  case .start(let id): "\(strong: reading.reading.label(id.raw)) starts in its horizon"
  case .deadline(let id, let date):
    "\(strong: reading.reading.label(id.raw)) is done by \(figure: date.text)"
  case .agreed(let id, let date):
    "\(strong: reading.reading.label(id.raw)) is done by \(figure: date.text), as agreed"
  case .goal(let id, let date):
    "\(strong: reading.reading.label(id)) is complete by \(figure: date.text)"
  }
}

private func lift(_ lift: Lift, _ flag: Flag, _ reading: OutlookReading) -> Prose {
  var text: Prose
  switch lift.lever {
  case .scope(let id): text = "a quarter less of \(emphasis: reading.reading.label(id.raw))"
  case .risks(let id): text = "no risk of \(emphasis: reading.reading.label(id.raw)) strikes"
  case .external(let id): text = "\(emphasis: reading.reading.label(id)) comes on its date"
  case .person(let id):
    text = "one more person on \(emphasis: reading.reading.label(id)) from the start"
    text += reading.reading.beyondHeadcounts(
      .person(id, nil, from: reading.plan.asOf, until: nil))
  case .earlier(let id, let days):
    text =
      "\(emphasis: reading.reading.label(id.raw)) starts \(counted(Int(days) / 7, "week")) earlier, and others make way"
  }
  text += ": \(strong: chanceText(lift.chance))"
  guard reading.plan.printsMoney else { return text }
  if lift.saves > 0 {
    text +=
      ", and the cost of delay falls by about \(figure: reading.reading.money(lift.saves, isProved: false))"
  } else if lift.saves < 0 {
    text +=
      ", and the cost of delay rises by about \(figure: reading.reading.money(-lift.saves, isProved: false))"
  }
  return text
}

/// What makes the difference, and what it is worth to know it; `nil` where nothing does.
func influencesSection(_ reading: OutlookReading) -> Section? {
  let goals = reading.plan.goals.indices.filter { !reading.outlook.goalInfluences[$0].isEmpty }
  let shown = Array(goals.prefix(goalColumnsMax))
  let ofCost = reading.plan.printsMoney ? reading.outlook.influences : []
  let columnsOfInfluence = [ofCost] + shown.map { reading.outlook.goalInfluences[$0] }
  let sources = told(columnsOfInfluence)
  guard !sources.isEmpty else { return nil }
  let rows = sources.map { source -> [Prose] in
    let shares = columnsOfInfluence.map { influences -> Prose in
      influences.first { $0.source == source }.map { "\(figure: $0.share.percentText())" } ?? ""
    }
    return [name(source, reading), shares[0], worth(source, reading)] + shares.dropFirst()
  }
  let columns =
    [
      Table.Column("What is not known"), Table.Column("Of the spread of the cost", .trailing),
      Table.Column("Worth knowing now", .trailing),
    ] + shown.map { Table.Column(Prose(reading.reading.label(GoalID($0))), .trailing) }
  return Section(
    title: "What to find out first",
    blocks: [
      .paragraph(
        """
        How much of the spread would go if this were known, by itself; the rest is what things do together. What it is \
        \(strong: "worth") is what planning anew would save if it were known before anything starts, so a spike may cost as \
        much.
        """), .table(Table(columns: columns, rows: rows).compacted),
    ])
}

/// What carries a hundredth or more of the spread of the cost or of a goal: by what it carries of the cost, then of the goals.
private func told(_ columns: [[Influence]]) -> [Uncertainty.Source] {
  var sources: [Uncertainty.Source] = []
  for influences in columns {
    for influence in influences
    where influence.share >= .percent(1) && !sources.contains(influence.source) {
      sources.append(influence.source)
    }
  }
  return Array(sources.prefix(influencesMax))
}

private let influencesMax = 10
private let goalColumnsMax = 3

private func worth(_ source: Uncertainty.Source, _ reading: OutlookReading) -> Prose {
  guard let known = reading.outlook.worths.first(where: { $0.source == source }) else { return "" }
  return known.worth == 0
    ? "nothing" : "about \(figure: reading.reading.money(known.worth, isProved: false))"
}

private func name(_ source: Uncertainty.Source, _ reading: OutlookReading) -> Prose {
  switch source {
  case .effort(let work): return "effort of \(emphasis: reading.reading.label(work))"
  case .risk(let id, let index), .damage(let id, let index):
    let risk = reading.plan.initiatives[id.index].risks[index]
    let name: Prose =
      "\(emphasis: named(risk.label, risk.name)) of \(reading.reading.label(id.raw))"
    return risk.origin == .risk ? "risk \(name)" : "whether \(name) holds"
  case .slip(let id), .fallback(let id): return "when \(emphasis: reading.reading.label(id)) comes"
  case .pace(let id): return "pace of \(emphasis: reading.reading.label(id))"
  case .availability(let id):
    return "time that \(emphasis: reading.reading.label(id)) has for work"
  case .referenceClass(let id):
    let known = reading.plan.classes[id.index]
    return "what \(emphasis: named(known.label, known.name)) take"
  case .gate(let id, let index):
    let gate = reading.plan.initiatives[id.index].gates[index]
    return "gate \(emphasis: named(gate.label, gate.name)) of \(reading.reading.label(id.raw))"
  case .loss(let id, let index):
    let risk = reading.plan.initiatives[id.index].risks[index]
    return "loss by \(emphasis: named(risk.label, risk.name)) of \(reading.reading.label(id.raw))"
  case .learner(let id, let index):
    let skill = reading.plan.skills[id.index]
    let learning = skill.learnings[index]
    return
      "when \(emphasis: named(skill.label, skill.name)) is learnt (\(named(learning.label, learning.name)))"
  }
}

/// How the trials were run: what was drawn, what was taken for granted.
func trialsSection(_ reading: OutlookReading) -> Section? {
  var items: [Prose] = [
    """
    \(strong: "Each trial") draws every effort, risk and slip, gate and loss, and how fast each team turns out to be \
    (\(paces(reading))). The order stays as it is scheduled: nobody plans anew inside a trial, so late dates are \
    pessimistic.
    """,
    """
    \(strong: "P80") is the day by which four of five trials are done; \(strong: "after") the plan's end, the last day's \
    people go on.
    """,
    """
    \(strong: "The same plan gives the same figures:") random numbers come from the plan's seed (Philox4x32-10) and what they \
    are drawn for, so scenarios share them.
    """,
  ]
  items += reading.simulation.uncertainty.assumptions.map { "\(strong: "Assumed:") \($0)" }
  return Section(title: "How to read this", blocks: [.list(items)])
}

/// How far the paces of teams may be off, those that somebody has said by name.
private func paces(_ reading: OutlookReading) -> Prose {
  let known = reading.plan.teams.filter { !$0.pace.isAssumed }
  let said = known.map { team -> Prose in
    "±\(figure: team.pace.varies.percentText()) for \(named(team.label, team.name))"
  }
  guard known.count < reading.plan.teams.count || known.isEmpty else {
    return said.joinedAsSentence()
  }
  let assumed: Prose =
    "±\(figure: Pace.ofTeam.varies.percentText()), assumed until \(code: "plan calibrate") says better"
  return said.isEmpty ? assumed : "\(said.joinedAsSentence()); \(assumed) for the others"
}
