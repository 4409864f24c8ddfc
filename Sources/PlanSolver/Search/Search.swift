internal import PlanModel

/// Looks for a good schedule: builds from lists and seeds, then improves.
struct Search: ~Copyable {
  var board: Board
  var random: RandomStream
  /// The schedule that moves start from.
  var current: Snapshot
  var currentEnergy = Int64.max
  private(set) var best: Snapshot
  private(set) var bestScore = Score.worst
  /// What a unit of broken demand weighs against cost while searching.
  let brokenWeight: Int64
  let neighbours: Neighbours
  /// The works that a move takes along.
  var mark: Marks
  var justification: Justification
  var ejection: Ejection
  var bill: Bill
  private(set) var meter: Meter
  /// Counted work up to where a bound began to be looked for beside the search.
  var workOfBeginning: Int64 = 0

  init(_ compiled: CompiledProblem, seed: UInt64, _ meter: Meter) {
    self.meter = meter
    board = Board(compiled)
    random = RandomStream(seed: seed)
    current = Snapshot(board)
    best = Snapshot(board)
    neighbours = Neighbours(board.instance)
    mark = Marks(count: board.instance.workCount)
    justification = Justification(board.instance)
    ejection = Ejection(board.instance, compiled.urgency)
    var total: Int64 = 1
    for initiative in 0..<board.instance.initiativeCount {
      total += max(0, board.instance.initiatives.undoneCost[initiative])
    }
    for goal in 0..<board.instance.goalCount {
      total += max(0, board.instance.goals.undoneCost[goal])
    }
    // A demand that is off by nothing still costs a fifth of everything there is to lose.
    brokenWeight = total / 5 + 1
    bill = Bill(board.instance, brokenWeight: brokenWeight)
  }

  /// The share of what may be used up that is gone.
  mutating func share() -> Double { meter.share(at: board.work) }

  /// Whether a clock would be over the share `end` before so much more work is done.
  mutating func isLate(for end: Double, after work: Int64) -> Bool {
    meter.isLate(for: end, at: board.work, after: work)
  }

  /// One number to accept and reject by: cost, and broken demands at a price.
  func energy(_ score: Score) -> Int64 {
    guard score.violation > 0 else { return score.cost }
    let count = score.violation / Score.brokenUnit
    let days = score.violation % Score.brokenUnit
    let price = count.multipliedClamped(by: brokenWeight)
    let perDay = days.multipliedClamped(by: brokenWeight / 200 + 1)
    return score.cost.addingClamped(price).addingClamped(perDay)
  }

  // MARK: Parting

  /// A copy that begins with the best, with the share of the work that a bound is for, of a small plan so many times as
  /// much; stops when nobody wants it.
  func prover(unless isUnwanted: @escaping @Sendable () -> Bool) -> Search {
    let isProvable = neighbours.movable.count <= Phases.provableMax
    let meter = isProvable ? meter.times(Phases.timesProvable) : meter
    return sibling(seed: 1, meter.moved(to: phases.search, at: 0, unless: isUnwanted))
  }

  /// Counts what a bound may cost as used up, and stops when nobody wants the rest.
  mutating func leaveBoundToOther(unless isUnwanted: @escaping @Sendable () -> Bool) {
    meter = meter.moved(to: phases.bound, at: work, unless: isUnwanted)
  }

  // MARK: Keeping

  /// Takes the board's schedule as the best if it is; of equals the one that finishes earlier in the plan's order.
  mutating func keepIfBetter() { keepIfBetter(board.score()) }

  /// The same where the score of what is on the board is known.
  @inline(__always)
  mutating func keepIfBetter(_ score: Score) {
    guard score <= bestScore, score < bestScore || board.finishesEarlier(than: best) else { return }
    best.save(board)
    bestScore = score
  }

  /// Takes over the best schedule of another search.
  mutating func takeBest(of other: borrowing Search) {
    best.copy(from: other.best)
    bestScore = other.bestScore
  }

  mutating func restoreBest() {
    board.restore(best)
    current.copy(from: best)
    currentEnergy = energy(bestScore)
  }

  /// Builds the best schedule again in the order of its starts until nothing moves: what became free meanwhile is used.
  mutating func shiftLeft() {
    for _ in 0..<Self.shiftsMax {
      let before = bestScore
      restoreBest()
      for work in 0..<Int32(board.instance.workCount) where board.isPlaced(work) {
        board.choice[work] = board.option[work]
      }
      sortMovable { work, board in
        board.isPlaced(work) ? Double(board.start[work]) : Double(board.instance.dayCount)
      }
      rebuild()
      guard bestScore < before else { break }
    }
    restoreBest()
  }

  /// Each shift makes something earlier, so this is only a guard.
  private static let shiftsMax = 20
}
