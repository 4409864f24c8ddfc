package import PlanModel

// Two versions of a plan, trial by trial: what is drawn under the same name is the same in both, so a difference is one
// (common random numbers; Conway, "Some Tactical Problems in Digital Simulation", 1963).
extension Simulation {
  /// The share of trials in which this version has less cost of delay than another; of equals half.
  ///
  /// - Complexity: O(trials).
  package func chance(ofCostingLessThan other: Simulation) -> Rational {
    chance(other) { trial in (outcomes.costs[trial], other.outcomes.costs[trial]) }
  }

  /// The share of trials in which a goal is complete earlier than in another version; of equals half.
  ///
  /// - Parameters:
  ///   - goal: In this version.
  ///   - other: The other version.
  ///   - counterpart: The same goal there.
  /// - Returns: `nil` where one of the two never completes it.
  package func chance(
    ofCompleting goal: GoalID, before other: Simulation, _ counterpart: GoalID
  ) -> Rational? {
    guard let row = frame.goals.firstIndex(where: { $0.goal == goal.index }),
      let otherRow = other.frame.goals.firstIndex(where: { $0.goal == counterpart.index })
    else { return nil }
    return chance(other) { trial in
      (
        outcomes.goalDays[row * outcomes.trials + trial],
        other.outcomes.goalDays[otherRow * other.outcomes.trials + trial]
      )
    }
  }

  /// What this version saves against another on average, in minor units; and half the width of its 95 % interval.
  ///
  /// - Complexity: O(trials).
  package func saving(against other: Simulation) -> (mean: Int64, error: Int64) {
    let count = min(trials, other.trials)
    guard count > 0 else { return (0, 0) }
    let differences = (0..<count).map {
      Int128(other.outcomes.costs[$0]) - Int128(outcomes.costs[$0])
    }
    let total = differences.reduce(Int128(0), +)
    let mean = Double(total) / Double(count)
    let squares = differences.reduce(0.0) {
      $0 + (Double($1) - mean) * (Double($1) - mean)
    }
    let error = 1.96 * (squares / Double(max(1, count - 1)) / Double(count)).squareRoot()
    return (Int64(clamping: total / Int128(count)), Int64(min(error.rounded(), 9e18)))
  }

  private func chance<Value: Comparable>(
    _ other: Simulation, _ values: (_ trial: Int) -> (Value, Value)
  ) -> Rational {
    let count = min(trials, other.trials)
    var halves: Int64 = 0
    for trial in 0..<count {
      let (mine, theirs) = values(trial)
      halves += mine < theirs ? 2 : mine == theirs ? 1 : 0
    }
    return Rational(halves, Int64(max(1, 2 * count))) ?? .zero
  }
}
