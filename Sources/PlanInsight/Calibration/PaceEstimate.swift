package import PlanModel

/// What a group of finished works says about the pace of such work, and how far that is to be trusted.
///
/// A work takes its estimate × pace × a deviation of its own, both lognormal and of mean 1 beforehand: what the simulation draws.
/// The pace of a group is a weighted mean of what was observed and of 1, in logarithms; the weight of n works is
/// n ÷ (n + within ÷ between), where `between` is the variance among paces that the simulation assumes and `within` that among works
/// of a group (Bühlmann, "Experience Rating and Credibility", 1967). The variance among works is that of all groups together,
/// with what is usual counted as a few works more (the conjugate of Gelman et al., "Bayesian Data Analysis", 3rd ed., 2.6).
package struct PaceEstimate: Sendable {
  /// Works that it comes of.
  package let count: Int
  /// What they took of what they were estimated to take: Σ spent ÷ Σ estimated.
  package let ratio: Rational
  /// What is suggested: the mean of the pace, in hundredths.
  package let uplift: Rational
  /// Eight of ten such groups have a pace between these.
  package let low: Rational
  package let high: Rational
  /// The standard deviation of what is still not known about the pace, as a share of it, in hundredths, rounded up.
  package let varies: Rational
  /// How much what was observed counts, 0...1; the rest is that estimates are right.
  package let credibility: Rational

  /// - Parameters:
  ///   - works: Of one group; at least one.
  ///   - within: The variance of logarithms among works of a group.
  init(_ works: [FinishedWork], within: Double) {
    count = works.count
    let spent = works.reduce(Effort.zero) { $0 + $1.spent }
    let estimated = works.reduce(Effort.zero) { $0 + $1.estimated }
    ratio = Rational(spent.minutes, estimated.minutes) ?? .one
    let size = Double(works.count)
    let weight = size / (size + within / PaceEstimate.between)
    let observed = works.reduce(0.0) { $0 + $1.logarithm } / size + within / 2
    let before = -PaceEstimate.between / 2
    let mean = (1 - weight) * before + weight * observed
    let variance = PaceEstimate.between * (1 - weight)
    let reach = PaceEstimate.tenth * variance.squareRoot()
    func hundredths(_ value: Double) -> Rational { .percent(Int64((value * 100).rounded())) }
    // What a plan may say of it.
    uplift = min(
      max(hundredths(Elementary.exp(mean + variance / 2)), Pace.upliftLimits.lowerBound),
      Pace.upliftLimits.upperBound)
    low = hundredths(Elementary.exp(mean - reach))
    high = hundredths(Elementary.exp(mean + reach))
    let deviation = (Elementary.exp(variance) - 1).squareRoot()
    // A hair under a whole hundredth is one.
    varies = .percent(Int64((deviation * 100 - 1e-9).rounded(.up)))
    credibility = hundredths(weight)
  }

  /// The variance of logarithms among paces, as long as nothing is known of them: that of the factor of the simulation.
  static let between: Double = {
    let deviation = Pace.ofTeam.varies.approximate
    return Elementary.log(1 + deviation * deviation)
  }()

  /// The variance of logarithms among works of one pace: that of all groups, with what is usual counted as `usualWorks`.
  ///
  /// - Parameter groups: Works by group, each work in one of them.
  /// - Returns: Of logarithms, which is above 0.
  static func within(_ groups: [[FinishedWork]]) -> Double {
    var squares = usualWorks * usualWithin
    var freedom = usualWorks
    for works in groups where works.count > 1 {
      let mean = works.reduce(0.0) { $0 + $1.logarithm } / Double(works.count)
      squares += works.reduce(0.0) {
        $0 + ($1.logarithm - mean) * ($1.logarithm - mean)
      }
      freedom += Double(works.count - 1)
    }
    return squares / freedom
  }

  /// After design the 90th percentile of a work is usually twice its 10th: (ln 2 ÷ 2.5631)².
  static let usualWithin: Double = {
    let deviation = Elementary.log(2) / (2 * tenth)
    return deviation * deviation
  }()

  /// What is usual counts like four works: less than a quarter's experience of a team.
  static let usualWorks = 4.0

  /// The 90th percentile of the normal distribution.
  private static let tenth = NormalDistribution.quantile(0.9)
}

extension FinishedWork {
  fileprivate var logarithm: Double {
    Elementary.log(Double(spent.minutes) / Double(estimated.minutes))
  }
}
