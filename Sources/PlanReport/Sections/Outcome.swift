import PlanInsight
import PlanModel

/// As of when, at what delay cost, how far from the best: the line that every output has.
func outcome(_ reading: Reading) -> Prose {
  let scheduled = reading.standings.count { $0.span != nil }
  var line: Prose = "As of \(figure: reading.plan.asOf.text): "
  let unstarted = scheduled + reading.undone.count
  line += "\(inWords(scheduled)) of \(counted(unstarted, "initiative")) scheduled"
  if let cost = costs(reading) { line += ", \(cost)" }
  line += ". \(proof(reading))"
  return line
}

private func costs(_ reading: Reading) -> Prose? {
  guard reading.plan.printsMoney else { return nil }
  let solution = reading.answer.solution
  var cost: Prose =
    "delay cost \(reading.total(reading.delayCost)) as scheduled, which \(reading.optimism)"
  if reading.hidesWorth { return cost }
  if solution.softCost > 0 {
    cost += " and \(reading.total(solution.softCost)) for soft demands that are not met"
  }
  if solution.churn > 0 {
    cost += " and \(reading.total(solution.churn)) for moving what was agreed"
  }
  return cost
}

/// What is known about the best possible, in a sentence.
func proof(_ reading: Reading) -> Prose {
  let solution = reading.answer.solution
  guard solution.isFeasible else {
    return reading.answer.isProvedInfeasible
      ? "It is proved that no schedule keeps every hard demand."
      : "No schedule was found that keeps every hard demand; that there is none is not proved."
  }
  if solution.isOptimal { return "Proved optimal: no schedule costs less." }
  guard reading.plan.printsMoney, !reading.hidesWorth else {
    return "It is not proved that no better order exists."
  }
  guard solution.lowerBound > 0, let gap = gap(solution) else {
    return "How much a better order could save is not known."
  }
  // A page has no room for what the bound is.
  if reading.audience?.isBrief ?? false {
    return "A better order could save at most \(figure: gap)."
  }
  let bound = reading.atLeast(solution.lowerBound)
  return """
    No schedule costs less than \(figure: bound), so a better order could save at most \(figure: gap).
    """
}

/// How much of the cost could at most be saved, rounded up so that it is never too small.
func gap(_ solution: Solution) -> String? {
  guard solution.aimCost > 0,
    let share = Rational(
      solution.aimCost.addingClamped(-solution.lowerBound), solution.aimCost),
    let tenths = share.times(1000)?.ceiling, let rounded = Rational(tenths, 1000)
  else { return nil }
  return rounded.percentText(decimals: 1)
}
