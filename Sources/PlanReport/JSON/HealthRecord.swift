import PlanModel

/// How something stands against the dates it is held to.
struct HealthRecord: Encodable {
  /// `green`, `amber` or `red`.
  let light: String
  /// By the rules; absent where they know nothing.
  let ruled: String?
  /// The reason of somebody who says something else than the rules.
  let because: String?

  /// `nil` where nothing is known.
  init?(_ verdict: Verdict) {
    guard let light = verdict.light else { return nil }
    self.light = light.rawValue
    ruled = verdict.ruled?.rawValue
    because = verdict.said?.because
  }
}
