internal import PlanModel

/// What trials came to, counted; sums of counts, so that it does not matter who counted which trial.
final class Tally: @unchecked Sendable {
  /// Rows by initiative: trials by the day of its finish.
  private(set) var finishes: [UInt16]
  /// Rows by goal.
  private(set) var goalFinishes: [UInt16]
  /// By initiative: trials in which it starts inside its horizon.
  private(set) var inTime: [UInt32]
  /// Rows by end: trials in which each position lies on the longest path to it.
  private(set) var onPath: [UInt32]
  /// Rows by team and horizon: trials by percent of the heads that are held.
  private(set) var loads: [UInt32]
  private let frame: Frame

  /// Loads beyond twice of what there is are counted as that.
  static let loadSteps = 201

  init(_ frame: Frame) {
    self.frame = frame
    let days = frame.days
    finishes = Array(repeating: 0, count: frame.initiatives.count * days)
    goalFinishes = Array(repeating: 0, count: frame.goals.count * days)
    inTime = Array(repeating: 0, count: frame.initiatives.count)
    onPath = Array(repeating: 0, count: frame.ends.count * frame.positions)
    loads = Array(repeating: 0, count: frame.loadRows * Tally.loadSteps)
  }

  /// Takes in what another has counted.
  func add(_ other: Tally) {
    for index in finishes.indices { finishes[index] += other.finishes[index] }
    for index in goalFinishes.indices { goalFinishes[index] += other.goalFinishes[index] }
    for index in inTime.indices { inTime[index] += other.inTime[index] }
    for index in onPath.indices { onPath[index] += other.onPath[index] }
    for index in loads.indices { loads[index] += other.loads[index] }
  }

  /// Counts the first `count` trials of a block.
  ///
  /// - Parameters:
  ///   - block: A block that has run.
  ///   - uncertainty: What it has run with.
  ///   - first: The number of its first trial.
  ///   - count: How many of them count.
  ///   - outcomes: Where what each trial came to is kept.
  /// - Complexity: O(count × (works + goals + length of the paths)).
  func count(
    _ block: borrowing TrialBlock, _ uncertainty: borrowing Uncertainty, first: Int, _ count: Int,
    into outcomes: Outcomes
  ) {
    var lastDays = [Int32](repeating: -1, count: frame.initiatives.count * TrialBlock.width)
    for (row, initiative) in frame.initiatives.enumerated() {
      for trial in 0..<count {
        var start = Int32.max
        var finish: Int32 = -1
        for position in initiative.positions {
          start = min(start, block.start(Int(position), trial))
          finish = max(finish, block.finish(Int(position), trial))
        }
        if initiative.positions.contains(where: { block.isGivenUp(Int($0), trial) }) {
          // It never ends; it has started if one of its works has.
          finish = Int32(frame.days - 1)
          start = startOfGivenUp(initiative.positions, block, trial)
        }
        lastDays[row * TrialBlock.width + trial] = finish
        finishes[row * frame.days + Int(finish)] += 1
        if start <= initiative.latestStart { inTime[row] += 1 }
        outcomes.costs[first + trial] += initiative.cost.amount(finish)
      }
    }
    for (row, goal) in frame.goals.enumerated() {
      for trial in 0..<count {
        let finish = goal.finish { lastDays[$0 * TrialBlock.width + trial] }
        if finish >= 0 { goalFinishes[row * frame.days + Int(finish)] += 1 }
        outcomes.goalDays[row * outcomes.trials + first + trial] = finish
        outcomes.costs[first + trial] += goal.cost.amount(finish)
      }
    }
    for trial in 0..<count { outcomes.costs[first + trial] += frame.undoneCost }
    countLosses(block, uncertainty, lastDays, first: first, count, into: outcomes)
    countPaths(block, count)
    countLoads(block, count)
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
    _ block: borrowing TrialBlock, _ uncertainty: borrowing Uncertainty, _ lastDays: [Int32],
    first: Int, _ count: Int, into outcomes: Outcomes
  ) {
    let frame = frame
    for loss in frame.losses {
      block.drawStrike(uncertainty.losses.strikes[loss.strike], first, uncertainty) { trial, day in
        let done = loss.row < 0 ? .max : lastDays[loss.row * TrialBlock.width + trial]
        guard trial < count, day < frame.lastDay, day <= done else { return }
        outcomes.costs[first + trial] = outcomes.costs[first + trial].addingClamped(loss.amount)
      }
    }
  }

  private func countPaths(_ block: borrowing TrialBlock, _ count: Int) {
    for (row, end) in frame.ends.enumerated() {
      for trial in 0..<count {
        var last: Int32 = -1
        var finish: Int32 = -1
        for position in end
        where block.finish(Int(position), trial) > finish && !block.isGivenUp(Int(position), trial)
        {
          finish = block.finish(Int(position), trial)
          last = position
        }
        // Holders lie earlier in the running order, so this ends.
        while last >= 0 {
          onPath[row * frame.positions + Int(last)] += 1
          last = block.holder(Int(last), trial)
        }
      }
    }
  }

  private func countLoads(_ block: borrowing TrialBlock, _ count: Int) {
    var held = [Int64](repeating: 0, count: frame.loadRows)
    for trial in 0..<count {
      for row in held.indices { held[row] = 0 }
      for (position, demand) in frame.demands.enumerated() {
        let start = block.start(position, trial)
        let finish = min(block.finish(position, trial), block.givenUpFrom(position, trial))
        for (index, days) in frame.horizons.enumerated()
        where start <= days.upperBound && finish >= days.lowerBound {
          let common = min(finish, days.upperBound) - max(start, days.lowerBound) + 1
          held[Int(demand.team) * frame.horizons.count + index] +=
            Int64(common) * Int64(demand.tenths)
        }
      }
      for row in held.indices where frame.capacities[row] > 0 {
        let percent = min(held[row] * 100 / frame.capacities[row], Int64(Tally.loadSteps - 1))
        loads[row * Tally.loadSteps + Int(percent)] += 1
      }
    }
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
