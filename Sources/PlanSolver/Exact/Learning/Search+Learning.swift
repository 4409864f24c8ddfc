internal import PlanModel

extension Search {
  /// Searches for a schedule that costs less than the best with a search that learns, until there is none or the work allowed
  /// is used up; what it finds becomes the best.
  ///
  /// - Parameters:
  ///   - relaxation: Whose days are searched; at good prices, if they are to be used.
  ///   - isPriced: Whether its reduced costs bound what is decided.
  ///   - end: The share of what may be used up at which to give up.
  /// - Returns: Whether nothing cheaper than the best is left.
  mutating func proveByLearning(
    _ relaxation: inout Relaxation, isPriced: Bool, until end: Double
  ) -> Bool {
    guard bestScore.violation == 0 else { return false }
    let unit = relaxation.table.costUnit
    let values =
      (relaxation.network.nodeCount + board.instance.workCount) * relaxation.network.width
    let tables = Int64(values) * Self.workOfValue
    guard values <= LearningModel.valuesMax, !isLate(for: end + Self.grace, after: tables) else {
      return false
    }
    var learner = learner(&relaxation, costLimit: bestScore.cost - unit, isPriced: isPriced)
    board.work += tables
    aim(&learner)
    while true {
      let counted = learner.work
      let outcome = learner.run(
        until: counted + Self.workBetweenLooks, board.instance, relaxation.network)
      board.work += learner.work - counted
      switch outcome {
      case .impossible: return true
      case .cut: if share() >= end { return false }
      case .found:
        let former = bestScore.cost
        build(from: learner)
        if bestScore.cost < former {
          learner.tighten(costLimit: bestScore.cost - unit)
          aim(&learner)
        } else if !canBranchOnRunningWork() {
          // How running work is done is not decided here, so it may be that which does not fit.
          return false
        } else {
          learner.refuse(board.instance, relaxation.network)
        }
        if share() >= end { return false }
      }
    }
  }

  /// A learner over what a relaxation leaves open.
  func learner(
    _ relaxation: inout Relaxation, costLimit: Int64, isPriced: Bool
  ) -> Learner {
    let model = LearningModel(
      board, relaxation.network, relaxation.table, relaxation.settling)
    var learner = Learner(model, costLimit: costLimit, constant: relaxation.network.constant)
    learner.addRules(board)
    guard isPriced else { return learner }
    guard let value = relaxation.bestValue(board.instance) else {
      learner.isContradiction = true
      return learner
    }
    learner.addPrices(
      relaxation.settling.reducedCosts(board.instance, relaxation.network), value: value,
      scale: relaxation.table.scale, board.instance)
    return learner
  }

  private static var workBetweenLooks: Int64 { 100_000 }
  /// Where a clock runs, how much of the time tables may take beyond `end`: what comes before them leaves nothing of it.
  private static var grace: Double { 0.05 }
  /// What it takes to make the tables for one value.
  private static var workOfValue: Int64 { 4 }

  /// Points a learner at the best schedule.
  private mutating func aim(_ learner: inout Learner) {
    restoreBest()
    for work in learner.model.works {
      let isPlaced = board.isPlaced(work)
      learner.decisions.target[learner.model.variable[learner.model.startNode[work]]] =
        isPlaced ? board.start[work] : learner.model.never
      let choice = learner.model.choice[work]
      guard choice >= 0, isPlaced else { continue }
      learner.decisions.target[choice] = board.option[work] - board.instance.works.firstOption[work]
    }
  }

  /// Keeps the schedule that a learner has found, if it is one, and what lists make of it.
  private mutating func build(from learner: borrowing Learner) {
    let found = schedule(from: learner)
    if ScheduleFit(board.compiled.problem).isValid(found, board.instance) {
      adopt(found)
      keepIfBetter()
    }
    restoreBest()
    clearExclusions()
    for work in 0..<Int32(board.instance.workCount) {
      let placed = found.placements[Int(work)]
      board.choice[work] = placed.map { board.instance.works.firstOption[work] + $0.option } ?? -1
      if placed == nil { board.isExcluded[board.instance.works.initiative[work]] = true }
    }
    sortMovable { work, board in
      Double(found.placements[Int(work)]?.start ?? board.instance.dayCount)
    }
    rebuild()
    clearExclusions()
  }

  private func schedule(from learner: borrowing Learner) -> Schedule {
    var schedule = Schedule.empty(works: board.instance.workCount)
    for work in 0..<Int32(board.instance.workCount) where board.instance.works.fixed[work] >= 0 {
      let start = board.instance.works.fixed[work]
      let option = board.instance.works.firstOption[work]
      schedule.placements[Int(work)] = Schedule.Placement(
        start: start, finish: board.instance.finishDay(option, from: start), option: 0)
    }
    for work in learner.model.works {
      let start = learner.lower(learner.model.startNode[work])
      guard start < learner.model.never else { continue }
      let choice = learner.model.choice[work]
      let way = choice >= 0 ? learner.bound[choice * 2] : 0
      let option = board.instance.works.firstOption[work] + way
      schedule.placements[Int(work)] = Schedule.Placement(
        start: start, finish: board.instance.finishDay(option, from: start), option: way)
    }
    return schedule
  }
}
