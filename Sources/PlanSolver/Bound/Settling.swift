/// Chooses a day for every node of a network at given prices, exactly along its forest.
///
/// Dynamic programming over a tree of relations between days: each node tells its parent what the cheapest is that its
/// branch can do for each day of the parent. Möhring, Schulz, Stork & Uetz (2003) settle all precedences at once by a minimum
/// cut; a forest takes one pass, and what lies outside it is priced.
struct Settling: ~Copyable {
  /// What cannot be costs this; sums of real costs stay below half of it.
  static var never: Int64 { 1 << 61 }
  static var impossible: Int64 { 1 << 60 }

  private let days: Int
  private let width: Int
  var dayCount: Int { days }
  /// Least cost of a node's branch by its day.
  private var value: Table<Int64>
  /// What the branch tells its parent, by the parent's day.
  private var message: Table<Int64>
  /// Least cost of everything outside the branch by its day; made when it is first asked for.
  private var outside: Table<Int64>
  private var rest: Table<Int64>
  /// By option and day, the priced cost of starting then, `never` where that cannot be.
  var pairCost: Table<Int64>
  /// By option and day, whether it may start then.
  var isAllowed: Table<Bool>
  var domain: Network.Domain
  private(set) var chosenDay: Table<Int32>
  /// By work, the option of the chosen start.
  private(set) var chosenOption: Table<Int32>
  /// By node of a root, and after fixing of all, what the cheapest choice of the tree costs.
  private var treeValue: Table<Int64>
  /// Counted work: days of nodes and starts of options looked at.
  private(set) var work: Int64 = 0

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
      var first = board.instance.startDay(option, from: domain.first[start])
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

  /// Puts every node to its own costs, before prices of relations are added.
  mutating func begin(_ network: borrowing Network, scale: Int64) {
    for node in 0..<network.nodeCount {
      let base = node * width
      let first = Int(domain.first[node])
      let last = Int(domain.last[node])
      let row = network.costRow[node]
      for day in 0..<width { value[base + day] = Self.never }
      if first <= last {
        if row >= 0 {
          for day in first...last { value[base + day] = network.cost[Int(row) + day] * scale }
        } else {
          for day in first...last { value[base + day] = 0 }
        }
      }
      if domain.mayBeNever[node] {
        value[base + days] = row >= 0 ? network.cost[Int(row) + days] * scale : 0
      }
    }
    work += Int64(network.nodeCount * width) / 4
  }

