/// What the relaxation reads: capacities by stretch of days, demands that count, and the sizes that keep sums in range.
struct RelaxedProblem: ~Copyable {
  let days: Int
  /// Days that share a price: a week where days are days; one where the instance is short, as those that count in weeks.
  let stretchDays: Int
  let stretchCount: Int
  /// Resources, then limits.
  let rowCount: Int
  /// What every demand on a row is a multiple of; capacities count in whole units.
  let unit: Table<Int32>
  /// Tenths left beside the running work, by resource and day.
  let capacity: Table<Int32>
  /// Units × days left beside the running work, `row × stretches + stretch`.
  let available: Table<Int64>
  /// By option, what it takes of resources and limits; nothing for running work, which has it already.
  let demands: Rows<Instance.Demand>
  let demandCount: Int
  /// Whether a work takes part; running work does not.
  let isPriced: Table<Bool>
  /// Units of a price in a minor unit.
  let scale: Int64
  /// What every cost is a multiple of, in minor units.
  let costUnit: Int64
  /// The mean demand of an option, over which a stretch of a price of another kind is measured.
  let meanDemand: Double
  /// The largest price of a unit of a row, of a claim and of a precedence, so that no sum can leave its range.
  let priceMax: Double
  let claimPriceMax: Double

  /// A unit of a limit, of which works that count once for several of them take equal parts.
  private static let wipUnit: Int32 = 60
  /// Longer instances share prices by week.
  private static let daysWithOwnPrice = 120

  /// - Parameters:
  ///   - board: Whose problem it is.
  ///   - ruleMoney: What all soft demands can cost, in minor units.
  init(_ board: borrowing Board, ruleMoney: Double) {
    days = Int(board.instance.dayCount)
    stretchDays = days > Self.daysWithOwnPrice ? 7 : 1
    stretchCount = (days + stretchDays - 1) / stretchDays
    rowCount = board.instance.resourceCount + board.instance.wip.limitCount
    capacity = Table(board.heads.capacity.array())

    var demands: [[Instance.Demand]] = []
    var unit = [Int32](repeating: 0, count: rowCount)
    var taken = 0.0
    var most: Int64 = 1
    for work in 0..<Int32(board.instance.workCount) {
      for option in board.instance.optionRange(work) {
        let list = Self.taken(work, option, board)
        for demand in list {
          unit[Int(demand.resource)] = commonDivisor(unit[Int(demand.resource)], demand.tenths)
          taken += Double(demand.tenths)
          most = max(most, Int64(demand.tenths))
        }
        demands.append(list)
      }
    }
    unit = unit.map { max($0, 1) }
    self.unit = Table(unit)
    self.demands = Rows(demands)
    demandCount = demands.reduce(0) { $0 + $1.count }
    meanDemand = max(1, taken / Double(max(demandCount, 1)))
    isPriced = Table(
      (0..<board.instance.workCount).map { board.instance.works.fixed[$0] < 0 })

    var left: [Int64] = []
    for row in 0..<rowCount { left += Self.left(row, unit[row], board, stretchDays, stretchCount) }
    available = Table(left)

    let money = Self.money(board)
    costUnit = money.unit
    var scale: Int64 = 1
    // Costs, priced usage, priced capacity, claims and precedences each stay below 2⁵⁷.
    while scale < 1 << 20, (money.total + ruleMoney) * Double(scale) < 0x1p54 { scale *= 2 }
    self.scale = scale
    let capacityDays = left.reduce(1.0) { $0 + Double($1) }
    let usage = Double(most) * Double(max(days, 1)) * Double(max(demandCount, 1))
    priceMax = (0x1p57 / max(capacityDays, usage)).rounded(.down)
    claimPriceMax =
      (0x1p57 / Double(max(days, 1)) / Double(max(demandCount, 1))).rounded(.down)
  }

  /// The largest price of one of so many relations on a stretch.
  func relationPriceMax(_ count: Int) -> Double {
    (0x1p57 / Double(max(stretchCount, 1)) / Double(max(count, 1))).rounded(.down)
  }

  /// What a row that stands for a limit holds on each day, in the unit of its demands.
  func limit(_ row: Int, _ board: borrowing Board) -> Int32 {
    let limit = Int64(board.instance.wip.limit[row - board.instance.resourceCount])
    return Int32(clamping: max(0, limit) * Int64(Self.wipUnit))
  }

  private static func left(
    _ row: Int, _ unit: Int32, _ board: borrowing Board, _ stretchDays: Int, _ stretchCount: Int
  ) -> [Int64] {
    let days = Int(board.instance.dayCount)
    var left = [Int64](repeating: 0, count: stretchCount)
    let resources = board.instance.resourceCount
    for day in 0..<days {
      let tenths: Int64 =
        row < resources
        ? Int64(board.heads.capacity[row * days + day] / unit * unit)
        : Int64(board.instance.wip.limit[row - resources]) * Int64(wipUnit)
      left[day / stretchDays] += max(0, tenths)
    }
    return left
  }

  private static func taken(
    _ work: Int32, _ option: Int32, _ board: borrowing Board
  ) -> [Instance.Demand] {
    guard board.instance.works.fixed[work] < 0 else { return [] }
    var taken: [Instance.Demand] = []
    for place in board.instance.options.demands.range(option) {
      taken.append(board.instance.options.demands[place])
    }
    let pair = board.instance.works.pair[work]
    if pair >= 0, !board.instance.wip.isRunning[pair] {
      // Days on which any of them runs are at least the mean of the days of each.
      let part = wipUnit / max(1, board.instance.wip.worksOfPair[pair])
      let row = Int32(board.instance.resourceCount) + board.instance.wip.limitOfPair[pair]
      if part > 0 { taken.append(Instance.Demand(resource: row, tenths: part)) }
    }
    return taken
  }

  /// All that can be lost by delay, and what every cost is a multiple of, that of moves too.
  private static func money(_ board: borrowing Board) -> (total: Double, unit: Int64) {
    var total: Double = 1
    var unit: Int64 = 0
    let days = board.instance.dayCount
    for initiative in 0..<Int32(board.instance.initiativeCount)
    where board.instance.hasWorks(initiative) {
      let undone = board.instance.initiatives.undoneCost[initiative]
      total += max(0, Double(undone))
      unit = commonDivisor(unit, undone)
      var day: Int32 = 0
      while day < days, unit != 1 {
        unit = commonDivisor(unit, board.instance.cost(initiative, finish: day))
        day += 1
      }
    }
    for goal in 0..<Int32(board.instance.goalCount) {
      let undone = board.instance.goals.undoneCost[goal]
      total += max(0, Double(undone))
      unit = commonDivisor(unit, undone)
      var day: Int32 = 0
      while day < days, unit != 1 {
        unit = commonDivisor(unit, board.instance.cost(ofGoal: goal, finish: day))
        day += 1
      }
    }
    for place in 0..<board.instance.agreements.count {
      unit = commonDivisor(unit, board.instance.agreements.churn[place])
    }
    // Soft demands cost what they cost.
    return (total, board.instance.rules.guardrails.allSatisfy(\.isHard) ? max(unit, 1) : 1)
  }
}

/// Euclid's; 0 divides nothing and is divided by all.
private func commonDivisor<Value: BinaryInteger>(_ left: Value, _ right: Value) -> Value {
  var (left, right) = (left < 0 ? 0 - left : left, right < 0 ? 0 - right : right)
  while right != 0 { (left, right) = (right, left % right) }
  return left
}
