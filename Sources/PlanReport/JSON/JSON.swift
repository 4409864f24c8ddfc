import FoundationEssentials
package import PlanInsight
import PlanModel

/// Everything that is known of a plan and its schedule, for programs.
///
/// `format_version` is raised when a field goes or changes its meaning; new fields come without notice. Keys are sorted.
/// Money is an integer in the currency's minor unit beside the text a report prints; effort is minutes of a person; shares are
/// thousandths. There is no binary floating point. Entities are referred to by their names in the plan. Where the plan says
/// nothing about value, all money is absent.
package func json(_ answer: Answer, checks: [CheckOutcome] = []) throws -> String {
  try encoded(AnswerRecord(Reading(answer), checks))
}

/// A record as every JSON form has it: keys sorted, in snake case, two blanks deep, with a line end.
func encoded(_ record: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  encoder.keyEncodingStrategy = .convertToSnakeCase
  return String(decoding: try encoder.encode(record), as: UTF8.self) + "\n"
}

/// The outermost object.
private struct AnswerRecord: Encodable {
  let formatVersion = 1
  let plan: PlanRecord
  let solution: SolutionRecord
  let initiatives: [InitiativeRecord]
  let goals: [GoalRecord]
  let externals: [ExternalRecord]
  let debts: [DebtRecord]
  let benefits: [BenefitRecord]
  let asks: [AskRecord]
  let decisions: [DecisionRecord]
  let choices: [ChoiceRecord]
  let budgets: [BudgetRecord]
  let freezes: [FreezeRecord]
  let people: [PersonRecord]
  let loads: [LoadRecord]
  let criticalChain: [HoldRecord]
  let assumptions: [AssumptionRecord]
  let unenforced: [UnenforcedRecord]
  let checks: [CheckRecord]
  let guardrails: [GuardrailRecord]
  /// What has moved since the schedule was agreed; absent where nothing was.
  let agreement: AgreementRecord?

  init(_ reading: Reading, _ checks: [CheckOutcome]) {
    let indices = reading.plan.initiatives.indices
    plan = PlanRecord(reading)
    solution = SolutionRecord(reading)
    initiatives = indices.map { InitiativeRecord($0, reading) }
    goals = reading.plan.goals.indices.map { GoalRecord($0, reading) }
    externals = reading.plan.externals.indices.map { ExternalRecord(ExternalID($0), reading) }
    debts = reading.plan.debts.indices.map { DebtRecord(DebtID($0), reading) }
    benefits = reading.plan.benefits.map { BenefitRecord($0, reading) }
    asks = reading.plan.asks.map { AskRecord($0, reading) }
    decisions = reading.plan.decisions.map(DecisionRecord.init)
    choices = reading.plan.choices.map { ChoiceRecord($0, reading.plan) }
    budgets = reading.answer.budgets.map { BudgetRecord($0, reading.plan) }
    freezes = reading.plan.freezes.map { FreezeRecord($0, reading.plan) }
    people = reading.plan.people.map { PersonRecord($0, reading.plan) }
    loads = reading.answer.loads.map { LoadRecord($0, reading) }
    criticalChain = reading.answer.chain.links.map {
      HoldRecord($0.hold, work: Int($0.work), reading)
    }
    assumptions = reading.plan.assumptions.map(AssumptionRecord.init)
    unenforced = reading.plan.unenforced.map(UnenforcedRecord.init)
    self.checks = checks.map(CheckRecord.init)
    agreement = reading.answer.moves.map { AgreementRecord($0, reading) }
    guardrails = reading.answer.guardrails.map { GuardrailRecord($0, reading) }
  }
}