  /// Adds the price of a relation, given by day as what it costs `to` to be so early and saves `from`.
  mutating func add(
    _ price: borrowing Table<Int64>, of edge: Network.Edge, _ network: borrowing Network
  ) {
    let to = Int(edge.to) * width
    let from = Int(edge.from) * width
    for day in 0..<days {
      value[to + day] += price[day]
      let released = network.release[edge.row + Int32(day)]
      if released < days { value[from + day] -= price[Int(released)] }
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
        var best = Self.never
        for day in 0..<width { best = min(best, value[base + day]) }
        guard best < Self.impossible else { return nil }
        treeValue[node] = best
        total += best
      } else {
        relate(
          value, base, branch.edge, fromFirst: branch.isFrom, domain, pairCost, instance, network,
          &message, base)
        let parent = Int(branch.parent) * width
        for day in 0..<width {
          value[parent + day] = min(Self.never, value[parent + day] &+ message[base + day])
        }
      }
      index -= 1
    }
    work += Int64(network.nodeCount * width) / 2
    return total
  }

  // MARK: Down: what was chosen, and what each choice costs at least

  /// Notes the day of every node in the cheapest choice.
  mutating func chooseDays(_ instance: borrowing Instance, _ network: borrowing Network) {
    for index in 0..<network.nodeCount {
      let node = network.order[index]
      let branch = network.branch[node]
      guard branch.parent >= 0 else {
        chosenDay[node] = cheapestDay(node, from: 0, through: days)
        continue
      }
      chosenDay[node] = chooseDay(
        node, branch, beside: chosenDay[branch.parent], instance, network)
    }
    work += Int64(network.nodeCount * width) / 4
  }

  private func cheapestDay(_ node: Int32, from first: Int, through last: Int) -> Int32 {
    let base = Int(node) * width
    var best = first
    var day = first + 1
    while day <= last {
      if value[base + day] < value[base + best] { best = day }
      day += 1
    }
    return Int32(best)
  }

  private mutating func chooseDay(
    _ node: Int32, _ branch: Network.Branch, beside day: Int32, _ instance: borrowing Instance,
    _ network: borrowing Network
  ) -> Int32 {
    let never = Int32(days)
    let edge = branch.edge
    switch (edge.kind, branch.isFrom) {
    case (.work, true): return day == never ? never : chooseStart(node, edge.row, day, instance)
    case (.work, false): return day == never ? never : chooseFinish(node, edge.row, day, instance)
    case (.covers, true):
      return day == never ? never : cheapestDay(node, from: 0, through: Int(day))
    case (.covers, false):
      return day == never ? never : cheapestDay(node, from: Int(day), through: days - 1)
    case (.after, true):
      guard day < never else { return cheapestDay(node, from: 0, through: days) }
      var last = 0
      while last + 1 < days, network.release[Int(edge.row) + last + 1] <= day { last += 1 }
      return cheapestDay(node, from: 0, through: last)
    case (.after, false):
      return day == never
        ? never : cheapestDay(node, from: Int(network.release[edge.row + day]), through: days)
    }
  }

  /// The cheapest start for a finish.
  private mutating func chooseStart(
    _ node: Int32, _ subject: Int32, _ finish: Int32, _ instance: borrowing Instance
  ) -> Int32 {
    var best = Self.never
    var chosen = Int32(days)
    for option in instance.optionRange(subject) {
      let row = Int(option) * days
      var day = domain.first[node]
      while day <= domain.last[node] {
        if pairCost[row + Int(day)] < Self.impossible,
          instance.finishDay(option, from: day) == finish
        {
          let here = pairCost[row + Int(day)] + value[Int(node) * width + Int(day)]
          if here < best {
            best = here
            chosen = day
            chosenOption[subject] = option
          }
        }
        day += 1
      }
    }
    return chosen
  }

  /// The cheapest finish for a start.
  private mutating func chooseFinish(
    _ node: Int32, _ subject: Int32, _ start: Int32, _ instance: borrowing Instance
  ) -> Int32 {
    var best = Self.never
    var chosen = Int32(days)
    for option in instance.optionRange(subject) {
      let cost = pairCost[Int(option) * days + Int(start)]
      guard cost < Self.impossible else { continue }
      let finish = instance.finishDay(option, from: start)
      let here = cost + value[Int(node) * width + Int(finish)]
      if here < best {
        best = here
        chosen = finish
        chosenOption[subject] = option
      }
    }
    return chosen
  }

  /// Takes away every start, and every end of a node's days, with which all costs more than is allowed (reduced-cost fixing
  /// as in Balas & Martin 1980, with the exact least cost of each choice at these prices).
  ///
  /// - Parameter slack: How much more than the value just found is allowed, scaled.
  /// - Returns: Whether anything was taken away.
  mutating func fix(
    slack: Int64, _ instance: borrowing Instance, _ network: borrowing Network
  ) -> Bool {
    if outside.count == 0 {
      outside = Table(repeating: 0, count: network.nodeCount * width)
    }
    var hasChanged = false
    for index in 0..<network.nodeCount {
      let node = network.order[index]
      let branch = network.branch[node]
      let base = Int(node) * width
      if branch.parent < 0 {
        for day in 0..<width { outside[base + day] = 0 }
      } else {
        treeValue[node] = treeValue[branch.parent]
        let parent = Int(branch.parent) * width
        for day in 0..<width {
          let here = value[parent + day] &+ outside[parent + day]
          let told = message[base + day]
          rest[day] =
            here >= Self.impossible || told >= Self.impossible ? Self.never : here - told
        }
        if branch.edge.kind == .work {
          let most = treeValue[node] + slack
          if fixStarts(base, branch, above: most, instance) { hasChanged = true }
        }
        relate(
          rest, 0, branch.edge, fromFirst: !branch.isFrom, domain, pairCost, instance, network,
          &outside, base)
      }
      if tighten(node, above: treeValue[node] + slack) { hasChanged = true }
    }
    work += Int64(network.nodeCount * width)
    return hasChanged
  }

  private mutating func fixStarts(
    _ base: Int, _ branch: Network.Branch, above most: Int64, _ instance: borrowing Instance
  ) -> Bool {
    var hasChanged = false
    for option in instance.optionRange(branch.edge.row) {
      let row = Int(option) * days
      for day in 0..<Int32(days) where pairCost[row + Int(day)] < Self.impossible {
        let finish = Int(instance.finishDay(option, from: day))
        let here =
          branch.isFrom
          ? value[base + Int(day)] &+ rest[finish] : value[base + finish] &+ rest[Int(day)]
        guard here >= Self.impossible || here &+ pairCost[row + Int(day)] > most else { continue }
        pairCost[row + Int(day)] = Self.never
        isAllowed[row + Int(day)] = false
        hasChanged = true
      }
    }
    return hasChanged
  }

  private mutating func tighten(_ node: Int32, above most: Int64) -> Bool {
    let base = Int(node) * width
    func isOut(_ day: Int32) -> Bool {
      value[base + Int(day)] >= Self.impossible || outside[base + Int(day)] >= Self.impossible
        || value[base + Int(day)] + outside[base + Int(day)] > most
    }
    var first = domain.first[node]
    var last = domain.last[node]
    while first <= last, isOut(first) { first += 1 }
    while last >= first, isOut(last) { last -= 1 }
    let cannotBeNever = domain.mayBeNever[node] && isOut(Int32(days))
    guard first > domain.first[node] || last < domain.last[node] || cannotBeNever else {
      return false
    }
    domain.first[node] = first
    domain.last[node] = last
    if cannotBeNever { domain.mayBeNever[node] = false }
    return true
  }

  // MARK: When options may run

  /// Notes when each option may run and when it surely does.
  func note(_ reach: inout Reach, _ instance: borrowing Instance, _ network: borrowing Network) {
    for work in 0..<Int32(instance.workCount) where network.startNode[work] >= 0 {
      let node = network.startNode[work]
      var possible: Int32 = 0
      for option in instance.optionRange(work) {
        var first = Int32(days)
        var last: Int32 = -1
        let row = Int(option) * days
        for day in domain.first[node]..<max(domain.first[node], domain.last[node] + 1)
        where isAllowed[row + Int(day)] {
          first = min(first, day)
          last = day
        }
        reach.surelyFirst[option] = 0
        reach.surelyLast[option] = -1
        reach.first[option] = first
        reach.last[option] = last >= 0 ? instance.finishDay(option, from: last) : -1
        guard last >= 0 else { continue }
        possible += 1
        reach.surelyFirst[option] = last
        reach.surelyLast[option] = instance.finishDay(option, from: first)
      }
      guard possible != 1 || domain.mayBeNever[node] else { continue }
      for option in instance.optionRange(work) {
        reach.surelyFirst[option] = 0
        reach.surelyLast[option] = -1
      }
    }
  }
}

