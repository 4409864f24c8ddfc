internal import PlanModel

/// What a relaxation makes of budgets and guardrails: sums of effort over periods, each at a price (`RuleDemand`).
///
/// What a start delivers in a period is priced as what it takes of a team is. Nothing here is looked at in a plan without
/// rules.
struct PricedRules: ~Copyable {
  private(set) var demands: [RuleDemand]
  private let periodCount: Int
  private let periodOfSlot: [Int]
  /// By period and option, the first and the last start with which something is delivered there.
  private let firstStart: Table<Int32>
  private let lastStart: Table<Int32>
  /// By period, option and day, what is delivered in the period from such a start.
  private let amount: Table<Int64>
  private let running: [RuleAmounts.Running]
  /// By initiative and period, the price of a unit.
  private var price: Table<Int64>
  private var slotPrice: Table<Int64>
  private var slotSum: Table<Double>
  /// By initiative and period, what the chosen starts deliver.
  private var delivered: Table<Double>
  private let optionCount: Int
  private let days: Int

  /// Bits of a price behind its point: efforts are counted in millionths of a day.
  static var priceBits: Int64 { 40 }

  init(_ board: borrowing Board) {
    let amounts = RuleAmounts(board)
    let most = amounts.periods.indices.map { amounts.mostDelivered(in: $0, board) }
    demands =
      amounts.periods.isEmpty
      ? [] : board.instance.rules.demands { most[amounts.periodOfSlot[Int($0)]] }
    periodCount = amounts.periods.count
    periodOfSlot = amounts.periodOfSlot
    firstStart = Table(amounts.firstStart)
    lastStart = Table(amounts.lastStart)
    amount = Table(amounts.amount)
    running = amounts.running
    let cells = amounts.periods.count * board.instance.initiativeCount
    price = Table(repeating: 0, count: cells)
    delivered = Table(repeating: 0, count: cells)
    slotPrice = Table(repeating: 0, count: amounts.periodOfSlot.count)
    slotSum = Table(repeating: 0, count: amounts.periodOfSlot.count)
    optionCount = amounts.optionCount
    days = amounts.days
  }

  // MARK: Prices

  /// The most that all soft demands can cost, in minor units.
  func mostMoney(_ board: borrowing Board) -> Double {
    demands.reduce(0) { sum, demand in
      sum + (demand.isSoft ? Double(board.instance.rules.price(ofUnits: demand.most)) : 0)
    }
  }

  /// Sets what a unit costs from the prices of the demands.
  ///
  /// - Returns: What is left of the demands when nothing is delivered, and what running work adds, scaled.
  mutating func setPrices(
    _ prices: borrowing Table<Int64>, scale: Int64, _ instance: borrowing Instance
  ) -> Int64 {
    guard !demands.isEmpty else { return 0 }
    slotPrice.fill(0)
    price.fill(0)
    var constant: Int64 = 0
    for (index, demand) in demands.enumerated() {
      let parts = demand.parts(atPrice: prices[index], scale: scale)
      slotPrice[demand.counted] += parts.counted
      if let all = demand.all { slotPrice[all] += parts.all }
      constant += parts.constant
    }
    for initiative in 0..<Int32(instance.initiativeCount) {
      for place in instance.rules.rowsOfInitiative.range(initiative) {
        let row = instance.rules.rowsOfInitiative[place]
        for slot in row.first..<row.first + row.count where slotPrice[slot] != 0 {
          price[Int(initiative) * periodCount + periodOfSlot[Int(slot)]] += slotPrice[slot]
        }
      }
    }
    for work in running {
      let unit = price[Int(work.initiative) * periodCount + work.period]
      constant += (unit > 0 ? work.least : work.most).priced(unit)
    }
    return constant
  }

