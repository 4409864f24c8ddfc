import PlanInsight
import PlanModel

/// The plan in one paragraph: what comes of it, what is going to be late, what waiting costs, what is asked for.
func briefSummary(_ reading: Reading) -> Section? {
  let sentences: [Prose?] =
    switch reading.audience {
    case .board:
      [dates(reading), waiting(reading), extent(reading), people(reading), asks(reading)]
    default: [extent(reading), dates(reading), waiting(reading), people(reading), asks(reading)]
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
    ; \(soon == scheduled ? "all" : inWords(soon)) of them \(soon == 1 ? "begins" : "begin") by \(figure: first.last.text)
    """
  guard undone > 0 else {
    let all: Prose =
      scheduled == 1
      ? "The one initiative is in the plan"
      : "All \(counted(scheduled, "initiative")) are in the plan"
    return "\(all)\(begin)."
  }
  return """
    Of \(counted(scheduled + undone, "initiative")), \(strong: inWords(scheduled) + (scheduled == 1 ? " is" : " are") + " in the plan")\
    \(begin). \(capitalised(inWords(undone))) \(undone == 1 ? "is" : "are") left out.
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
    note(reading.verdict(ofGoal: goal), Brief.cut(reading.label(GoalID(goal))))
  }
  for index in reading.standings.indices where reading.standings[index] != .hidden {
    let name = reading.told(index) ?? "a piece of groundwork with a deadline"
    note(reading.verdict(of: index), name)
  }
  guard !lights.isEmpty else { return nil }
  let count = lights.count
  guard !late.isEmpty || !unsure.isEmpty else {
    return count == 1
      ? "The one date we are held to is on track."
      : "\(count == 2 ? "Both" : "All \(inWords(count))") dates we are held to are on track."
  }
  var text: Prose =
    count == 1 ? "The one date we are held to" : "Of \(inWords(count)) dates we are held to"
  var parts: [Prose] = []
  if !late.isEmpty {
    parts.append(
      count == 1
        ? " \(strong: "is off track"): \(few(late))"
        : "\(strong: inWords(late.count) + (late.count == 1 ? " is" : " are") + " off track"): \(few(late))"
    )
  }
  if !unsure.isEmpty {
    parts.append(
      count == 1
        ? " is at risk: \(few(unsure))"
        : "\(inWords(unsure.count)) \(unsure.count == 1 ? "is" : "are") at risk: \(few(unsure))")
  }
  text += (count == 1 ? "" : ", ") + parts.joined(separator: "; ")
  return text + "."
}

/// Names up to a number that is read.
private func few(_ names: [Prose]) -> Prose {
  guard names.count > Brief.itemsMax else { return names.joinedAsSentence() }
  let shown = Array(names.prefix(Brief.itemsMax - 1))
  return (shown + ["\(inWords(names.count - shown.count)) more"]).joinedAsSentence()
}

private func waiting(_ reading: Reading) -> Prose? {
  guard reading.plan.printsMoney, reading.delayCost > 0 else { return nil }
  let until: Prose = "\(figure: reading.lastDate.text)"
  guard !reading.hidesWorth, let cost = reading.answer.simulation?.cost else {
    return
      "Waiting costs \(reading.total(reading.delayCost)) until \(until), if all goes as expected."
  }
  let half = reading.money(cost.percentile(50).minorUnits, isProved: false)
  let most = reading.money(cost.percentile(80).minorUnits, isProved: false)
  guard half != most else { return "Until \(until), waiting costs \(strong: half)." }
  return """
    Until \(until), waiting costs under \(strong: half) in half of the trials and under \(strong: most) in four of five.
    """
}

private func people(_ reading: Reading) -> Prose? {
  guard let (now, then) = reading.headcount, now != then else { return nil }
  return """
    We are \(heads(now)) people today and \(then < now ? "will be down to" : "plan to be") \(heads(then)) by \
    \(figure: reading.plan.end.text).
    """
}

private func asks(_ reading: Reading) -> Prose? {
  let asks = reading.plan.asks
  guard !asks.isEmpty else { return nil }
  let first = asks.compactMap { reading.stake(of: $0).last }.min()
  let by: Prose =
    first.map { day in
      asks.count == 1 ? ", due by \(figure: day.text)" : "; the first is due by \(figure: day.text)"
    } ?? ""
  return "We ask for \(strong: counted(asks.count, "decision"))\(by)."
}
