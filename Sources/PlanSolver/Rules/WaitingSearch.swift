extension Search {
  /// Tries every start of every work, for plans in which waiting may pay or works may start before what they wait for, if that
  /// can be done within the work allowed.
  ///
  /// Works are decided on in an order in which everything comes after what it waits for; each is placed on every day on which
  /// it fits, in every way, or its initiative is left undone. Costs at the earliest finishes bound what a branch can come to;
  /// so do sums of effort beyond a budget, which never fall. That is a proof for a handful of works and gives up early on more.
  ///
  /// - Parameter end: The share of what may be used up at which to give up.
  /// - Returns: Whether all was tried: the best is then optimal, or nothing keeps the hard demands.
  mutating func searchWithWaiting(until end: Double) -> Bool {
    guard neighbours.movable.count <= Self.waitingWorksMax, board.instance.costShift == 0,
      let order = StartOrder.topological(board.instance), canBranchOnRunningWork()
    else { return false }
    for work in 0..<Int32(board.instance.workCount) where board.isPlaced(work) {
      board.unplace(work)
    }
    board.wait.fill(0)
    clearExclusions()
    var tree = WaitingTree(
      order: order.filter { board.instance.works.fixed[$0] < 0 }, end: end)
    if placeRunningWork() { decide(&tree, at: 0) }
    for work in 0..<Int32(board.instance.workCount) where board.isPlaced(work) {
      board.unplace(work)
    }
    listAsBest()
    return !tree.isCut
  }

  /// Beyond this many works the tree is hopeless and not worth the work.
  private static var waitingWorksMax: Int { 12 }

  private mutating func decide(_ tree: inout WaitingTree, at place: Int) {
    if share() >= tree.end { tree.isCut = true }
    if tree.isCut { return }
    board.work += 8
    guard let bound = floor(), bestScore.violation > 0 || bound < bestScore.cost else { return }
    guard place < tree.order.count else {
      keepIfBetter()
      return
    }
    let work = tree.order[place]
    let initiative = board.instance.works.initiative[work]
    if board.isExcluded[initiative] {
      decide(&tree, at: place + 1)
      return
    }
    placeEverywhere(work, &tree, at: place)
    guard board.placedWorks[initiative] == 0, !board.heads.mustBeDone[initiative] else { return }
    board.isExcluded[initiative] = true
    decide(&tree, at: place + 1)
    board.isExcluded[initiative] = false
  }

  private mutating func placeEverywhere(_ work: Int32, _ tree: inout WaitingTree, at place: Int) {
    let initiative = board.instance.works.initiative[work]
    guard board.waiting[work] == 0, !board.heads.cannotBeValid[initiative],
      !board.isShutOut(initiative)
    else { return }
    let ready = board.readyDay(work)
    for option in board.instance.optionRange(work) {
      let open = board.instance.modes.isEmpty ? ready : max(ready, board.modeDay(option))
      var day = board.earliestFit(work, option: option, from: open)
      while day < board.instance.dayCount {
        let last = board.instance.finishDay(option, from: day)
        guard last <= board.instance.initiatives.latestFinish[initiative] else { break }
        board.place(work, option: option, start: day, finish: last)
        if board.areBudgetsKept { decide(&tree, at: place + 1) }
        board.unplace(work)
        if tree.isCut { return }
        day = board.earliestFit(work, option: option, from: day + 1)
      }
    }
  }

  /// No valid schedule that goes on from the board costs less; `nil` when there is none.
  private func floor() -> Int64? {
    var bound: Int64 = 0
    for initiative in 0..<Int32(board.instance.initiativeCount)
    where board.instance.hasWorks(initiative) {
      if board.isExcluded[initiative] {
        bound += board.instance.initiatives.undoneCost[initiative]
        continue
      }
      var finish = board.heads.initiativeFinish[initiative]
      for work in board.instance.initiatives.workRange(initiative) where board.start[work] >= 0 {
        finish = max(finish, board.finish[work])
      }
      // What cannot be done will be left undone, which costs no less than any finish.
      let isLate = finish > board.instance.initiatives.latestFinish[initiative]
      if isLate, board.placedWorks[initiative] > 0 { return nil }
      bound +=
        finish < board.instance.dayCount
        ? board.instance.cost(initiative, finish: finish)
        : board.instance.initiatives.undoneCost[initiative]
    }
    for goal in 0..<Int32(board.instance.goalCount) {
      var latest = board.instance.goals.floor[goal]
      var isUndone = false
      for place in board.instance.goals.members.range(goal) {
        let member = board.instance.goals.members[place]
        if board.isExcluded[member] { isUndone = true }
        for work in board.instance.initiatives.workRange(member) where board.start[work] >= 0 {
          latest = max(latest, board.finish[work])
        }
      }
      bound +=
        isUndone
        ? board.instance.goals.undoneCost[goal]
        : board.instance.cost(ofGoal: goal, finish: latest)
    }
    return bound
  }
}

/// What one search with waiting carries along.
private struct WaitingTree {
  /// Works to place, each after all it may wait for.
  let order: [Int32]
  /// The share of what may be used up at which to give up.
  let end: Double
  var isCut = false
}

extension Board {
  /// Whether no budget is spent beyond its limit by effort alone, which only grows while works are placed.
  fileprivate var areBudgetsKept: Bool {
    instance.rules.budgets.allSatisfy { budget in
      (budget.row.first..<budget.row.first + budget.row.count).allSatisfy { slot in
        instance.rules.price(ofUnits: Int64(clamping: ledger.units[slot])) <= budget.limit
      }
    }
  }
}
