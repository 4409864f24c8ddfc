internal import PlanModel

/// What trials came to, counted; sums of counts, so that it does not matter who counted which trial.
///
/// Rows of a block lie along memory, so each loop over trials is the innermost one; and counters are plain memory, since looking after
/// arrays of a class would take longer than counting.
final class Tally: @unchecked Sendable {
  /// Rows by initiative: trials by the day of its finish.
  let finishes: Counters<UInt16>
  /// Rows by goal.
  let goalFinishes: Counters<UInt16>
  /// By initiative: trials in which it starts inside its horizon.
  let inTime: Counters<UInt32>
  /// Rows by end: trials in which each position lies on the longest path to it.
  let onPath: Counters<UInt32>
  /// Rows by team and horizon: trials by percent of the heads that are held.
  let loads: Counters<UInt32>
  private let frame: Frame
  /// Rows by initiative: of the block at hand the day it is finished.
  private let lastDays: Counters<Int32>
  /// Rows by team and horizon: of the block at hand tenths of heads × days.
  private let held: Counters<Int64>
  /// Of one initiative or end at a time.
  private let days: Counters<Int32>
  private let positions: Counters<Int32>

  /// Loads beyond twice of what there is are counted as that.
  static let loadSteps = 201
  private static let width = TrialBlock.width

  init(_ frame: Frame) {
    self.frame = frame
    finishes = Counters(frame.initiatives.count * frame.days)
    goalFinishes = Counters(frame.goals.count * frame.days)
    inTime = Counters(frame.initiatives.count)
    onPath = Counters(frame.ends.count * frame.positions)
    loads = Counters(frame.loadRows * Tally.loadSteps)
    lastDays = Counters(frame.initiatives.count * Tally.width)
    held = Counters(frame.loadRows * Tally.width)
    days = Counters(Tally.width)
    positions = Counters(Tally.width)
  }

  /// Takes in what another has counted.
  func add(_ other: Tally) {
    finishes.add(other.finishes)
    goalFinishes.add(other.goalFinishes)
    inTime.add(other.inTime)
    onPath.add(other.onPath)
    loads.add(other.loads)
  }

  /// Counts the first `count` trials of a block.
  ///
  /// - Parameters:
  ///   - block: A block that has run.
  ///   - uncertainty: What it has run with.
  ///   - first: The number of its first trial.
  ///   - count: How many of them count.
  ///   - outcomes: Where what each trial came to is kept.
  /// - Complexity: O(width × (works + goals + length of the paths)).
  func count(
    _ block: borrowing TrialBlock, _ uncertainty: borrowing Uncertainty, first: Int, _ count: Int,
    into outcomes: Outcomes
  ) {
    let costs = outcomes.costs + first
    for (row, initiative) in frame.initiatives.enumerated() {
      countInitiative(row, initiative, block, count, costs)
    }
    for (row, goal) in frame.goals.enumerated() {
      countGoal(row, goal, count, costs, outcomes.goalDays + row * outcomes.trials + first)
    }
    for trial in 0..<count { costs[trial] += frame.undoneCost }
    countLosses(block, uncertainty, first: first, count, costs)
    countPaths(block, count)
    countLoads(block, count)
  }

  private func countInitiative(
    _ row: Int, _ initiative: Frame.Subject, _ block: borrowing TrialBlock, _ count: Int,
    _ costs: UnsafeMutablePointer<Int64>
  ) {
    let starts = days.start
    let ends = lastDays.start + row * Tally.width
    starts.update(repeating: .max, count: Tally.width)
    ends.update(repeating: -1, count: Tally.width)
    for position in initiative.positions {
      let start = block.starts(Int(position))
      let finish = block.finishes(Int(position))
      for trial in 0..<Tally.width {
        starts[trial] = min(starts[trial], start[trial])
        ends[trial] = max(ends[trial], finish[trial])
      }
    }
    if block.mayStop {
      for trial in 0..<count
      where initiative.positions.contains(where: { block.isGivenUp(Int($0), trial) }) {
        // It never ends; it has started if one of its works has.
        ends[trial] = Int32(frame.days - 1)
        starts[trial] = startOfGivenUp(initiative.positions, block, trial)
      }
    }
    let finishes = finishes.start + row * frame.days
    let latest = initiative.latestStart
    var inTime: UInt32 = 0
    for trial in 0..<count {
      finishes[Int(ends[trial])] += 1
      if starts[trial] <= latest { inTime += 1 }
    }
    self.inTime[row] += inTime
    initiative.cost.add(of: ends, count, to: costs)
  }

  /// Counts a goal, whose members' last days are known.
  private func countGoal(
    _ row: Int, _ goal: Frame.Complete, _ count: Int, _ costs: UnsafeMutablePointer<Int64>,
    _ finishes: UnsafeMutablePointer<Int32>
  ) {
    let latest = days.start
    let first = positions.start
    latest.update(repeating: goal.floor, count: Tally.width)
    for member in goal.members {
      let row = lastDays.start + member * Tally.width
      for trial in 0..<Tally.width { latest[trial] = max(latest[trial], row[trial]) }
    }
    for choice in goal.choices {
      first.update(repeating: .max, count: Tally.width)
      for member in choice {
        let row = lastDays.start + member * Tally.width
        for trial in 0..<Tally.width { first[trial] = min(first[trial], row[trial]) }
      }
      for trial in 0..<Tally.width { latest[trial] = max(latest[trial], first[trial]) }
    }
    let counted = goalFinishes.start + row * frame.days
    for trial in 0..<count where latest[trial] >= 0 { counted[Int(latest[trial])] += 1 }
    finishes.update(from: latest, count: count)
    goal.cost.add(of: latest, count, to: costs)
  }

