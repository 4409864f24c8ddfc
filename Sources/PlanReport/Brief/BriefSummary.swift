import PlanInsight
import PlanModel

/// The plan in one paragraph: where we are and the gap, how much of it is done, what is going to be late, what waiting costs, what is
/// asked for.
func briefSummary(_ reading: Reading) -> Section? {
  let sentences: [Prose?] =
    switch reading.audience {
    case .board:
      [dates(reading), waiting(reading), people(reading), extent(reading), asks(reading)]
    // What is asked for stands right below.
    default: [people(reading), extent(reading), dates(reading), waiting(reading)]
    }
  let text = sentences.compactMap(\.self)
  guard !text.isEmpty else { return nil }
  return Section(
    title: reading.audience == .board ? "Position" : "In short",
    blocks: [.paragraph(text.joined(separator: " "))])
}

/// How much of what was asked for is in the plan.
private func extent(_ reading: Reading) -> Prose? {
  let scheduled = reading.standings.count { $0.span != nil }
  let undone = reading.undone.count
  guard scheduled + undone > 0 else { return nil }
  let first = reading.plan.horizons[0]
  let soon = reading.initiatives(in: HorizonID(0)).count
  let begin: Prose =
    soon == 0 || scheduled == 1
    ? ""
    : """
    ; \(soon == scheduled ? "all" : inWords(soon)) \(soon == 1 ? "begins" : "begin") by \(figure: first.last.text)
    """
  guard undone > 0 else {
    let all: Prose =
      switch scheduled {
      case 1: "The one initiative is in the plan"
      case 2: "Both initiatives are in the plan"
      default: "All \(counted(scheduled, "initiative")) are in the plan"
      }
    return "\(all)\(begin)."
  }
  return """
    Of \(counted(scheduled + undone, "initiative")), \(strong: inWords(scheduled) + (scheduled == 1 ? " is" : " are") + " in the plan") \
    and \(inWords(undone)) left out\(begin).
    """
}

/// Which of the dates of goals and deadlines will be missed, or may be.
private func dates(_ reading: Reading) -> Prose? {
  var lights: [Health.Light] = []
  var late: [Prose] = []
  var unsure: [Prose] = []
  func note(_ verdict: Verdict, _ name: String) {
    guard let light = verdict.light else { return }
    lights.append(light)
    if light == .red { late.append(Prose(name, .emphasis)) }
    if light == .amber { unsure.append(Prose(name, .emphasis)) }
  }
  for goal in reading.goals {
    note(reading.verdict(ofGoal: goal), reading.cut(reading.label(GoalID(goal))))
  }
  for index in reading.standings.indices where reading.standings[index] != .hidden {
    let name = reading.told(index) ?? "a piece of groundwork with a deadline"
    note(reading.verdict(of: index), name)
  }
  guard !lights.isEmpty else { return nil }
  let count = lights.count
  var parts: [Prose] = []
  if !late.isEmpty {
    parts.append("\(strong: share(late.count, of: count, "off track")): \(few(late, reading))")
  }
  if !unsure.isEmpty {
    parts.append("\(share(unsure.count, of: count, "at risk")): \(few(unsure, reading))")
  }
  guard !parts.isEmpty else {
    return "\(capitalised(held(count))) we are held to \(count == 1 ? "is" : "are") on track."
  }
  // Where all are the same, the share is all there is to say.
  let isAll = [late.count, unsure.count].contains(count)
  let start: Prose =
    isAll
    ? "\(capitalised(held(count))) we are held to "
    : "Of \(counted(count, "date")) we are held to, "
  return start + parts.joined(separator: "; ") + "."
}

/// `three are off track`, or without the number where it is all of them.
private func share(_ part: Int, of all: Int, _ state: String) -> String {
  let verb = part == 1 ? "is" : "are"
  return part == all ? "\(verb) \(state)" : "\(inWords(part)) \(verb) \(state)"
}

/// All of so many dates, as the subject of a sentence.
private func held(_ count: Int) -> String {
  switch count {
  case 1: "the one date"
  case 2: "both dates"
  default: "all \(inWords(count)) dates"
  }
}

/// Names up to a number that is read, and how many others there are: of what, where the names do not say it.
private func few(_ names: [Prose], _ reading: Reading, of noun: String? = nil) -> Prose {
  let room = max(2, reading.fit.items)
  guard names.count > room else { return names.joinedAsSentence() }
  let shown = Array(names.prefix(room - 1))
  let rest = names.count - shown.count
  let more = noun.map { counted(rest, "more \($0)") } ?? inWords(rest) + " more"
  return (shown + [Prose(more)]).joinedAsSentence()
}

private func waiting(_ reading: Reading) -> Prose? {
  guard reading.plan.printsMoney, reading.delayCost > 0 else { return nil }
  let until: Prose = "\(figure: reading.lastDate.text)"
  guard !reading.hidesWorth, let cost = reading.answer.simulation?.cost else {
    return
      "Waiting for all of it costs \(reading.total(reading.delayCost)) until \(until), if all goes as expected."
  }
  let half = reading.money(cost.percentile(50).minorUnits, isProved: false)
  let most = reading.money(cost.percentile(80).minorUnits, isProved: false)
  guard half != most else { return "Until \(until), waiting for all of it costs \(strong: half)." }
  return """
    Until \(until), waiting for all of it costs under \(strong: half) in half of the trials, under \(strong: most) in four of five.
    """
}

/// How many we are, and whether that is enough.
private func people(_ reading: Reading) -> Prose? {
  guard let (now, then) = reading.headcount else { return nil }
  let end: Prose = "\(figure: reading.plan.end.text)"
  var text: Prose = "We are \(headsInWords(now)) \(now == 10 ? "person" : "people") today"
  if then != now {
    text += " and \(then < now ? "will be down to" : "plan to be") \(headsInWords(then)) by \(end)"
  }
  // With something kept back neither side of the comparison would be true.
  guard !reading.hidesWorth, let gap = Gap(reading) else { return text + "." }
  let planned = gap.planned.inFull
  let needed = gap.needed.personWeeksText.replacing(" pw", with: "")
  text += """
    , with \(figure: planned) until \(then == now ? end : "then") for \(figure: needed) of work
    """
  guard !gap.short.isEmpty else { return text + "." }
  let teams = gap.short.map { Prose(reading.label($0.id)) }
  let who: Prose =
    teams.count == reading.teams.count && teams.count > 1
    ? "every team falls short"
    : "\(few(teams, reading, of: "team")) \(teams.count == 1 ? "falls" : "fall") short"
  return text + "; \(who)."
}

private func asks(_ reading: Reading) -> Prose? {
  let asks = reading.asks
  guard !asks.isEmpty else { return nil }
  let first = asks.compactMap(\.stake.last).min()
  let by: Prose =
    first.map { day in
      asks.count == 1 ? ", due by \(figure: day.text)" : "; the first is due by \(figure: day.text)"
    } ?? ""
  return "We ask for \(strong: counted(asks.count, "decision"))\(by)."
}
