extension Settling {
  /// Carries the ends of nodes' days over all relations, those outside the forest too, until nothing moves.
  ///
  /// - Returns: Whether every node has something left.
  mutating func propagate(_ instance: borrowing Instance, _ network: borrowing Network) -> Bool {
    // Every pass but the last takes something away; a few find nearly all of it.
    for _ in 0..<Self.passesMax {
      var hasChanged = false
      for index in network.edges.indices {
        let edge = network.edges[index]
        let moved =
          edge.kind == .work
          ? carry(overWork: edge, instance) : carry(over: edge, network)
        if moved { hasChanged = true }
        if isEmpty(edge.from) || isEmpty(edge.to) { return false }
      }
      guard hasChanged else { break }
    }
    return true
  }

  private static var passesMax: Int { 8 }

  private func canBeDone(_ node: Int32) -> Bool { domain.first[node] <= domain.last[node] }

  private func isEmpty(_ node: Int32) -> Bool { !canBeDone(node) && !domain.mayBeNever[node] }

  /// Takes all days of a node away.
  private mutating func leaveNever(_ node: Int32) -> Bool {
    guard canBeDone(node) else { return false }
    domain.last[node] = domain.first[node] - 1
    return true
  }

  private mutating func forbidNever(_ node: Int32) -> Bool {
    guard domain.mayBeNever[node] else { return false }
    domain.mayBeNever[node] = false
    return true
  }

  private mutating func carry(over edge: Network.Edge, _ network: borrowing Network) -> Bool {
    var hasMoved = false
    if canBeDone(edge.from) {
      let earliest = network.release[edge.row + domain.first[edge.from]]
      if canBeDone(edge.to), earliest > domain.first[edge.to] {
        if earliest > domain.last[edge.to] {
          hasMoved = leaveNever(edge.to)
        } else {
          domain.first[edge.to] = earliest
          hasMoved = true
        }
      }
    } else if leaveNever(edge.to) {
      hasMoved = true
    }
    if !domain.mayBeNever[edge.to] {
      if forbidNever(edge.from) { hasMoved = true }
      while canBeDone(edge.from),
        network.release[edge.row + domain.last[edge.from]] > domain.last[edge.to]
      {
        domain.last[edge.from] -= 1
        hasMoved = true
      }
    }
    guard edge.kind == .covers else { return hasMoved }
    if !domain.mayBeNever[edge.from], forbidNever(edge.to) { hasMoved = true }
    if !canBeDone(edge.to), leaveNever(edge.from) { hasMoved = true }
    return hasMoved
  }

  private mutating func carry(
    overWork edge: Network.Edge, _ instance: borrowing Instance
  ) -> Bool {
    var firstStart = instance.dayCount
    var lastStart: Int32 = -1
    var firstFinish = instance.dayCount
    var lastFinish: Int32 = -1
    if canBeDone(edge.from), canBeDone(edge.to) {
      for option in instance.optionRange(edge.row) {
        let row = Int(option) * Int(instance.dayCount)
        for day in domain.first[edge.from]...domain.last[edge.from] where isAllowed[row + Int(day)]
        {
          let finish = instance.finishDay(option, from: day)
          guard finish >= domain.first[edge.to], finish <= domain.last[edge.to] else { continue }
          firstStart = min(firstStart, day)
          lastStart = max(lastStart, day)
          firstFinish = min(firstFinish, finish)
          lastFinish = max(lastFinish, finish)
        }
      }
    }
    var hasMoved = false
    if lastStart < 0 {
      if leaveNever(edge.from) { hasMoved = true }
      if leaveNever(edge.to) { hasMoved = true }
    } else {
      if narrow(edge.from, firstStart, lastStart) { hasMoved = true }
      if narrow(edge.to, firstFinish, lastFinish) { hasMoved = true }
    }
    if domain.mayBeNever[edge.from] != domain.mayBeNever[edge.to] {
      domain.mayBeNever[edge.from] = false
      domain.mayBeNever[edge.to] = false
      hasMoved = true
    }
    return hasMoved
  }

  private mutating func narrow(_ node: Int32, _ first: Int32, _ last: Int32) -> Bool {
    guard first > domain.first[node] || last < domain.last[node] else { return false }
    domain.first[node] = max(domain.first[node], first)
    domain.last[node] = min(domain.last[node], last)
    return true
  }
}
