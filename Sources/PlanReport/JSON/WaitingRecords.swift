package import PlanInsight
import PlanModel

/// What waiting costs, for programs; conventions are those of `json`.
package func waitingJSON(_ waiting: WaitingCosts, _ answer: Answer) throws -> String {
  try questionJSON("defer", answer) { WaitingRecord(waiting, $0) }
}

private struct WaitingRecord: Encodable {
  let solution: SolutionRecord
  /// How long everything is put off; absent where every delay of the ladder was asked.
  let delay: ElapsedRecord?
  let cheaperPlanSaves: MoneyRecord?
  /// The dearest first.
  let deferrals: [DeferredRecord]
  /// The horizon that inclusion is into.
  let horizon: String
  /// The cheapest first.
  let inclusions: [RankedInclusionRecord]

  init(_ waiting: WaitingCosts, _ reading: Reading) {
    solution = SolutionRecord(reading)
    delay = waiting.delay.map(ElapsedRecord.init)
    cheaperPlanSaves = MoneyRecord(waiting.cheaper?.saves, isProved: false, reading)
    deferrals = waiting.deferrals.map { DeferredRecord($0, waiting.delay, reading) }
    horizon = reading.plan.horizons[waiting.horizon.index].name
    inclusions = waiting.inclusions.map { RankedInclusionRecord($0, reading) }
  }
}

/// One initiative put off.
private struct DeferredRecord: Encodable {
  let initiative: String
  let label: String
  let firstRank: Int
  let lastRank: Int
  let steps: [DeferralRecord]

  init(
    _ ranked: WaitingCosts.Ranked<Deferral>, _ delay: Elapsed?, _ reading: Reading
  ) {
    let index = Int(ranked.subject.initiative)
    initiative = reading.plan.initiatives[index].name
    label = reading.label(index)
    firstRank = ranked.rank.lowerBound
    lastRank = ranked.rank.upperBound
    let asked =
      delay == nil ? ranked.subject.steps : [ranked.subject.step(of: delay)].compactMap(\.self)
    steps = asked.map { DeferralRecord($0, reading) }
  }
}

/// One initiative brought forward, with the place that its price has among all.
private struct RankedInclusionRecord: Encodable {
  private let head: Head
  private let inclusion: InclusionRecord

  init(_ ranked: WaitingCosts.Ranked<Inclusion>, _ reading: Reading) {
    head = Head(ranked, reading)
    inclusion = InclusionRecord(ranked.subject, reading)
  }

  func encode(to encoder: any Encoder) throws {
    try head.encode(to: encoder)
    try inclusion.encode(to: encoder)
  }

  private struct Head: Encodable {
    let initiative: String
    let label: String
    /// Absent where it cannot be.
    let firstRank: Int?
    let lastRank: Int?

    init(_ ranked: WaitingCosts.Ranked<Inclusion>, _ reading: Reading) {
      initiative = reading.plan.initiatives[Int(ranked.subject.initiative)].name
      label = reading.label(ranked.subject.initiative)
      let isPossible = ranked.subject.schedule != nil
      firstRank = isPossible ? ranked.rank.lowerBound : nil
      lastRank = isPossible ? ranked.rank.upperBound : nil
    }
  }
}

/// The price of bringing something forward.
struct InclusionRecord: Encodable {
  let price: MoneyRecord?
  let priceAtLeast: MoneyRecord?
  let isProved: Bool
  let isPossible: Bool
  /// What the business loses less with it, where it was declined although it pays.
  let gains: MoneyRecord?
  /// It cannot start before this day.
  let earliest: String?
  /// Initiatives whose hard demands stand in the way; the price is absent then.
  let breaks: [String]
  let givesWay: [MovementRecord]

  init(_ inclusion: Inclusion, _ reading: Reading) {
    switch inclusion.price {
    case .costs(let amount, let proved):
      price = MoneyRecord(amount, isProved: proved, reading)
      isProved = proved
      breaks = []
    case .breaks(let demands):
      price = nil
      isProved = false
      breaks = demands.map { reading.name(of: $0) }
    }
    priceAtLeast = MoneyRecord(inclusion.atLeast, isProved: true, reading)
    isPossible = inclusion.schedule != nil
    gains =
      inclusion.gains > 0 ? MoneyRecord(inclusion.gains, isProved: false, reading) : nil
    earliest = reading.record(ofDay: inclusion.earliest)
    givesWay = inclusion.givesWay.map { MovementRecord($0, reading) }
  }
}

/// One initiative in two schedules.
struct MovementRecord: Encodable {
  let initiative: String
  /// `out`, `in`, `later`, `sooner` or `restarted`.
  let change: String
  /// Calendar days by which it finishes later or sooner.
  let days: Int32?
  let start: String?
  let finish: String?
  let formerStart: String?
  let formerFinish: String?
  /// By how much its own cost of delay rises.
  let costs: MoneyRecord?

  init(_ movement: Movement, _ reading: Reading) {
    initiative = reading.plan.initiatives[Int(movement.initiative)].name
    switch movement.kind {
    case .fallsOut: (change, days) = ("out", nil)
    case .comesIn: (change, days) = ("in", nil)
    case .later(let count): (change, days) = ("later", count)
    case .sooner(let count): (change, days) = ("sooner", count)
    case .restarted: (change, days) = ("restarted", nil)
    }
    start = reading.record(ofDay: movement.after?.start)
    finish = reading.record(ofDay: movement.after?.finish)
    formerStart = reading.record(ofDay: movement.before?.start)
    formerFinish = reading.record(ofDay: movement.before?.finish)
    costs = MoneyRecord(movement.costs, isProved: true, reading)
  }
}
