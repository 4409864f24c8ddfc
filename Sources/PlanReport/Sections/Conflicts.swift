import PlanInsight
import PlanModel

/// The hard demands that cannot hold and the ways out, in words; `nil` when all hold.
func conflictsSection(_ reading: Reading) -> Section? {
  let broken = reading.answer.solution.broken
  guard !broken.isEmpty else { return nil }
  let nearest = broken.map { words($0, reading) }
  guard let conflict = reading.answer.conflict else {
    let intro: Prose =
      reading.answer.isProvedInfeasible
      ? "The plan asks for things that cannot hold together. No schedule keeps them all:"
      : "No schedule was found that keeps all that the plan demands. The nearest one breaks:"
    return Section(title: "What cannot hold", blocks: [.paragraph(intro), .list(nearest)])
  }
  return Section(
    title: "What cannot hold",
    blocks: [
      .paragraph(intro(conflict)), .list(conflictItems(conflict, reading)),
      .paragraph("The nearest schedule, which is the one shown here, breaks:"), .list(nearest),
    ] + waysOut(conflict, reading))
}

private func intro(_ conflict: Conflict) -> Prose {
  let claim: Prose =
    conflict.isProved
    ? "It is proved that these demands cannot hold together"
    : "No schedule was found in which these demands hold together"
  return conflict.isIrreducible
    ? "\(claim). Each of them is needed for that: without any one of them the others can hold."
    : "\(claim). With some of them left out it is not known whether the others can hold."
}

private func words(_ demand: BrokenDemand, _ reading: Reading) -> Prose {
  switch demand {
  case .undone(let initiative):
    let need = shortage(Int(initiative), until: reading.problem.lastDay - 1, reading)
    return """
      \(strong: reading.label(initiative)) must be done, and is not finished before \
      \(figure: reading.lastDate.adding(days: 1).text)\(need).
      """
  case .late(let initiative, let latest, let finish, let earliest):
    let due = reading.model.date(ofDay: latest)
    var text: Prose = "\(strong: reading.label(initiative)) must be finished by \(figure: due.text)"
    if earliest > latest {
      text += """
        , and could not be before \(figure: reading.model.date(ofDay: earliest).text) even with \
        every team to itself
        """
    } else {
      text += " and would be on \(figure: reading.model.date(ofDay: finish).text)"
    }
    return text + "\(shortage(Int(initiative), until: latest, reading))."
  case .outsideWindow(let initiative, let start):
    let pin = reading.plan.initiatives[Int(initiative)].pin.map { reading.label($0) }
    return """
      \(strong: reading.label(initiative)) is pinned to \(pin ?? "a horizon") and would start on \
      \(figure: reading.model.date(ofDay: start).text).
      """
  case .overBudget(let index, let period, let spent):
    let budget = reading.problem.budgets[Int(index)]
    let (first, last) = reading.dates(of: budget.periods[Int(period)])
    return """
      \(strong: reading.label(budget: index)) allows \(figure: reading.exactly(budget.limit)) from \(dates(first, last)), and \
      what is scheduled costs \(figure: reading.exactly(spent)).
      """
  case .offGuardrail(let index, let period, let missing):
    let guardrail = reading.problem.guardrails[Int(index)]
    let (first, last) = reading.dates(of: guardrail.periods[Int(period)].days)
    return """
      \(strong: reading.label(guardrail: index)) is not kept from \(dates(first, last)), by \
      \(figure: TeamLoad.effort(ofUnits: missing).personWeeksText).
      """
  }
}

extension Reading {
  fileprivate func dates(of days: ClosedRange<Int32>) -> (CivilDate, CivilDate) {
    (model.date(ofDay: days.lowerBound), model.date(ofDay: days.upperBound))
  }

  /// An amount that is known, to three digits.
  fileprivate func exactly(_ minorUnits: Int64) -> String {
    Money(minorUnits: minorUnits).text(plan.currency, significantDigits: 3)
  }
}

/// The first team that has less time to plan until a day than one initiative needs of it.
private func shortage(_ initiative: Int, until day: Int32, _ reading: Reading) -> Prose {
  for team in reading.teams(initiative) {
    let needed = reading.plan.initiatives[initiative].works.reduce(Effort.zero) { sum, index in
      let work = reading.plan.works[index]
      return work.team == team && reading.model.workIndices[index] != nil ? sum + work.effort : sum
    }
    let days = Int(reading.problem.firstDay)..<max(Int(reading.problem.firstDay), Int(day) + 1)
    let planned = reading.model.capacities[team.index].planned(days: days)
    guard needed > planned else { continue }
    return """
      : it needs \(figure: needed.text) of \(reading.label(team)), which has \
      \(figure: planned.text) until then
      """
  }
  return ""
}
