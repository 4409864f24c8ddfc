internal import PlanModel

/// Where a search begins: lists by rules, those with what they break further to the front, and earlier schedules.
extension Search {
  /// Builds from every rule with several staffings, and from the seeds.
  mutating func start(from seeds: [Schedule], _ problem: Problem) {
    let urgency = board.compiled.urgency
    // A seed is worth more than the rules, and questions about a schedule have little time; in a large plan it goes on one list.
    let mayFit = seeds.contains { $0.placements.count == board.instance.workCount }
    let rules: [ListRule] =
      seeds.isEmpty ? ListRule.allCases : mayFit && isLarge ? [] : [.inheritedUrgency]
    for rule in rules where rule == rules[0] || !isLarge || share() < Self.startShare {
      let scores = rule.scores(board.instance, board.heads, urgency)
      for staffing in Staffing.allCases
      where staffing == .soonest || !isLarge || share() < Self.startShare {
        build(scores, staffing)
      }
      if isLarge, rule == rules[0] { promoteBroken(scores) }
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

  // MARK: What is broken

  /// Builds again with what has to be done and could not be, or not in time, further to the front, as long as that breaks less.
  ///
  /// Squeaky wheel optimization (Joslin & Clements 1999): what is in trouble goes half of the way to the front each time, so that
  /// the others lose little.
  private mutating func promoteBroken(_ scores: [Double]) {
    var rank = [Double](repeating: 0, count: scores.count)
    let ranked = scores.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
    for (place, initiative) in ranked.enumerated() { rank[initiative] = Double(place) }
    var former = Int64.max
    var roundsInVain = 0
    while bestScore.violation > 0, share() < Self.promotionShare, roundsInVain < Self.roundsMax {
      roundsInVain = bestScore.violation < former ? 0 : roundsInVain + 1
      former = bestScore.violation
      promote(&rank)
      build(rank.map { -$0 }, .soonest)
    }
  }

  /// Halves the ranks of what breaks a demand on the board; what has to be done before it comes along.
  private func promote(_ rank: inout [Double]) {
    var reached = [Double](repeating: .infinity, count: rank.count)
    for initiative in 0..<Int32(rank.count) where isBroken(initiative) {
      let place = rank[Int(initiative)] / 2
      var open = [initiative]
      while let next = open.popLast() {
        guard place < reached[Int(next)] else { continue }
        reached[Int(next)] = place
        for index in board.instance.links.predecessors.range(next) {
          open.append(board.instance.links.predecessors[index])
        }
      }
    }
    for initiative in rank.indices { rank[initiative] = min(rank[initiative], reached[initiative]) }
  }

  private func isBroken(_ initiative: Int32) -> Bool {
    guard board.instance.hasWorks(initiative) else { return false }
    let violation =
      board.isDone(initiative)
      ? board.violation(of: initiative, finish: board.lastFinish(of: initiative))
      : board.violation(ofUndone: initiative)
    return violation > 0
  }

  /// Rounds in vain after which nobody goes further.
  private static var roundsMax: Int { 4 }
  /// What may be gone when something is promoted once more: demands come before cost.
  private static var promotionShare: Double { 0.5 }

  // MARK: Lists

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

  // MARK: Seeds

  /// An earlier schedule, as it is where it still is one, and as a list in the order of its starts.
  ///
  /// A list in the order of the starts of a valid schedule gives one in which nothing finishes later, as long as no work
  /// may start before what it waits for, each has one mode and nothing is gained by waiting; with leads, modes or agreed
  /// starts the seed itself is kept too. So the answer is never worse than a valid seed.
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
}
