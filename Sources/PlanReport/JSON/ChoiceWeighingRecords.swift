package import PlanInsight
import PlanModel

/// The options of a choice side by side, for programs; conventions are those of `json`.
package func choiceJSON(_ weighing: ChoiceWeighing, _ answer: Answer) throws -> String {
  try questionJSON("choice", answer) { WeighingRecord(weighing, $0) }
}

private struct WeighingRecord: Encodable {
  let choice: String
  let over: ElapsedRecord
  /// The work to have an option is begun on one of these days.
  let beginsFirst: String
  let beginsLast: String
  let options: [OptionRecord]
  /// Index into `options`.
  let recommended: Int?

  init(_ weighing: ChoiceWeighing, _ reading: Reading) {
    let planned = reading.plan.choices[weighing.choice]
    choice = planned.name
    over = ElapsedRecord(planned.over)
    beginsFirst = weighing.begins.lowerBound.record
    beginsLast = weighing.begins.upperBound.record
    options = planned.options.indices.map { OptionRecord($0, weighing, reading) }
    recommended = weighing.recommended
  }
}

private struct OptionRecord: Encodable {
  let name: String
  let label: String
  let labour: Amount
  let paidOnce: Amount
  /// To keep it.
  let aYear: Amount
  /// By the end of each year, the last of which may be a part of one.
  let byYear: [Amount]
  let total: Amount
  let exit: Amount?
  let coversPerMille: Int64?
  /// The option that is cheapest to have; absent for that one.
  let breakEvenAgainst: String?
  /// Thousandths of a year; absent where it never catches up.
  let breakEvenYearsPerMille: Int64?
  let displaced: DisplacementRecord?
  /// What it takes in all, with what the schedule loses; absent where it finds no room.
  let inAll: MoneyRecord?

  init(_ index: Int, _ weighing: ChoiceWeighing, _ reading: Reading) {
    let planned = reading.plan.choices[weighing.choice]
    let option = planned.options[index]
    let costs = weighing.costs.options[index]
    func amount(_ money: Money) -> Amount { Amount(money, reading.plan) }
    name = option.name
    label = option.label
    labour = amount(costs.labour)
    paidOnce = amount(costs.paidOnce)
    aYear = amount(Money(minorUnits: costs.yearly.minorUnitsPerYear.rounded))
    byYear = costs.byYear.map(amount)
    total = amount(costs.total)
    exit = costs.exit.map(amount)
    coversPerMille = option.covers?.perMille
    breakEvenAgainst = costs.breakEven.map { planned.options[$0.against].name }
    breakEvenYearsPerMille = costs.breakEven?.years?.perMille
    displaced = weighing.displacements[index].map { DisplacementRecord($0, reading) }
    inAll = MoneyRecord(weighing.total(index), isProved: false, reading)
  }
}

private struct DisplacementRecord: Encodable {
  let team: String
  let isTeamAssumed: Bool
  let finish: String?
  /// From when on keeping it takes a share of the team's time; absent where it takes none within the plan.
  let keptFrom: String?
  let keepingPerMille: Int64?
  let planLoses: MoneyRecord?
  let isPossible: Bool
  let movements: [MovementRecord]

  init(_ displaced: ChoiceWeighing.Displacement, _ reading: Reading) {
    team = reading.plan.teams[displaced.team.index].name
    isTeamAssumed = displaced.isTeamAssumed
    finish = displaced.finish?.record
    keptFrom = displaced.keeping?.from.record
    keepingPerMille = displaced.keeping?.share.perMille
    planLoses = MoneyRecord(displaced.rise, isProved: false, reading)
    isPossible = displaced.rise != nil
    movements = displaced.movements.map { MovementRecord($0, reading) }
  }
}
