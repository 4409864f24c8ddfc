package import PlanModel

/// What is still to be paid for something, and what still comes of it.
package struct RemainingWorth: Hashable, Sendable {
  package var effort: Effort
  /// That effort at the plan's rate, and money that is not yet paid.
  package var cost: Money
  /// Minor units that would be lost if it and what needs it were never done, and everything else stayed where it is: own cost of
  /// delay and that of goals, to the last day counted.
  package var value: Int64
  package var stopping: Stopping

  /// What the whole plan says when it is stopped and everything is planned anew for its people.
  package enum Stopping: Hashable, Sendable {
    /// Minor units by which the plan costs more then; negative where it is better without it.
    case costs(Int64)
    /// Others that have to be done need it, or it has to be done itself.
    case breaksADemand
    case notAsked
  }
}

extension RemainingWorth {
  /// - Complexity: One solve for each search, where there is an inquiry.
  init(
    of initiative: InitiativeID, in model: SchedulingModel, control: Solution, inquiry: Inquiry?
  ) {
    let plan = model.plan
    let problem = model.problem
    effort = plan.remainingEffort(of: initiative)
    let besides =
      problem.isOpen(initiative.index) ? plan.initiatives[initiative.index].money ?? .zero : .zero
    cost = plan.rate.price(of: effort) + besides
    var without = control.schedule
    for index in [initiative.raw] + problem.dependants(of: initiative.raw) {
      for work in problem.initiatives[Int(index)].works { without.placements[Int(work)] = nil }
    }
    value = without.totalDelayCost(in: problem)
      .addingClamped(-control.schedule.totalDelayCost(in: problem))
    stopping = .notAsked
    guard let inquiry else { return }
    let stopped = problem.stopping(initiative.index)
    let found = inquiry.best(stopped, from: [without, control.schedule])
    stopping =
      found.map { .costs($0.aimCost(in: stopped).addingClamped(-control.aimCost)) }
      ?? .breaksADemand
  }
}

extension Problem {
  /// The problem in which an initiative, begun or not, is given up.
  func stopping(_ initiative: Int) -> Problem {
    var problem = self
    problem.initiatives[initiative].selection = .forbidden
    for work in problem.initiatives[initiative].works { problem.works[Int(work)].fixedStart = nil }
    return problem
  }
}
