package import PlanModel

/// What a schedule spends of a budget, period by period.
package struct BudgetSpending: Sendable {
  /// Index into the plan's budgets.
  package var budget: Int
  /// From today to the end of the plan's tail.
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
    model.problem.budgets.enumerated().map { index, budget in
      let spending = schedule.spending(of: budget, in: model.problem)
      let periods = zip(budget.periods, spending).map { days, spent in
        Period(
          days: model.dates(of: days), effort: TeamLoad.effort(ofUnits: spent.units),
          work: Money(minorUnits: spent.work), besides: Money(minorUnits: spent.fees),
          limit: Money(minorUnits: budget.limit))
      }
      return BudgetSpending(budget: index, periods: periods)
    }
  }
}

extension SchedulingModel {
  /// Days of the problem as dates.
  package func dates(of days: ClosedRange<Int32>) -> ClosedRange<CivilDate> {
    date(ofDay: days.lowerBound)...date(ofDay: days.upperBound)
  }
}
