import PlanInsight
import PlanModel

/// The plan in a few sentences: where we are, what the business needs, the gap, how we close it,
/// what we are not doing, what it costs, what we ask for.
func summarySection(_ reading: Reading) -> Section? {
  let parts: [(String, Prose?)] = [
    ("Where we are.", whereWeAre(reading)),
    ("What the business needs.", needs(reading)),
    ("The gap.", gapToClose(reading)),
    ("How we close it.", approach(reading)),
    ("What we are not doing.", leavingOut(reading)),
    (
      reading.plan.printsMoney ? "What time costs." : "How good the order is.",
      costOfTime(reading)
    ),
    ("What we ask for.", asking(reading)),
    ("What would change our mind.", mind(reading)),
  ]
  let paragraphs = parts.compactMap { title, prose in
    prose.map { Block.paragraph("\(strong: title) \($0)") }
  }
  return Section(title: "Summary", blocks: paragraphs)
}

private func whereWeAre(_ reading: Reading) -> Prose? {
  let plan = reading.plan
  guard let (now, then) = reading.headcount else { return nil }
  let chain = reading.model.peopleChain()
  let people =
    now % 10 == 0 ? counted(Int(now / 10), "person", "people") : heads(now) + " people"
  var text: Prose = "We are \(people) in \(counted(plan.teams.count, "team")) today"
  if then != now { text += ", and will be \(headsInWords(then)) by \(figure: plan.end.text)" }
  let until: Prose = then == now ? "\(figure: plan.end.text)" : "then"
  text += ". Until \(until), \(figure: chain.paid.inFull) are paid for"
  if chain.available < chain.paid, !claims(on: plan).isEmpty {
    text += """
      . After \(claims(on: plan).joinedAsSentence()), \(figure: chain.available.inFull) are left
      """
  }
  text +=
    chain.planned < chain.available
    ? """
    ; we plan with \(figure: plan.load.percentText()) of that, \(figure: chain.planned.inFull), and keep the \
    rest for the unforeseen.
    """
    : ", and we plan with all of them."
  return text
}

/// What takes people's time before any plan does, as far as the plan says so.
private func claims(on plan: Plan) -> [Prose] {
  var claims: [Prose] = []
  if plan.teams.contains(where: { $0.availability < .one }) {
    claims.append("on-call, meetings and support")
  }
  if plan.teams.contains(where: { !$0.upkeeps.isEmpty }) { claims.append("what is kept running") }
  if plan.teams.contains(where: { !$0.absences.isEmpty }) { claims.append("absences") }
  if plan.teams.contains(where: { !$0.hires.isEmpty }) {
    claims.append("the time newcomers take")
  }
  return claims
}

private func needs(_ reading: Reading) -> Prose? {
  let goals = reading.goals.map { reading.plan.goals[$0] }
    .filter { !$0.isDropped(by: reading.plan.asOf) }
  guard !goals.isEmpty else { return nil }
  let phrases = goals.map { goal -> Prose in
    var phrase: Prose = "\(strong: named(goal.label, goal.name))"
    if let by = goal.by { phrase += " by \(figure: by.text)" }
    if let metric = goal.metrics.first { phrase += ", taking \(metric.phrase)" }
    return phrase
  }
  if phrases.count == 1 { return "One thing: \(phrases[0])." }
  return "\(capitalised(counted(goals.count, "thing"))): \(phrases.joined(separator: "; "))."
}

private func gapToClose(_ reading: Reading) -> Prose? {
  guard let gap = Gap(reading) else { return nil }
  let verb = gap.count == 1 ? "needs" : "need"
  var text: Prose = """
    The \(counted(gap.count, "initiative")) in this plan still \(verb) \
    \(figure: gap.needed.inFull) of work, as estimated and with the risks we know.
    """
  guard !gap.short.isEmpty else {
    return text + """
       Every team has that much time by \(figure: reading.plan.end.text), so the question is what comes \
      first.
      """
  }
  let phrases = gap.short.enumerated().map { place, team -> Prose in
    """
    \(reading.label(team.id))\(place == 0 ? " has" : "") \(figure: team.planned.personWeeksText) for \
    \(figure: team.asked.personWeeksText)\(place == 0 ? " of work" : "")
    """
  }
  text += """
     There is not time for all of it by \(figure: reading.plan.end.text): \(phrases.joinedAsSentence()).
    """
  if reading.lastDate > reading.plan.end {
    text += " What has begun by then may run on until \(figure: reading.lastDate.text)."
  }
  return text
}

private func approach(_ reading: Reading) -> Prose? {
  let groups = reading.plan.horizons.indices.map { index in
    (HorizonID(index), reading.initiatives(in: HorizonID(index)))
  }.filter { !$0.1.isEmpty }
  guard let (firstHorizon, first) = groups.first else { return nil }
  let until = reading.plan.horizons[firstHorizon.index].last.text
  var text: Prose = """
    \(capitalised(counted(first.count, "initiative"))) \(first.count == 1 ? "starts" : "start") by \
    \(figure: until)
    """
  // Without any value said, nothing is known of who can wait.
  let isKnown = reading.plan.printsMoney || first.count == 1
  let pressing = (isKnown ? mostPressing(first, reading) : []).map {
    Prose(reading.label($0), .emphasis)
  }
  if !pressing.isEmpty {
    text +=
      first.count == 1
      ? ": " : "; \(pressing.count == 1 ? "the one" : "those") that can wait least "
    if first.count > 1 { text += pressing.count == 1 ? "is " : "are " }
    text += pressing.joinedAsSentence()
  }
  let rest = groups.dropFirst().map { horizon, members -> Prose in
    "\(inWords(members.count)) \(members.count == 1 ? "follows" : "follow") in \(reading.label(horizon))"
  }
  text += "."
  if !rest.isEmpty { text += " \(capitalised(rest.joinedAsSentence()))." }
  if let busiest = busiestTeam(reading) { text += " \(busiest)" }
  return text
}

