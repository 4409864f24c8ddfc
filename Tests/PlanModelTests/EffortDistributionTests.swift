import PlanModel
import Testing

@Suite struct EffortDistributionTests {
  /// A thousand days a unit, so that whole minutes show six digits of the quantile.
  private static let unit: Int64 = 480_000

  private func estimate(
    _ low: Int64, _ likely: Int64, _ high: Int64, _ shape: Estimate.Shape = .pert
  ) -> Estimate {
    Estimate(
      low: Effort(minutes: low * Self.unit), likely: Effort(minutes: likely * Self.unit),
      high: Effort(minutes: high * Self.unit), shape: shape)
  }

  private func units(_ effort: Effort) -> Double { Double(effort.minutes) / Double(Self.unit) }

  private func share(_ percent: Int64) -> Rational { Rational(percent, 100) ?? .zero }

  /// Expected quantiles come from an integration of the density with 20,000 steps, and of the closed forms.
  @Test(
    arguments: [
      (3, 5, 10, Estimate.Shape.pert, [3.90435, 5.38259, 6.62588, 7.2727]),
      (6, 10, 20, .pert, [7.80871, 10.76518, 13.25176, 14.54541]),
      (0, 0, 1, .pert, [0.02085, 0.12945, 0.27522, 0.36904]),
      (3, 5, 10, .triangular, [4.183216, 5.8167, 7.354249, 8.129171]),
      (3, 5, 10, .lognormal, [4.003971, 5.359472, 6.490575, 7.173863]),
    ] as [(Int64, Int64, Int64, Estimate.Shape, [Double])])
  func knownQuantiles(
    low: Int64, likely: Int64, high: Int64, shape: Estimate.Shape, expected: [Double]
  ) {
    let distribution = EffortDistribution(estimate(low, likely, high, shape))
    for (percent, value) in zip([10, 50, 80, 90] as [Int64], expected) {
      let quantile = units(distribution.quantile(share(percent)))
      #expect(abs(quantile - value) < 0.0001, "P\(percent)")
    }
  }

  /// Beta(3, 3) reaches a tenth at 0.24664 and is symmetric.
  @Test func symmetricPert() {
    let distribution = EffortDistribution(estimate(0, 1, 2))
    #expect(abs(units(distribution.quantile(share(10))) - 2 * 0.246636) < 0.00001)
    #expect(abs(units(distribution.quantile(share(90))) - 2 * 0.753364) < 0.00001)
    #expect(abs(units(distribution.quantile(share(50))) - 1) < 0.00001)
  }

  @Test func aPointIsItself() {
    let distribution = EffortDistribution(estimate(4, 4, 4))
    for percent in [0, 10, 50, 90, 100] as [Int64] {
      #expect(distribution.quantile(share(percent)) == Effort(minutes: 4 * Self.unit))
    }
    #expect(distribution.spread == .zero)
    #expect(EffortDistribution(estimate(0, 0, 0)).quantile(share(80)) == .zero)
  }

  /// A known effort with a risk of 20 % has just two outcomes.
  @Test func aRiskIsAMixture() {
    let distribution = EffortDistribution(
      estimate(4, 4, 4), risks: [(chance: share(20), adds: estimate(2, 2, 2))])
    #expect(units(distribution.quantile(share(50))) == 4)
    #expect(units(distribution.quantile(share(80))) == 4)
    #expect(units(distribution.quantile(share(81))) == 6)
    #expect(units(distribution.mean) == 4.4)
  }

  /// Two independent risks: P(none) 42 %, only the first 18 %, only the second 28 %, both 12 %.
  @Test func risksAreCountedOut() {
    let distribution = EffortDistribution(
      estimate(1, 1, 1),
      risks: [
        (chance: share(30), adds: estimate(2, 2, 2)), (chance: share(40), adds: estimate(3, 3, 3)),
      ])
    let expected: [(Int64, Double)] = [(42, 1), (43, 3), (60, 3), (61, 4), (88, 4), (89, 6)]
    for (percent, value) in expected {
      #expect(units(distribution.quantile(share(percent))) == value, "P\(percent)")
    }
    #expect(units(distribution.mean) == 2.8)
  }

  @Test(arguments: Estimate.Shape.allCases)
  func quantilesNeverFall(shape: Estimate.Shape) {
    let distribution = EffortDistribution(
      estimate(3, 5, 10, shape), risks: [(chance: share(30), adds: estimate(1, 4, 5))])
    let quantiles = (0...100).map { distribution.quantile(share($0)) }
    #expect(zip(quantiles, quantiles.dropFirst()).allSatisfy { $0 <= $1 })
    if shape != .lognormal {
      #expect(units(quantiles[100]) <= 10 + 11.0 / 3)
      #expect(units(quantiles[100]) > 13.5)
    }
    // A risk never makes anything shorter.
    let calm = EffortDistribution(estimate(3, 5, 10, shape))
    #expect(zip(quantiles, (0...100).map { calm.quantile(share($0)) }).allSatisfy { $0 >= $1 })
  }

  /// More risks than are counted out: the smallest go into the mean, which stays what it is.
  @Test func manyRisks() {
    let risks = (1...14).map { (chance: share(50), adds: estimate($0, $0, $0)) }
    let distribution = EffortDistribution(estimate(0, 0, 0), risks: risks)
    #expect(units(distribution.mean) == 52.5)
    // 1, 2, 3 and 4 are certain with half of their size; 5...14 are symmetric about 47.5.
    #expect(units(distribution.quantile(.zero)) == 5)
    #expect(units(distribution.quantile(.one)) == 5 + 95)
    #expect(abs(units(distribution.quantile(share(50))) - 52.5) <= 0.5)
  }

  /// The wildest estimates of the language end, and stay in order.
  @Test func extremes() {
    let wild = Estimate(
      low: .zero, likely: Effort(minutes: 1), high: Effort(minutes: 24_000_000_000),
      shape: .lognormal)
    let distribution = EffortDistribution(wild, risks: [(chance: .one, adds: wild)])
    #expect(distribution.quantile(share(50)) <= distribution.quantile(share(90)))
    let huge = Estimate(low: .zero, likely: .zero, high: Effort(minutes: .max))
    #expect(EffortDistribution(huge).quantile(.one).minutes > 0)
  }
}
