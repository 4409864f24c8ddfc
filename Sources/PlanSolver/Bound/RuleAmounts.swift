/// What every start delivers in every period of budgets and guardrails, gathered for a relaxation.
struct RuleAmounts {
  /// The distinct stretches of days that rules have sums over; none where they would take too much room.
  private(set) var periods: [ClosedRange<Int32>] = []
  private(set) var periodOfSlot: [Int] = []
  /// By period and option, the first and the last start with which something is delivered there.
  private(set) var firstStart: [Int32]
  private(set) var lastStart: [Int32]
  /// By period, option and day, what is delivered in the period from such a start.
  private(set) var amount: [Int64]
  private(set) var running: [Running] = []
  let optionCount: Int
  let days: Int

  /// What running work delivers in a period; it may be nothing where its initiative may be left.
  struct Running {
    var initiative: Int32
    var period: Int
    var least: Int64
    var most: Int64
  }

  /// Larger tables (64 MB) are not made; such plans are bounded as if they had no rules.
  private static let cellsMax = 8_000_000

  init(_ board: borrowing Board) {
    optionCount = Int(board.instance.works.firstOption[board.instance.workCount])
    days = Int(board.instance.dayCount)
    for slot in 0..<Int32(board.instance.rules.slotCount) {
      let stretch = board.instance.rules.firstDay[slot]...board.instance.rules.lastDay[slot]
      let known = periods.firstIndex(of: stretch)
      periodOfSlot.append(known ?? periods.count)
      if known == nil { periods.append(stretch) }
    }
    if periods.count * optionCount * days > Self.cellsMax {
      periods = []
      periodOfSlot = []
    }
    let cells = periods.count * optionCount
    firstStart = Array(repeating: Int32(days), count: cells)
    lastStart = Array(repeating: -1, count: cells)
    amount = Array(repeating: 0, count: cells * days)
    for period in periods.indices { addAmounts(period, board) }
  }

  private mutating func addAmounts(_ period: Int, _ board: borrowing Board) {
    let stretch = periods[period]
    for work in 0..<Int32(board.instance.workCount) {
      let fixed = board.instance.works.fixed[work]
      let initiative = board.instance.works.initiative[work]
      var found: [Int64] = fixed >= 0 && board.heads.mustBeDone[initiative] ? [] : [0]
      for option in board.instance.optionRange(work) {
        let cell = period * optionCount + Int(option)
        var day = board.instance.startDay(option, from: max(0, fixed))
        while day < board.instance.dayCount, day <= stretch.upperBound, fixed < 0 || day == fixed {
          let finish = board.instance.finishDay(option, from: day)
          guard finish < board.instance.dayCount else { break }
          let units = Int64(
            clamping: board.instance.delivered(option, from: day, through: finish, on: stretch))
          if fixed >= 0 {
            found.append(units)
          } else if units > 0 {
            firstStart[cell] = min(firstStart[cell], day)
            lastStart[cell] = day
            amount[cell * days + Int(day)] = units
          }
          day = board.instance.startDay(option, from: day + 1)
        }
      }
      guard fixed >= 0, let least = found.min(), let most = found.max(), most > 0 else { continue }
      running.append(
        Running(initiative: initiative, period: period, least: least, most: most))
    }
  }

  /// What can be delivered at most in a period: no more than all works do at their best, nor than all teams can.
  func mostDelivered(in period: Int, _ board: borrowing Board) -> Int64 {
    var works: Int128 = 0
    for work in 0..<Int32(board.instance.workCount) {
      var most: Int64 = 0
      for option in board.instance.optionRange(work) {
        let cell = period * optionCount + Int(option)
        guard firstStart[cell] <= lastStart[cell] else { continue }
        for day in firstStart[cell]...lastStart[cell] {
          most = max(most, amount[cell * days + Int(day)])
        }
      }
      works += Int128(most)
    }
    var teams: Int128 = 0
    for day in periods[period] where day < board.instance.dayCount {
      teams += mostDelivered(on: day, board)
    }
    let begun = running.reduce(Int128(0)) { $0 + ($1.period == period ? Int128($1.most) : 0) }
    return Int64(clamping: min(works, teams) + begun)
  }

  /// By what the best option makes of a head of each team, and what works deliver that take nobody.
  private func mostDelivered(on day: Int32, _ board: borrowing Board) -> Int128 {
    var perTenth = [Int128](repeating: 0, count: board.instance.resourceCount)
    var total: Int128 = 0
    for work in 0..<Int32(board.instance.workCount) where board.instance.works.fixed[work] < 0 {
      var ofNobody: Int128 = 0
      for option in board.instance.optionRange(work) {
        let row = board.instance.options.profileRow[option] + day
        let yield = board.instance.cumulative[row + 1] - board.instance.cumulative[row]
        let units = Int128(yield) * Int128(board.instance.options.staff[option])
        let demands = board.instance.options.demands.range(option)
        guard let first = demands.first, board.instance.options.demands[first].tenths > 0 else {
          ofNobody = max(ofNobody, units)
          continue
        }
        let demand = board.instance.options.demands[first]
        let tenths = Int128(demand.tenths)
        perTenth[Int(demand.resource)] = max(
          perTenth[Int(demand.resource)], (units + tenths - 1) / tenths)
      }
      total += ofNobody
    }
    for resource in 0..<board.instance.resourceCount {
      total +=
        perTenth[resource]
        * Int128(max(0, board.instance.capacity[resource * days + Int(day)]))
    }
    return total
  }
}
