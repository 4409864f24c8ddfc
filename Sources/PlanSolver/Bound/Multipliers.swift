internal import PlanModel

/// The prices of a relaxation and how they move.
///
/// Steps of Polyak's length (Held, Wolfe & Crowder 1974) along the average of the subgradients, from the best prices so far:
/// the volume algorithm (Barahona & Anbil 2000).
struct Multipliers: ~Copyable {
  /// The price of a unit of capacity on each day of a stretch, `row × stretches + stretch`.
  private(set) var row: Table<Int64>
  /// The price of a day of a claim, `place × stretches + stretch`; of either sign.
  private(set) var claim: Table<Int64>
  /// The price of a relation overstepped at the end of a stretch.
  private(set) var relation: Table<Int64>
  /// The price of a unit of effort by which a budget or a guardrail is overstepped, with `PricedRules.priceBits` behind
  /// its point.
  private(set) var rule: Table<Int64>
  /// Prices before rounding: rows, claims, relations, rules.
  private var exact: Table<Double>
  private var gradient: Table<Double>
  /// The gradient averaged over the rounds.
  private var direction: Table<Double>
  /// The prices with the best value.
  private var center: Table<Double>
  private var isFresh = true
  private let claimBase: Int
  private let relationBase: Int
  private let ruleBase: Int
  private let rowMax: Double
  private let claimMax: Double
  private let relationMax: Double
  /// The largest price of each rule, in scaled minor units for a whole day of a tenth of a head.
  let ruleMax: Table<Double>
  private let ruleLimit: Table<Int64>
  /// How many units × days of capacity an overstepped relation weighs in a step.
  private let relationWeight: Double
  /// How many units × days of capacity a claim's day weighs.
  private let claimWeight: Double
  /// How many units × days of capacity a day of a tenth of a head weighs by which a rule is overstepped: what a stretch
  /// has of its period.
  private let ruleWeight: Table<Double>

  init(
    _ table: borrowing RelaxedProblem, relations: Int, rules: [RuleDemand], labourPrice: Rational
  ) {
    row = Table(repeating: 0, count: table.rowCount * table.stretchCount)
    claim = Table(repeating: 0, count: table.demandCount * table.stretchCount)
    relation = Table(repeating: 0, count: relations * table.stretchCount)
    claimBase = row.count
    relationBase = row.count + claim.count
    ruleBase = relationBase + relation.count
    rule = Table(repeating: 0, count: rules.count)
    ruleLimit = Table(rules.map { $0.priceMax(labourPrice, scale: table.scale) })
    ruleMax = Table(ruleLimit.array().map { Double($0) / Self.unitPricePerDayPrice })
    ruleWeight = Table(rules.map { Double(table.stretchDays) / Double($0.days) })
    exact = Table(repeating: 0, count: ruleBase + rules.count)
    gradient = Table(repeating: 0, count: exact.count)
    direction = Table(repeating: 0, count: exact.count)
    center = Table(repeating: 0, count: exact.count)
    rowMax = table.priceMax
    claimMax = table.claimPriceMax
    relationMax = table.relationPriceMax(relations)
    relationWeight = table.meanDemand * Double(table.stretchDays)
    claimWeight = table.meanDemand
  }

  mutating func clearGradient() { gradient.fill(0) }

  /// Goes on from the present prices.
  mutating func forgetDirection() {
    isFresh = true
    center.copy(from: exact)
  }

  @inline(__always)
  mutating func addToRow(_ cell: Int, _ amount: Double) { gradient[cell] += amount }

  @inline(__always)
  mutating func addToClaim(_ cell: Int, _ days: Double, _ tenths: Int32) {
    gradient[claimBase + cell] += days * claimWeight
  }

  @inline(__always)
  mutating func addToRelation(_ cell: Int, _ amount: Double) {
    gradient[relationBase + cell] += amount * relationWeight
  }

  @inline(__always)
  mutating func addToRule(_ index: Int, _ units: Double) {
    gradient[ruleBase + index] += units / Self.unitsPerDay * ruleWeight[index]
  }

  /// Puts the price of every row's stretch to a share of what is suggested, those of rules to what is suggested, and
  /// those of relations to nothing.
  mutating func start(rows suggested: [Double], times share: Double, rules prices: [Double]) {
    for index in 0..<claimBase {
      exact[index] = min(rowMax, max(0, suggested[index] * share))
    }
    for index in claimBase..<ruleBase { exact[index] = 0 }
    for (index, price) in prices.enumerated() { exact[ruleBase + index] = price }
    round()
    forgetDirection()
  }

