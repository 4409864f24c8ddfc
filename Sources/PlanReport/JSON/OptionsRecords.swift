package import PlanInsight
import PlanModel

/// What can be done about something, for programs; conventions are those of `json`.
package func optionsJSON(_ options: Alternatives, _ answer: Answer, isDropped: Bool) throws
  -> String
{
  try questionJSON("options", answer) { OptionsRecord(options, $0, isDropped: isDropped) }
}

private struct OptionsRecord: Encodable {
  let initiative: String
  /// `arrival` or `departure`.
  let question: String
  /// The cost of delay of what the alternatives are compared with.
  let referenceDelayCost: MoneyRecord?
  let alternatives: [AlternativeRecord]
  /// Index into `alternatives`.
  let recommended: Int?

  init(_ options: Alternatives, _ reading: Reading, isDropped: Bool) {
    initiative = reading.plan.initiatives[options.initiative.index].name
    question = isDropped ? "departure" : "arrival"
    referenceDelayCost = MoneyRecord(options.reference.aimCost, isProved: false, reading)
    alternatives = options.rows.map { AlternativeRecord($0, of: options.initiative, reading) }
    recommended = options.recommended
  }
}

private struct AlternativeRecord: Encodable {
  let kind: String
  /// What is left out, or the team that gets people.
  let subject: String?
  let text: String
  let start: String?
  let finish: String?
  let price: Amount?
  let delayCost: MoneyRecord?
  let restLoses: MoneyRecord?
  let total: MoneyRecord?
  let breaks: [String]
  let movements: [MovementRecord]

  init(_ row: Alternative, of initiative: InitiativeID, _ reading: Reading) {
    (kind, subject) = reading.name(row.kind)
    text = words(row.kind, reading).plainText
    start = reading.record(ofDay: row.schedule.start(of: initiative.index, in: reading.problem))
    finish = reading.record(ofDay: row.schedule.finish(of: initiative.index, in: reading.problem))
    price = row.price.map { Amount($0, reading.plan) }
    delayCost = MoneyRecord(row.delayCost, isProved: false, reading)
    restLoses = MoneyRecord(row.restRise, isProved: false, reading)
    total = MoneyRecord(row.total, isProved: false, reading)
    breaks = row.breaks.map { reading.name(of: $0) }
    movements = row.movements.map { MovementRecord($0, reading) }
  }
}

extension Reading {
  fileprivate func name(_ kind: Alternative.Kind) -> (String, String?) {
    switch kind {
    case .sayNothing: ("say_nothing", nil)
    case .planAnew: ("plan_anew", nil)
    case .keepAll: ("keep_all", nil)
    case .waits(let horizon): ("waits", plan.horizons[horizon.index].name)
    case .swap(let other): ("swap", plan.initiatives[other.index].name)
    case .firstSlice: ("first_slice", nil)
    case .lessScope: ("less_scope", nil)
    case .people(let change): (self.kind(change), subject(change))
    case .goOn: ("go_on", nil)
    case .pivot(let work, let mode): ("pivot", plan.works[work.index].modes[mode].name)
    case .onlyUntil(let milestone): ("only_until", plan.milestones[milestone.index].name)
    case .remainder: ("remainder", nil)
    case .stop: ("stop", nil)
    }
  }
}
