internal import PlanModel

extension Search {
  /// Improves, where `canEject`, by annealing on the schedule itself: a work is forced to an earlier day, what is in its
  /// way there goes elsewhere.
  ///
  /// Ejection chains (Glover 1996) under simulated annealing (Kirkpatrick, Gelatt & Vecchi 1983). A change costs what it
  /// touches, whatever the size of the plan, where a list has to be built anew to its end; so thousands of initiatives are
  /// improved as fast as dozens.
  ///
  /// - Parameters:
  ///   - end: The share of what may be used up at which to stop.
  ///   - bound: Where to stop: nothing costs less.
  ///   - heat: Where cooling starts, as a share of the usual.
  mutating func eject(until end: Double, bound: Int64, heat: Double) {
    assert(canEject)
    let begin = share()
    guard end > begin else { return }
    restoreBest()
    bill.open(board)
    ejection.open(board, value: bill.total)
    let hottest = typicalRise() * Self.hottestEjection * heat
    let span = end - begin
    var roundsSinceBest = 0
    while true {
      let now = share()
      guard now < end, bestScore.violation > 0 || ejection.bestValue > bound else { break }
      // A round that places nothing looks at no day, and still has to count.
      board.work += 20
      let left = 1 - (now - begin) / span
      let temperature = hottest * left * left * left
      roundsSinceBest += 1
      guard force() else {
        ejection.takeBack(&board)
        continue
      }
      let before = bill.total
      bill.update(ejection.touched, board)
      let rise = bill.total - before
      if rise <= 0 || Double(rise) <= temperature * random.exponential() {
        bill.keep()
        if ejection.accept(board, value: bill.total) { roundsSinceBest = 0 }
      } else {
        bill.undo()
        ejection.takeBack(&board)
      }
      if roundsSinceBest > Self.ejectionPatience {
        ejection.restoreBest(&board)
        bill.open(board)
        roundsSinceBest = 0
      }
    }
    ejection.restoreBest(&board)
    listWhatIsPlaced()
    restoreBest()
    board.disturbance.spread()
  }

  /// Turns the schedule on the board into a list that builds it, and keeps whichever of the two is better.
  private mutating func listWhatIsPlaced() {
    for work in 0..<Int32(board.instance.workCount) {
      board.choice[work] = board.isPlaced(work) ? board.option[work] : -1
    }
    clearExclusions()
    sortMovable { work, board in
      Double(board.isPlaced(work) ? board.start[work] : board.instance.dayCount)
    }
    board.placedCount = 0
    keepIfBetter()
    board.disturbance.spread()
    rebuild()
  }

  /// The first temperature, in shares of what finishing a work's length later costs an initiative.
  private static var hottestEjection: Double { 4 }
  /// Rounds without a better schedule before going back to the best.
  private static var ejectionPatience: Int { 20_000 }
}

/// What ejecting writes, allocated once.
struct Ejection: ~Copyable {
  /// Works that are off the board and look for a place, with the key by which they do: smaller first.
  var queue = Stack<Int32>()
  var key: Table<Double>
  var isQueued: Table<Bool>
  /// The initiatives of which something came, went or moved in the round at hand.
  var touched: Marks
  /// How many works were ejected in the round at hand.
  var ejectedCount = 0
  /// Cost of delay for effort by work: what yields first.
  let urgency: Table<Double>
  private(set) var bestValue = Int64.max
  private var journal = Stack<Step>()
  /// Where the best schedule has each work; it differs from the board only for works that are marked.
  private var bestOption: Table<Int32>
  private var bestStart: Table<Int32>
  private var changed: Marks

  /// Where a work was before a step; its start is −1 where it was not on the board.
  private struct Step {
    var work: Int32
    var option: Int32
    var start: Int32
    var finish: Int32
  }

  init(_ instance: borrowing Instance, _ urgency: borrowing Urgency) {
    let works = instance.workCount
    key = Table(repeating: 0, count: works)
    isQueued = Table(repeating: false, count: works)
    touched = Marks(count: instance.initiativeCount)
    bestOption = Table(repeating: -1, count: works)
    bestStart = Table(repeating: -1, count: works)
    changed = Marks(count: works)
    self.urgency = Table(
      (0..<works).map { urgency.inherited[Int(instance.works.initiative[$0])] })
  }

  /// Takes the schedule on the board as the best.
  mutating func open(_ board: borrowing Board, value: Int64) {
    bestStart.copy(from: board.start)
    bestOption.copy(from: board.option)
    bestValue = value
    changed.beginRound()
    beginRound()
  }

  mutating func beginRound() {
    journal.truncate(to: 0)
    queue.truncate(to: 0)
    touched.beginRound()
    ejectedCount = 0
  }

  /// Notes where a work is before it is moved, placed or taken off.
  mutating func note(_ work: Int32, _ board: borrowing Board) {
    touched.set(board.instance.works.initiative[work])
    journal.append(
      Step(
        work: work, option: board.option[work], start: board.start[work],
        finish: board.finish[work]))
  }

  /// Puts everything back where it was when the round began.
  mutating func takeBack(_ board: inout Board) {
    for index in queue.indices { isQueued[queue[index]] = false }
    while let step = journal.popLast() {
      if board.isPlaced(step.work) { board.unplace(step.work) }
      guard step.start >= 0 else { continue }
      board.place(step.work, option: step.option, start: step.start, finish: step.finish)
    }
  }

  /// Goes on from what is on the board.
  ///
  /// - Returns: Whether it is the best so far.
  mutating func accept(_ board: borrowing Board, value: Int64) -> Bool {
    for index in journal.indices { changed.set(journal[index].work) }
    guard value < bestValue else { return false }
    bestValue = value
    for index in changed.members.indices {
      let work = changed.members[index]
      bestStart[work] = board.start[work]
      bestOption[work] = board.option[work]
    }
    changed.beginRound()
    return true
  }

  /// Puts the best schedule on the board.
  mutating func restoreBest(_ board: inout Board) {
    for index in changed.members.indices where board.isPlaced(changed.members[index]) {
      board.unplace(changed.members[index])
    }
    for index in changed.members.indices where bestStart[changed.members[index]] >= 0 {
      let work = changed.members[index]
      board.place(
        work, option: bestOption[work], start: bestStart[work],
        finish: board.instance.finishDay(bestOption[work], from: bestStart[work]))
    }
    changed.beginRound()
  }
}
