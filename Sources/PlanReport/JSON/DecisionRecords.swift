import PlanInsight
import PlanModel

// What is asked for, decided, compared and limited.

struct DecisionRecord: Encodable {
  let name: String
  let label: String
  let made: String
  let owner: String?
  let chose: SubjectRecord?
  let rejected: [SubjectRecord]
  let because: String?
  let accepts: [String]
  let revisit: String?
  let note: String?

  struct SubjectRecord: Encodable {
    let kind: String
    let name: String
    let label: String

    init(_ subject: Decision.Subject) {
      kind = subject.kind
      name = subject.name
      label = subject.label
    }
  }

  init(_ decision: Decision) {
    name = decision.name
    label = decision.label
    made = decision.made.record
    owner = decision.owner
    chose = decision.chose.map(SubjectRecord.init)
    rejected = decision.rejected.map(SubjectRecord.init)
    because = decision.because
    accepts = decision.accepts
    revisit = decision.revisit?.record
    note = decision.note
  }
}

struct ChoiceRecord: Encodable {
  let name: String
  let label: String
  let over: ElapsedRecord
  let isCore: Bool?
  let owner: String?
  let decideBy: String?
  let options: [OptionRecord]
  let note: String?

  struct OptionRecord: Encodable {
    let name: String
    let label: String
    let effort: EffortRecord?
    let price: String?
    let upkeepPerYearPerMille: Int64?
    let coversPerMille: Int64?
    let exit: EffortRecord?
    /// Effort and upkeep at the plan's rate, and price, over the time of the choice.
    let cost: Amount
    let note: String?

    init(_ option: Choice.Option, over: Elapsed, _ plan: Plan) {
      name = option.name
      label = option.label
      effort = option.effort.map { EffortRecord($0.mean) }
      price = option.price?.text(plan.currency)
      upkeepPerYearPerMille = option.upkeepPerYear?.perMille
      coversPerMille = option.covers?.perMille
      exit = option.exit.map { EffortRecord($0.mean) }
      cost = Amount(option.cost(over: over, rate: plan.rate), plan)
      note = option.note
    }
  }

  init(_ choice: Choice, _ plan: Plan) {
    name = choice.name
    label = choice.label
    over = ElapsedRecord(choice.over)
    isCore = choice.isCore
    owner = choice.owner
    decideBy = choice.decideBy?.record
    options = choice.options.map { OptionRecord($0, over: choice.over, plan) }
    note = choice.note
  }
}

/// An amount that the plan states or that follows from what it states: there whether or not anything is valued.
struct Amount: Encodable {
  let minorUnits: Int64
  let currency: String
  let text: String

  init(_ money: Money, _ plan: Plan) {
    minorUnits = money.minorUnits
    currency = plan.currency.code
    text = money.text(plan.currency)
  }
}

struct FreezeRecord: Encodable {
  let name: String
  let label: String
  let first: String
  let last: String
  /// Empty where it is for every team.
  let teams: [String]
  let forbids: String
  let why: String?

  init(_ freeze: ChangeFreeze, _ plan: Plan) {
    name = freeze.name
    label = freeze.label
    first = freeze.days.lowerBound.record
    last = freeze.days.upperBound.record
    teams = freeze.teams.map { plan.teams[$0.index].name }
    forbids = freeze.forbids.rawValue
    why = freeze.why
  }
}

struct PersonRecord: Encodable {
  let name: String
  let label: String
  let team: String?
  let note: String?

  init(_ person: Person, _ plan: Plan) {
    name = person.name
    label = person.label
    team = person.team.map { plan.teams[$0.index].name }
    note = person.note
  }
}
