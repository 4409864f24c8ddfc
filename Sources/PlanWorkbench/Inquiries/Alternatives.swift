internal import PlanInsight
internal import PlanModel
internal import PlanReport

/// What can be done about something that came in (`plan options`), that is to be stopped, or that is to be chosen.
///
/// A choice of the plan is asked about with the same command: what it holds is called `option`, and what is wanted of both is
/// the ways there are, each with its price.
///
/// - Parameters:
///   - solved: The plan with it, whose schedule keeps the hard demands.
///   - name: The initiative or choice; `nil` for the initiative of the file that the plan is asked about together with.
///   - isDropped: Whether it is to be stopped.
/// - Returns: Alternatives, each of them solved, and which takes least.
/// - Throws: When there is nothing to decide on.
package func options(
  _ solved: SolvedPlan, _ name: String?, isDropped: Bool
) throws(Misasked) -> Report {
  if !isDropped, let name, solved.checked.initiative(named: name) == nil,
    let choice = solved.model.plan.choices.firstIndex(where: { $0.name == name })
  {
    return options(ofChoice: choice, solved)
  }
  let initiative =
    if let name {
      try solved.knownInitiative(named: name)
    } else {
      try solved.checked.addedInitiative()
    }
  let name = solved.model.plan.initiatives[initiative.index].name
  let planned = solved.model.plan.initiatives[initiative.index]
  let problem = solved.model.problem
  if problem.initiatives[initiative.index].works.isEmpty {
    throw Misasked("`\(name)` is \(planned.status.rawValue): nothing is left to decide on")
  }
  let inquiry = solved.inquiry
  let found: Alternatives
  if isDropped {
    guard solved.solution.schedule.isDone(initiative.index, in: problem) else {
      throw Misasked(
        "`\(name)` is not in the schedule: there is nothing to stop",
        help:
          "`\(solved.shell.words("plan explain", inSession: "why")) \(name)` says why")
    }
    found = Alternatives(
      departureOf: initiative, in: solved.model, base: solved.solution, inquiry: inquiry)
  } else {
    guard problem.isOpen(initiative.index) else {
      throw Misasked(
        "`\(name)` has begun: whether to take it on is decided",
        help:
          "`\(solved.shell.words("plan options --drop", inSession: "options drop")) \(name)` asks whether to stop it"
      )
    }
    found = Alternatives(
      arrivalOf: initiative, in: solved.model, base: solved.solution, inquiry: inquiry)
  }
  let answer = scheduled(solved)
  return Report(document: optionsPage(found, answer, isDropped: isDropped)) {
    try optionsJSON(found, answer, isDropped: isDropped)
  }
}

private func options(ofChoice choice: Int, _ solved: SolvedPlan) -> Report {
  let weighing = ChoiceWeighing(
    of: choice, in: solved.model, base: solved.solution, inquiry: solved.inquiryOfMany)
  let answer = scheduled(solved)
  return Report(document: choicePage(weighing, answer)) { try choiceJSON(weighing, answer) }
}