  private func startOfGivenUp(
    _ positions: [Int32], _ block: borrowing TrialBlock, _ trial: Int
  ) -> Int32 {
    var first = Int32.max
    for position in positions {
      let start = block.start(Int(position), trial)
      if start <= block.givenUpFrom(Int(position), trial) { first = min(first, start) }
    }
    return first
  }

  /// What risks have cost by the day on which what lowers them is done, or in all where that is never done.
  private func countLosses(
    _ block: borrowing TrialBlock, _ uncertainty: borrowing Uncertainty, first: Int, _ count: Int,
    _ costs: UnsafeMutablePointer<Int64>
  ) {
    let lastDays = lastDays.start
    let end = frame.lastDay
    for loss in frame.losses {
      block.drawStrike(uncertainty.losses.strikes[loss.strike], first, uncertainty) { trial, day in
        let done = loss.row < 0 ? .max : lastDays[loss.row * Tally.width + trial]
        guard trial < count, day < end, day <= done else { return }
        costs[trial] = costs[trial].addingClamped(loss.amount)
      }
    }
  }

  private func countPaths(_ block: borrowing TrialBlock, _ count: Int) {
    let latest = days.start
    let last = positions.start
    for (row, end) in frame.ends.enumerated() {
      latest.update(repeating: -1, count: Tally.width)
      last.update(repeating: -1, count: Tally.width)
      for position in end {
        let finish = block.finishes(Int(position))
        for trial in 0..<Tally.width
        where finish[trial] > latest[trial] && !block.isGivenUp(Int(position), trial) {
          latest[trial] = finish[trial]
          last[trial] = position
        }
      }
      let onPath = onPath.start + row * frame.positions
      for trial in 0..<count {
        // Holders lie earlier in the running order, so this ends.
        var position = last[trial]
        while position >= 0 {
          onPath[Int(position)] += 1
          position = block.holder(Int(position), trial)
        }
      }
    }
  }

  private func countLoads(_ block: borrowing TrialBlock, _ count: Int) {
    held.start.update(repeating: 0, count: frame.loadRows * Tally.width)
    let horizons = frame.horizons
    for (position, demand) in frame.demands.enumerated() {
      let starts = block.starts(position)
      let finishes = block.finishes(position)
      for (index, days) in horizons.enumerated() {
        let row = held.start + (Int(demand.team) * horizons.count + index) * Tally.width
        let (first, last) = (days.lowerBound, days.upperBound)
        let tenths = Int64(demand.tenths)
        for trial in 0..<Tally.width {
          let common = min(finishes[trial], last) - max(starts[trial], first) + 1
          row[trial] += Int64(max(0, common)) * tenths
        }
        if block.mayStop { takeBack(position, days, tenths, block, from: row) }
      }
    }
    for row in 0..<frame.loadRows where frame.capacities[row] > 0 {
      let capacity = frame.capacities[row]
      for trial in 0..<count {
        let percent = held[row * Tally.width + trial] * 100 / capacity
        loads[row * Tally.loadSteps + Int(min(percent, Int64(Tally.loadSteps - 1)))] += 1
      }
    }
  }

  /// Days that nobody works since it was given up.
  private func takeBack(
    _ position: Int, _ days: ClosedRange<Int32>, _ tenths: Int64, _ block: borrowing TrialBlock,
    from row: UnsafeMutablePointer<Int64>
  ) {
    for trial in 0..<Tally.width where block.isGivenUp(position, trial) {
      let first = max(
        block.start(position, trial), block.givenUpFrom(position, trial) + 1, days.lowerBound)
      let common = min(block.finish(position, trial), days.upperBound) - first + 1
      row[trial] -= Int64(max(0, common)) * tenths
    }
  }
}

/// Numbers that are counted in, all nothing at first.
final class Counters<Number: FixedWidthInteger & Sendable>: @unchecked Sendable {
  let start: UnsafeMutablePointer<Number>
  let count: Int

  init(_ count: Int) {
    self.count = count
    start = .allocate(capacity: max(1, count))
    start.initialize(repeating: 0, count: max(1, count))
  }

  deinit { start.deallocate() }

  @inline(__always) subscript(index: Int) -> Number {
    get { start[index] }
    set { start[index] = newValue }
  }

  func add(_ other: Counters<Number>) {
    for index in 0..<count { start[index] += other.start[index] }
  }

  /// A row of them.
  func row(_ range: Range<Int>) -> UnsafeBufferPointer<Number> {
    UnsafeBufferPointer(start: start + range.lowerBound, count: range.count)
  }
}

/// What each trial came to, by its number; threads write to trials of their own.
final class Outcomes: @unchecked Sendable {
  let trials: Int
  /// Total cost of delay in minor units.
  let costs: UnsafeMutablePointer<Int64>
  /// Rows by goal of the frame: the day it is complete, −1 where it was before.
  let goalDays: UnsafeMutablePointer<Int32>

  init(trials: Int, goals: Int) {
    self.trials = trials
    costs = .allocate(capacity: trials)
    goalDays = .allocate(capacity: max(1, trials * goals))
    costs.initialize(repeating: 0, count: trials)
    goalDays.initialize(repeating: -1, count: max(1, trials * goals))
  }

  deinit {
    costs.deallocate()
    goalDays.deallocate()
  }
}
