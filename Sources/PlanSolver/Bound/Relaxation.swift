/// The problem with its capacities, limits and finish-to-start precedences priced instead of enforced.
///
/// Lagrangian relaxation of the time-indexed model (Christofides, Alvarez-Valdés & Tamarit 1987; Möhring, Schulz, Stork & Uetz
/// 2003): a price for each resource, limit and stretch of days, and one for each day that a precedence is late. At given
/// prices every initiative decides by itself, except that the members of a goal decide together when the goal is met; the
/// cost of an initiative hangs on the latest of its works, which is settled exactly. For any prices the value is a bound.
///
/// Prices are integers in units of 1 / `scale` minor units and so is the value, so no rounding can make it wrong: the least
/// integer cost is at least the value divided by the scale, rounded up.
struct Relaxation: ~Copyable {
  let table: RelaxedProblem
  /// The price of a unit of capacity on each day of a stretch, `resource × stretches + stretch`.
  private var price: Table<Int64>
  /// The price of a day of each precedence.
  private var linkPrice: Table<Int64>
  /// Prices before rounding.
  private var exactPrice: Table<Double>
  private var exactLinkPrice: Table<Double>
  /// Running sums of prices, a row of `days + 1` a resource.
  private var sums: Table<Int64>
  /// What the choices use by resource and day, as differences from day to day.
  private var used: Table<Int64>
  /// How far each precedence is overstepped by the choices.
  private var overstep: Table<Int64>
  /// The direction of the last step, prices first.
  private var direction: Table<Double>
  private var gradient: Table<Double>
  /// What each work chose, by work; the start is `days` when it is left undone.
  private(set) var chosenStart: Table<Int32>
  private var chosenOption: Table<Int32>
  var settling: Settling

  init(_ board: borrowing Board) {
    table = RelaxedProblem(board)
    let prices = table.rowCount * table.stretchCount
    price = Table(repeating: 0, count: prices)
    exactPrice = Table(repeating: 0, count: prices)
    linkPrice = Table(repeating: 0, count: table.linkCount)
    exactLinkPrice = Table(repeating: 0, count: table.linkCount)
    sums = Table(repeating: 0, count: table.rowCount * (table.days + 1))
    used = Table(repeating: 0, count: table.rowCount * (table.days + 1))
    overstep = Table(repeating: 0, count: table.linkCount)
    direction = Table(repeating: 0, count: prices + table.linkCount)
    gradient = Table(repeating: 0, count: prices + table.linkCount)
    chosenStart = Table(repeating: 0, count: board.instance.workCount)
    chosenOption = Table(repeating: -1, count: board.instance.workCount)
    settling = Settling(board, table)
  }

  /// The bound at the present prices in scaled units; remembers what was chosen.
  mutating func evaluate(_ instance: borrowing Instance) -> Int64 {
    sumPrices()
    var total = settling.settle(
      instance, table, sums, linkPrice, start: &chosenStart, option: &chosenOption)
    for row in 0..<table.rowCount {
      for stretch in 0..<table.stretchCount {
        let cell = row * table.stretchCount + stretch
        total -= price[cell] * table.available[cell]
      }
    }
    return total
  }

  private mutating func sumPrices() {
    for row in 0..<table.rowCount {
      var sum: Int64 = 0
      var cell = row * (table.days + 1)
      for day in 0..<table.days {
        sums[cell] = sum
        sum += price[row * table.stretchCount + day / table.stretchDays]
        cell += 1
      }
      sums[cell] = sum
    }
  }

  // MARK: Steps

  /// Moves the prices along what the choices overstep: a subgradient step of Polyak's length (Held, Wolfe & Crowder 1974),
  /// bent by the step before so that it does not zigzag (Camerini, Fratta & Maffioli 1975).
  ///
  /// - Parameters:
  ///   - factor: Share of Polyak's length.
  ///   - target: The value hoped for, scaled.
  ///   - value: What `evaluate` just returned.
  ///   - instance: The compiled problem.
  /// - Returns: Whether there was anywhere to go.
  mutating func step(
    _ factor: Double, towards target: Int64, from value: Int64, _ instance: borrowing Instance
  ) -> Bool {
    measure(instance)
    let prices = price.count
    for index in 0..<prices {
      gradient[index] = Double(usage(index)) - Double(table.available[index])
    }
    for index in 0..<table.linkCount {
      gradient[prices + index] = Double(overstep[index]) * table.linkScale
    }
    var along = 0.0
    var length = 0.0
    for index in gradient.indices {
      // A price that is zero and would fall is no direction to go.
      let isFloor = index < prices ? exactPrice[index] <= 0 : exactLinkPrice[index - prices] <= 0
      if isFloor, gradient[index] < 0 { gradient[index] = 0 }
      along += gradient[index] * direction[index]
      length += direction[index] * direction[index]
    }
    let bend = along < 0 && length > 0 ? -1.5 * along / length : 0
    var square = 0.0
    for index in gradient.indices {
      direction[index] = gradient[index] + bend * direction[index]
      square += direction[index] * direction[index]
    }
    guard square > 0 else { return false }
    let move = factor * max(1, Double(target) - Double(value)) / square
    for index in 0..<prices {
      exactPrice[index] = min(
        table.priceMax, max(0, exactPrice[index] + move * direction[index]))
      price[index] = Int64(exactPrice[index].rounded(.down))
    }
    for index in 0..<table.linkCount {
      exactLinkPrice[index] = min(
        table.linkPriceMax,
        max(0, exactLinkPrice[index] + move * direction[prices + index] * table.linkScale))
      linkPrice[index] = Int64(exactLinkPrice[index].rounded(.down))
    }
    return true
  }

  private func usage(_ cell: Int) -> Int64 { stretchUsed[cell] }
  private var stretchUsed: [Int64] = []

  /// Adds up what the choices use and overstep.
  private mutating func measure(_ instance: borrowing Instance) {
    used.fill(0)
    overstep.fill(0)
    for work in 0..<Int32(instance.workCount) where table.isPriced[work] {
      let first = chosenStart[work]
      var last = instance.dayCount
      if first < instance.dayCount {
        last = instance.finishDay(chosenOption[work], from: first)
        for place in table.demands.range(chosenOption[work]) {
          let demand = table.demands[place]
          let base = Int(demand.resource) * (table.days + 1)
          used[base + Int(first)] += Int64(demand.tenths)
          used[base + Int(last) + 1] -= Int64(demand.tenths)
        }
      }
      for place in table.linksOut.range(work) {
        overstep[table.linksOut[place]] += Int64(
          table.released(table.linksOut[place], by: last, instance))
      }
      for place in table.linksIn.range(work) {
        overstep[table.linksIn[place]] -= Int64(first)
      }
    }
    if stretchUsed.isEmpty { stretchUsed = Array(repeating: 0, count: price.count) }
    for row in 0..<table.rowCount {
      for stretch in 0..<table.stretchCount { stretchUsed[row * table.stretchCount + stretch] = 0 }
      var now: Int64 = 0
      for day in 0..<table.days {
        now += used[row * (table.days + 1) + day]
        stretchUsed[row * table.stretchCount + day / table.stretchDays] += now
      }
    }
  }
}
