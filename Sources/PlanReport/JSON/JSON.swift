import FoundationEssentials
package import PlanInsight
import PlanModel

/// Everything that is known of a plan and its schedule, for programs.
///
/// `format_version` is raised when a field goes or changes its meaning; new fields come without notice. Keys are sorted.
/// Money is an integer in the currency's minor unit beside the text a report prints; effort is minutes of a person; shares are
/// thousandths. There is no binary floating point. Entities are referred to by their names in the plan. Where the plan says
/// nothing about value, all money is absent. `Grammar/report.schema.json` describes it.
///
/// - Parameters:
///   - answer: The schedule and what was asked of it.
///   - request: For whom: what they may not see is not in it, nor any figure that would give it away.
///   - checks: What came of the plan's own checks.
/// - Returns: JSON that ends with a line end.
/// - Throws: Only where the encoder itself fails.
package func json(
  _ answer: Answer, _ request: ReportRequest = ReportRequest(), checks: [CheckOutcome] = []
) throws -> String {
  try encoded(AnswerRecord(Reading(answer, request, checks: checks)))
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
  /// For whom; absent where it is everything.
  let audience: String?
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
  let headcounts: [HeadcountRecord]
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

  init(_ reading: Reading) {
    let shown = reading.plan
    audience = reading.audience?.rawValue
    plan = PlanRecord(reading)
    solution = SolutionRecord(reading)
    initiatives = shown.initiatives.indices.filter { reading.standings[$0] != .hidden }
      .map { InitiativeRecord($0, reading) }
    goals = reading.goals.map { GoalRecord($0, reading) }
    externals = shown.externals.indices.filter { reading.shows(shown.externals[$0].readers) }
      .map { ExternalRecord(ExternalID($0), reading) }
    debts = shown.debts.indices.filter { reading.shows(shown.debts[$0].readers) }
      .map { DebtRecord(DebtID($0), reading) }
    benefits = shown.benefits.filter { benefit in
      reading.shows(benefit.readers) && reading.standings[benefit.initiative.index] != .hidden
    }.map { BenefitRecord($0, reading) }
    asks = reading.asks.map { AskRecord($0, $1, reading) }
    decisions = shown.decisions.map(DecisionRecord.init)
    choices = shown.choices.map { ChoiceRecord($0, shown) }
    // What is spent, shared and planned are sums over everything.
    budgets =
      reading.hidesWorth
      ? []
      : reading.answer.budgets.filter { reading.shows(shown.budgets[$0.budget].readers) }
        .map { BudgetRecord($0, shown) }
    headcounts = reading.headcounts.map { HeadcountRecord(shown.headcounts[$0], shown) }
    freezes = shown.freezes.filter { reading.shows($0.readers) }.map { FreezeRecord($0, shown) }
    people = shown.people.map { PersonRecord($0, shown) }
    loads =
      reading.hidesPeople
      ? []
      : reading.answer.loads.filter { reading.teams.contains($0.team) }
        .map { LoadRecord($0, reading) }
    criticalChain = reading.answer.chain.links.filter { link in
      let work = shown.works[reading.model.workIDs[Int(link.work)].index]
      return reading.standings[work.initiative.index] != .hidden && reading.shows(work.readers)
    }.map { HoldRecord($0.hold, work: Int($0.work), reading) }
    assumptions = shown.assumptions.map(AssumptionRecord.init)
    unenforced = shown.unenforced.map(UnenforcedRecord.init)
    checks = reading.checks.map(CheckRecord.init)
    agreement = reading.answer.moves.map { AgreementRecord($0, reading) }
    guardrails =
      reading.hidesWorth
      ? []
      : reading.answer.guardrails.filter { reading.shows(shown.guardrails[$0.guardrail].readers) }
        .map { GuardrailRecord($0, reading) }
  }
}
