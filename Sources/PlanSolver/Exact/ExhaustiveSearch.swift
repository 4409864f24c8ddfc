extension Search {
  /// Tries every schedule that could be best, if that can be done within the work allowed.
  ///
  /// Costs never fall with time, so among the cheapest schedules there is one in which no work could start earlier with the
  /// others left alone. Placing its works in the order of their starts, each as early as it fits, gives it back (Sprecher,
  /// Kolisch & Drexl 1995). So it is enough to branch on the next work and its staffing, with starts that never go back, and
  /// to stop anywhere, leaving the rest undone. That argument needs every work to start no earlier than what it waits for.
  ///
  /// - Parameter end: The share of what may be used up at which to give up.
  /// - Returns: Whether all was tried: the best is then optimal, or nothing keeps the hard demands.
  mutating func searchExhaustively(until end: Double) -> Bool {
    guard board.instance.rules.isEmpty,
      neighbours.movable.count <= Self.exhaustiveWorksMax, board.instance.costShift == 0,
      let rank = StartOrder(board.instance).rank, canBranchOnRunningWork()
    else { return false }
    for work in 0..<Int32(board.instance.workCount) where board.isPlaced(work) {
      board.unplace(work)
    }
    var branching = Branching(board.instance, rank: rank, end: end)
    if placeRunningWork() { explore(&branching, lastStart: 0, lastRank: -1) }
    restoreBest()
    return !branching.isCut
  }

  /// Beyond this many works the tree is hopeless and not worth the work.
  private static var exhaustiveWorksMax: Int { 32 }

  /// Running work is placed once, before everything: that is only right when it is surely done and how is no question.
  func canBranchOnRunningWork() -> Bool {
    for work in 0..<Int32(board.instance.workCount) where board.instance.works.fixed[work] >= 0 {
      guard board.heads.mustBeDone[board.instance.works.initiative[work]],
        board.instance.optionRange(work).count == 1
      else { return false }
    }
    return true
  }

  /// - Returns: Whether all of it gets done.
  mutating func placeRunningWork() -> Bool {
    for work in 0..<Int32(board.instance.workCount) where board.instance.works.fixed[work] >= 0 {
      let option = board.instance.works.firstOption[work]
      let first = board.instance.works.fixed[work]
      guard first < board.instance.dayCount,
        !board.isShutOut(board.instance.works.initiative[work])
      else { return false }
      let last = board.instance.finishDay(option, from: first)
      guard last < board.instance.dayCount else { return false }
      board.place(work, option: option, start: first, finish: last)
    }
    return true
  }

  // MARK: The tree

  private mutating func explore(_ branching: inout Branching, lastStart: Int32, lastRank: Int32) {
    if share() >= branching.end { branching.isCut = true }
    if branching.isCut { return }
    board.work += 8 + Int64(branching.open.count)
    guard let node = assess(branching, from: lastStart) else { return }
    if bestScore.violation == 0, node.bound >= bestScore.cost { return }
    if node.isWhole { keepLeaf() }
    for work in branching.open where !board.isPlaced(work) && board.waiting[work] == 0 {
      let ready = board.readyDay(work)
      guard ready < board.instance.dayCount,
        !board.isShutOut(board.instance.works.initiative[work])
      else { continue }
      let rank = branching.rank[Int(work)]
      for option in board.instance.optionRange(work) {
        let open =
          board.instance.modes.isEmpty ? ready : max(ready, board.modeDay(option))
        let first = board.earliestFit(work, option: option, from: open)
        guard first < board.instance.dayCount,
          first > lastStart || (first == lastStart && rank > lastRank)
        else { continue }
        let last = board.instance.finishDay(option, from: first)
        board.place(work, option: option, start: first, finish: last)
        explore(&branching, lastStart: first, lastRank: rank)
        board.unplace(work)
        if branching.isCut { return }
      }
    }
  }

  /// Notes the list as well, so that a later search can go on from it.
  private mutating func keepLeaf() {
    for work in 0..<Int32(board.instance.workCount) where board.isPlaced(work) {
      board.choice[work] = board.option[work]
    }
    clearExclusions()
    keepIfBetter()
  }

  /// What a node says.
  private struct Node {
    /// No valid schedule below it costs less.
    var bound: Int64
    /// Whether nothing is half done, so that stopping here is a schedule.
    var isWhole: Bool
  }

  /// - Returns: `nil` when no valid schedule lies below.
  private func assess(_ branching: borrowing Branching, from day: Int32) -> Node? {
    var node = Node(bound: 0, isWhole: true)
    for initiative in 0..<Int32(board.instance.initiativeCount)
    where board.instance.hasWorks(initiative) {
      let placed = board.placedWorks[initiative]
      let isBegun = placed > 0
      if isBegun, !board.isDone(initiative) { node.isWhole = false }
      if let finish = earliestFinish(initiative, branching, from: day) {
        node.bound += board.instance.cost(initiative, finish: finish)
        if !isBegun, board.heads.mustBeDone[initiative] { node.isWhole = false }
      } else {
        if isBegun || board.heads.mustBeDone[initiative] { return nil }
        node.bound += board.instance.initiatives.undoneCost[initiative]
      }
    }
    for goal in 0..<Int32(board.instance.goalCount) {
      var latest = board.instance.goals.floor[goal]
      var isUndone = false
      for place in board.instance.goals.members.range(goal) {
        let member = board.instance.goals.members[place]
        if let finish = earliestFinish(member, branching, from: day) {
          latest = max(latest, finish)
        } else {
          isUndone = true
        }
      }
      let firstChoice = board.instance.goals.firstChoice[goal]
      for choice in firstChoice..<board.instance.goals.firstChoice[goal + 1] {
        var soonest: Int32?
        for place in board.instance.goals.choices.range(choice) {
          let member = board.instance.goals.choices[place]
          if let finish = earliestFinish(member, branching, from: day) {
            soonest = min(soonest ?? finish, finish)
          }
        }
        if let soonest { latest = max(latest, soonest) } else { isUndone = true }
      }
      node.bound +=
        isUndone
        ? board.instance.goals.undoneCost[goal]
        : board.instance.cost(ofGoal: goal, finish: latest)
    }
    if !board.instance.agreements.isEmpty { node.bound += board.churnFloor(from: day) }
    return node
  }

  /// When an initiative could be finished with everything to itself from a day on, in time for its hard demands.
  private func earliestFinish(
    _ initiative: Int32, _ branching: borrowing Branching, from day: Int32
  ) -> Int32? {
    guard !board.heads.cannotBeValid[initiative], !board.isShutOut(initiative) else { return nil }
    var finish: Int32 = 0
    var start = board.instance.dayCount
    for work in board.instance.initiatives.workRange(initiative) {
      if board.start[work] >= 0 {
        finish = max(finish, board.finish[work])
        start = min(start, board.start[work])
      } else {
        let from = max(day, board.heads.start[work])
        guard from < board.instance.dayCount else { return nil }
        finish = max(
          finish, max(branching.finish(Int32(work), from: from), board.heads.finish[work]))
        start = min(start, from)
      }
    }
    guard finish < board.instance.dayCount,
      finish <= board.instance.initiatives.latestFinish[initiative],
      start <= board.instance.initiatives.windowLast[initiative]
    else { return nil }
    return finish
  }
}

