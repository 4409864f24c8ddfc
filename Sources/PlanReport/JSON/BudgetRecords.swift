import PlanInsight
import PlanModel

/// A budget and what the schedule spends of it, for programs.
struct BudgetRecord: Encodable {
  let name: String
  let label: String
  let money: Amount
  let isEnforced = true
  /// Absent where it is for the whole plan.
  let each: ElapsedRecord?
  /// In the plan's words; absent where it is for everything.
  let condition: String?
  /// Initiatives that it is for.
  let initiatives: [String]
  let periods: [PeriodRecord]

  init(_ spending: BudgetSpending, _ plan: Plan) {
    let budget = plan.budgets[spending.budget]
    name = budget.name
    label = budget.label
    money = Amount(budget.money, plan)
    each = budget.each.map(ElapsedRecord.init)
    condition = budget.condition
    initiatives = budget.members.map { plan.initiatives[$0.index].name }
    periods = spending.periods.map { PeriodRecord($0, plan) }
  }

  struct PeriodRecord: Encodable {
    let first: String
    let last: String
    let effort: EffortRecord
    /// The effort at the plan's rate.
    let work: Amount
    let besides: Amount
    let spent: Amount
    let isKept: Bool

    init(_ period: BudgetSpending.Period, _ plan: Plan) {
      first = period.days.lowerBound.record
      last = period.days.upperBound.record
      effort = EffortRecord(period.effort)
      work = Amount(period.work, plan)
      besides = Amount(period.besides, plan)
      spent = Amount(period.spent, plan)
      isKept = period.isKept
    }
  }
}
