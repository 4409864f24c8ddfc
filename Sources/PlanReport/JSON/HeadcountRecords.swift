import PlanInsight
import PlanModel

/// A headcount and what the plan has beside it, for programs.
struct HeadcountRecord: Encodable {
  let name: String
  let label: String
  /// Absent where it has no such limit.
  let peopleTenths: Int32?
  let money: Amount?
  /// `everybody`, `staff` or `contractors`.
  let counts: String
  let isHard: Bool
  /// Absent where it is for all of its time.
  let each: ElapsedRecord?
  /// In the plan's words; absent where it does not say.
  let condition: String?
  let teams: [String]
  let periods: [PeriodRecord]

  init(_ headcount: Headcount, _ plan: Plan) {
    name = headcount.name
    label = headcount.label
    peopleTenths = headcount.peopleTenths
    money = headcount.money.map { Amount($0, plan) }
    counts = headcount.counted.rawValue
    isHard = headcount.isHard
    each = headcount.each.map(ElapsedRecord.init)
    condition = headcount.condition
    teams = headcount.teams.map { plan.teams[$0.index].name }
    periods = plan.uses(of: headcount).map { PeriodRecord($0, plan) }
  }

  struct PeriodRecord: Encodable {
    let first: String
    let last: String
    /// The most people under contract at once.
    let mostPeopleTenths: Int64
    /// The first day with more of them than are allowed.
    let crowdedOn: String?
    /// What those who join cost.
    let cost: Amount
    let isKept: Bool

    init(_ use: HeadcountUse, _ plan: Plan) {
      first = use.days.lowerBound.record
      last = use.days.upperBound.record
      mostPeopleTenths = use.mostTenths
      crowdedOn = use.crowdedOn?.record
      cost = Amount(use.cost, plan)
      isKept = use.isKept
    }
  }
}
