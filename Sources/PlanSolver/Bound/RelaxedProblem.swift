/// What the relaxation reads: capacities by stretch of days, demands that count, precedences that are priced.
struct RelaxedProblem: ~Copyable {
  let days: Int
  /// Days that share a price: a week where days are days; one where the instance is short, as those that count in weeks.
  let stretchDays: Int
  let stretchCount: Int
  /// Resources, then limits.
  let rowCount: Int
  /// Units × days left beside the running work, `row × stretches + stretch`.
  let available: Table<Int64>
  /// By option, what it takes of resources and limits; nothing for running work, which has it already.
  let demands: Rows<Instance.Demand>
  let linkCount: Int
  /// By work, the priced precedences that wait for its finish.
  let linksOut: Rows<Int32>
  /// By work, the priced precedences that it waits for.
  let linksIn: Rows<Int32>
  /// By priced precedence, its row of lags.
  private let lagRow: Table<Int32>
  /// Whether a work takes part; running work does not.
  let isPriced: Table<Bool>
  /// Units of a price in a minor unit.
  let scale: Int64
  let priceMax: Double
  let linkPriceMax: Double
  /// How many units × days of capacity a late day of a precedence weighs in a step.
  let linkScale: Double

  /// A unit of a limit, of which works that count once for several of them take equal parts.
  private static let wipUnit: Int32 = 60
  /// Longer instances share prices by week.
  private static let daysWithOwnPrice = 120

  init(_ board: borrowing Board) {
    days = Int(board.instance.dayCount)
    stretchDays = days > Self.daysWithOwnPrice ? 7 : 1
    stretchCount = (days + stretchDays - 1) / stretchDays
    rowCount = board.instance.resourceCount + board.instance.wip.limitCount
    var left: [Int64] = []
    for row in 0..<rowCount { left += Self.left(row, board, stretchDays, stretchCount) }
    available = Table(left)

    var demands: [[Instance.Demand]] = []
    var mostTaken: Int64 = 1
    for work in 0..<Int32(board.instance.workCount) {
      for option in board.instance.optionRange(work) {
        let taken = Self.taken(work, option, board)
        mostTaken = max(mostTaken, taken.reduce(0) { $0 + Int64($1.tenths) })
        demands.append(taken)
      }
    }
    self.demands = Rows(demands)

    var out = [[Int32]](repeating: [], count: board.instance.workCount)
    var into = out
    var lags: [Int32] = []
    for work in 0..<Int32(board.instance.workCount) {
      for place in board.instance.links.incoming.range(work) {
        let link = board.instance.links.incoming[place]
        guard link.kind == .finish, board.instance.works.fixed[link.index] < 0 else { continue }
        out[Int(link.index)].append(Int32(lags.count))
        into[Int(work)].append(Int32(lags.count))
        lags.append(link.lagRow)
      }
    }
    linkCount = lags.count
    linksOut = Rows(out)
    linksIn = Rows(into)
    lagRow = Table(lags)
    isPriced = Table(
      (0..<board.instance.workCount).map { board.instance.works.fixed[$0] < 0 })

    var total: Double = 1
    for initiative in 0..<board.instance.initiativeCount {
      total += max(0, Double(board.instance.initiatives.undoneCost[initiative]))
    }
    for goal in 0..<board.instance.goalCount {
      total += max(0, Double(board.instance.goals.undoneCost[goal]))
    }
    var scale: Int64 = 1
    // Costs, priced usage and priced capacity each stay below 2⁶⁰.
    while scale < 1 << 20, total * Double(scale) < 0x1p54 { scale *= 2 }
    self.scale = scale
    let capacity = left.reduce(1.0) { $0 + Double($1) }
    let usage = Double(mostTaken) * Double(max(days, 1)) * Double(max(board.instance.workCount, 1))
    priceMax = (0x1p60 / max(capacity, usage)).rounded(.down)
    linkPriceMax =
      (0x1p58 / Double(max(days, 1)) / Double(max(linkCount, 1))).rounded(.down)
    let mean = board.instance.workCount == 0 ? 1 : usage / Double(board.instance.workCount)
    linkScale = max(1, (mean / Double(max(days, 1))).squareRoot() * 4)
  }

  /// The start that a priced precedence leaves when its first work ends on a day, `days` for undone.
  @inline(__always)
  func released(_ link: Int32, by finish: Int32, _ instance: borrowing Instance) -> Int32 {
    finish >= instance.dayCount ? instance.dayCount : instance.lag[lagRow[link] + finish]
  }

  private static func left(
    _ row: Int, _ board: borrowing Board, _ stretchDays: Int, _ stretchCount: Int
  ) -> [Int64] {
    let days = Int(board.instance.dayCount)
    var left = [Int64](repeating: 0, count: stretchCount)
    let resources = board.instance.resourceCount
    for day in 0..<days {
      let units: Int64 =
        row < resources
        ? Int64(board.heads.capacity[row * days + day])
        : Int64(board.instance.wip.limit[row - resources]) * Int64(wipUnit)
      left[day / stretchDays] += max(0, units)
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
}
