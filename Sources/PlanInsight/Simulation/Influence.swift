package import PlanModel

/// How much of the spread of an outcome comes from one thing that is not known.
package struct Influence: Sendable {
  package let source: Uncertainty.Source
  /// The share of the variance that would go if it were known, 0...1.
  package let share: Rational
}

extension Simulation {
  /// What an influence is on.
  package enum Outcome: Hashable, Sendable {
    case cost
    case goal(GoalID)
  }

  /// What makes the difference to an outcome, the largest share first.
  ///
  /// The correlation ratio of each input, Var(E[outcome | input]) / Var(outcome), from the trials that were run anyway: they
  /// are put into classes by what was drawn (Plischke, Borgonovo & Smith, "Global sensitivity measures from given data",
  /// 2013). What chance alone gives to the classes is taken off (Hays's ω², 1963). Shares need not add up to one: the rest
  /// is what inputs do together.
  ///
  /// - Complexity: O(inputs × trials).
  package func influences(on outcome: Outcome) -> [Influence] {
    guard let values = values(of: outcome) else { return [] }
    let spread = Spread(values)
    guard spread.total > 0 else { return [] }
    let found = uncertainty.inputs.indices.compactMap { index -> Influence? in
      if case .damage = uncertainty.inputs[index].source { return nil }
      let share = spread.share(ofClasses: classes(of: index), Simulation.classesMax)
      guard share > 0 else { return nil }
      return Influence(
        source: uncertainty.inputs[index].source,
        share: Rational(Int64((share * 1000).rounded()), 1000) ?? .zero)
    }
    // A risk of several stretches is one thing to know.
    var merged: [Influence] = []
    for influence in found {
      if let known = merged.firstIndex(where: { $0.source == influence.source }) {
        let sum = merged[known].share.plus(influence.share) ?? influence.share
        merged[known] = Influence(source: influence.source, share: sum)
      } else {
        merged.append(influence)
      }
    }
    return merged.enumerated().sorted {
      ($1.element.share, $0.offset) < ($0.element.share, $1.offset)
    }.map(\.element)
  }

  private static let classesMax = 16

  private func values(of outcome: Outcome) -> [Double]? {
    switch outcome {
    case .cost: return (0..<trials).map { Double(outcomes.costs[$0]) }
    case .goal(let id):
      guard let row = frame.goals.firstIndex(where: { $0.goal == id.index }) else { return nil }
      return (0..<trials).map { Double(outcomes.goalDays[row * outcomes.trials + $0]) }
    }
  }

  /// The class of each trial by what was drawn for an input: a sixteenth of its distribution; of a risk whether it struck, and
  /// how hard.
  private func classes(of index: Int) -> [UInt8] {
    let numbers = uniform(index)
    switch uncertainty.inputs[index].draw {
    case .table: return numbers.map { UInt8($0 >> 28) }
    case .oneOf(let values):
      let count = UInt64(min(values.count, Simulation.classesMax))
      return numbers.map { UInt8((UInt64($0) &* count) >> 32) }
    case .strikes(let chance, let damage):
      // How hard it strikes; of what has no more to it, where in its stretch.
      let second = damage >= 0 ? uniform(Int(damage)) : numbers
      let whole = damage >= 0 ? 1 << 32 : max(1, chance)
      return zip(numbers, second).map { number, how in
        UInt64(number) < chance ? 1 + UInt8(clamping: UInt64(how) * 4 / whole) : 0
      }
    case .below: return numbers.map { UInt8($0 >> 28) }
    }
  }

  private func uniform(_ index: Int) -> [UInt32] {
    let random = uncertainty.inputs[index].random
    var result: [UInt32] = []
    result.reserveCapacity(trials + 3)
    for group in 0..<(trials + 3) / 4 {
      let four = random.block(UInt32(truncatingIfNeeded: group))
      for lane in 0..<4 { result.append(four[lane]) }
    }
    return Array(result.prefix(trials))
  }
}

/// The squares of a sample, for comparing its classes.
private struct Spread {
  private let values: [Double]
  private let mean: Double
  /// Sum of squared distances from the mean.
  let total: Double

  init(_ values: [Double]) {
    self.values = values
    let mean = values.reduce(0, +) / Double(max(1, values.count))
    self.mean = mean
    total = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  }

  func share(ofClasses classes: [UInt8], _ limit: Int) -> Double {
    var sums = [Double](repeating: 0, count: limit)
    var counts = sums
    for (value, number) in zip(values, classes) {
      sums[Int(number)] += value - mean
      counts[Int(number)] += 1
    }
    let used = counts.count { $0 > 0 }
    let rest = Double(values.count - used)
    guard used > 1, rest > 0 else { return 0 }
    let between = zip(sums, counts).reduce(0) { $1.1 > 0 ? $0 + $1.0 * $1.0 / $1.1 : $0 }
    let within = max(0, total - between) / rest
    return max(0, (between - Double(used - 1) * within) / (total + within))
  }
}
