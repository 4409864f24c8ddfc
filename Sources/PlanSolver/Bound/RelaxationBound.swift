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
    let scale = relaxation.table.scale
    var best = plain * scale
    var factor = 1.0
    var roundsWithoutGain = 0
    var round = 0
    var counted: Int64 = 0
    while share() < end {
      let value = relaxation.evaluate(board.instance)
      board.work += (relaxation.settling.work - counted) / 2
      counted = relaxation.settling.work
      if value > best {
        // Small gains are no gains, or the steps would never shrink.
        if value - best > max(1, abs(best) / 4_000) { roundsWithoutGain = 0 }
        best = value
      }
      if roundedUp(best, scale) >= bestScore.cost, bestScore.violation == 0 { break }
      if round % Self.roundsPerList == Self.roundsPerList - 1 { tryList(relaxation) }
      roundsWithoutGain += 1
      if roundsWithoutGain > Self.patienceOfBound {
        factor *= 0.6
        roundsWithoutGain = 0
        if factor < 0.002 { break }
      }
      let target = bestScore.cost * scale
      guard relaxation.step(factor, towards: target, from: value, board.instance) else { break }
      round += 1
    }
    restoreBest()
    let bound = roundedUp(best, scale)
    // With demands broken, the best cost says nothing about what a valid schedule costs.
    return bestScore.violation == 0 ? min(bound, bestScore.cost) : bound
  }

  /// Tables beyond this (400 MB) are not made; such plans keep the plain bound.
  private static var relaxationCellsMax: Int { 20_000_000 }
  private static var roundsPerList: Int { 8 }
  private static var patienceOfBound: Int { 12 }

  private func roundedUp(_ value: Int64, _ scale: Int64) -> Int64 {
    value > 0 ? (value + scale - 1) / scale : value / scale
  }

  private mutating func tryList(_ relaxation: borrowing Relaxation) {
    restoreBest()
    for work in 0..<board.instance.workCount where board.instance.works.fixed[work] < 0 {
      board.choice[work] = -1
    }
    clearExclusions()
    var starts: [Double] = []
    for work in 0..<board.instance.workCount {
      starts.append(Double(relaxation.chosenStart[work]))
    }
    sortMovable { work, _ in starts[Int(work)] }
    rebuild()
  }
}
