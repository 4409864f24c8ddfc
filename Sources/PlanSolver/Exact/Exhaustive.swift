import PlanModel

extension Search {
  /// Tries every schedule that could be best, if there is work enough for that.
  ///
  /// Costs never fall with time, so among the cheapest schedules there is an active one: no work could start earlier with the
  /// others left alone. Such a schedule comes back when its works are placed in the order of their starts, each as early as it
  /// fits (Giffler & Thompson, 1960; Sprecher, Kolisch & Drexl, 1995). So it is enough to branch on the next work and its
  /// staffing, with starts that never go back; and to stop anywhere, leaving the rest undone.
  ///
  /// - Parameter workLimit: Days looked at, at most.
  /// - Returns: Whether all was tried, so that the best is optimal, or nothing keeps the hard demands.
  mutating func searchExhaustively(workLimit: Int64) -> Bool {
    let problem = instance.problem
    let open = (0..<Int32(instance.works)).filter { work in
      problem.works[Int(work)].fixedStart == nil
        && problem.initiatives[Int(problem.works[Int(work)].initiative)].selection != .forbidden
    }
    guard open.count <= Self.worksMax else { return false }
    clear()
    var position = [Int32](repeating: 0, count: instance.works)
    for (place, work) in instance.order.enumerated() { position[Int(work)] = Int32(place) }
    var branch = Branching(
      open: open, position: position, workLimit: board.work.addingClamped(workLimit))
    explore(&branch, lastStart: 0, lastPosition: -1)
    restoreBest()
    return !branch.isCut
  }

  /// Beyond this many works the tree is hopeless and not worth the fifth of the effort.
  private static var worksMax: Int { 40 }

  private mutating func explore(_ branch: inout Branching, lastStart: Int32, lastPosition: Int32) {
    // A tree that is cut off proves nothing, so nothing of it is finished.
    if board.work >= branch.workLimit { branch.isCut = true }
    if branch.isCut { return }
    board.count(1)
    guard let bound = bound(from: lastStart, branch) else { return }
    if bestValue.broken == 0, bound >= bestValue.cost { return }
    if isWhole() { keepIfBetter() }
    for work in branch.open where !board.isPlaced(work) {
      let release = board.release(of: work)
      guard release < instance.days else { continue }
      let place = branch.position[Int(work)]
      for option in 0..<Int32(instance.problem.works[Int(work)].options.count) {
        let start = board.earliestFit(work, option: option, from: release)
        guard start > lastStart || start == lastStart && place > lastPosition else { continue }
        board.place(work, start: start, option: option)
        explore(&branch, lastStart: start, lastPosition: place)
        board.lift(work)
        if branch.isCut { return }
      }
    }
  }

  /// Whether no initiative is half placed, so that stopping here is a schedule.
  private func isWhole() -> Bool {
    for initiative in instance.problem.initiatives where !initiative.works.isEmpty {
      let placed = initiative.works.count { board.isPlaced($0) }
      if placed != 0, placed != initiative.works.count { return false }
    }
    return true
  }

  /// What any schedule below this node costs at least; `nil` when none keeps the hard demands.
  private func bound(from day: Int32, _ branch: Branching) -> Int64? {
    let problem = instance.problem
    var total: Int64 = 0
    var finishes = [Int32](repeating: -1, count: problem.initiatives.count)
    for (index, initiative) in problem.initiatives.enumerated() where !initiative.works.isEmpty {
      var finish: Int32 = 0
      var isBegun = false
      var canFinish = initiative.selection != .forbidden
      for work in initiative.works {
        if board.isPlaced(work) {
          finish = max(finish, board.finish[work])
          isBegun = true
          if let window = initiative.startWindow, board.start[work] > window.upperBound {
            // The first to start is placed first, so a later one says nothing.
            if initiative.works.allSatisfy({
              !board.isPlaced($0) || board.start[$0] > window.upperBound
            }) {
              return nil
            }
          }
        } else {
          finish = max(finish, earliestFinish(of: work, from: day))
        }
      }
      if finish >= instance.days { canFinish = false }
      if let latest = initiative.latestFinish, finish > latest { return nil }
      if !canFinish {
        if initiative.selection == .required || isBegun && !board.isDone(Int32(index)) {
          return nil
        }
        total = total.addingClamped(initiative.undoneCost)
        finishes[index] = instance.days
      } else {
        total = total.addingClamped(initiative.cost[Int(finish)])
        finishes[index] = finish
      }
    }
    for goal in problem.goals {
      var latest = goal.floor
      for member in goal.members { latest = max(latest, finishes[Int(member)]) }
      if latest >= instance.days {
        total = total.addingClamped(goal.undoneCost)
      } else if latest >= 0 {
        total = total.addingClamped(goal.cost[Int(latest)])
      }
    }
    return total
  }

  /// With everything to itself, from a day on.
  private func earliestFinish(of work: Int32, from day: Int32) -> Int32 {
    let earliest = instance.earliestFinish[Int(work)]
    guard day > instance.earliestStart[Int(work)] else { return earliest }
    var finish = instance.days
    for option in 0..<Int32(instance.problem.works[Int(work)].options.count) {
      let table = instance.finishTable(work: work, option: option)
      var start = day
      while start < instance.horizon, table[Int(start)] < 0 { start += 1 }
      if start < instance.horizon { finish = min(finish, table[Int(start)]) }
    }
    return max(earliest, finish)
  }
}

/// What one exhaustive search carries along.
private struct Branching {
  /// Works to place.
  let open: [Int32]
  /// Of each work in an order that respects all links: who comes first of two that start on one day.
  let position: [Int32]
  let workLimit: Int64
  var isCut = false

  init(open: [Int32], position: [Int32], workLimit: Int64) {
    self.open = open
    self.position = position
    self.workLimit = workLimit
  }
}
