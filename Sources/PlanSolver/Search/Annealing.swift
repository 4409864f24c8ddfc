internal import PlanModel

extension Search {
  /// Improves by simulated annealing on the list (Kirkpatrick, Gelatt & Vecchi 1983), cooling with the work that is used up.
  ///
  /// Each round changes the list and builds the schedule from the first changed place on, giving up as soon as it costs more
  /// than would be accepted.
  ///
  /// - Parameters:
  ///   - workLimit: Counted work at which to stop, in all.
  ///   - bound: Where to stop: nothing costs less.
  ///   - heat: Where cooling starts, as a share of the usual.
  mutating func anneal(until workLimit: Int64, bound: Int64, heat: Double) {
    guard neighbours.movable.count > 1 else { return }
    let begin = board.work
    guard workLimit > begin else { return }
    restoreBest()
    let span = Double(workLimit - begin)
    let works = Double(neighbours.movable.count)
    let scale = Double(max(bestScore.cost, 1)) / works
    var roundsSinceBest = 0
    while board.work < workLimit {
      if bestScore.violation == 0, bestScore.cost <= bound { break }
      let left = 1 - Double(board.work - begin) / span
      let temperature = scale * Self.hottest * heat * left * left * left
      let allowance = temperature * random.exponential()
      let limit = currentEnergy.addingClamped(Int64(min(allowance, 0x1p60)))
      // A round that places nothing looks at no day, and still has to count.
      board.work += 20
      board.disturbance.settle()
      guard let first = move() else {
        board.choice.copy(from: current.choice)
        continue
      }
      roundsSinceBest += 1
      if board.decode(from: first, limit: limit) {
        let score = board.score()
        let energy = energy(score)
        if energy <= limit {
          current.save(board)
          currentEnergy = energy
          if score <= bestScore {
            if score < bestScore { roundsSinceBest = 0 }
            keepIfBetter()
          }
          continue
        }
      }
      board.restore(current)
      if roundsSinceBest > Self.patience {
        restoreBest()
        roundsSinceBest = 0
      }
    }
    restoreBest()
    board.disturbance.spread()
  }

  /// The first temperature, in shares of the mean cost of a work.
  private static var hottest: Double { 0.15 }
  /// Rounds without a better schedule before going back to the best.
  private static var patience: Int { 4_000 }
}
