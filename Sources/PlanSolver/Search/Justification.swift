extension Search {
  /// Builds the schedule on the board anew in the order that shows where there is room: double justification (Valls,
  /// Ballestín & Quintanilla 2005; forward-backward improvement, Tormos & Lova 2001).
  ///
  /// First every work, the last to finish first, goes as late as what waits for it, its initiative's cost and the capacities
  /// allow; then a list in the order of those starts is placed as early as it fits. What had no slack comes before what had
  /// some, and gaps close that no change to a single place in the list would.
  ///
  /// - Parameter limit: Cost from which on the schedule is of no use.
  /// - Returns: Whether the schedule is whole and costs no more than the limit.
  mutating func justify(limit: Int64) -> Bool {
    board.sortByFinish(descendingInto: &justification.sequence, &justification.days)
    for initiative in 0..<Int32(board.instance.initiativeCount) {
      justification.latest[initiative] =
        board.instance.hasWorks(initiative) && board.isDone(initiative)
        ? board.latestHarmlessFinish(initiative) : -1
    }
    for place in 0..<justification.sequence.count {
      let work = justification.sequence[place]
      guard board.isPlaced(work), board.instance.works.fixed[work] < 0 else { continue }
      let latest = board.latestFinish(
        work, within: justification.latest[board.instance.works.initiative[work]])
      guard latest > board.finish[work] else { continue }
      let option = board.option[work]
      let start = board.start[work]
      board.unplace(work)
      let day = board.latestFit(work, option: option, from: start, finishing: latest)
      board.place(
        work, option: option, start: day, finish: board.instance.finishDay(option, from: day))
    }
    board.sortListByStart(&justification.days)
    board.disturbance.spread()
    return board.decode(from: 0, limit: limit)
  }
}

/// What justifying writes, allocated once.
struct Justification: ~Copyable {
  /// Works, those that finish last first.
  var sequence: Table<Int32>
  /// How many works come before each day, for sorting.
  var days: Table<Int32>
  /// By initiative: when it may be finished at no cost.
  var latest: Table<Int32>
  init(_ instance: borrowing Instance) {
    sequence = Table(repeating: 0, count: instance.workCount)
    days = Table(repeating: 0, count: Int(instance.dayCount) + 2)
    latest = Table(repeating: 0, count: instance.initiativeCount)
  }
}

extension Board {
  /// Works by their finish, last first; of those that finish on one day the last in the list first; what is not placed last.
  ///
  /// - Complexity: O(works + days), by counting.
  func sortByFinish(descendingInto sequence: inout Table<Int32>, _ days: inout Table<Int32>) {
    let last = instance.dayCount
    days.fill(0)
    for work in start.indices { days[1 + (start[work] < 0 ? last : last - 1 - finish[work])] += 1 }
    for day in 1..<days.count { days[day] += days[day - 1] }
    var place = order.count - 1
    while place >= 0 {
      let work = order[place]
      let key = start[work] < 0 ? last : last - 1 - finish[work]
      sequence[days[key]] = work
      days[key] += 1
      place -= 1
    }
  }

  /// Puts the list behind the running work into the order of starts, of equals as they stood; what is not placed comes last.
  ///
  /// - Complexity: O(works + days), by counting.
  mutating func sortListByStart(_ days: inout Table<Int32>) {
    days.fill(0)
    for place in fixedCount..<order.count {
      let first = start[order[place]]
      days[1 + (first < 0 ? instance.dayCount : first)] += 1
    }
    for day in 1..<days.count { days[day] += days[day - 1] }
    for place in fixedCount..<order.count {
      let work = order[place]
      let key = start[work] < 0 ? instance.dayCount : start[work]
      renewed[fixedCount + Int(days[key])] = work
      days[key] += 1
    }
    for place in fixedCount..<order.count { order[place] = renewed[place] }
    numberPositions(from: fixedCount)
  }
}
