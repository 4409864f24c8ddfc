internal import PlanModel

// Where sums over periods matter, the earliest place is not always the best: the search also decides how long works wait.
extension Search {
  /// Lets a work, or all of its initiative, wait until some day, or no longer.
  ///
  /// - Returns: The first place in the list that changed, or `nil` when the change would change nothing.
  mutating func postpone() -> Int? {
    let work = neighbours.movable[random.below(neighbours.movable.count)]
    let day = waitingDay(for: work)
    let works = board.instance.initiatives.workRange(board.instance.works.initiative[work])
    let isWhole = works.count > 1 && works.count <= Self.wholeMax && random.below(2) == 0
    var first: Int?
    for each in isWhole ? works : Int(work)..<Int(work) + 1
    where board.instance.works.fixed[each] < 0 && board.wait[each] != day {
      board.wait[each] = day
      board.disturb(Int32(each))
      let place = Int(board.position[each])
      first = min(first ?? place, place)
    }
    return first
  }

  /// Now, the beginning of a period, or a few days from where the work is.
  private mutating func waitingDay(for work: Int32) -> Int32 {
    let die = random.below(10)
    if die < 3 { return 0 }
    let beginnings = board.instance.rules.beginnings.count
    if die < 6, beginnings > 0 { return board.instance.rules.beginnings[random.below(beginnings)] }
    let now = max(board.start[work], 0)
    let span = die < 8 ? Self.nearDays : Self.farDays
    let day = now + Int32(random.below(2 * span + 1) - span)
    return max(0, min(day, board.instance.dayCount - 1))
  }

  private static var wholeMax: Int { 12 }
  /// Around where a work is: a week, a quarter.
  private static var nearDays: Int { 7 }
  private static var farDays: Int { 90 }

  /// Makes the list and the waits those of the best schedule, so that building it again gives it back.
  mutating func listAsBest() {
    restoreBest()
    for work in 0..<Int32(board.instance.workCount) {
      let isPlaced = board.isPlaced(work)
      if !board.instance.rules.isEmpty { board.wait[work] = isPlaced ? board.start[work] : 0 }
      board.choice[work] = isPlaced ? board.option[work] : -1
    }
    for initiative in 0..<Int32(board.instance.initiativeCount)
    where board.instance.hasWorks(initiative) {
      board.isExcluded[initiative] = !board.isDone(initiative)
    }
    sortMovable { work, board in
      board.isPlaced(work) ? Double(board.start[work]) : Double(board.instance.dayCount)
    }
    board.disturbance.spread()
    rebuild()
  }

  /// Lets go of every wait that buys nothing, work by work, so that nothing is later than it has to be.
  ///
  /// - Parameter end: The share of what may be used up at which to leave the rest as it is; large plans come to it.
  mutating func dropWaits(until end: Double) {
    listAsBest()
    current.save(board)
    for _ in 0..<Self.dropsMax {
      var hasChanged = false
      for work in 0..<Int32(board.instance.workCount) where board.wait[work] > 0 {
        guard share() < end else {
          restoreBest()
          return
        }
        board.wait[work] = 0
        if board.decode(from: 0, limit: Int64.max), case let score = board.score(),
          score <= bestScore
        {
          keepIfBetter(score)
          current.save(board)
          hasChanged = true
        } else {
          board.restore(current)
        }
      }
      guard hasChanged else { break }
    }
    restoreBest()
  }

  /// Each round frees a work or is the last; this is only a guard.
  private static let dropsMax = 4
}
