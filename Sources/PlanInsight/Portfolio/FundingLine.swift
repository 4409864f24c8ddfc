import PlanModel

/// Asks whether a place above or below the line is kept when worth or effort are half as much, or half as much again.
struct FundingLine: Sendable {
  private let ranking: FundingRanking
  private let model: SchedulingModel
  private let inquiry: Inquiry
  /// The best under the line that takes one slot, and of those above it the one that brings least and nothing needs.
  private let challenger: InitiativeID?
  private let last: InitiativeID?

  private static let half = Rational(1, 2) ?? .zero
  private static let more = Rational(3, 2) ?? .one

  init(_ ranking: FundingRanking, _ model: SchedulingModel, _ inquiry: Inquiry) {
    self.ranking = ranking
    self.model = model
    self.inquiry = inquiry
    challenger = ranking.below.first { $0.bundle.count == 1 && $0.saves > 0 }?.initiative
    last =
      ranking.funded.filter { $0.reason == .chosen && !ranking.isNeeded($0.initiative.raw) }
      .min { ($0.saves, $1.initiative) < ($1.saves, $0.initiative) }?.initiative
  }

  /// `nil` for what is not a matter of choice: it has to be done, others need it, or nobody waits for its slot.
  func stability(above funded: Funding.Funded) -> Funding.Stability? {
    guard funded.reason == .chosen, let challenger, !ranking.isNeeded(funded.initiative.raw)
    else { return nil }
    return Funding.Stability(
      holdsAgainstWorth: prefers(
        funded.initiative, to: challenger, in: worth(funded.initiative, Self.half)),
      holdsAgainstEffort: prefers(
        funded.initiative, to: challenger, in: effort(funded.initiative, Self.more)))
  }

  /// `nil` for what takes several slots, and where there is none to be had.
  func stability(below: Funding.Below) -> Funding.Stability? {
    guard below.bundle.count == 1, let last else { return nil }
    return Funding.Stability(
      holdsAgainstWorth: prefers(
        last, to: below.initiative, in: worth(below.initiative, Self.more)),
      holdsAgainstEffort: prefers(
        last, to: below.initiative, in: effort(below.initiative, Self.half)))
  }

  /// Whether the plan costs no more with one that has a slot than with another instead of it.
  private func prefers(
    _ one: InitiativeID, to other: InitiativeID, in problem: Problem
  ) -> Bool {
    let kept = ranking.solved(ranking.taken, in: problem)
    let changed = ranking.taken.subtracting([one.raw]).union([other.raw])
    let exchanged = ranking.solved(changed, in: problem)
    return kept.cost <= exchanged.cost
  }

  /// With another worth of an initiative, the goals included that it serves.
  private func worth(_ initiative: InitiativeID, _ factor: Rational) -> Problem {
    var problem = model.problem
    func times(_ amount: Int64) -> Int64 { Rational(amount).times(factor)?.rounded ?? amount }
    for part in problem.initiatives.indices
    where part == initiative.index || problem.initiatives[part].partOf == initiative.raw {
      problem.initiatives[part].cost = problem.initiatives[part].cost.changed(times)
      problem.initiatives[part].undoneCost = times(problem.initiatives[part].undoneCost)
    }
    for goal in problem.goals.indices
    where (problem.goals[goal].members + problem.goals[goal].choices.joined())
      .contains(initiative.raw)
    {
      problem.goals[goal].cost = problem.goals[goal].cost.changed(times)
      problem.goals[goal].undoneCost = times(problem.goals[goal].undoneCost)
    }
    return problem
  }

  /// With another effort of what has not begun of it.
  private func effort(_ initiative: InitiativeID, _ factor: Rational) -> Problem {
    var plan = model.plan
    let works = plan.initiatives.indices.filter {
      $0 == initiative.index || plan.initiatives[$0].partOf == initiative
    }.flatMap { plan.initiatives[$0].works }
    for work in works where plan.works[work].progress == .open {
      plan.works[work].effort = plan.works[work].effort.times(factor)
      for mode in plan.works[work].modes.indices {
        plan.works[work].modes[mode].effort = plan.works[work].modes[mode].effort.times(factor)
      }
    }
    return inquiry.model(plan).problem
  }
}

extension Effort {
  /// Rounded half up to a minute, and one at least.
  fileprivate func times(_ factor: Rational) -> Effort {
    Effort(minutes: max(1, Rational(minutes).times(factor)?.rounded ?? minutes))
  }
}
