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
    let mean = Double(max(bestScore.cost, 1)) / Double(neighbours.movable.count)
    let hottest = max(mean * Self.hottestShare, typicalRise() * Self.hottestRise)
    var formerBest = bestScore
    var roundsSinceBest = 0
    while true {
      let now = share()
      guard now < end else { break }
      if bestScore.violation == 0, bestScore.cost <= bound { break }
      let left = 1 - (now - begin) / span
      let temperature = hottest * heat * left * left * left
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
      if board.decode(from: first, limit: limit), take(limit: limit) {
        if bestScore < formerBest {
          formerBest = bestScore
          roundsSinceBest = 0
        }
        continue
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

  /// Goes on from the schedule on the board if it costs no more than the limit, and sees whether justifying it helps.
  private mutating func take(limit: Int64) -> Bool {
    let before = currentEnergy
    // Another list of the same schedule, which need not be scored.
    guard board.disturbance.hasMoved else {
      current.saveList(board)
      return true
    }
    guard keepCurrent(limit: limit) else { return false }
    guard board.instance.hasManyWorks,
      currentEnergy < before || random.below(Self.justifiedOneIn) == 0
    else { return true }
    if !justify(limit: currentEnergy) || !keepCurrent(limit: currentEnergy) {
      board.restore(current)
    }
    return true
  }

  /// What it costs an initiative, on average, to finish a usual work's length later than in the best schedule: what a change
  /// to the list is likely to cost, whatever the objective looks like.
  mutating func typicalRise() -> Double {
    var length: Int64 = 0
    var placed: Int64 = 0
    for work in board.start.indices where board.start[work] >= 0 {
      length += Int64(board.finish[work] - board.start[work] + 1)
      placed += 1
    }
    guard placed > 0 else { return 1 }
    let later = Int32(max(1, length / placed))
    let last = board.instance.dayCount - 1
    var rise = 0.0
    var initiatives = 0.0
    for initiative in 0..<Int32(board.instance.initiativeCount)
    where board.instance.hasWorks(initiative) && board.isDone(initiative) {
      let finish = board.lastFinish(of: initiative)
      initiatives += 1
      rise += Double(board.instance.cost(initiative, finish: min(finish + later, last)))
      rise -= Double(board.instance.cost(initiative, finish: finish))
    }
    for goal in 0..<Int32(board.instance.goalCount) {
      guard let finish = board.lastFinish(ofGoal: goal) else { continue }
      rise += Double(board.instance.cost(ofGoal: goal, finish: min(finish + later, last)))
      rise -= Double(board.instance.cost(ofGoal: goal, finish: finish))
    }
    return max(1, rise / max(1, initiatives))
  }

  private mutating func keepCurrent(limit: Int64) -> Bool {
    let score = board.score()
    let energy = energy(score)
    guard energy <= limit else { return false }
    current.save(board)
    currentEnergy = energy
    keepIfBetter(score)
    return true
  }

  /// Of schedules that cost no less than the one before, one in so many is justified: it takes as long as some rounds.
  private static var justifiedOneIn: Int { 4 }
  /// The first temperature, in shares of the mean cost of a work.
  private static var hottestShare: Double { 0.15 }
  /// At least this share of what finishing a work's length later costs: where one initiative is all there is, its cost says
  /// nothing of what a change to the list costs, and has few values.
  private static var hottestRise: Double { 0.2 }
  /// Rounds without a better schedule before going back to the best.
  private static var patience: Int { 4_000 }
}
