package import PlanModel

/// What it costs to do some initiatives and nothing else, whoever chooses them.
package struct FundingChoice: Sendable {
  /// Without guardrails: a share of what is done says something of a full plan only.
  package let problem: Problem
  private let base: Schedule
  private let inquiry: Inquiry

  /// - Parameters:
  ///   - problem: The plan's.
  ///   - base: A schedule of it, from which every other is searched.
  ///   - inquiry: Solves.
  package init(_ problem: Problem, base: Schedule, inquiry: Inquiry) {
    var alone = problem
    alone.guardrails = []
    self.problem = alone
    self.base = base
    self.inquiry = inquiry
  }

  /// A plan in which nothing else is done.
  package struct Outcome: Sendable {
    package var schedule: Schedule
    /// Minor units that it costs; `nil` where some demand cannot be kept by it.
    package var cost: Int64?
  }

  /// The cheapest schedule found in which these are done, as far as they find a place, and nothing else.
  ///
  /// - Parameters:
  ///   - members: Initiatives, slices of which the first; what was declined may be among them.
  ///   - former: A schedule of a choice that differs little.
  ///   - changed: The problem with other figures.
  /// - Returns: The schedule and what it comes to.
  /// - Complexity: One solve.
  package func outcome(
    of members: Set<Int32>, after former: Schedule? = nil, in changed: Problem? = nil
  ) -> Outcome {
    var only = changed ?? problem
    only.guardrails = []
    for index in only.initiatives.indices {
      if !isTaken(Int32(index), in: members) {
        only.initiatives[index].selection = .forbidden
      } else if only.initiatives[index].selection == .forbidden {
        only.initiatives[index].selection = .free
      }
    }
    let seeds = [former ?? base, base].map { cut($0, to: members) }
    let found = inquiry.streams.resolve(only, seeds)
    return Outcome(schedule: found.schedule, cost: found.isFeasible ? found.aimCost : nil)
  }

  /// Minor units of an outcome that fall on what it leaves out: initiatives without a slot, and goals that wait for one.
  package func deferred(in schedule: Schedule) -> Int64 {
    var sum: Int64 = 0
    for index in problem.initiatives.indices where !schedule.isDone(index, in: problem) {
      sum = sum.addingClamped(schedule.cost(of: index, in: problem))
    }
    func isDone(_ member: Int32) -> Bool { schedule.isDone(Int(member), in: problem) }
    for goal in problem.goals
    where !goal.members.allSatisfy(isDone)
      || !goal.choices.allSatisfy({ $0.contains(where: isDone) })
    {
      sum = sum.addingClamped(goal.undoneCost)
    }
    return sum
  }

  /// What cannot be done without others: those, what is needed first at the beginning.
  ///
  /// Initiatives of which slices are needed count whole; what is finished is needed by nobody any more.
  package func needs(of initiative: Int32) -> [Int32] {
    var order: [Int32] = []
    for need in problem.needed(for: initiative) {
      let owner = problem.initiatives[Int(need)].partOf ?? need
      let isOpen = !problem.initiatives[Int(owner)].works.isEmpty
      if isOpen, owner != initiative, !order.contains(owner) { order.append(owner) }
    }
    return order
  }

  /// Whether an initiative, or the one that it is a slice of, is among some.
  func isTaken(_ initiative: Int32, in members: Set<Int32>) -> Bool {
    members.contains(problem.initiatives[Int(initiative)].partOf ?? initiative)
  }

  private func cut(_ schedule: Schedule, to members: Set<Int32>) -> Schedule {
    var cut = schedule
    for (index, initiative) in problem.initiatives.enumerated()
    where !isTaken(Int32(index), in: members) {
      for work in initiative.works { cut.placements[Int(work)] = nil }
    }
    return cut
  }
}

extension FundingChoice {
  /// What may have a slot or not, declined ones among them, and what has one whatever anybody chooses.
  package var candidates: [Int32] {
    problem.initiatives.indices.filter {
      !problem.initiatives[$0].works.isEmpty && problem.initiatives[$0].partOf == nil
    }.map { Int32($0) }
  }

  /// What is lost by never doing it, in minor units by initiative, with an even share of the goals that wait for it.
  package var worths: [Int64] { problem.worths(\.undoneCost, ofGoals: \.undoneCost) }

  /// Places in the orders by which people rank, from 1; `nil` for what is no candidate.
  ///
  /// - Parameters:
  ///   - model: The plan.
  ///   - scores: Further orders.
  /// - Returns: Weighted shortest job first, cost of delay by duration, and those orders.
  package func places(
    _ model: SchedulingModel, scores: [OrderComparison.Score]
  ) -> [(rule: Ordering.Rule, places: [Int?])] {
    let ranks = RankOrders(model, Timing(problem), scores)
    let asked = Set(candidates)
    return ranks.orders(nil, problem.works).filter { $0.rule != .written }.map { order in
      var places = [Int?](repeating: nil, count: problem.initiatives.count)
      for (place, index) in order.initiatives.filter(asked.contains).enumerated() {
        places[Int(index)] = place + 1
      }
      return (order.rule, places)
    }
  }
}
