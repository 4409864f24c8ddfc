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

  /// A copy that begins with the best, with the share of the work that a bound is for; stops when nobody wants it.
  func prover(unless isUnwanted: @escaping @Sendable () -> Bool) -> Search {
    sibling(seed: 1, meter.moved(to: phases.search, at: 0, unless: isUnwanted))
  }

  /// Counts what a bound may cost as used up, and stops when nobody wants the rest.
  mutating func leaveBoundToOther(unless isUnwanted: @escaping @Sendable () -> Bool) {
    meter = meter.moved(to: phases.bound, at: work, unless: isUnwanted)
  }

  // MARK: Starting

  /// Builds from every rule with several staffings, and from the seeds.
  mutating func start(from seeds: [Schedule], _ problem: Problem) {
    let urgency = board.compiled.urgency
    // A seed is worth more than the rules, and questions about a schedule have little time; in a large plan it goes on one list.
    let mayFit = seeds.contains { $0.placements.count == board.instance.workCount }
    let rules: [ListRule] =
      seeds.isEmpty ? ListRule.allCases : mayFit && isLarge ? [] : [.inheritedUrgency]
    for rule in rules where rule == rules[0] || !isLarge || share() < Self.startShare {
      let scores = rule.scores(board.instance, board.heads, urgency)
      for staffing in Staffing.allCases { build(scores, staffing) }
    }
    for seed in seeds where seed.placements.count == board.instance.workCount {
      build(from: seed, problem)
    }
    restoreBest()
  }

  /// Builds from one schedule alone, which has a placement, or none, for every work.
  mutating func start(inOrderOf seed: Schedule, _ problem: Problem) {
    build(from: seed, problem)
    restoreBest()
  }

  /// What may go into first schedules, of which a large plan needs no choice.
  private static var startShare: Double { 0.1 }

  /// How a first schedule is staffed.
  private enum Staffing: CaseIterable {
    case soonest
    case fewest
    case most
  }

  private mutating func build(_ scores: [Double], _ staffing: Staffing) {
    for work in 0..<Int32(board.instance.workCount) {
      let options = board.instance.optionRange(work)
      switch staffing {
      case .soonest: board.choice[work] = -1
      case .fewest: board.choice[work] = options.lowerBound
      case .most: board.choice[work] = options.upperBound - 1
      }
    }
    clearExclusions()
    sortMovable { work, board in -scores[Int(board.instance.works.initiative[work])] }
    rebuild()
  }

  /// Places a list from scratch and keeps the schedule if it is the best.
  mutating func rebuild() {
    guard board.decode(from: 0, limit: Int64.max) else { return }
    keepIfBetter()
  }

  mutating func clearExclusions() {
    for initiative in 0..<board.instance.initiativeCount {
      board.isExcluded[initiative] = board.heads.cannotBeDone[initiative]
    }
  }

  /// Sorts the list behind the running work, ties by index.
  mutating func sortMovable(_ key: (Int32, borrowing Board) -> Double) {
    var keyed: [(key: Double, work: Int32)] = []
    for work in 0..<Int32(board.instance.workCount) where board.instance.works.fixed[work] < 0 {
      keyed.append((key(work, board), work))
    }
    keyed.sort { ($0.key, $0.work) < ($1.key, $1.work) }
    for (place, item) in keyed.enumerated() { board.order[board.fixedCount + place] = item.work }
    board.numberPositions(from: board.fixedCount)
  }

  /// An earlier schedule, as it is where it still is one, and as a list in the order of its starts.
  ///
  /// A list in the order of the starts of a valid schedule gives one in which nothing finishes later, as long as no work
  /// may start before what it waits for, each has one mode and nothing is gained by waiting; with leads, modes or agreed
  /// starts the seed itself is kept too. So the answer is never worse than a
  /// valid seed.
  private mutating func build(from seed: Schedule, _ problem: Problem) {
    let isShiftedLeft =
      !board.instance.hasLeads && board.instance.modes.isEmpty
      && board.instance.agreements.isEmpty && board.instance.rules.isEmpty
    if !isShiftedLeft,
      ScheduleFit(problem).isValid(seed, board.instance)
    {
      adopt(seed)
      keepIfBetter()
    }
    for work in 0..<Int32(board.instance.workCount) {
      let options = board.instance.optionRange(work)
      let asked = seed.placements[Int(work)].map { options.lowerBound + $0.option } ?? -1
      board.choice[work] = options.contains(asked) ? asked : -1
      if !board.instance.rules.isEmpty {
        board.wait[work] = min(
          max(seed.placements[Int(work)]?.start ?? 0, 0), board.instance.dayCount)
      }
    }
    sortMovable { work, board in
      Double(seed.placements[Int(work)]?.start ?? board.instance.dayCount)
    }
    // Once with exactly what it does, so that nothing else takes its places; once with everything.
    for initiative in 0..<board.instance.initiativeCount {
      let isDone = board.instance.initiatives.workRange(initiative).allSatisfy {
        seed.placements[$0] != nil
      }
      board.isExcluded[initiative] = !isDone || board.heads.cannotBeDone[initiative]
    }
    rebuild()
    clearExclusions()
    board.wait.fill(0)
    rebuild()
  }

  /// Puts a valid schedule on the board as it is.
  mutating func adopt(_ seed: Schedule) {
    for work in 0..<Int32(board.instance.workCount) where board.isPlaced(work) {
      board.unplace(work)
    }
    for work in 0..<Int32(board.instance.workCount) {
      guard let placed = seed.placements[Int(work)] else { continue }
      board.place(
        work, option: board.instance.works.firstOption[work] + placed.option, start: placed.start,
        finish: placed.finish)
    }
    board.placedCount = 0
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
