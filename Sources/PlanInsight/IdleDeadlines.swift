package import PlanModel

/// A deadline that is met is a small solve, which takes longer the more initiatives there are.
///
/// So many initiatives may be looked at for all deadlines together: forty deadlines of a plan of a hundred, four of a thousand.
private let lookedAtMax = 4_000

/// The deadlines with a price that bend nothing, in the order of the plan.
///
/// A deadline that the schedule misses is idle without a solve: no schedule gains more by its leaving than this one. One
/// that is met is idle when no schedule is found that is cheaper without it; the search starts from the schedule asked about,
/// so that only what the price holds back is gained.
///
/// - Parameters:
///   - model: The plan as it was solved.
///   - solution: Its schedule.
///   - resolve: The solver.
/// - Returns: Those of initiatives before those of goals; none where the schedule breaks hard demands.
/// - Complexity: A table of delay costs for each priced deadline, and one small solve for each of the first few that are met.
package func idleDeadlines(
  _ model: SchedulingModel, _ solution: Solution, resolve: Inquiry.Resolve
) -> [IdleDeadline] {
  guard solution.isFeasible else { return [] }
  let membersOfGoal = model.plan.membersOfGoals()
  var lookedAt = 0
  return pricedDeadlines(of: model.plan).compactMap { candidate in
    let finish: Int32? =
      switch candidate.owner {
      case .initiative(let id): solution.schedule.finish(of: id.index, in: model.problem)
      // What nobody serves is never done.
      case .goal(let id):
        membersOfGoal[id.index].isEmpty
          ? nil : solution.schedule.finish(ofGoal: id.index, in: model.problem)
      }
    let isMet = finish.map { $0 <= model.day(of: candidate.deadline.date) } ?? false
    if isMet {
      lookedAt += max(100, model.plan.initiatives.count)
      guard lookedAt <= lookedAtMax else { return nil }
      let problem = SchedulingModel(model.plan.without(candidate)).problem
      let cost = solution.schedule.aimCost(in: problem)
      guard resolve(problem, [solution.schedule]).aimCost >= cost else { return nil }
    }
    return IdleDeadline(
      owner: candidate.owner, date: candidate.deadline.date, costs: candidate.deadline.costs,
      isMet: isMet)
  }
}

/// Where a deadline stands.
private struct Candidate {
  var owner: IdleDeadline.Owner
  /// Its index among those of its owner.
  var index: Int
  var deadline: Deadline
}

private func pricedDeadlines(of plan: Plan) -> [Candidate] {
  func candidates(_ owner: IdleDeadline.Owner, _ urgency: Urgency) -> [Candidate] {
    // A day that has gone by is history, and bends nothing by itself.
    urgency.deadlines.enumerated().filter {
      !$1.isHard && $1.costs > .zero && $1.date >= plan.asOf
    }.map { Candidate(owner: owner, index: $0, deadline: $1) }
  }
  let open = plan.initiatives.enumerated().filter { $1.isOpen }
  return open.flatMap { candidates(.initiative(InitiativeID($0)), $1.urgency) }
    + plan.goals.enumerated().flatMap { candidates(.goal(GoalID($0)), $1.urgency) }
}

extension Plan {
  fileprivate func without(_ candidate: Candidate) -> Plan {
    var plan = self
    switch candidate.owner {
    case .initiative(let id):
      plan.initiatives[id.index].urgency.deadlines.remove(at: candidate.index)
    case .goal(let id): plan.goals[id.index].urgency.deadlines.remove(at: candidate.index)
    }
    return plan
  }
}
