package import PlanModel

/// Which initiatives a number of slots takes and in which order, and what falls under the line (PRACTICE, "Ranking thirty things
/// and funding thirty is a to-do list").
///
/// What has to be done and what has begun comes first, with what it needs. Each further slot goes to what lowers the cost of the
/// whole plan most for each slot it takes, planned anew each time: an initiative with what it needs, or all that a goal still
/// waits for. That is a greedy choice (Nemhauser, Wolsey and Fisher, "An analysis of approximations for maximizing submodular
/// set functions", 1978), improved by exchanges of what brings least for what takes as many slots; it is not proved that no other choice of so many is better.
package struct Funding: Sendable {
  package var slots: Int
  /// Those that have a slot, in the order in which they are taken.
  package var funded: [Funded]
  /// Those that would lower the cost if there were room, the best first.
  package var below: [Below]
  /// Open initiatives for which no slot was thought of: declined, or worth less than those that were looked at.
  package var aside: [InitiativeID]
  /// Minor units that the whole plan costs with these alone, and with none but those that have to be done.
  package var cost: Int64
  package var costOfMandatory: Int64
  /// Whether what has to be done takes more slots than there are.
  package var isOverfull: Bool

  package struct Funded: Sendable {
    package var initiative: InitiativeID
    package var reason: Reason
    /// Minor units by which the whole plan costs less since it was taken, and all that was taken with it.
    package var saves: Int64
    package var stability: Stability?
  }

  package enum Reason: Hashable, Sendable {
    case begun
    case mandatory
    /// Something that has a slot cannot be without it.
    case needed(by: InitiativeID)
    /// One of all that a goal waits for, which were taken together.
    case goal(GoalID)
    case chosen
  }

  package struct Below: Sendable {
    package var initiative: InitiativeID
    /// With what else it would take a slot for, itself at the end.
    package var bundle: [InitiativeID]
    /// Minor units by which the whole plan would cost less with it.
    package var saves: Int64
    package var stability: Stability?
  }

  /// Whether a place on its side of the line is kept when what is said of it is wrong.
  package struct Stability: Hashable, Sendable {
    /// Above the line at half its worth, below it at one and a half times.
    package var holdsAgainstWorth: Bool
    /// Above the line with half as much effort again, below it with half.
    package var holdsAgainstEffort: Bool

    package var isFirm: Bool { holdsAgainstWorth && holdsAgainstEffort }
  }
}

extension Funding {
  /// - Parameters:
  ///   - slots: How many initiatives may be taken; slices of one count once.
  ///   - model: The plan.
  ///   - base: Its schedule.
  ///   - inquiry: Solves.
  ///   - isTested: Whether places near the line are asked how firm they are.
  /// - Complexity: A solve for each initiative, a few for each slot, and four for each of those near the line.
  package init(
    slots: Int, of model: SchedulingModel, base: Solution, inquiry: Inquiry, isTested: Bool = true
  ) {
    var ranking = FundingRanking(slots: slots, model: model, base: base, inquiry: inquiry)
    ranking.fill()
    ranking.exchange()
    self.slots = slots
    costOfMandatory = ranking.costOfMandatory
    cost = ranking.cost
    isOverfull = ranking.isOverfull
    below = ranking.below
    funded = ranking.funded
    let named = Set(funded.map(\.initiative) + below.map(\.initiative))
    aside = model.problem.initiatives.indices.filter {
      !model.problem.initiatives[$0].works.isEmpty
        && model.problem.initiatives[$0].partOf == nil && !named.contains(InitiativeID($0))
    }.map { InitiativeID($0) }
    guard isTested else { return }
    let line = FundingLine(ranking, model, inquiry)
    let above = inquiry.workers.answers(funded.count) { [funded] in
      line.stability(above: funded[$0])
    }
    for index in funded.indices { funded[index].stability = above[index] }
    let near = min(below.count, Self.belowTestedMax)
    let under = inquiry.workers.answers(near) { [below] in line.stability(below: below[$0]) }
    for index in 0..<near { below[index].stability = under[index] }
  }

  /// So many under the line are asked whether they belong above it.
  private static let belowTestedMax = 6
}
