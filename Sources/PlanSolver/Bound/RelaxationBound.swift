internal import PlanModel

extension Search {
  /// A proved lower bound that takes capacities, limits and precedences into account, in shifted units.
  ///
  /// On the way, works in the order in which the relaxation would start them are tried as lists (Möhring et al. 2003).
  ///
  /// Stops when the share `end` of what may be used up is gone.
  mutating func relaxationBound(until end: Double) -> Int64 {
    let plain = capacityFreeBound()
    let cells = board.instance.workCount * Int(board.instance.dayCount)
    guard board.instance.costShift == 0, cells > 0, cells <= Self.relaxationCellsMax else {
      return plain
    }
    var relaxation = Relaxation(board)
    let start = share()
    let isSmall = neighbours.movable.count <= Self.partsWorksMax
    let share = isSmall ? Self.climbShare : 1
    var best = climb(&relaxation, from: plain, until: start + (end - start) * share)
    if isSmall, best < bestScore.cost, closeParts(&relaxation, until: end) {
      best = bestScore.cost
    }
    restoreBest()
    // With demands broken, the best cost says nothing about what a valid schedule costs.
    return bestScore.violation == 0 ? min(best, bestScore.cost) : best
  }

  /// Moves the prices uphill, first those of capacity, then those of what is packed into it.
  private mutating func climb(
    _ relaxation: inout Relaxation, from plain: Int64, until end: Double
  ) -> Int64 {
    let scale = relaxation.table.scale
    let unit = relaxation.table.costUnit
    var best = plain * scale
    var factor = 1.0
    var roundsWithoutGain = 0
    var round = 0
    var counted: Int64 = 0
    var fixedAt = Int64.min
    var found = Int64.min
    while share() < end {
      guard let value = relaxation.evaluate(board.instance) else {
        // Nothing is left that could cost less than the best.
        return bestScore.violation == 0 ? bestScore.cost : roundedUp(best, scale, unit)
      }
      board.work += relaxation.work - counted
      counted = relaxation.work
      let isBest = value > found
      found = max(found, value)
      if value > best {
        // Small gains are no gains, or the steps would never shrink.
        if value - best > max(1, abs(best) / 4_000) { roundsWithoutGain = 0 }
        best = value
      }
      if bestScore.violation == 0 {
        if roundedUp(best, scale, unit) >= bestScore.cost { break }
        let slack = (bestScore.cost - unit) * scale - value
        if value > fixedAt, relaxation.isPacking || factor < 0.3 {
          fixedAt = value + abs(value) / 2_000
          _ = relaxation.fix(slack: slack, board.instance)
        }
      }
      if round % Self.roundsPerList == Self.roundsPerList - 1 {
        tryList(relaxation, withOptions: false)
      }
      roundsWithoutGain += 1
      if roundsWithoutGain > Self.patienceOfBound {
        factor *= 0.8
        roundsWithoutGain = 0
        if factor < (relaxation.isPacking ? 0.002 : 0.02) {
          guard relaxation.startPacking() else { break }
          factor = 0.5
          found = Int64.min
          continue
        }
      }
      let target = bestScore.cost * scale
      guard
        relaxation.step(factor, towards: target, from: found, isBest: isBest, board.instance)
      else { break }
      round += 1
    }
    return roundedUp(best, scale, unit)
  }

  /// Tables beyond this (400 MB) are not made; such plans keep the plain bound.
  private static var relaxationCellsMax: Int { 6_000_000 }
  /// What of the work goes into the prices of the whole, at most.
  private static var climbShare: Double { 0.5 }
  /// With more works to place than this, splitting does not come to an end and prices gain more.
  private static var partsWorksMax: Int { 100 }
  private static var roundsPerList: Int { 8 }
  private static var patienceOfBound: Int { 20 }

  /// The least multiple of the cost unit that a scaled value allows.
  private func roundedUp(_ value: Int64, _ scale: Int64, _ unit: Int64) -> Int64 {
    let step = scale * unit
    let steps = value > 0 ? (value + step - 1) / step : value / step
    return steps * unit
  }

  /// Builds from the order in which the relaxation starts works, with its staffing or with what finishes first.
  mutating func tryList(_ relaxation: borrowing Relaxation, withOptions: Bool) {
    restoreBest()
    for work in 0..<board.instance.workCount where board.instance.works.fixed[work] < 0 {
      board.choice[work] = withOptions ? relaxation.settling.chosenOption[work] : -1
    }
    clearExclusions()
    var starts: [Double] = []
    for work in 0..<board.instance.workCount {
      let node = relaxation.network.startNode[work]
      starts.append(
        Double(node >= 0 ? relaxation.settling.chosenDay[node] : board.instance.dayCount))
    }
    sortMovable { work, _ in starts[Int(work)] }
    rebuild()
  }
}
