extension Learner {
  /// Holds the sum of what the days of nodes cost at least against the limit, and bounds each by what the others leave.
  mutating func propagateCost(_ network: borrowing Network) -> Bool {
    costIsStale = false
    var sum: Int64 = 0
    for node in model.costNodes { sum += network.cost[network.costRow[node] + lower(node)] }
    work += Int64(model.costNodes.count)
    let spare = costLimit - sum
    for node in model.costNodes {
      let row = network.costRow[node]
      let first = lower(node)
      let most = network.cost[row + first] + spare
      guard spare < 0 || network.cost[row + upper(node)] > most else { continue }
      let last = lastDay(row, within: most, network)
      guard set(atMost(node, last), Reason(kind: .cost)) else { return false }
    }
    if spare < 0 {
      // Whatever costs nothing more than at first cannot be blamed, and something is to be.
      conflict.truncate(to: 0)
      failure = nil
      analysis.reasons.truncate(to: 0)
      giveCosts(beside: -1, before: Int32(trail.count), spare: -1 - spare, network)
      for index in 0..<analysis.reasons.count { conflict.append(analysis.reasons[index]) }
      return false
    }
    return true
  }

  /// The last day on which a cost is within a limit, −1 for none; costs never fall.
  private func lastDay(
    _ row: Int32, within limit: Int64, _ network: borrowing Network
  ) -> Int32 {
    var low: Int32 = 0
    var high = model.never + 1
    while low < high {
      let middle = (low + high) / 2
      if network.cost[row + middle] > limit { high = middle } else { low = middle + 1 }
    }
    return low - 1
  }

  /// Says why a node had to be so early as is needed.
  mutating func explainCost(
    _ needed: Fact, before change: Int32, _ network: borrowing Network
  ) {
    let above = 0 - needed.value + 1
    guard Int(above) < model.width else { return }
    let value = model.nextAllowed[Int(needed.variable) * model.width + Int(max(above, 0))]
    guard Int(value) < model.width else { return }
    // Several nodes may be read from one variable; each of them that could have said it is tried.
    for node in model.costNodes where model.variable[node] == needed.variable {
      var sum = network.cost[network.costRow[node] + day(of: node, at: value)]
      for other in model.costNodes where other != node {
        sum += network.cost[network.costRow[other] + day(other, before: change)]
      }
      guard sum > costLimit else { continue }
      giveCosts(beside: node, before: change, spare: sum - costLimit - 1, network)
      return
    }
  }

  private func day(_ node: Int32, before change: Int32) -> Int32 {
    day(of: node, at: value(of: model.variable[node] * 2, before: change))
  }

  /// Adds the facts by which nodes cost what they do, as early as what can be spared allows.
  mutating func giveCosts(
    beside own: Int32, before change: Int32, spare: Int64, _ network: borrowing Network
  ) {
    var spare = spare
    for node in model.costNodes where node != own {
      let row = network.costRow[node]
      let now = day(node, before: change)
      let root = day(of: node, at: rootBound[model.variable[node] * 2])
      let cost = network.cost[row + now]
      guard now > root, cost > network.cost[row + root] else { continue }
      if cost - network.cost[row + root] <= spare {
        spare -= cost - network.cost[row + root]
        continue
      }
      // The first day that costs enough.
      let first = lastDay(row, within: cost - spare - 1, network) + 1
      spare -= cost - network.cost[row + first]
      analysis.reasons.append(atLeast(node, first))
    }
    work += Int64(model.costNodes.count)
  }
}
