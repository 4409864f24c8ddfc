/// What fits side by side on a day: for prices of each work on each stretch of days, the most that the capacities can hold.
///
/// With one price for a unit of capacity the relaxation reaches the linear relaxation and no more. Here each work has a price
/// of its own, and the capacity of a day answers with the dearest set of works that fits, a knapsack: a Lagrangian
/// decomposition (Guignard & Kim 1987), whose bound is that of the convex hulls of what fits on each day.
struct Packing: ~Copyable {
  /// A work's claim on a row by one of its options; claims of one work stand side by side.
  struct Claim: BitwiseCopyable {
    /// Where the demand stands in the table of demands.
    var place: Int32
    var option: Int32
    var work: Int32
    /// In units of the row.
    var units: Int32
  }

  /// Whether a row's capacity is answered by packing.
  let isPacked: Table<Bool>
  let claims: Rows<Claim>
  /// Counted work: cells of knapsacks filled.
  private(set) var work: Int64 = 0
  /// Capacity by row and day in units of the row.
  private let units: Table<Int32>
  private let days: Int
  private let stretchDays: Int
  private let stretchCount: Int
  private var most: Table<Int64>
  private var taken: Table<UInt8>
  private var open: Table<Int32>
  private let openMax: Int
  private let capacityMax: Int

  /// Rows that hold more works at once than this gain nothing by packing: fractions of works matter little there.
  private static let sideBySideMax: Double = 14
  /// Cells of one table of choices; larger rows are left to their prices.
  private static let cellsMax = 1 << 22
  /// Works beyond which a row is left to its prices, so that counts of claims stay small.
  private static let claimsMax = 4_000

  init(_ board: borrowing Board, _ table: borrowing RelaxedProblem) {
    days = table.days
    stretchDays = table.stretchDays
    stretchCount = table.stretchCount
    var lists = [[Claim]](repeating: [], count: table.rowCount)
    for work in 0..<Int32(board.instance.workCount) where table.isPriced[work] {
      for option in board.instance.optionRange(work) {
        for place in table.demands.range(option) {
          let demand = table.demands[place]
          guard demand.tenths > 0 else { continue }
          lists[Int(demand.resource)].append(
            Claim(
              place: Int32(place), option: option, work: work,
              units: demand.tenths / table.unit[demand.resource]))
        }
      }
    }
    var packed: [Bool] = []
    var units: [Int32] = []
    var openMax = 1
    var capacityMax = 1
    for row in 0..<table.rowCount {
      let isResource = row < board.instance.resourceCount
      let capacity = (0..<table.days).map { day in
        isResource ? table.capacity[row * table.days + day] / table.unit[row] : 0
      }
      units += capacity
      let largest = Int(capacity.max() ?? 0)
      let mean = lists[row].reduce(0.0) { $0 + Double($1.units) } / Double(max(1, lists[row].count))
      let isPacked =
        isResource && !lists[row].isEmpty && Double(largest) <= mean * Self.sideBySideMax
        && lists[row].count <= Self.claimsMax && lists[row].count * (largest + 1) <= Self.cellsMax
      packed.append(isPacked)
      guard isPacked else { continue }
      openMax = max(openMax, lists[row].count)
      capacityMax = max(capacityMax, largest)
    }
    isPacked = Table(packed)
    claims = Rows(lists)
    self.units = Table(units)
    self.openMax = openMax
    self.capacityMax = capacityMax
    most = Table(repeating: 0, count: capacityMax + 1)
    taken = Table(repeating: 0, count: openMax * (capacityMax + 1))
    open = Table(repeating: 0, count: openMax)
  }

