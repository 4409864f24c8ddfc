internal import PlanInsight
internal import PlanModel
internal import PlanReport
internal import PlanSemantics
internal import PlanText

/// A plan as a session has it before it: read, solved, and asked what needs no other solve.
package struct Situation: Sendable {
  package let checked: CheckedPlan
  /// `nil` where the plan has errors.
  package let solved: SolvedPlan?
  let answer: Answer?
  /// Of those checks that a schedule alone answers.
  let checks: [CheckOutcome]

  /// - Parameters:
  ///   - checked: The plan.
  ///   - solved: Its schedule; `nil` where it has errors.
  init(_ checked: CheckedPlan, _ solved: SolvedPlan?) {
    self.checked = checked
    self.solved = solved
    guard let solved, let interpreter = checked.interpreter else {
      answer = nil
      checks = []
      return
    }
    let answer = Answer(model: solved.model, solution: solved.solution, inquiry: nil)
    self.answer = answer
    guard !interpreter.checks.isEmpty else {
      checks = []
      return
    }
    let facts = ScheduleFacts(answer, hasDeferrals: false)
    checks = interpreter.checks.compactMap { check in
      let result = interpreter.evaluate(check, facts: facts)
      return result.need == .nothing ? CheckOutcome(check, result, interpreter) : nil
    }
  }

  /// A plan whose schedule was lost.
  package init(unsolved checked: CheckedPlan) { self.init(checked, nil) }

  /// The same schedule of the same text, read from another place.
  package func checkedAgain(_ checked: CheckedPlan) -> Situation {
    Situation(
      checked,
      solved.map {
        SolvedPlan(checked: checked, model: $0.model, solution: $0.solution, effort: $0.effort)
      })
  }

  /// How many initiatives and teams, and how good the schedule is: "24 initiatives · 5 teams · proved optimal".
  package var summary: String {
    guard let plan = checked.plan else { return checked.verdict() }
    return
      ([printable(plan.label)].filter { !$0.isEmpty } + [
        counted(plan.initiatives.count, "initiative"), counted(plan.teams.count, "team"),
        answer.map { PlanReport.standing($0) } ?? "",
      ]).joined(separator: " · ")
  }

  /// What the schedule is, as far as a later one has to be told.
  package var solution: KeptSolution? { solved.map { KeptSolution(solution: $0.solution) } }

  /// Whether somebody stopped the search for its schedule.
  package var isInterrupted: Bool { solved?.isInterrupted ?? false }

  /// Whether it is proved that no schedule is better.
  package var isOptimal: Bool { solved?.solution.isOptimal ?? false }

  /// Initiatives that another version does not have, in the plan's order.
  package func initiatives(notIn other: Situation) -> [String] {
    let known = Set(other.checked.plan?.initiatives.map(\.name) ?? [])
    return (checked.plan?.initiatives.map(\.name) ?? []).filter { !known.contains($0) }
  }

  /// The initiative that is begun first, to try things on; `nil` where none is open.
  package var firstInitiative: String? {
    guard let solved else { return nil }
    let problem = solved.model.problem
    let open = problem.initiatives.indices.filter { problem.isOpen($0) }
    return open.min {
      (solved.solution.schedule.start(of: $0, in: problem) ?? .max, $0)
        < (solved.solution.schedule.start(of: $1, in: problem) ?? .max, $1)
    }.map { solved.model.plan.initiatives[$0].name }
  }

  /// Initiatives of the plan, slices as the one that they are of, in its order.
  package var initiativeNames: [String] {
    checked.plan?.initiatives.filter { $0.partOf == nil }.map(\.name) ?? []
  }

  /// Teams of the plan, in its order.
  package var teamNames: [String] { checked.plan?.teams.map(\.name) ?? [] }

  /// Today as the plan sees it, as plans write it; `nil` where it has errors.
  package var asOf: String? { checked.plan.map { "\($0.asOf)" } }

  /// Every name that is declared, by path.
  package var names: [String] { checked.interpreter?.names.map(\.path) ?? [] }
}