  /// Starts the price of a claim where its units' price is, which then has nothing more to say.
  mutating func start(claim cell: Int, atRow rowCell: Int, times tenths: Int32) {
    exact[claimBase + cell] = min(claimMax, exact[rowCell] * Double(tenths))
    claim[cell] = floored(exact[claimBase + cell])
  }

  /// Goes back to the prices with the best value.
  mutating func restoreBest() {
    exact.copy(from: center)
    round()
  }

  /// The prices that are used.
  private mutating func round() {
    for index in 0..<claimBase { row[index] = floored(exact[index]) }
    for index in claimBase..<relationBase { claim[index - claimBase] = floored(exact[index]) }
    for index in relationBase..<ruleBase {
      relation[index - relationBase] = floored(exact[index])
    }
    for index in ruleBase..<exact.count { round(rule: index - ruleBase) }
  }

  private mutating func round(rule index: Int) {
    let price = floored(exact[ruleBase + index] * Self.unitPricePerDayPrice)
    rule[index] = min(ruleLimit[index], price)
  }

  /// Moves along the gradient, averaged over the rounds, from the best prices so far.
  ///
  /// - Parameters:
  ///   - factor: Share of Polyak's length.
  ///   - distance: How far the value is from what is hoped for, scaled.
  ///   - isBest: Whether no prices had a better value than the present ones, which moves start from then.
  /// - Returns: Whether there was anywhere to go.
  mutating func step(_ factor: Double, by distance: Double, isBest: Bool) -> Bool {
    if isBest { center.copy(from: exact) }
    let share = isFresh ? 1 : min(1, Self.newShare + Self.newShareOfSteps * factor)
    isFresh = false
    let square = turn(share)
    guard square > 0 else { return false }
    let move = factor * distance / square
    for index in 0..<claimBase {
      exact[index] = min(rowMax, max(0, center[index] + move * direction[index]))
      row[index] = floored(exact[index])
    }
    for index in claimBase..<relationBase {
      exact[index] = min(
        claimMax, max(-claimMax, center[index] + move * direction[index] * claimWeight))
      claim[index &- claimBase] = floored(exact[index])
    }
    for index in relationBase..<ruleBase {
      exact[index] = min(
        relationMax, max(0, center[index] + move * direction[index] * relationWeight))
      relation[index &- relationBase] = floored(exact[index])
    }
    for place in rule.indices {
      let index = ruleBase + place
      let moved = center[index] + move * direction[index] * ruleWeight[place]
      exact[index] = min(ruleMax[place], max(0, moved))
      round(rule: place)
    }
    return true
  }

  /// Turns the direction towards the newest gradient, by its share.
  ///
  /// - Returns: The square of its length.
  private mutating func turn(_ share: Double) -> Double {
    var square = 0.0
    for index in 0..<claimBase { square += turn(index, share, isFloored: true) }
    for index in claimBase..<relationBase { square += turn(index, share, isFloored: false) }
    for index in relationBase..<ruleBase { square += turn(index, share, isFloored: true) }
    for index in ruleBase..<exact.count {
      let isAtTop = center[index] >= ruleMax[index - ruleBase]
      let moved = turn(index, share, isFloored: true)
      if !isAtTop || direction[index] < 0 { square += moved }
    }
    return square
  }

  @inline(__always)
  private mutating func turn(_ index: Int, _ share: Double, isFloored: Bool) -> Double {
    let moved = share * gradient[index] + (1 - share) * direction[index]
    direction[index] = moved
    // A price that is zero and would fall is no direction to go; those of claims may.
    return isFloored && moved < 0 && center[index] <= 0 ? 0 : moved * moved
  }

  /// Efforts are counted in millionths of a day of a tenth of a head.
  private static var unitsPerDay: Double { 1_000_000 }
  /// What makes the price of a unit of that of such a day.
  private static var unitPricePerDayPrice: Double {
    Double(Int64(1) << PricedRules.priceBits) / unitsPerDay
  }

  /// Of the averaged gradient, what the newest one is.
  ///
  /// Much while steps are long and prices still find their size, little when all that is left is to smooth them. With the same
  /// share throughout, three quarters more work is needed to come as near.
  private static var newShare: Double { 0.04 }
  private static var newShareOfSteps: Double { 0.3 }
}

/// The largest integer that is no larger, without the call that rounding is on processors of before 2008.
@inline(__always)
private func floored(_ value: Double) -> Int64 {
  let cut = Int64(value)
  return Double(cut) > value ? cut - 1 : cut
}
