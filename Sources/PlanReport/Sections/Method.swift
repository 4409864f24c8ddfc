import PlanInsight
import PlanModel

/// How to read the figures: the foot of every report.
func methodSection(_ reading: Reading) -> Section? {
  var items: [Prose] = [
    reading.answer.simulation.map { simulated($0, reading) } ?? """
      \(strong: "Scheduled, not simulated.") Each initiative is taken at the effort to be expected of it. Things \
      seldom go exactly so; until somebody simulates the plan, every date is more hopeful than it looks.
      """,
    "\(strong: "As of") \(figure: reading.plan.asOf.text). What was done before is not counted again.",
  ]
  items.append(
    """
    \(strong: "Effort") is counted in person-weeks (pw), person-days (pd) and hours (h) of people who are at it: 1 pw is \
    5 pd is 40 h.
    """)
  if let uplifts = uplifts(reading.plan) { items.append(uplifts) }
  if reading.hasVerdicts { items.append(rulesOfVerdicts) }
  if let kept = reading.keptBack { items.append(kept) }
  let solution = reading.answer.solution
  if reading.plan.printsMoney {
    items.append(
      """
      \(strong: "Money") is what the business loses by waiting, as the plan states it. It is opportunity, not budget. \
      \(emphasis: "At most") is said where a better answer may exist, and two digits are given instead of three.
      """)
  }
  if solution.isFeasible { items.append("\(strong: "The order.") \(proof(reading))") }
  return Section(title: "How to read this", blocks: [.list(items)])
}

/// What estimates are multiplied by; `nil` where they are taken as they are.
private func uplifts(_ plan: Plan) -> Prose? {
  let paces =
    plan.teams.map { (named($0.label, $0.name), $0.pace.uplift) }
    + plan.classes.map { (named($0.label, $0.name), $0.pace.uplift) }
  let told = paces.filter { $0.1 != .one }.map { name, uplift -> Prose in
    "\(name) \(figure: uplift.percentText())"
  }
  guard !told.isEmpty else { return nil }
  return """
    \(strong: "Estimates") are multiplied by what such work took of them before: \(told.joinedAsSentence()). \
    \(code: "plan calibrate") says how that is known.
    """
}

private func simulated(_ simulation: Simulation, _ reading: Reading) -> Prose {
  let trials = Rational(Int64(simulation.trials)).text(decimals: 0)
  return """
    \(strong: "Simulated.") The order is that of efforts as they are to be expected, and its total cost \(reading.optimism). Dates \
    and chances come from \(figure: trials) trials with efforts, risks, slips and paces drawn anew, in which nobody plans \
    anew, so late dates are pessimistic. \(code: "plan simulate") says what makes the difference.
    """
}
