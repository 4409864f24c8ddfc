package import PlanModel

/// How a rule for the mix of work comes out in a schedule, period by period.
package struct GuardrailShares: Sendable {
  /// Index into the plan's guardrails.
  package var guardrail: Int
  /// From today to the plan's end.
  package var periods: [Period]

  package struct Period: Sendable {
    package var days: ClosedRange<CivilDate>
    /// Effort that the schedule delivers for the initiatives that count.
    package var counted: Effort
    /// Effort that it delivers in all.
    package var all: Effort
    /// What holds in this period: the exception's, where there is one.
    package var limits: Guardrail.Limits
    /// Effort that an exception of the period before left to be made up for.
    package var owed: Effort
    /// The exception, if the period is one.
    package var exception: String?
    /// So little is done that a share says nothing.
    package var isExempt: Bool

    /// The share that counts; `nil` where nothing is done.
    package var share: Rational? { Rational(counted.minutes, all.minutes) }

    /// The least effort that had to count.
    package var needed: Effort { part(limits.atLeast ?? .zero) + owed }

    package var isKept: Bool {
      if isExempt { return true }
      if counted < needed { return false }
      return limits.atMost.map { counted <= part($0) } ?? true
    }

    fileprivate func part(_ share: Rational) -> Effort {
      Effort(minutes: share.times(Rational(all.minutes))?.rounded ?? .max)
    }
  }
}

extension GuardrailShares {
  /// The shares of every guardrail of a plan (MODEL, "Guardrail").
  ///
  /// - Complexity: O(guardrails × periods × works).
  package static func shares(of schedule: Schedule, in model: SchedulingModel) -> [GuardrailShares]
  {
    model.plan.guardrails.indices.map { index in
      GuardrailShares(
        guardrail: index, periods: periods(of: model.plan.guardrails[index], schedule, model))
    }
  }

  private static func periods(
    of guardrail: Guardrail, _ schedule: Schedule, _ model: SchedulingModel
  ) -> [Period] {
    let plan = model.plan
    let members = Set(guardrail.members)
    var periods: [Period] = []
    var owed = Effort.zero
    for days in plan.periods(each: guardrail.each) where days.upperBound >= plan.asOf {
      let days = max(days.lowerBound, plan.asOf)...days.upperBound
      let counted = schedule.delivered(on: days, in: model) { members.contains($0) }
      let all = schedule.delivered(on: days, in: model) { _ in true }
      let exception = guardrail.exceptions.first { $0.covers(days) }
      let period = Period(
        days: days, counted: counted, all: all, limits: exception?.limits ?? guardrail.limits,
        owed: owed, exception: exception?.label,
        isExempt: isExempt(all, on: days, model))
      periods.append(period)
      owed = .zero
      if let exception, exception.catchesUp, let usual = guardrail.limits.atLeast {
        owed = max(.zero, period.part(usual) - counted)
      }
    }
    return periods
  }

  /// Under a tenth of what the teams could do.
  private static func isExempt(
    _ all: Effort, on days: ClosedRange<CivilDate>, _ model: SchedulingModel
  ) -> Bool {
    let range = Int(model.day(of: days.lowerBound))..<Int(model.day(of: days.upperBound)) + 1
    let capacity = model.capacities.reduce(Effort.zero) { $0 + $1.planned(days: range) }
    return all.minutes.multipliedClamped(by: 10) < capacity.minutes
  }
}

extension Guardrail.Exception {
  /// Whether it holds on at least half of the days.
  fileprivate func covers(_ period: ClosedRange<CivilDate>) -> Bool {
    let common = period.clamped(to: days)
    guard days.overlaps(period) else { return false }
    let inside = common.lowerBound.days(until: common.upperBound) + 1
    return 2 * inside >= period.lowerBound.days(until: period.upperBound) + 1
  }
}
