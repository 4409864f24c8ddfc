import PlanInsight
import PlanModel
import Testing

/// What is drawn comes from the distributions that are named.
@Suite struct DrawingTests {
  /// The first lines of the authors' known answers (Random123, `kat_vectors`).
  @Test func philoxGivesTheKnownAnswers() {
    #expect(
      Philox(low: 0, high: 0).block(0)
        == SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
  }

  @Test func namesAndSeedsDrawDifferently() {
    let first = Philox(seed: 1, name: "effort of a")
    #expect(first.block(0) == Philox(seed: 1, name: "effort of a").block(0))
    #expect(first.block(0) != Philox(seed: 1, name: "effort of b").block(0))
    #expect(first.block(0) != Philox(seed: 2, name: "effort of a").block(0))
    #expect(first.block(0) != first.block(1))
  }

  static let estimates: [Estimate] = [
    (1, 1, 10), (1, 5, 10), (1, 10, 10), (3, 4, 20), (0, 2, 3), (10, 11, 80),
  ].flatMap { low, likely, high in
    Estimate.Shape.allCases.map { shape in
      Estimate(
        low: Effort(personDays: low), likely: Effort(personDays: likely),
        high: Effort(personDays: high), shape: shape)
    }
  }

  /// Kolmogorov and Smirnov: the largest distance between a sample's distribution and the one it is
  /// drawn from; above 1.63 / √n in one of a hundred samples (Massey 1951).
  ///
  /// The seed is fixed, so this passes always or never.
  @Test(arguments: estimates) func samplesFollowTheirDistribution(_ estimate: Estimate) {
    let curve = EstimateCurve(estimate)
    let sample = draws(QuantileTable(estimate)).sorted()
    let count = Double(sample.count)
    var distance = 0.0
    for (index, value) in sample.enumerated() {
      let chance = curve.chance(notAbove: value)
      distance = max(distance, abs(chance - Double(index) / count))
      distance = max(distance, abs(chance - Double(index + 1) / count))
    }
    #expect(distance < 1.63 / count.squareRoot(), "\(estimate)")
  }

  @Test(arguments: estimates) func tablesHaveTheMeanOfTheEstimate(_ estimate: Estimate) {
    let width = Double((estimate.high - estimate.low).minutes)
    let difference = QuantileTable(estimate).mean - Double(estimate.mean.minutes)
    #expect(abs(difference) < width / 1_000, "\(estimate)")
  }

  @Test(arguments: [0.05, 0.2, 0.5]) func paceHasMeanOneAndItsDeviation(_ deviation: Double) {
    let sample = draws(QuantileTable(factorWithDeviation: deviation))
    let mean = sample.reduce(0, +) / Double(sample.count)
    let variance =
      sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(sample.count)
    #expect(abs(mean - 1) < 0.01)
    #expect(abs(variance.squareRoot() - deviation) < 0.02 * deviation + 0.002)
  }

  private func draws(_ table: QuantileTable) -> [Double] {
    let random = Philox(seed: 7, name: "a sample")
    return (UInt32(0)..<5_000).flatMap { group in
      let four = random.block(group)
      return (0..<4).map { table.value(at: four[$0]) }
    }
  }
}
