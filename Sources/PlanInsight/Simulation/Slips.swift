internal import PlanModel

/// How late externals may be.
struct Slips: Sendable {
  /// By external of the plan.
  let days: [External.SlipDays]
  /// What was taken for granted, in sentences.
  let assumptions: [String]

  /// What the plan says; where it says nothing, what the commitment is worth.
  init(_ plan: Plan, assumes: Bool) {
    var days: [External.SlipDays] = []
    var assumptions: [String] = []
    for external in plan.externals {
      guard external.commitment != .met else {
        days.append(.none)
        continue
      }
      guard assumes, external.slipDays == .none else {
        days.append(external.slipDays)
        continue
      }
      let slip = external.commitment.usualSlip
      days.append(slip)
      let worst = Int(slip.high) / 5
      assumptions.append(
        "\(external.label): no slip said, so up to \(worst) \(worst == 1 ? "week" : "weeks"), since it is \(external.commitment.rawValue)"
      )
    }
    self.days = days
    self.assumptions = assumptions
  }
}

extension External.Commitment {
  /// Working days by which something of this standing may be late where nobody has said.
  ///
  /// A guess that widens as the standing weakens; the plan's own figures replace it.
  fileprivate var usualSlip: External.SlipDays {
    switch self {
    case .met: .none
    case .committed: External.SlipDays(low: 0, likely: 0, high: 10)
    case .agreed: External.SlipDays(low: 0, likely: 0, high: 20)
    case .aware: External.SlipDays(low: 0, likely: 5, high: 30)
    case .asked: External.SlipDays(low: 0, likely: 10, high: 45)
    case .unknown, .missed: External.SlipDays(low: 0, likely: 15, high: 65)
    }
  }
}