/// Carries least costs over a relation: for each day of one end, the least over the days of the other that go with it.
///
/// - Parameters:
///   - source: Costs by day at one end, from `base` on.
///   - fromFirst: Whether that is the relation's `from`.
///   - target: Is given the costs at the other end, from `targetBase` on.
private func relate(
  _ source: borrowing Table<Int64>, _ base: Int, _ edge: Network.Edge, fromFirst: Bool,
  _ domain: borrowing Network.Domain, _ pairCost: borrowing Table<Int64>,
  _ instance: borrowing Instance, _ network: borrowing Network, _ target: inout Table<Int64>,
  _ targetBase: Int
) {
  let days = network.days
  switch (edge.kind, fromFirst) {
  case (.work, _):
    for day in 0..<days { target[targetBase + day] = Settling.never }
    let first = Int(domain.first[edge.from])
    let last = Int(domain.last[edge.from])
    for option in instance.optionRange(edge.row) {
      let row = Int(option) * days
      var day = first
      while day <= last {
        let cost = pairCost[row + day]
        if cost < Settling.impossible {
          let finish = Int(instance.finishDay(option, from: Int32(day)))
          let (at, to) = fromFirst ? (day, finish) : (finish, day)
          target[targetBase + to] = min(target[targetBase + to], source[base + at] &+ cost)
        }
        day += 1
      }
    }
    target[targetBase + days] = source[base + days]
  case (.after, true), (.covers, true):
    var least = Settling.never
    var start = 0
    for day in 0..<days {
      while start < days, network.release[Int(edge.row) + start] <= day {
        least = min(least, source[base + start])
        start += 1
      }
      target[targetBase + day] = least
    }
    if edge.kind == .after {
      while start < days {
        least = min(least, source[base + start])
        start += 1
      }
      target[targetBase + days] = min(least, source[base + days])
    } else {
      target[targetBase + days] = source[base + days]
    }
  case (.after, false), (.covers, false):
    var least = edge.kind == .after ? source[base + days] : Settling.never
    var reached = days
    var day = days - 1
    while day >= 0 {
      let released = Int(network.release[Int(edge.row) + day])
      while reached > released {
        reached -= 1
        least = min(least, source[base + reached])
      }
      target[targetBase + day] = least
      day -= 1
    }
    target[targetBase + days] = source[base + days]
  }
}