/// What one exhaustive search carries along.
private struct Branching: ~Copyable {
  /// Works to place.
  let open: [Int32]
  /// Who comes first of two that start on one day, by work.
  let rank: [Int32]
  /// The share of what may be used up at which to give up.
  let end: Double
  var isCut = false
  private let days: Int
  /// Earliest finish by work and day, whatever the capacities.
  private let finishes: Table<Int32>

  init(_ instance: borrowing Instance, rank: [Int32], end: Double) {
    self.rank = rank
    self.end = end
    days = Int(instance.dayCount)
    var open: [Int32] = []
    for work in 0..<Int32(instance.workCount) where instance.works.fixed[work] < 0 {
      let initiative = instance.works.initiative[work]
      guard instance.initiatives.selection[initiative] != Instance.Initiatives.forbidden else {
        continue
      }
      open.append(work)
    }
    self.open = open
    var finishes = Table<Int32>(repeating: instance.dayCount, count: instance.workCount * days)
    for work in 0..<Int32(instance.workCount) {
      for day in 0..<instance.dayCount {
        let cell = Int(work) * days + Int(day)
        for option in instance.optionRange(work) {
          let first = instance.startDay(option, from: day)
          guard first < instance.dayCount else { continue }
          finishes[cell] = min(finishes[cell], instance.finishDay(option, from: first))
        }
      }
    }
    self.finishes = finishes
  }

  @inline(__always)
  func finish(_ work: Int32, from day: Int32) -> Int32 {
    finishes[Int(work) &* days &+ Int(day)]
  }
}
