/// A measure with where it stands and where it shall go, each as the plan wrote it (`0 USD`, `320ms`).
package struct Metric: Sendable {
  package var name: String
  package var label: String
  package var readers = Readers.everybody
  package var baseline: String
  package var target: String
  /// The day its target shall be reached.
  package var by: CivilDate? = nil
  package var owner: String? = nil
  /// What it stood at, the oldest first.
  package var readings: [MetricReading] = []

  package init(name: String, label: String, baseline: String, target: String) {
    self.name = name
    self.label = label
    self.baseline = baseline
    self.target = target
  }
}

/// What a measure stood at on a day.
package struct MetricReading: Hashable, Sendable {
  package var on: CivilDate
  package var readers = Readers.everybody
  /// As the plan wrote it.
  package var value: String
  /// The share of the way from baseline to target; above 1 beyond the target, below 0 on the wrong side of the
  /// baseline, `nil` where the two are one.
  package var attainment: Rational?

  package init(on: CivilDate, value: String, attainment: Rational?) {
    self.on = on
    self.value = value
    self.attainment = attainment
  }
}
