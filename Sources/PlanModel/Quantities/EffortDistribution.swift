/// How much effort something may take: its estimate with its risks, as a distribution over whole minutes.
///
/// Each risk happens or does not, by itself, and then adds its mean. So the distribution is the estimate's, moved by the
/// sum of every subset of the risks and weighted by the subset's chance. Only IEEE addition, multiplication, division and
/// square root are used, in one fixed order, so the answers are the same on every machine.
package struct EffortDistribution: Sendable {
  /// Subsets of up to this many risks are counted out, 1024 of them.
  ///
  /// The smallest of more are folded into the mean: what the eleventh largest risk of one piece of work does to a
  /// percentile is less than the estimate is good for.
  package static let enumeratedRisksMax = 10

  private let curve: EstimateCurve
  /// Minutes that the risks of each subset add, with the chance of just that subset.
  private let additions: [(minutes: Double, chance: Double)]
  /// The expected effort, each risk's share rounded half up to a minute.
  package let mean: Effort

  /// - Parameters:
  ///   - estimate: The effort without risks.
  ///   - risks: What may go wrong, each with its chance (0...1) and the effort it adds then.
  package init(_ estimate: Estimate, risks: [(chance: Rational, adds: Estimate)] = []) {
    let expected = risks.map { risk in
      Effort(minutes: Rational(risk.adds.mean.minutes).times(risk.chance)?.rounded ?? .max)
    }
    mean = expected.reduce(estimate.mean, +)
    // Largest expected addition first; of equals the one that stands first, so that order is total.
    let order = risks.indices.sorted {
      (expected[$1], $0) < (expected[$0], $1)
    }
    let folded = order.dropFirst(EffortDistribution.enumeratedRisksMax)
    let shift = folded.map { expected[$0] }.reduce(Effort.zero, +)
    var subsets = [(minutes: Double(shift.minutes), chance: 1.0)]
    for index in order.prefix(EffortDistribution.enumeratedRisksMax) {
      let chance = risks[index].chance.approximate
      let adds = Double(risks[index].adds.mean.minutes)
      subsets = subsets.flatMap { subset in
        [
          (subset.minutes, subset.chance * (1 - chance)),
          (subset.minutes + adds, subset.chance * chance),
        ]
      }
    }
    additions = subsets.filter { $0.chance > 0 }
    curve = EstimateCurve(estimate)
  }

  /// The smallest whole minute by which the effort lies with at least this chance: `quantile(4/5)` is P80.
  ///
  /// Shares outside 0...1 are taken as the nearer end.
  ///
  /// - Complexity: O(2ʳ log minutes) for r risks.
  package func quantile(_ share: Rational) -> Effort {
    // Nothing above zero is asked for at the very least: P0 is the least effort there is, not none.
    let wanted = max(min(share.approximate, 1) - tolerance, tolerance)
    let most = additions.reduce(0) { max($0, $1.minutes) }
    var low = Int64(-1)
    var high = wholeMinutes(curve.maximum + most)
    // `low` never has the share, `high` always does.
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if chance(notAbove: Double(middle)) >= wanted { high = middle } else { low = middle }
    }
    return Effort(minutes: high)
  }

  /// P90 − P50: how much trouble it may be.
  package var spread: Effort {
    quantile(.percent(90)) - quantile(.percent(50))
  }

  private func chance(notAbove minutes: Double) -> Double {
    var total = 0.0
    for addition in additions {
      total += addition.chance * curve.chance(notAbove: minutes - addition.minutes)
    }
    return total
  }
}

/// Chances are compared to one part in 10¹⁰, so that P80 of a risk of 20 % is not decided by how 0.8 rounds.
private let tolerance = 1e-10

/// Efforts beyond this are clamped; no plan comes near, and the sum of two still fits.
private let minutesMax = 4e18

private func wholeMinutes(_ minutes: Double) -> Int64 {
  Int64(max(0, min(minutesMax, minutes.rounded(.up))))
}