  /// Adds what starts of an option cost.
  ///
  /// - Parameters:
  ///   - option: One of a work of `initiative`.
  ///   - initiative: Whose prices they are.
  ///   - asked: The days that are asked about.
  ///   - costs: Costs by day, which are left alone where they are out of reach.
  ///   - row: Where those of the option begin.
  /// - Returns: Days looked at.
  func addPrices(
    of option: Int32, _ initiative: Int32, on asked: ClosedRange<Int>,
    to costs: inout Table<Int64>, at row: Int
  ) -> Int {
    var looked = 0
    for period in 0..<periodCount {
      let unit = price[Int(initiative) * periodCount + period]
      guard unit != 0 else { continue }
      let cell = period * optionCount + Int(option)
      let first = max(asked.lowerBound, Int(firstStart[cell]))
      let last = min(asked.upperBound, Int(lastStart[cell]))
      guard first <= last else { continue }
      for day in first...last where costs[row &+ day] < Settling.impossible {
        costs[row &+ day] &+= amount[cell &* days &+ day].priced(unit)
      }
      looked += last - first + 1
    }
    return looked
  }

  /// Takes into account which starts are left.
  mutating func note(
    _ settling: borrowing Settling, _ instance: borrowing Instance, _ network: borrowing Network
  ) {
    guard !demands.isEmpty else { return }
    var least = [Int64](repeating: 0, count: periodCount)
    var most = least
    for work in running {
      least[work.period] += work.least
      most[work.period] += work.most
    }
    for work in 0..<Int32(instance.workCount) where network.startNode[work] >= 0 {
      for period in 0..<periodCount {
        let range = delivered(by: work, in: period, settling, instance, network)
        least[period] += range.lowerBound
        most[period] += range.upperBound
      }
    }
    for index in demands.indices {
      let period = periodOfSlot[Int(demands[index].counted)]
      demands[index].know(least: least[period], most: min(most[period], demands[index].most))
    }
  }

  /// The least and the most that a work may still deliver in a period.
  private func delivered(
    by work: Int32, in period: Int, _ settling: borrowing Settling, _ instance: borrowing Instance,
    _ network: borrowing Network
  ) -> ClosedRange<Int64> {
    let node = network.startNode[work]
    var least = settling.domain.mayBeNever[node] ? 0 : Int64.max
    var most: Int64 = 0
    for option in instance.optionRange(work) {
      let row = (period * optionCount + Int(option)) * days
      for day in settling.domain.days(of: node)
      where settling.isAllowed[Int(option) * days + day] {
        least = min(least, amount[row + day])
        most = max(most, amount[row + day])
      }
    }
    return min(least, most)...most
  }

  // MARK: Steps

  mutating func beginMeasuring() {
    delivered.fill(0)
    for work in running {
      delivered[Int(work.initiative) * periodCount + work.period] += Double(work.most)
    }
  }

  /// Notes that an option starts on a day.
  mutating func measure(_ option: Int32, _ initiative: Int32, from start: Int) {
    for period in 0..<periodCount {
      let units = amount[(period * optionCount + Int(option)) * days + start]
      if units > 0 { delivered[Int(initiative) * periodCount + period] += Double(units) }
    }
  }

  /// By how much each demand is overstepped by what was measured, in units of effort.
  mutating func excess(_ instance: borrowing Instance) -> [Double] {
    guard !demands.isEmpty else { return [] }
    slotSum.fill(0)
    for initiative in 0..<Int32(instance.initiativeCount) {
      for place in instance.rules.rowsOfInitiative.range(initiative) {
        let row = instance.rules.rowsOfInitiative[place]
        for slot in row.first..<row.first + row.count {
          slotSum[slot] += delivered[Int(initiative) * periodCount + periodOfSlot[Int(slot)]]
        }
      }
    }
    return demands.map { demand in
      demand.excess(counted: slotSum[demand.counted], all: demand.all.map { slotSum[$0] } ?? 0)
    }
  }
}

extension Int64 {
  /// An amount at a price with `PricedRules.priceBits` behind its point, rounded down.
  @inline(__always)
  func priced(_ price: Int64) -> Int64 {
    let (high, low) = multipliedFullWidth(by: price)
    return high << (64 - PricedRules.priceBits) | Int64(low >> UInt64(PricedRules.priceBits))
  }
}
