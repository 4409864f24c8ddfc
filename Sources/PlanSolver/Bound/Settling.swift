/// Chooses a day for every node of a network at given prices, exactly along its forest.
///
/// Dynamic programming over a tree of relations between days: each node tells its parent what the cheapest is that its
/// branch can do for each day of the parent. Möhring, Schulz, Stork & Uetz (2003) settle all precedences at once by a minimum
/// cut; a forest takes one pass, and what lies outside it is priced.
struct Settling: ~Copyable {
  /// What cannot be costs this; sums of real costs stay below half of it.
  static var never: Int64 { 1 << 61 }
  static var impossible: Int64 { 1 << 60 }

  let days: Int
  let width: Int
  /// Least cost of a node's branch by its day.
  var value: Table<Int64>
  /// What the branch tells its parent, by the parent's day.
  var message: Table<Int64>
  /// Least cost of everything outside the branch by its day; made when it is first asked for.
  var outside: Table<Int64>
  var rest: Table<Int64>
  /// By option and day, the priced cost of starting then, `never` where that cannot be.
  var pairCost: Table<Int64>
  /// By option and day, whether it may start then.
  var isAllowed: Table<Bool>
  var domain: Network.Domain
  var chosenDay: Table<Int32>
  /// By work, the option of the chosen start.
  var chosenOption: Table<Int32>
  /// By node of a root, and after fixing of all, what the cheapest choice of the tree costs.
  var treeValue: Table<Int64>
  /// Whether costs are worked out for days as well that a node may no longer take, for whoever reads them as prices.
  var isWhole = false
  /// Counted work: days of nodes and starts of options looked at.
  var work: Int64 = 0

  init(_ board: borrowing Board, _ network: borrowing Network) {
    days = network.days
    width = network.width
    value = Table(repeating: 0, count: network.nodeCount * width)
    message = Table(repeating: 0, count: network.nodeCount * width)
    outside = Table(repeating: 0, count: 0)
    rest = Table(repeating: 0, count: width)
    let options = Int(board.instance.works.firstOption[board.instance.workCount])
    pairCost = Table(repeating: Self.never, count: options * days)
    isAllowed = Table(repeating: false, count: options * days)
    domain = network.rootDomain.copy()
    chosenDay = Table(repeating: 0, count: network.nodeCount)
    chosenOption = Table(repeating: -1, count: board.instance.workCount)
    treeValue = Table(repeating: 0, count: network.nodeCount)
    for work in 0..<Int32(board.instance.workCount) where network.startNode[work] >= 0 {
      allow(work, board, network)
    }
  }

  /// The starts of a work's options within the days of its nodes.
  private mutating func allow(
    _ work: Int32, _ board: borrowing Board, _ network: borrowing Network
  ) {
    let start = network.startNode[work]
    let finish = network.finishNode[work]
    for option in board.instance.optionRange(work) {
      let released = board.instance.modes.isEmpty ? 0 : board.instance.modes.release[option]
      var first = board.instance.startDay(option, from: max(domain.first[start], released))
      while first < board.instance.dayCount, first <= domain.last[start] {
        let last = board.instance.finishDay(option, from: first)
        if last < board.instance.dayCount, last <= domain.last[finish] {
          isAllowed[Int(option) * days + Int(first)] = true
        }
        first = board.instance.startDay(option, from: first + 1)
      }
    }
  }

  // MARK: Up: what each branch costs

  /// The days of a node on which its costs are known; on all others they are nobody's business.
  @inline(__always)
  func span(_ node: Int32) -> Range<Int> {
    isWhole ? 0..<days : domain.days(of: node)
  }

  /// Puts every node to its own costs, before prices of relations are added.
  mutating func begin(_ network: borrowing Network, scale: Int64) {
    for node in 0..<Int32(network.nodeCount) {
      let base = Int(node) * width
      let row = Int(network.costRow[node])
      if isWhole {
        for day in 0..<days { value[base + day] = Self.never }
      }
      if row >= 0 {
        for day in domain.days(of: node) {
          value[base &+ day] = network.cost[row &+ day] &* scale
        }
      } else {
        for day in domain.days(of: node) { value[base &+ day] = 0 }
      }
      value[base + days] =
        !domain.mayBeNever[node] ? Self.never : row >= 0 ? network.cost[row + days] * scale : 0
    }
    work += Int64(network.nodeCount * width) / 4
  }

