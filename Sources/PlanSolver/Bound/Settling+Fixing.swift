extension Settling {
  /// Takes away every start, and every end of a node's days, with which all costs more than is allowed (reduced-cost fixing
  /// as in Balas & Martin 1980, with the exact least cost of each choice at these prices).
  ///
  /// - Parameters:
  ///   - slack: How much more than the value just found is allowed, scaled.
  ///   - instance: The compiled problem.
  ///   - network: Its relations.
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
        for day in span(node) { outside[base &+ day] = 0 }
        outside[base + days] = 0
      } else {
        treeValue[node] = treeValue[branch.parent]
        let open = span(branch.parent)
        leave(besides: base, Int(branch.parent) * width, open)
        if branch.edge.kind == .work {
          let most = treeValue[node] + slack
          if fixStarts(node, branch, open, above: most, instance) { hasChanged = true }
        }
        relate(
          rest, 0, over: open, branch.edge, fromFirst: !branch.isFrom, domain, pairCost, instance,
          network, to: &outside, base, over: span(node))
      }
      if tighten(node, above: treeValue[node] + slack) { hasChanged = true }
    }
    work += Int64(network.nodeCount * width)
    return hasChanged
  }

  /// What all but a branch costs by the day of its parent: there it is told by what stands from `base` on.
  private mutating func leave(besides base: Int, _ parent: Int, _ open: Range<Int>) {
    func rest(_ day: Int) -> Int64 {
      let here = value[parent &+ day] &+ outside[parent &+ day]
      let told = message[base &+ day]
      return here >= Self.impossible || told >= Self.impossible ? Self.never : here &- told
    }
    for day in open { self.rest[day] = rest(day) }
    self.rest[days] = rest(days)
  }

  /// Takes away starts; the end of the work that is the parent has the days `open`.
  private mutating func fixStarts(
    _ node: Int32, _ branch: Network.Branch, _ open: Range<Int>, above most: Int64,
    _ instance: borrowing Instance
  ) -> Bool {
    var hasChanged = false
    let base = Int(node) * width
    let mine = span(node)
    let (starts, finishes) = branch.isFrom ? (mine, open) : (open, mine)
    let asked = span(branch.edge.from)
    for option in instance.optionRange(branch.edge.row) {
      let row = Int(option) * days
      for day in asked where pairCost[row &+ day] < Self.impossible {
        let finish = Int(instance.finishDay(option, from: Int32(truncatingIfNeeded: day)))
        if starts.contains(day), finishes.contains(finish) {
          let here =
            branch.isFrom
            ? value[base &+ day] &+ rest[finish] : value[base &+ finish] &+ rest[day]
          guard here >= Self.impossible || here &+ pairCost[row &+ day] > most else { continue }
        }
        pairCost[row &+ day] = Self.never
        isAllowed[row &+ day] = false
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
        for day in domain.days(of: node) where isAllowed[row + day] {
          first = min(first, Int32(day))
          last = Int32(day)
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
