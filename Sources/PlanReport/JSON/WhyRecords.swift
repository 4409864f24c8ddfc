package import PlanInsight
import PlanModel

/// Why an initiative is where it is, for programs; conventions are those of `json`.
package func whyJSON(_ why: Why, _ answer: Answer, places: [[[PlaceRecord]]]) throws -> String {
  try questionJSON("explain", answer) { WhyRecord(why, $0, places) }
}

/// A stretch of a file that a link speaks of.
package struct PlaceRecord: Encodable, Sendable {
  package var file: String
  /// From 1.
  package var line: Int
  package var column: Int
  package var text: String

  package init(file: String, line: Int, column: Int, text: String) {
    self.file = file
    self.line = line
    self.column = column
    self.text = text
  }
}

private struct WhyRecord: Encodable {
  let initiative: String
  let label: String
  let start: String?
  let finish: String?
  let horizon: String?
  /// How sure it is; absent for what is not scheduled.
  let outlook: OutlookRecord?
  /// From the constraint to the initiative; of what is undone none.
  let chains: [[LinkRecord]]
  let target: String?
  /// What it takes to decide on the target and change nothing else.
  let decision: InclusionRecord?
  /// The cheapest first.
  let levers: [LeverRecord]

  init(_ why: Why, _ reading: Reading, _ places: [[[PlaceRecord]]]) {
    let index = why.initiative.index
    let span = reading.standings[index].span
    initiative = reading.plan.initiatives[index].name
    label = reading.label(index)
    start = span?.start.record
    finish = span?.finish.record
    horizon = span.map { reading.plan.horizons[$0.horizon.index].name }
    outlook = OutlookRecord(initiative: index, reading)
    chains = zip(why.chains, places).map { chain, places in
      zip(chain.links, places).map { LinkRecord($0, $1, reading) }
    }
    target = why.target.map { reading.plan.horizons[$0.horizon.index].name }
    decision = why.decision.map { InclusionRecord($0, reading) }
    levers = why.levers.map { LeverRecord($0, of: why.initiative, reading) }
  }
}

private struct LinkRecord: Encodable {
  let start: String?
  let finish: String?
  let hold: HoldRecord
  let places: [PlaceRecord]

  init(_ link: CriticalChain.Link, _ places: [PlaceRecord], _ reading: Reading) {
    let placed = reading.schedule.placements[Int(link.work)]
    start = placed.map { reading.model.date(ofDay: $0.start).record }
    finish = placed.map { reading.model.date(ofDay: $0.finish).record }
    hold = HoldRecord(link.hold, work: Int(link.work), reading)
    self.places = places
  }
}

struct LeverRecord: Encodable {
  let kind: String
  /// Team, work, external or initiative that is changed.
  let subject: String
  let text: String
  /// Besides delay; absent where the plan knows none.
  let price: Amount?
  /// By how much the total cost of delay rises.
  let delayCostRise: MoneyRecord?
  let start: String?
  let finish: String?
  let movements: [MovementRecord]
  /// Headcounts that do not allow it.
  let beyond: [String]

  init(_ lever: Lever, of initiative: InitiativeID, _ reading: Reading) {
    kind = reading.kind(lever.change)
    subject = reading.subject(lever.change)
    text = reading.phrase(lever.change).plainText
    price = lever.price.map { Amount($0, reading.plan) }
    delayCostRise = MoneyRecord(lever.rise, isProved: false, reading)
    start = reading.record(ofDay: lever.schedule.start(of: initiative.index, in: reading.problem))
    finish = reading.record(ofDay: lever.schedule.finish(of: initiative.index, in: reading.problem))
    movements = lever.movements.map { MovementRecord($0, reading) }
    beyond = reading.beyond(lever.change)
  }
}
