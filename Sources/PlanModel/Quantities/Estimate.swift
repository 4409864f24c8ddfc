/// Three points of effort: best, likely, worst.
package struct Estimate: Hashable, Sendable {
  /// The distribution between the points.
  package enum Shape: String, Hashable, Sendable, CaseIterable {
    case pert
    case triangular
    case lognormal
  }

  package var low: Effort
  package var likely: Effort
  package var high: Effort
  package var shape: Shape

  /// - Precondition: `low <= likely <= high`; the interpreter has checked it.
  package init(low: Effort, likely: Effort, high: Effort, shape: Shape = .pert) {
    assert(low <= likely && likely <= high)
    self.low = low
    self.likely = likely
    self.high = high
    self.shape = shape
  }

  /// An effort that is known.
  package init(exactly effort: Effort) {
    self.init(low: effort, likely: effort, high: effort)
  }

  package var isPoint: Bool { low == high }

  /// The expected effort, rounded half up to a minute.
  ///
  /// PERT: (a + 4m + b) / 6 (Malcolm, Roseboom, Clark & Fazar, 1959). Triangular: (a + m + b) / 3. The lognormal is fitted
  /// to the same mean as PERT, so that changing the shape moves the tail and not the plan.
  package var mean: Effort {
    let total: Int64
    let parts: Int64
    switch shape {
    case .pert, .lognormal:
      total = low.minutes.addingClamped(likely.minutes.multipliedClamped(by: 4))
        .addingClamped(high.minutes)
      parts = 6
    case .triangular:
      total = low.minutes.addingClamped(likely.minutes).addingClamped(high.minutes)
      parts = 3
    }
    return Effort(minutes: Rational(total, parts)?.rounded ?? likely.minutes)
  }

  /// The estimate times a factor, each point rounded half up to a minute.
  package func scaled(by factor: Rational) -> Estimate {
    func scale(_ effort: Effort) -> Effort {
      Effort(minutes: Rational(effort.minutes).times(factor)?.rounded ?? .max)
    }
    return Estimate(low: scale(low), likely: scale(likely), high: scale(high), shape: shape)
  }
}
