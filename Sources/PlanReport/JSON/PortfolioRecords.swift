package import PlanInsight
import PlanModel

/// What people and money go to, for programs; conventions are those of `json`.
package func portfolioJSON(
  _ portfolio: Portfolio, _ coverage: Coverage, _ answer: Answer
) throws -> String {
  try questionJSON("portfolio", answer) { PortfolioRecord(portfolio, coverage, $0) }
}

private struct PortfolioRecord: Encodable {
  let cycles: [CycleRecord]
  let all: PartRecord
  let kinds: [PartRecord]
  let goals: [PartRecord]
  let teams: [PartRecord]
  let guardrails: [GuardrailRecord]
  let goalsWithoutWork: [GapRecord]
  let workWithoutGoals: [StrayRecord]
  /// From today to the plan's end, by team.
  let people: [ChainRecord]

  init(_ portfolio: Portfolio, _ coverage: Coverage, _ reading: Reading) {
    let plan = reading.plan
    func record(_ name: String?, _ part: Portfolio.Part) -> PartRecord {
      PartRecord(name, part, of: portfolio, reading)
    }
    cycles = portfolio.cycles.indices.map { CycleRecord($0, portfolio) }
    all = record(nil, portfolio.all)
    kinds = portfolio.kinds.map { record($0.key, $0.part) }
    goals = portfolio.goals.map { record($0.key.map { plan.goals[$0.index].name }, $0.part) }
    teams = portfolio.teams.map { record(plan.teams[$0.key.index].name, $0.part) }
    guardrails = reading.answer.guardrails.map { GuardrailRecord($0, reading) }
    goalsWithoutWork = coverage.goals.map { GapRecord($0, plan) }
    workWithoutGoals = coverage.initiatives.map { StrayRecord($0, plan) }
    people = plan.teams.indices.map { ChainRecord(TeamID($0), reading) }
  }
}

private struct CycleRecord: Encodable {
  let first: String
  let last: String
  let placed: EffortRecord
  let planned: EffortRecord
  let sharePerMille: Int64?

  init(_ index: Int, _ portfolio: Portfolio) {
    first = portfolio.cycles[index].lowerBound.record
    last = portfolio.cycles[index].upperBound.record
    placed = EffortRecord(portfolio.all.efforts[index])
    planned = EffortRecord(portfolio.planned[index])
    sharePerMille =
      Rational(portfolio.all.efforts[index].minutes, portfolio.planned[index].minutes)?.perMille
  }
}

private struct PartRecord: Encodable {
  /// Of the kind, goal or team; absent for the whole, and for work without a goal.
  let name: String?
  let initiatives: Int
  let effort: EffortRecord
  let sharePerMille: Int64?
  /// In each cycle, in their order.
  let efforts: [EffortRecord]
  let sharesPerMille: [Int64?]
  /// Effort at the plan's rate, and what initiatives cost besides.
  let money: Amount

  init(_ name: String?, _ part: Portfolio.Part, of whole: Portfolio, _ reading: Reading) {
    self.name = name
    initiatives = part.count
    effort = EffortRecord(part.effort)
    sharePerMille = Rational(part.effort.minutes, whole.all.effort.minutes)?.perMille
    efforts = part.efforts.map(EffortRecord.init)
    sharesPerMille = part.efforts.indices.map { whole.share(part, in: $0)?.perMille }
    money = Amount(part.money, reading.plan)
  }
}

private struct GapRecord: Encodable {
  let goal: String
  let leftOut: [String]

  init(_ gap: Coverage.Gap, _ plan: Plan) {
    goal = plan.goals[gap.goal.index].name
    leftOut = gap.leftOut.map { plan.initiatives[$0.index].name }
  }
}

private struct StrayRecord: Encodable {
  let initiative: String
  let effort: EffortRecord
  let droppedGoals: [String]
  let pays: [String]
  let brings: [String]

  init(_ stray: Coverage.Stray, _ plan: Plan) {
    initiative = plan.initiatives[stray.initiative.index].name
    effort = EffortRecord(stray.effort)
    droppedGoals = stray.dropped.map { plan.goals[$0.index].name }
    pays = stray.pays.map { plan.debts[$0.index].name }
    brings = stray.brings.map { plan.benefits[$0.index].name }
  }
}

private struct ChainRecord: Encodable {
  let team: String
  let paid: EffortRecord
  let available: EffortRecord
  let planned: EffortRecord

  init(_ id: TeamID, _ reading: Reading) {
    let chain = reading.model.peopleChain(of: id)
    team = reading.plan.teams[id.index].name
    paid = EffortRecord(chain.paid)
    available = EffortRecord(chain.available)
    planned = EffortRecord(chain.planned)
  }
}