/// Up to three initiatives whose deferral costs most; those first in time where nobody asked.
private func mostPressing(_ members: [Int], _ reading: Reading) -> [Int] {
  let delay = Deferral.Delay.by(reading.plan.cycle)
  func net(_ index: Int) -> Int64 {
    switch reading.answer.deferrals[index]?.step(delay)?.net {
    case .costs(let amount, _)?: amount
    case .breaks?: .max
    case nil: 0
    }
  }
  let costly = members.enumerated().map { (place: $0, member: $1, net: net($1)) }
    .filter { $0.net > 0 }.sorted { ($1.net, $0.place) < ($0.net, $1.place) }.map(\.member)
  return Array((costly.isEmpty ? members : costly).prefix(3))
}

/// The team with the fullest quarter ahead, because that is where the plan is decided.
private func busiestTeam(_ reading: Reading) -> Prose? {
  let shares = reading.answer.loads.compactMap { load -> (TeamID, Rational)? in
    let ahead = load.months.prefix(3)
    let placed = ahead.reduce(Effort.zero) { $0 + $1.placed }
    let planned = ahead.reduce(Effort.zero) { $0 + $1.planned }
    return Rational(placed.minutes, planned.minutes).map { (load.team, $0) }
  }
  guard shares.count > 1, let most = shares.max(by: { $0.1 < $1.1 }), most.1 > .zero else {
    return nil
  }
  return """
    The busiest team in the next three months is \(reading.label(most.0)), with \
    \(figure: most.1.percentText()) of its planned time taken.
    """
}

private func leavingOut(_ reading: Reading) -> Prose? {
  let undone = reading.undoneDearestFirst
  guard !undone.isEmpty else {
    return reading.standings.contains { $0.span != nil }
      ? "Everything in this plan finds a place; nothing is left out." : nil
  }
  let names = undone.prefix(3).map { Prose(reading.label($0), .emphasis) }
  var text: Prose = "\(capitalised(counted(undone.count, "initiative"))) "
  text += undone.count == 1 ? "is not in the schedule: " : "are not in the schedule: "
  text +=
    undone.count > names.count
    ? "\(names.joined(separator: ", ")) and \(inWords(undone.count - names.count)) more."
    : "\(names.joinedAsSentence())."
  let costs = undone.compactMap { reading.answer.undone[$0] }
  if reading.plan.printsMoney, let dearest = costs.max(by: { $0.untilEnd < $1.untilEnd }),
    dearest.untilEnd > 0
  {
    let amount = reading.money(dearest.untilEnd, isProved: true)
    text +=
      undone.count == 1
      ? " Leaving it undone costs \(figure: amount)"
      : " The dearest to leave is \(emphasis: reading.label(dearest.initiative)), at \(figure: amount)"
    text += " by \(figure: reading.lastDate.text)."
  }
  return text
}

private func costOfTime(_ reading: Reading) -> Prose? {
  let solution = reading.answer.solution
  guard reading.plan.printsMoney else { return proof(reading) }
  guard reading.delayCost > 0 else { return nil }
  let baselines = reading.answer.baselines
  var text: Prose = """
    In this order, waiting costs \(reading.total(reading.delayCost)) in all until \
    \(figure: reading.lastDate.text), if everything takes what is to be expected; that \(reading.optimism).
    """
  if reading.hidesWorth { return text + " \(emphasis: "Opportunity, not budget.")" }
  if let cost = reading.answer.simulation?.cost {
    text += """
       In half of the trials it is under \(figure: reading.money(cost.percentile(50).minorUnits, isProved: true)), in four of \
      five under \(figure: reading.money(cost.percentile(80).minorUnits, isProved: true)).
      """
  }
  let avoidable = solution.delayCost.addingClamped(-baselines.unlimited)
  if avoidable > 0 {
    let amount: Prose =
      solution.isOptimal
      ? "\(reading.total(avoidable))" : "\(figure: "at most " + reading.atMost(avoidable))"
    text += """
       Of that, \(amount) is the price of doing one thing after another; the rest would be lost even with \
      people for everything at once.
      """
  }
  var savings: [Prose] = []
  if let written = baselines.written, written > solution.delayCost {
    savings.append(
      """
      \(reading.total(written.addingClamped(-solution.delayCost))) against doing things in the order they are \
      written down
      """)
  }
  if let shortest = baselines.shortestFirst, shortest > solution.delayCost {
    savings.append(
      """
      \(reading.total(shortest.addingClamped(-solution.delayCost))) against ranking them by value for \
      effort (WSJF)
      """)
  }
  if !savings.isEmpty { text += " This order saves \(savings.joinedAsSentence())." }
  return text + " \(proof(reading)) \(emphasis: "Opportunity, not budget.")"
}

/// The first of it; the section has the rest.
private func mind(_ reading: Reading) -> Prose? {
  let all = doubts(reading).prefix(2)
  return all.isEmpty ? nil : all.joined(separator: " ")
}

private func asking(_ reading: Reading) -> Prose? {
  guard !reading.plan.asks.isEmpty else { return nil }
  return "\(reading.plan.asks.map { request($0, reading) }.joined(separator: "; "))."
}
