import PlanInsight
import PlanModel

/// A rule for the mix of work and how it comes out, for programs.
struct GuardrailRecord: Encodable {
  let name: String
  let label: String
  let isHard: Bool
  let isEnforced = true
  let condition: String
  let initiatives: [String]
  let periods: [PeriodRecord]

  init(_ shares: GuardrailShares, _ reading: Reading) {
    let guardrail = reading.plan.guardrails[shares.guardrail]
    name = guardrail.name
    label = guardrail.label
    isHard = guardrail.isHard
    condition = guardrail.condition
    initiatives = guardrail.members.map { reading.plan.initiatives[$0.index].name }
    periods = shares.periods.map {
      PeriodRecord($0, guardrail, reading.plan)
    }
  }

  struct PeriodRecord: Encodable {
    let first: String
    let last: String
    let counted: EffortRecord
    let all: EffortRecord
    let sharePerMille: Int64?
    let atLeastPerMille: Int64?
    let atMostPerMille: Int64?
    let owed: EffortRecord
    let exception: String?
    let isExempt: Bool
    let isKept: Bool
    /// Effort that is missing of what counts, or of the rest where too much counts.
    let missing: EffortRecord
    /// What that costs; absent where the rule is hard.
    let price: Amount?

    init(_ period: GuardrailShares.Period, _ guardrail: Guardrail, _ plan: Plan) {
      first = period.days.lowerBound.record
      last = period.days.upperBound.record
      counted = EffortRecord(period.counted)
      all = EffortRecord(period.all)
      sharePerMille = period.share?.perMille
      atLeastPerMille = period.limits.atLeast?.perMille
      atMostPerMille = period.limits.atMost?.perMille
      owed = EffortRecord(period.owed)
      exception = guardrail.exception(on: period.days)?.label
      isExempt = period.isExempt
      isKept = period.isKept
      missing = EffortRecord(period.missing)
      price = guardrail.isHard ? nil : Amount(period.price, plan)
    }
  }
}
