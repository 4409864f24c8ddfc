package import PlanModel

/// Goals without work, and work without a goal.
package struct Coverage: Sendable {
  /// In the plan's order.
  package var goals: [Gap]
  /// Scheduled initiatives that serve no goal that still stands, in the plan's order.
  package var initiatives: [Stray]

  /// A goal for which nothing happens.
  package struct Gap: Hashable, Sendable {
    package var goal: GoalID
    /// Initiatives that serve it and are left out; empty where nothing serves it at all.
    package var leftOut: [InitiativeID]
  }

  /// Work that nobody has said what for.
  package struct Stray: Hashable, Sendable {
    package var initiative: InitiativeID
    /// Goals that it served and that were given up.
    package var dropped: [GoalID]
    package var pays: [DebtID]
    package var brings: [BenefitID]
    package var effort: Effort
  }
}

extension Coverage {
  /// - Complexity: O(initiatives × (goals + benefits)).
  package init(_ schedule: Schedule, in model: SchedulingModel) {
    let plan = model.plan
    let problem = model.problem
    func isScheduled(_ index: Int) -> Bool {
      !problem.initiatives[index].works.isEmpty && schedule.isDone(index, in: problem)
    }
    goals = plan.goals.indices.compactMap { index in
      let goal = GoalID(index)
      guard !plan.goals[index].isDropped(by: plan.asOf) else { return nil }
      let serving = plan.initiatives.indices.filter { plan.initiatives[$0].goals.contains(goal) }
      let isServed = serving.contains { isScheduled($0) || plan.initiatives[$0].status == .done }
      return isServed ? nil : Gap(goal: goal, leftOut: serving.map { InitiativeID($0) })
    }
    initiatives = plan.initiatives.indices.filter(isScheduled).compactMap { index in
      let initiative = plan.initiatives[index]
      let dropped = initiative.goals.filter { plan.goals[$0.index].isDropped(by: plan.asOf) }
      guard dropped.count == initiative.goals.count else { return nil }
      return Stray(
        initiative: InitiativeID(index), dropped: dropped, pays: initiative.pays,
        brings: plan.benefits.indices.filter { plan.benefits[$0].initiative.index == index }
          .map { BenefitID($0) },
        effort: plan.remainingEffort(of: InitiativeID(index)))
    }
  }
}

extension Plan {
  /// Of each initiative what is still to be done of it, in minutes.
  var remainingMinutes: [Int64] {
    initiatives.indices.map { remainingEffort(of: InitiativeID($0)).minutes }
  }

  /// What is still to be done of an initiative, its risks included as they are expected.
  package func remainingEffort(of initiative: InitiativeID) -> Effort {
    initiatives[initiative.index].works.reduce(.zero) { sum, work in
      if case .finished = works[work].progress { return sum }
      return sum + works[work].effort
    }
  }
}
