internal import PlanModel

extension Search {
  /// Improves by simulated annealing on the list (Kirkpatrick, Gelatt & Vecchi 1983), cooling with the work that is used up.
  ///
  /// Each round changes the list and builds the schedule from the first changed place on, giving up as soon as it costs more
  /// than would be accepted.
  ///
  /// - Parameters:
  ///   - end: The share of what may be used up at which to stop.
  ///   - bound: Where to stop: nothing costs less.
  ///   - heat: Where cooling starts, as a share of the usual.
  mutating func anneal(until end: Double, bound: Int64, heat: Double) {
    guard neighbours.movable.count > 1 else { return }
    let begin = share()
    guard end > begin else { return }
    restoreBest()
    let span = end - begin
    let works = Double(neighbours.movable.count)
    let scale = Double(max(bestScore.cost, 1)) / works
    var roundsSinceBest = 0
    while true {
      let now = share()
      guard now < end else { break }
      if bestScore.violation == 0, bestScore.cost <= bound { break }
      let left = 1 - (now - begin) / span
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