/// A schedule without its plan, which a session keeps for every step.
package struct KeptSolution: Sendable {
  let solution: Solution
}

/// The plan as it is when nothing is known of it: solved as every command solves it.
package func situation(
  _ checked: CheckedPlan, _ effort: SearchEffort
) throws(BrokenRule) -> Situation {
  guard !checked.hasErrors else { return Situation(checked, nil) }
  return Situation(checked, try solve(checked, effort))
}

/// The same with a schedule that was found for it before, so that nothing is searched for.
///
/// - Parameters:
///   - checked: The plan.
///   - kept: The schedule; one that is none of this plan's is searched for anew.
///   - effort: How that is done.
/// - Returns: The plan with that schedule.
/// - Throws: `BrokenRule` when a schedule of ours is none.
package func situation(
  _ checked: CheckedPlan, knowing kept: KeptSolution?, _ effort: SearchEffort
) throws(BrokenRule) -> Situation {
  guard let plan = checked.plan, let kept else { return try situation(checked, effort) }
  let model = SchedulingModel(plan)
  guard model.problem.works.count == kept.solution.schedule.placements.count else {
    return try situation(checked, effort)
  }
  try audit(kept.solution, of: model.problem)
  return Situation(
    checked,
    SolvedPlan(checked: checked, model: model, solution: kept.solution, effort: effort))
}

/// The same of a plan that differs a little from one that is solved, searched from that schedule on: provisional.
///
/// A schedule that is still as good as what is found stays, so that nothing moves that need not.
///
/// - Parameters:
///   - checked: The plan as it is now.
///   - former: As it was.
///   - effort: Who may end the search; its level is not asked.
/// - Returns: The plan with a schedule near the former one.
/// - Throws: `BrokenRule` when a schedule of ours is none.
package func situation(
  _ checked: CheckedPlan, after former: Situation, _ effort: SearchEffort
) throws(BrokenRule) -> Situation {
  guard checked.plan != nil, let earlier = former.solved else {
    return try situation(checked, effort)
  }
  return Situation(checked, try solve(checked, near: earlier, effort))
}

/// A plan that differs a little from one that is solved, searched from that schedule on, which stays where it is as good.
///
/// - Parameters:
///   - checked: A plan without errors.
///   - earlier: The other, with its schedule.
///   - effort: Who may end the search; its level is not asked.
/// - Returns: A schedule near the other one.
/// - Throws: `BrokenRule` when a schedule of ours is none.
func solve(
  _ checked: CheckedPlan, near earlier: SolvedPlan, _ effort: SearchEffort
) throws(BrokenRule) -> SolvedPlan {
  guard let plan = checked.plan else {
    throw BrokenRule(description: "a plan with errors was to be solved")
  }
  let model = SchedulingModel(plan)
  let carried = model.carried(earlier.solution.schedule, from: earlier.model)
  var solution = try solve(model, effort, from: carried)
  if let same = model.problem.solution(keeping: carried, like: solution) {
    solution = same
    try audit(solution, of: model.problem)
  }
  return SolvedPlan(checked: checked, model: model, solution: solution, effort: effort)
}

extension Problem {
  /// A schedule in the place of another one that is no better; `nil` where it breaks a demand, or is dearer.
  fileprivate func solution(keeping schedule: Schedule, like other: Solution) -> Solution? {
    let checker = ScheduleChecker(self)
    guard other.isFeasible, schedule != other.schedule, checker.violations(of: schedule).isEmpty
    else { return nil }
    var kept = other
    kept.schedule = schedule
    kept.delayCost = schedule.totalDelayCost(in: self)
    kept.softCost = checker.softCost(of: schedule)
    kept.churn = checker.churn(of: schedule)
    return kept.aimCost <= other.aimCost ? kept : nil
  }
}

private func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
