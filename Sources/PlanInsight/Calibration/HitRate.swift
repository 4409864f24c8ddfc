package import PlanModel

/// How often something was kept, of how often it could have been.
package struct HitRate: Hashable, Sendable {
  package var kept = 0
  package var count = 0

  package init() {}

  package init(_ outcomes: [Bool]) {
    kept = outcomes.count { $0 }
    count = outcomes.count
  }

  package mutating func add(_ isKept: Bool) {
    if isKept { kept += 1 }
    count += 1
  }

  /// 0...1.
  package var share: Rational { Rational(Int64(kept), Int64(max(1, count))) ?? .zero }

  /// Where the true rate lies in 19 of 20 such samples, in hundredths: the score interval (Wilson, "Probable inference, the law of
  /// succession, and statistical inference", 1927), which is right for few as well.
  package var interval: (low: Rational, high: Rational) {
    guard count > 0 else { return (.zero, .one) }
    let size = Double(count)
    let part = Double(kept) / size
    let reach = 1.959963984540054
    let square = reach * reach
    let middle = (part + square / (2 * size)) / (1 + square / size)
    let half =
      reach / (1 + square / size)
      * (part * (1 - part) / size + square / (4 * size * size)).squareRoot()
    func hundredths(_ value: Double) -> Rational {
      .percent(Int64((max(0, min(1, value)) * 100).rounded()))
    }
    return (hundredths(middle - half), hundredths(middle + half))
  }
}
