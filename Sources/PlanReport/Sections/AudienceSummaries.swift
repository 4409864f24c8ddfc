import PlanInsight
import PlanModel

/// The plan for those who decide on what is built: what users get first, how sure, what is left out.
func productSummary(_ reading: Reading) -> Section? {
  let features = reading.features.sorted {
    (reading.order(of: $0), $0) < (reading.order(of: $1), $1)
  }
  var sentences: [Prose] = []
  if let first = features.first {
    let now = features.filter {
      reading.model.horizon(ofDay: reading.model.day(of: reading.order(of: $0))).index == 0
    }
    var text: Prose = "Users get \(counted(features.count, "thing")) from this plan"
    let end = reading.plan.horizons[0].last.text
    text +=
      now.isEmpty
      ? "; none of them is safe to promise by \(figure: end)"
      : "; \(strong: inWords(now.count)) \(now.count == 1 ? "is" : "are") safe to promise by \(figure: end)"
    sentences.append(text + ".")
    var name: Prose = "\(emphasis: reading.titled(first))"
    let safe = reading.safe(first)
    if !safe.isEmpty { name += ", \(safe)" }
    sentences.append("The first is \(name).")
  } else {
    sentences.append("Nothing in this plan is something that users get.")
  }
  let enabling = reading.standings.indices.filter {
    reading.standings[$0].span != nil && reading.isEnabling($0)
  }
  if !enabling.isEmpty {
    sentences.append(
      """
      \(capitalised(counted(enabling.count, "piece"))) of groundwork \(enabling.count == 1 ? "comes" : "come") with it, \
      and \(enabling.count == 1 ? "decides" : "decide") when.
      """)
  }
  let asked = reading.undone.filter { !reading.isEnabling($0) }
  if !asked.isEmpty {
    let names = asked.prefix(3).map { Prose(reading.label($0), .emphasis) }
    let more: [Prose] = asked.count > 3 ? ["\(inWords(asked.count - 3)) more"] : []
    sentences.append("Not in it: \((names + more).joinedAsSentence()).")
  }
  if let goals = goalDates(reading) { sentences.append(goals) }
  return Section(title: "In short", blocks: [.paragraph(sentences.joined(separator: " "))])
}

/// Goals with a date by how they stand, the worst first.
private func goalDates(_ reading: Reading) -> Prose? {
  let lights: [Health.Light] = [.red, .amber, .green]
  let sentences = lights.compactMap { light -> Prose? in
    let named = reading.goals.compactMap { index -> Prose? in
      guard let by = reading.plan.goals[index].by, reading.verdict(ofGoal: index).light == light
      else { return nil }
      return "\(emphasis: reading.label(GoalID(index))), wanted by \(figure: by.text),"
    }
    guard !named.isEmpty else { return nil }
    let verb = named.count == 1 ? "is" : "are"
    return "\(named.joined(separator: " and ")) \(verb) \(strong: light.phrase)."
  }
  return sentences.isEmpty ? nil : sentences.joined(separator: " ")
}

/// The plan for those who build it: what decides the end, who is full, what is open.
func engineeringSummary(_ reading: Reading) -> Section? {
  var sentences: [Prose] = []
  let works = reading.schedule.placements.indices.count { place in
    let id = reading.model.workIDs[place]
    let initiative = reading.plan.works[id.index].initiative.index
    return reading.schedule.placements[place] != nil && reading.standings[initiative] != .hidden
  }
  let scheduled = reading.standings.count { $0.span != nil }
  guard works > 0 else { return nil }
  let teams = reading.teams.count
  let out: Prose =
    switch reading.undone.count {
    case 0: "nothing is left out"
    case 1: "one is left out"
    case let count: "\(inWords(count)) are left out"
    }
  sentences.append(
    """
    \(capitalised(counted(scheduled, "initiative"))) in \(counted(works, "piece")) of work for \(counted(teams, "team")); \(out).
    """)
  if let full = fullest(reading) { sentences.append(full) }
  if let last = reading.answer.chain.links.last, reading.answer.chain.links.count > 1 {
    let id = reading.model.workIDs[Int(last.work)]
    sentences.append(
      """
      \(capitalised(counted(reading.answer.chain.links.count, "piece"))) of work in a row decide the end, the last of them \
      \(emphasis: reading.label(id)).
      """)
  }
  let open = reading.plan.externals.indices.filter { index in
    let external = reading.plan.externals[index]
    return external.commitment.isLoose && reading.shows(external.readers)
      && Need(ExternalID(index), reading.schedule, reading.model) != nil
  }
  if !open.isEmpty {
    let decide = open.compactMap {
      Need(ExternalID($0), reading.schedule, reading.model)?.decideBy
    }.min()
    let way: Prose =
      decide.map {
        open.count == 1
          ? "; our way round it begins by \(figure: $0.text)"
          : "; our first way round one of them begins by \(figure: $0.text)"
      } ?? ""
    sentences.append(
      "Nobody has committed to \(counted(open.count, "thing")) that we wait for\(way).")
  }
  return Section(title: "In short", blocks: [.paragraph(sentences.joined(separator: " "))])
}

/// Teams that have hardly anything left in the months ahead.
private func fullest(_ reading: Reading) -> Prose? {
  let full = reading.answer.loads.filter { load in
    guard reading.teams.contains(load.team) else { return false }
    let ahead = load.months.prefix(monthsAhead)
    let placed = ahead.reduce(Effort.zero) { $0 + $1.placed }
    let planned = ahead.reduce(Effort.zero) { $0 + $1.planned }
    return Rational(placed.minutes, planned.minutes).map { $0 >= .percent(95) } ?? false
  }
  guard !full.isEmpty else {
    return "No team is full in the next three months."
  }
  let names = full.map { Prose(reading.label($0.team), .strong) }
  return
    "\(names.joinedAsSentence()) \(full.count == 1 ? "has" : "have") hardly an hour to spare in the next three months."
}

private let monthsAhead = 3
