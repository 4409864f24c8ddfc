/// What the schedule on a board costs, by initiative and goal, so that a small change is priced without a look at the rest.
struct Bill: ~Copyable {
  /// The sum of all entries: delay cost, and broken demands at a price.
  private(set) var total: Int64 = 0
  private var initiatives: Table<Int64>
  private var goals: Table<Int64>
  /// The price of a broken demand, and of each day that it is off.
  private let brokenPrice: Int64
  private let dayPrice: Int64
  /// What was written since the last `keep`, to be taken back.
  private var journal: [Entry] = []
  private var goalMarks: Marks

  private struct Entry {
    var index: Int32
    var isGoal: Bool
    var former: Int64
  }

  /// - Parameters:
  ///   - instance: What is priced.
  ///   - brokenWeight: What a broken demand weighs; less where the sum of all could pass what 64 bits hold.
  init(_ instance: borrowing Instance, brokenWeight: Int64) {
    initiatives = Table(repeating: 0, count: instance.initiativeCount)
    goals = Table(repeating: 0, count: instance.goalCount)
    goalMarks = Marks(count: instance.goalCount)
    let days = Int64(instance.dayCount) / Self.daysOfDemand + 2
    let most = Self.totalMax / (days * 2 * Int64(max(1, instance.initiativeCount)))
    brokenPrice = min(brokenWeight, most)
    dayPrice = brokenPrice / Self.daysOfDemand + 1
  }

  /// A demand that is off by so many days weighs twice one that is only just broken, as in `Search.energy`.
  private static let daysOfDemand: Int64 = 200
  /// Half of what a signed sum of 64 bits can hold is for broken demands.
  private static let totalMax: Int64 = 1 << 61

  /// Prices everything on the board anew.
  mutating func open(_ board: borrowing Board) {
    total = 0
    journal.removeAll(keepingCapacity: true)
    for initiative in 0..<Int32(initiatives.count) {
      initiatives[initiative] = price(initiative, board)
      total += initiatives[initiative]
    }
    for goal in 0..<Int32(goals.count) {
      goals[goal] = board.cost(ofGoal: goal)
      total += goals[goal]
    }
  }

  /// Prices the initiatives of which a work came, went or moved, and their goals.
  mutating func update(_ touched: borrowing Marks, _ board: borrowing Board) {
    goalMarks.beginRound()
    for initiative in touched.members {
      write(price(initiative, board), at: initiative, isGoal: false)
      for place in board.instance.goalsOfInitiative.range(initiative) {
        goalMarks.set(board.instance.goalsOfInitiative[place])
      }
      for place in board.instance.choiceGoalsOfInitiative.range(initiative) {
        goalMarks.set(board.instance.choiceGoalsOfInitiative[place])
      }
    }
    for goal in goalMarks.members { write(board.cost(ofGoal: goal), at: goal, isGoal: true) }
  }

  private mutating func write(_ value: Int64, at index: Int32, isGoal: Bool) {
    let former = isGoal ? goals[index] : initiatives[index]
    guard value != former else { return }
    total += value - former
    if isGoal { goals[index] = value } else { initiatives[index] = value }
    journal.append(Entry(index: index, isGoal: isGoal, former: former))
  }

  mutating func keep() { journal.removeAll(keepingCapacity: true) }

  /// Takes back what was written since the last `keep`.
  mutating func undo() {
    while let entry = journal.popLast() {
      let value = entry.isGoal ? goals[entry.index] : initiatives[entry.index]
      total += entry.former - value
      if entry.isGoal {
        goals[entry.index] = entry.former
      } else {
        initiatives[entry.index] = entry.former
      }
    }
  }

  private func price(_ initiative: Int32, _ board: borrowing Board) -> Int64 {
    guard board.instance.hasWorks(initiative) else { return 0 }
    let churn = board.instance.agreements.isEmpty ? 0 : board.churn(of: initiative)
    guard board.isDone(initiative) else {
      let undone = board.instance.initiatives.undoneCost[initiative] + churn
      guard board.instance.initiatives.selection[initiative] == Instance.Initiatives.required
      else { return undone }
      return undone + brokenPrice + Int64(board.instance.dayCount) * dayPrice
    }
    let last = board.lastFinish(of: initiative)
    let cost = board.instance.cost(initiative, finish: last) + churn
    let violation = board.violation(of: initiative, finish: last)
    guard violation > 0 else { return cost }
    return cost + violation / Score.brokenUnit * brokenPrice
      + violation % Score.brokenUnit * dayPrice
  }
}
