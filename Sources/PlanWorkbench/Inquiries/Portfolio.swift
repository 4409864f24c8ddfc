internal import PlanInsight
internal import PlanModel
internal import PlanReport

/// What people and money go to, by kind, goal and team, and what is missing (`plan portfolio`).
///
/// - Parameter solved: The plan, whose schedule keeps the hard demands.
/// - Returns: Shares cycle by cycle against the guardrails, goals without work and work without goals.
package func portfolio(_ solved: SolvedPlan) -> Report {
  let schedule = solved.solution.schedule
  let portfolio = Portfolio(schedule, in: solved.model)
  let coverage = Coverage(schedule, in: solved.model)
  let answer = scheduled(solved)
  return Report(document: portfolioPage(portfolio, coverage, answer)) {
    try portfolioJSON(portfolio, coverage, answer)
  }
}

/// What debts take and what comes of paying them (`plan debt`).
///
/// - Parameter solved: The plan, whose schedule keeps the hard demands.
/// - Returns: The register, and what pays for itself, each also solved with or without it.
package func debts(_ solved: SolvedPlan) -> Report {
  let register = DebtRegister(
    of: solved.model, base: solved.solution, inquiry: solved.inquiryOfMany)
  let answer = scheduled(solved)
  return Report(document: debtPage(register, answer)) { try debtJSON(register, answer) }
}

/// What says that work may have to be stopped, by when others have to deliver, what gates decide on (`plan signals`).
///
/// - Parameter solved: The plan, whose schedule keeps the hard demands.
/// - Returns: Signals, needs and gates; what stopping means is solved.
package func signals(_ solved: SolvedPlan) -> Report {
  let signals = Signals(of: solved.model, base: solved.solution, inquiry: solved.inquiryOfMany)
  let answer = scheduled(solved)
  return Report(document: signalsPage(signals, answer)) { try signalsJSON(signals, answer) }
}
