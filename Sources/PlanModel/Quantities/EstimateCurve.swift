/// The distribution function of an estimate, over minutes.
package struct EstimateCurve: Sendable {
  private let low: Double
  private let likely: Double
  private let high: Double
  let form: Form

  enum Form {
    case point
    case pert(IncompleteBeta)
    case triangular
    case lognormal(mu: Double, sigma: Double)
  }

  /// The shape between the points.
  ///
  /// PERT is Beta(1 + 4 (m − a) / (b − a), 1 + 4 (b − m) / (b − a)) stretched to a...b (Malcolm, Roseboom, Clark & Fazar,
  /// 1959). The lognormal has PERT's mean and variance (μ − a)(b − μ) / 7: the same place and width with a longer tail, and
  /// no search to find it.
  package init(_ estimate: Estimate) {
    low = Double(estimate.low.minutes)
    likely = Double(estimate.likely.minutes)
    high = Double(estimate.high.minutes)
    let width = high - low
    let mean = (low + 4 * likely + high) / 6
    guard width > 0, mean > 0 else {
      form = .point
      return
    }
    switch estimate.shape {
    case .triangular: form = .triangular
    case .pert:
      form = .pert(
        IncompleteBeta(1 + 4 * (likely - low) / width, 1 + 4 * (high - likely) / width))
    case .lognormal:
      let variance = (mean - low) * (high - mean) / 7
      let square = Elementary.log(1 + variance / (mean * mean))
      form = .lognormal(mu: Elementary.log(mean) - square / 2, sigma: square.squareRoot())
    }
  }

  /// From here on everything is certain, to the accuracy that is asked for.
  var maximum: Double {
    if case .lognormal(let mu, let sigma) = form {
      return Elementary.exp(mu + NormalDistribution.reach * sigma)
    }
    return high
  }

  /// The chance that the effort is not above `minutes`.
  package func chance(notAbove minutes: Double) -> Double {
    switch form {
    case .point: return minutes >= likely ? 1 : 0
    case .lognormal(let mu, let sigma):
      guard minutes > 0 else { return 0 }
      return NormalDistribution.chance(notAbove: (Elementary.log(minutes) - mu) / sigma)
    case .pert, .triangular: break
    }
    if minutes <= low { return 0 }
    if minutes >= high { return 1 }
    if case .pert(let beta) = form { return beta.chance(notAbove: (minutes - low) / (high - low)) }
    let width = high - low
    return minutes < likely
      ? (minutes - low) * (minutes - low) / (width * (likely - low))
      : 1 - (high - minutes) * (high - minutes) / (width * (high - likely))
  }
}
