internal import PlanModel

/// A schedule and the list it came from, to go back to.
struct Snapshot: ~Copyable {
  private(set) var start: Table<Int32>
  private(set) var finish: Table<Int32>
  private(set) var option: Table<Int32>
  private(set) var order: Table<Int32>
  private(set) var choice: Table<Int32>
  private(set) var wait: Table<Int32>
  private(set) var isExcluded: Table<Bool>
  private(set) var placedCount = 0

  init(_ board: borrowing Board) {
    start = Table(repeating: -1, count: board.start.count)
    finish = Table(repeating: -1, count: board.start.count)
    option = Table(repeating: -1, count: board.start.count)
    order = Table(repeating: 0, count: board.start.count)
    choice = Table(repeating: -1, count: board.start.count)
    wait = Table(repeating: 0, count: board.wait.count)
    isExcluded = Table(repeating: false, count: board.isExcluded.count)
    save(board)
  }

  mutating func save(_ board: borrowing Board) {
    start.copy(from: board.start)
    finish.copy(from: board.finish)
    option.copy(from: board.option)
    saveList(board)
  }

  /// Takes the board's list for its own, which gives the same schedule.
  mutating func saveList(_ board: borrowing Board) {
    order.copy(from: board.order)
    choice.copy(from: board.choice)
    wait.copy(from: board.wait)
    isExcluded.copy(from: board.isExcluded)
    placedCount = board.placedCount
  }

  mutating func copy(from other: borrowing Snapshot) {
    start.copy(from: other.start)
    finish.copy(from: other.finish)
    option.copy(from: other.option)
    order.copy(from: other.order)
    choice.copy(from: other.choice)
    wait.copy(from: other.wait)
    isExcluded.copy(from: other.isExcluded)
    placedCount = other.placedCount
  }

  /// The schedule in the problem's indices.
  func schedule(_ instance: borrowing Instance) -> Schedule {
    var placements: [Schedule.Placement?] = []
    placements.reserveCapacity(start.count)
    for work in start.indices {
      guard start[work] >= 0 else {
        placements.append(nil)
        continue
      }
      placements.append(
        Schedule.Placement(
          start: start[work], finish: finish[work],
          option: option[work] - instance.works.firstOption[work]))
    }
    return Schedule(placements: placements)
  }
}

extension Instance {
  /// When an initiative is finished, `dayCount` where it is undone.
  fileprivate func latest(
    _ initiative: Int32, _ start: borrowing Table<Int32>, _ finish: borrowing Table<Int32>
  ) -> Int32 {
    var latest: Int32 = -1
    for work in initiatives.workRange(initiative) {
      guard start[work] >= 0 else { return dayCount }
      latest = max(latest, finish[work])
    }
    return latest
  }
}

extension Board {
  /// Whether its initiatives finish earlier than in a snapshot, in the plan's order: the last of the aims.
  func finishesEarlier(than snapshot: borrowing Snapshot) -> Bool {
    for initiative in 0..<Int32(instance.initiativeCount) where instance.hasWorks(initiative) {
      let mine = instance.latest(initiative, start, finish)
      let theirs = instance.latest(initiative, snapshot.start, snapshot.finish)
      if mine != theirs { return mine < theirs }
    }
    return false
  }

  /// Goes back to a snapshot, touching only what differs.
  mutating func restore(_ snapshot: borrowing Snapshot) {
    for work in 0..<Int32(instance.workCount) where start[work] >= 0 {
      guard snapshot.start[work] != start[work] || snapshot.option[work] != option[work] else {
        continue
      }
      unplace(work)
    }
    for work in 0..<Int32(instance.workCount) where start[work] < 0 && snapshot.start[work] >= 0 {
      place(
        work, option: snapshot.option[work], start: snapshot.start[work],
        finish: snapshot.finish[work])
    }
    order.copy(from: snapshot.order)
    choice.copy(from: snapshot.choice)
    wait.copy(from: snapshot.wait)
    isExcluded.copy(from: snapshot.isExcluded)
    placedCount = snapshot.placedCount
    runningWorkIsOff = false
    for place in 0..<fixedCount where start[order[place]] < 0 { runningWorkIsOff = true }
    numberPositions(from: 0)
  }
}