  /// The most that a row can hold over a stretch at the prices of its claims.
  ///
  /// - Parameters:
  ///   - row: A packed row.
  ///   - stretch: Which stretch of days.
  ///   - price: By place of a demand and stretch, for each day.
  ///   - reach: When options may run and when they surely do.
  ///   - held: Is given the days on which each claim is held, by place and stretch.
  /// - Returns: The value over the days of the stretch; `nil` where not even what surely runs fits.
  mutating func fill(
    row: Int, stretch: Int, price: borrowing Table<Int64>, reach: borrowing Reach,
    held: inout Table<Int32>
  ) -> Int64? {
    let firstDay = stretch * stretchDays
    let lastDay = min(days, firstDay + stretchDays) - 1
    var count = 0
    var surely: Int32 = 0
    var value: Int64 = 0
    for index in claims.range(row) {
      let claim = claims[index]
      let cell = Int(claim.place) * stretchCount + stretch
      held[cell] = 0
      if reach.surelyFirst[claim.option] <= firstDay, reach.surelyLast[claim.option] >= lastDay {
        surely += claim.units
        held[cell] = Int32(lastDay - firstDay + 1)
        value += price[cell] * Int64(lastDay - firstDay + 1)
        continue
      }
      guard price[cell] > 0, reach.first[claim.option] <= lastDay,
        reach.last[claim.option] >= firstDay
      else { continue }
      open[count] = Int32(index)
      count += 1
    }
    var largest: Int32 = 0
    for day in firstDay...lastDay {
      let left = units[row * days + day] - surely
      guard left >= 0 || surely == 0 else { return nil }
      largest = max(largest, left)
    }
    fillTable(count, largest, stretch, price)
    var day = firstDay
    while day <= lastDay {
      let left = max(0, units[row * days + day] - surely)
      var end = day
      while end < lastDay, max(0, units[row * days + end + 1] - surely) == left { end += 1 }
      value += most[left] * Int64(end - day + 1)
      hold(count, left, largest, Int32(end - day + 1), stretch, &held)
      day = end + 1
    }
    return value
  }

  /// Bellman (1957), with at most one of the claims of a work, whose choices exclude each other.
  private mutating func fillTable(
    _ count: Int, _ largest: Int32, _ stretch: Int, _ price: borrowing Table<Int64>
  ) {
    let width = Int(largest) + 1
    for cell in 0..<width { most[cell] = 0 }
    var index = 0
    while index < count {
      let first = claims[Int(open[index])]
      var end = index + 1
      while end < count, claims[Int(open[end])].work == first.work { end += 1 }
      if end == index + 1 {
        fillOne(first, index, width, price[Int(first.place) * stretchCount + stretch])
      } else {
        fillGroup(index..<end, width, stretch, price)
      }
      index = end
    }
    work += Int64(count) * Int64(width)
  }

  private mutating func fillOne(_ claim: Claim, _ index: Int, _ width: Int, _ value: Int64) {
    let base = index &* (capacityMax &+ 1)
    let units = Int(claim.units)
    var cell = width - 1
    while cell >= units {
      let with = most[cell &- units] &+ value
      if with > most[cell] {
        most[cell] = with
        taken[base &+ cell] = 1
      } else {
        taken[base &+ cell] = 0
      }
      cell &-= 1
    }
    while cell >= 0 {
      taken[base &+ cell] = 0
      cell &-= 1
    }
  }

  /// Of a group, the row of its last claim notes which was taken, counted from one.
  private mutating func fillGroup(
    _ group: Range<Int>, _ width: Int, _ stretch: Int, _ price: borrowing Table<Int64>
  ) {
    let base = (group.upperBound - 1) &* (capacityMax &+ 1)
    var cell = width - 1
    while cell >= 0 {
      var best = most[cell]
      var choice: UInt8 = 0
      for member in group {
        let claim = claims[Int(open[member])]
        guard Int(claim.units) <= cell else { continue }
        let with =
          most[cell &- Int(claim.units)] &+ price[Int(claim.place) &* stretchCount &+ stretch]
        if with > best, group.upperBound - member < 256 {
          best = with
          choice = UInt8(group.upperBound - member)
        }
      }
      most[cell] = best
      taken[base &+ cell] = choice
      cell &-= 1
    }
  }

  /// Notes the claims of the best filling of a capacity.
  private func hold(
    _ count: Int, _ left: Int32, _ largest: Int32, _ length: Int32, _ stretch: Int,
    _ held: inout Table<Int32>
  ) {
    var cell = Int(left)
    var index = count - 1
    while index >= 0 {
      let owner = claims[Int(open[index])].work
      let choice = Int(taken[index &* (capacityMax &+ 1) &+ cell])
      if choice > 0 {
        let claim = claims[Int(open[index + 1 - choice])]
        held[Int(claim.place) * stretchCount + stretch] += length
        cell -= Int(claim.units)
      }
      index -= 1
      while index >= 0, claims[Int(open[index])].work == owner { index -= 1 }
    }
  }
}

/// When each option may run and when it surely does, as days; a range that ends before it begins is empty.
struct Reach: ~Copyable {
  var first: Table<Int32>
  var last: Table<Int32>
  var surelyFirst: Table<Int32>
  var surelyLast: Table<Int32>

  init(options: Int) {
    first = Table(repeating: 0, count: options)
    last = Table(repeating: Int32.max, count: options)
    surelyFirst = Table(repeating: 0, count: options)
    surelyLast = Table(repeating: -1, count: options)
  }
}
