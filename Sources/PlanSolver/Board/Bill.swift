/// What the schedule on a board costs, by initiative and goal, so that a small change is priced without a look at the rest.
struct Bill: ~Copyable {
  /// The sum of all entries: delay cost, and broken demands at a price.
  private(set) var total: Int64 = 0
  private var initiatives: Table<Int64>
  private var goals: Table<Int64>
  /// By initiative, when it is finished; −1 for what is not done.
  ///
  /// Goals have hundreds of members, each with its works.
  private var finish: Table<Int32>
  /// The price of a broken demand, and of each day that it is off.
  private let brokenPrice: Int64
  private let dayPrice: Int64
  /// What was written since the last `keep`, to be taken back.
  private var journal = Stack<Entry>()
  private var goalMarks: Marks

  private struct Entry {
    var index: Int32
    var isGoal: Bool
    var former: Int64
    var formerFinish: Int32
  }

  /// - Parameters:
  ///   - instance: What is priced.
  ///   - brokenWeight: What a broken demand weighs; less where the sum of all could pass what 64 bits hold.
  init(_ instance: borrowing Instance, brokenWeight: Int64) {
    initiatives = Table(repeating: 0, count: instance.initiativeCount)
    goals = Table(repeating: 0, count: instance.goalCount)
    finish = Table(repeating: -1, count: instance.initiativeCount)
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
    journal.truncate(to: 0)
    for initiative in 0..<Int32(initiatives.count) {
      let last = lastDay(of: initiative, board)
      finish[initiative] = last
      initiatives[initiative] = price(initiative, finishedOn: last, board)
      total += initiatives[initiative]
    }
    for goal in 0..<Int32(goals.count) {
      goals[goal] = price(ofGoal: goal, board)
      total += goals[goal]
    }
  }

  /// Prices the initiatives of which a work came, went or moved, and their goals.
  mutating func update(_ touched: borrowing Marks, _ board: borrowing Board) {
    goalMarks.beginRound()
    for index in touched.members.indices {
      let initiative = touched.members[index]
      let last = lastDay(of: initiative, board)
      write(price(initiative, finishedOn: last, board), finish: last, of: initiative)
      for place in board.instance.goalsOfInitiative.range(initiative) {
        goalMarks.set(board.instance.goalsOfInitiative[place])
      }
      for place in board.instance.choiceGoalsOfInitiative.range(initiative) {
        goalMarks.set(board.instance.choiceGoalsOfInitiative[place])
      }
    }
    for index in goalMarks.members.indices {
      let goal = goalMarks.members[index]
      write(price(ofGoal: goal, board), ofGoal: goal)
    }
  }

  private mutating func write(_ value: Int64, finish last: Int32, of initiative: Int32) {
    let (former, formerLast) = (initiatives[initiative], finish[initiative])
    guard value != former || last != formerLast else { return }
    total += value - former
    initiatives[initiative] = value
    finish[initiative] = last
    journal.append(
      Entry(index: initiative, isGoal: false, former: former, formerFinish: formerLast))
  }

  private mutating func write(_ value: Int64, ofGoal goal: Int32) {
    let former = goals[goal]
    guard value != former else { return }
    total += value - former
    goals[goal] = value
    journal.append(Entry(index: goal, isGoal: true, former: former, formerFinish: -1))
  }

  mutating func keep() { journal.truncate(to: 0) }

  /// Takes back what was written since the last `keep`.
  mutating func undo() {
    while let entry = journal.popLast() {
      let value = entry.isGoal ? goals[entry.index] : initiatives[entry.index]
      total += entry.former - value
      if entry.isGoal {
        goals[entry.index] = entry.former
      } else {
        initiatives[entry.index] = entry.former
        finish[entry.index] = entry.formerFinish
      }
    }
  }

  private func lastDay(of initiative: Int32, _ board: borrowing Board) -> Int32 {
    board.instance.hasWorks(initiative) && board.isDone(initiative)
      ? board.lastFinish(of: initiative) : -1
  }

  private func price(
    _ initiative: Int32, finishedOn last: Int32, _ board: borrowing Board
  ) -> Int64 {
    guard board.instance.hasWorks(initiative) else { return 0 }
    let churn = board.instance.agreements.isEmpty ? 0 : board.churn(of: initiative)
    let isDone = last >= 0
    let cost =
      churn
      + (isDone
        ? board.instance.cost(initiative, finish: last)
        : board.instance.initiatives.undoneCost[initiative])
    let violation =
      isDone
      ? board.violation(of: initiative, finish: last) : board.violation(ofUndone: initiative)
    guard violation > 0 else { return cost }
    return cost + violation / Score.brokenUnit * brokenPrice
      + violation % Score.brokenUnit * dayPrice
  }

  private func price(ofGoal goal: Int32, _ board: borrowing Board) -> Int64 {
    guard
      board.instance.goals.firstChoice[goal] == board.instance.goals.firstChoice[goal + 1]
    else { return board.cost(ofGoal: goal) }
    var latest = board.instance.goals.floor[goal]
    for place in board.instance.goals.members.range(goal) {
      let last = finish[board.instance.goals.members[place]]
      guard last >= 0 else { return board.instance.goals.undoneCost[goal] }
      latest = max(latest, last)
    }
    return board.instance.cost(ofGoal: goal, finish: latest)
  }
}
