package import PlanModel

/// What a schedule spends of a budget, period by period.
package struct BudgetSpending: Sendable {
  /// Index into the plan's budgets.
  package var budget: Int
  /// From today to the plan's end.
  package var periods: [Period]

  package struct Period: Sendable {
    package var days: ClosedRange<CivilDate>
    /// Effort that the schedule delivers for the initiatives that count.
    package var effort: Effort
    /// That effort at the plan's rate.
    package var work: Money
    /// What initiatives that start in the period cost besides people.
    package var besides: Money
    package var limit: Money

    package var spent: Money { work + besides }
    package var isKept: Bool { spent <= limit }
  }
}

extension BudgetSpending {
  /// What every budget of a plan comes to (MODEL, "Selection": effort × rate by day, and what is paid at the start).
  ///
  /// - Complexity: O(budgets × periods × works).
  package static func spendings(of schedule: Schedule, in model: SchedulingModel)
    -> [BudgetSpending]
  {
    let plan = model.plan
    return plan.budgets.indices.map { index in
      let budget = plan.budgets[index]
      let stretches = budget.each.map { plan.periods(each: $0) } ?? [plan.start...plan.end]
      let periods = stretches.filter { $0.upperBound >= plan.asOf }.map { days in
        period(max(days.lowerBound, plan.asOf)...days.upperBound, budget, schedule, model)
      }
      return BudgetSpending(budget: index, periods: periods)
    }
  }

  private static func period(
    _ days: ClosedRange<CivilDate>, _ budget: Budget, _ schedule: Schedule,
    _ model: SchedulingModel
  ) -> Period {
    let members = Set(budget.members)
    let effort = schedule.delivered(on: days, in: model) { members.contains($0) }
    let besides = budget.members.reduce(Money.zero) { sum, id in
      guard let price = model.plan.initiatives[id.index].money,
        let start = model.startDate(of: id, in: schedule), days.contains(start)
      else { return sum }
      return sum + price
    }
    return Period(
      days: days, effort: effort, work: model.plan.rate.price(of: effort), besides: besides,
      limit: budget.money)
  }
}