  /// Adds the price of a relation, given by day as what it costs `to` to be so early and saves `from`.
  mutating func add(
    _ price: borrowing Table<Int64>, of edge: Network.Edge, _ network: borrowing Network
  ) {
    let to = Int(edge.to) * width
    let from = Int(edge.from) * width
    for day in span(edge.to) { value[to &+ day] &+= price[day] }
    for day in span(edge.from) {
      let released = network.release[Int(edge.row) &+ day]
      if released < days { value[from &+ day] &-= price[released] }
    }
  }

  /// Sends every message; afterwards each root knows what its tree costs.
  ///
  /// - Returns: The sum over all trees, or `nil` where some node has no day left.
  mutating func sendUp(_ instance: borrowing Instance, _ network: borrowing Network) -> Int64? {
    var total: Int64 = 0
    var index = network.nodeCount - 1
    while index >= 0 {
      let node = network.order[index]
      let branch = network.branch[node]
      let base = Int(node) * width
      if branch.parent < 0 {
        var best = min(Self.never, value[base + days])
        for day in span(node) { best = min(best, value[base &+ day]) }
        guard best < Self.impossible else { return nil }
        treeValue[node] = best
        total += best
      } else {
        let open = span(branch.parent)
        relate(
          value, base, over: span(node), branch.edge, fromFirst: branch.isFrom, domain, pairCost,
          instance, network, to: &message, base, over: open)
        let parent = Int(branch.parent) * width
        for day in open {
          value[parent &+ day] = min(Self.never, value[parent &+ day] &+ message[base &+ day])
        }
        value[parent + days] = min(Self.never, value[parent + days] &+ message[base + days])
      }
      index -= 1
    }
    work += Int64(network.nodeCount * width) / 2
    return total
  }
}

/// Carries least costs over a relation: for each day of one end, the least over the days of the other that go with it.
///
/// `source` holds costs by day at one end, from `base` on, known on the days `known`; `fromFirst` says whether that is the
/// relation's `from`; `target` is given the costs at the other end, from `targetBase` on, at least on the days `wanted`.
func relate(
  _ source: borrowing Table<Int64>, _ base: Int, over known: Range<Int>, _ edge: Network.Edge,
  fromFirst: Bool, _ domain: borrowing Network.Domain, _ pairCost: borrowing Table<Int64>,
  _ instance: borrowing Instance, _ network: borrowing Network, to target: inout Table<Int64>,
  _ targetBase: Int, over wanted: Range<Int>
) {
  let days = network.days
  let release = Int(edge.row)
  switch (edge.kind, fromFirst) {
  case (.work, _):
    for day in wanted { target[targetBase &+ day] = Settling.never }
    let starts = domain.days(of: edge.from)
    let open = fromFirst ? wanted : known
    for option in instance.optionRange(edge.row) {
      let row = Int(option) &* days
      for day in starts {
        let cost = pairCost[row &+ day]
        guard cost < Settling.impossible else { continue }
        let finish = Int(instance.finishDay(option, from: Int32(truncatingIfNeeded: day)))
        guard open.contains(finish) else { continue }
        let (at, to) = fromFirst ? (day, finish) : (finish, day)
        let here = source[base &+ at] &+ cost
        if here < target[targetBase &+ to] { target[targetBase &+ to] = here }
      }
    }
    target[targetBase + days] = source[base + days]
  case (.after, true), (.covers, true):
    var least = Settling.never
    var start = known.lowerBound
    for day in wanted {
      while start < known.upperBound, Int(network.release[release &+ start]) <= day {
        least = min(least, source[base &+ start])
        start &+= 1
      }
      target[targetBase &+ day] = least
    }
    if edge.kind == .after {
      while start < known.upperBound {
        least = min(least, source[base &+ start])
        start &+= 1
      }
      target[targetBase + days] = min(least, source[base + days])
    } else {
      target[targetBase + days] = source[base + days]
    }
  case (.after, false), (.covers, false):
    var least = edge.kind == .after ? source[base + days] : Settling.never
    var reached = known.upperBound
    var day = wanted.upperBound &- 1
    while day >= wanted.lowerBound {
      let released = max(known.lowerBound, Int(network.release[release &+ day]))
      while reached > released {
        reached &-= 1
        least = min(least, source[base &+ reached])
      }
      target[targetBase &+ day] = least
      day &-= 1
    }
    target[targetBase + days] = source[base + days]
  }
}

extension Settling {
  func nodeDomain(_ node: Int32) -> (first: Int32, last: Int32, mayBeNever: Bool) {
    (domain.first[node], domain.last[node], domain.mayBeNever[node])
  }

  func allows(_ option: Int32, on day: Int32) -> Bool {
    isAllowed[Int(option) * days + Int(day)]
  }
}
