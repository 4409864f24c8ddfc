package import PlanInsight
import PlanModel

/// Which initiatives a number of slots takes, for programs; conventions are those of `json`.
package func fundingJSON(
  _ funding: Funding, _ orders: OrderComparison, _ answer: Answer, missing: [String]
) throws -> String {
  try questionJSON("fund", answer) { FundingRecord(funding, orders, $0, missing: missing) }
}

private struct FundingRecord: Encodable {
  let slots: Int
  let isOverfull: Bool
  /// In the order in which slots are given.
  let funded: [FundedRecord]
  /// The best first.
  let below: [BelowRecord]
  let aside: [String]
  let cost: MoneyRecord?
  let costOfMandatory: MoneyRecord?
  /// The solved one first.
  let orders: [OrderRecord]
  /// Why there is no other order by a score.
  let missing: [String]

  init(
    _ funding: Funding, _ comparison: OrderComparison, _ reading: Reading, missing: [String]
  ) {
    slots = funding.slots
    isOverfull = funding.isOverfull
    funded = funding.funded.map { FundedRecord($0, reading) }
    below = funding.below.map { BelowRecord($0, reading) }
    aside = funding.aside.map { reading.plan.initiatives[$0.index].name }
    cost = MoneyRecord(funding.cost, isProved: false, reading)
    costOfMandatory = MoneyRecord(funding.costOfMandatory, isProved: false, reading)
    orders = comparison.orders.map { OrderRecord($0, reading) }
    self.missing = missing
  }
}

private struct StabilityRecord: Encodable {
  let holdsAgainstWorth: Bool
  let holdsAgainstEffort: Bool

  init(_ stability: Funding.Stability) {
    holdsAgainstWorth = stability.holdsAgainstWorth
    holdsAgainstEffort = stability.holdsAgainstEffort
  }
}

private struct FundedRecord: Encodable {
  let initiative: String
  /// `begun`, `mandatory`, `needed`, `goal` or `chosen`.
  let reason: String
  /// The initiative that needs it, or the goal.
  let by: String?
  /// Of all that were taken at once.
  let saves: MoneyRecord?
  let stability: StabilityRecord?

  init(_ funded: Funding.Funded, _ reading: Reading) {
    initiative = reading.plan.initiatives[funded.initiative.index].name
    switch funded.reason {
    case .begun: (reason, by) = ("begun", nil)
    case .mandatory: (reason, by) = ("mandatory", nil)
    case .needed(let owner): (reason, by) = ("needed", reading.plan.initiatives[owner.index].name)
    case .goal(let goal): (reason, by) = ("goal", reading.plan.goals[goal.index].name)
    case .chosen: (reason, by) = ("chosen", nil)
    }
    saves = funded.saves > 0 ? MoneyRecord(funded.saves, isProved: false, reading) : nil
    stability = funded.stability.map(StabilityRecord.init)
  }
}

private struct BelowRecord: Encodable {
  let initiative: String
  let needsBesides: [String]
  let wouldSave: MoneyRecord?
  let stability: StabilityRecord?

  init(_ below: Funding.Below, _ reading: Reading) {
    initiative = reading.plan.initiatives[below.initiative.index].name
    needsBesides = below.bundle.dropLast().map { reading.plan.initiatives[$0.index].name }
    wouldSave = MoneyRecord(below.saves, isProved: false, reading)
    stability = below.stability.map(StabilityRecord.init)
  }
}

private struct OrderRecord: Encodable {
  let rule: String
  let delayCost: MoneyRecord?
  let breaks: [String]
  /// How often estimates were drawn to see what becomes of its places.
  let draws: Int
  let places: [PlaceRecord]

  struct PlaceRecord: Encodable {
    let initiative: String
    let place: Int
    /// Between these it lies in eight of ten draws.
    let placeP10: Int?
    let placeP90: Int?
    /// Draws in which it is among the first so many as there are slots.
    let abovePerMille: Int64?
  }

  init(_ order: OrderComparison.Order, _ reading: Reading) {
    rule = words(order.rule)
    delayCost = MoneyRecord(order.delayCost, isProved: true, reading)
    breaks = order.breaks.map { reading.name(of: $0) }
    places = order.places.enumerated().compactMap { index, place in
      let drawn = order.stabilities[index]
      return place.map {
        PlaceRecord(
          initiative: reading.plan.initiatives[index].name, place: $0,
          placeP10: drawn?.places.lowerBound, placeP90: drawn?.places.upperBound,
          abovePerMille: drawn?.aboveLine.perMille)
      }
    }
    draws = order.draws
  }
}
