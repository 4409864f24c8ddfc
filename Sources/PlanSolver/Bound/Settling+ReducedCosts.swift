/// What a choice of days costs more than the cheapest at given prices, split into parts that hang on one day or one work each.
///
/// The sum of the parts never exceeds what all costs more, so that bounds of single days can be read from it.
struct ReducedCosts: ~Copyable {
  /// By node and day, `width` a row; at least 0, `Settling.impossible` or more where that cannot be.
  var day: Table<Int64>
  /// By option and start, `days` a row, in the same way.
  var start: Table<Int64>
}

extension Settling {
  /// Splits what the settled choice leaves, after `sendUp`, over nodes and works.
  ///
  /// A message along a relation never rises with the day that the parent is given more freedom by, so that it can be read as
  /// a price of the relation: each end pays or is paid at its own day, and what the relation itself then costs is not below 0
  /// and left away.
  func reducedCosts(
    _ instance: borrowing Instance, _ network: borrowing Network
  ) -> ReducedCosts {
    var costs = ReducedCosts(
      day: Table(repeating: 0, count: network.nodeCount * width),
      start: Table(repeating: 0, count: pairCost.count))
    for node in 0..<Int32(network.nodeCount) {
      let branch = network.branch[node]
      if branch.parent < 0 {
        for day in 0..<width {
          let cell = Int(node) * width + day
          costs.day[cell] = Self.difference(value[cell], treeValue[node])
        }
      } else if branch.edge.kind == .work {
        splitStarts(node, branch, instance, &costs)
      } else if branch.isFrom {
        for day in 0..<width {
          let cell = Int(node) * width + day
          let released = Int(network.release[Int(branch.edge.row) + day])
          costs.day[cell] = Self.difference(value[cell], message[Int(node) * width + released])
        }
      } else {
        splitLater(node, branch, network, &costs)
      }
    }
    return costs
  }

  private static func difference(_ cost: Int64, _ told: Int64) -> Int64 {
    if cost >= impossible || told >= impossible { return never }
    return max(0, cost - told)
  }

  private func splitStarts(
    _ node: Int32, _ branch: Network.Branch, _ instance: borrowing Instance,
    _ costs: inout ReducedCosts
  ) {
    let base = Int(node) * width
    for option in instance.optionRange(branch.edge.row) {
      let row = Int(option) * days
      for day in 0..<days {
        let finish = Int(instance.finishDay(option, from: Int32(day)))
        guard pairCost[row + day] < Self.impossible, finish < days else {
          costs.start[row + day] = Self.never
          continue
        }
        let (mine, theirs) = branch.isFrom ? (day, finish) : (finish, day)
        let cost = value[base + mine]
        costs.start[row + day] =
          cost >= Self.impossible
          ? Self.never : Self.difference(cost &+ pairCost[row + day], message[base + theirs])
      }
    }
  }

  /// Of a node that waits for its parent.
  private func splitLater(
    _ node: Int32, _ branch: Network.Branch, _ network: borrowing Network,
    _ costs: inout ReducedCosts
  ) {
    let base = Int(node) * width
    var parent = 0
    var told: Int64?
    for day in 0..<days {
      while parent < days, network.release[Int(branch.edge.row) + parent] <= Int32(day) {
        let here = message[base + parent]
        if here < Self.impossible { told = max(told ?? here, here) }
        parent += 1
      }
      // Where the parent has no day that early, neither has the node.
      costs.day[base + day] = told.map { Self.difference(value[base + day], $0) } ?? Self.never
    }
    costs.day[base + days] = 0
  }
}
