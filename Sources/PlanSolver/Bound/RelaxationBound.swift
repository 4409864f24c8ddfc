internal import PlanModel

extension Search {
  /// A proved lower bound that takes capacities, limits and precedences into account, in shifted units.
  ///
  /// On the way, works in the order in which the relaxation would start them are tried as lists (Möhring et al. 2003).
  ///
  /// Stops when the share `end` of what may be used up is gone. What `news` tells is heard before anything is done for which it
  /// matters how good the best is.
  mutating func relaxationBound(until end: Double, news: FirstAnswer? = nil) -> Int64 {
    let plain = capacityFreeBound()
    guard canRelax, !isLate(for: end, after: workOfTables) else { return plain }
    let begin = share()
    var relaxation = Relaxation(board)
    if relaxation.network.hasOneAim { hear(news) }
    // Prices say little about a day that is the latest of many; conflicts alone do.
    if canLearn, board.instance.rules.isEmpty, relaxation.network.hasOneAim,
      proveByLearning(
        &relaxation, isPriced: false, until: end - (end - share()) * Self.shareAfterLearning)
    {
      restoreBest()
      return bestScore.cost
    }
    var best = climb(&relaxation, from: plain, since: begin, until: end, news)
    hear(news)
    if canLearn, best < bestScore.cost, proveByLearning(&relaxation, isPriced: true, until: end) {
      best = bestScore.cost
    }
    restoreBest()
    // With demands broken, the best cost says nothing about what a valid schedule costs.
    return bestScore.violation == 0 ? min(best, bestScore.cost) : best
  }

  /// Whether there is a relaxation to look at: tables of every work and day fit.
  var canRelax: Bool {
    let cells = board.instance.workCount * Int(board.instance.dayCount)
    return board.instance.costShift == 0 && cells > 0 && cells <= Self.relaxationCellsMax
  }

  /// Whether learning from conflicts may come to an end.
  private var canLearn: Bool { neighbours.movable.count <= Self.learningWorksMax }

  /// What it takes to make the tables and to price them the first time, about: a unit for each start of each option.
  private var workOfTables: Int64 {
    Int64(board.instance.works.firstOption[board.instance.workCount])
      * Int64(board.instance.dayCount)
  }

  /// Moves the prices uphill, first those of capacity, then those of what is packed into it.
  private mutating func climb(
    _ relaxation: inout Relaxation, from plain: Int64, since begin: Double, until end: Double,
    _ news: FirstAnswer?
  ) -> Int64 {
    let scale = relaxation.table.scale
    let unit = relaxation.table.costUnit
    var best = plain * scale
    startPrices(&relaxation)
    var pace = Pace(start: share(), end: end)
    var round = 0
    var fixedAt = Int64.min
    var found = Int64.min
    while share() < pace.end {
      let counted = relaxation.work
      guard let value = relaxation.evaluate(board.instance) else {
        // Nothing is left that could cost less than the best.
        return bestScore.violation == 0 ? bestScore.cost : roundedUp(best, scale, unit)
      }
      board.work += relaxation.work - counted
      let isBest = value > found
      found = max(found, value)
      // Small gains are no gains, or the steps would never shrink.
      pace.note(isGain: value - best > max(1, abs(best) / 4_000))
      best = max(best, value)
      if bestScore.violation == 0 {
        if roundedUp(best, scale, unit) >= bestScore.cost { break }
        let slack = (bestScore.cost - unit) * scale - value
        if value > fixedAt, relaxation.isPacking {
          fixedAt = value + abs(value) / 2_000
          _ = relaxation.fix(slack: slack, board.instance)
        }
      }
      if round % Self.roundsPerList == Self.roundsPerList - 1 {
        tryList(relaxation, withOptions: false)
      }
      if round == Self.roundsOfEstimate, canLearn {
        // Prices say little of what is exempt below some amount; learning says it all.
        let isSure = !board.instance.rules.isEmpty
        pace.leaveTime(forProofAt: share(), after: round, surely: isSure)
      }
      if pace.isOver(at: share()) {
        // Of 1,000 initiatives the first packing takes two thirds of all before it; what cannot pay for that is worth
        // more to the search.
        let now = share()
        guard !relaxation.isPacking, pace.end - now > now - begin, relaxation.startPacking()
        else { break }
        hear(news)
        pace.startPacking(at: share())
        found = Int64.min
        continue
      }
      let target = bestScore.cost * scale
      guard
        relaxation.step(pace.factor, towards: target, from: found, isBest: isBest, board.instance)
      else { break }
      round += 1
    }
    return roundedUp(best, scale, unit)
  }

  /// Moves the prices uphill for so many rounds, for tests.
  ///
  /// - Parameters:
  ///   - relaxation: What is priced.
  ///   - rounds: How many, a third of them before packing.
  ///   - limit: What no schedule has that costs so much at most is taken away; less than the best, unless said.
  mutating func climb(
    _ relaxation: inout Relaxation, rounds: Int, keeping limit: Int64? = nil
  ) {
    let scale = relaxation.table.scale
    let most = limit ?? bestScore.cost - relaxation.table.costUnit
    var found = Int64.min
    for round in 0..<rounds {
      guard let value = relaxation.evaluate(board.instance) else { return }
      let isBest = value > found
      found = max(found, value)
      _ = relaxation.fix(slack: most * scale - value, board.instance)
      if round == rounds / 3, relaxation.startPacking() {
        found = Int64.min
        continue
      }
      guard
        relaxation.step(
          0.5, towards: most * scale, from: found, isBest: isBest, board.instance)
      else { return }
    }
  }

  /// Tables beyond this (400 MB) are not made; such plans keep the plain bound.
  private static var relaxationCellsMax: Int { 6_000_000 }
  /// With more works to place than this, learning does not come to an end and prices gain more.
  private static var learningWorksMax: Int { 120 }
  /// What prices get where conflicts alone came to no end.
  private static var shareAfterLearning: Double { 0.2 }
  private static var roundsPerList: Int { 8 }
  private static var roundsOfEstimate: Int { 10 }

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
