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
    /// So little is done that a share says nothing.
    package var isExempt: Bool
    /// Effort that is missing of what counts, or where that is too much, what is beyond the limit.
    package var missing: Effort
    /// What that costs where the rule is soft.
    package var price: Money

    /// The share that counts; `nil` where nothing is done.
    package var share: Rational? { Rational(counted.minutes, all.minutes) }
    package var isKept: Bool
    /// Whether what is wrong is that too much counts.
    package var isTooMuch: Bool
  }
}

extension GuardrailShares {
  /// The shares of every guardrail of a plan (MODEL, "Guardrail").
  ///
  /// - Complexity: O(guardrails × periods × works).
  package static func shares(of schedule: Schedule, in model: SchedulingModel) -> [GuardrailShares]
  {
    let problem = model.problem
    return problem.guardrails.enumerated().map { index, rule in
      let shares = schedule.shares(of: rule, in: problem)
      let periods = zip(rule.periods, shares).map { period, share in
        let dates = model.dates(of: period.days)
        let least = period.needed(period.atLeast ?? .zero, of: share.all)
        return Period(
          days: dates, counted: TeamLoad.effort(ofUnits: share.counted),
          all: TeamLoad.effort(ofUnits: share.all),
          limits: Guardrail.Limits(atLeast: period.atLeast, atMost: period.atMost),
          owed: TeamLoad.effort(ofUnits: share.owed),
          isExempt: period.isExempt(share.all),
          missing: TeamLoad.effort(ofUnits: share.missing),
          price: Money(minorUnits: problem.price(ofUnits: share.missing)),
          isKept: share.missing == 0,
          isTooMuch: share.missing > 0 && share.counted >= least.addingClamped(share.owed))
      }
      return GuardrailShares(guardrail: index, periods: periods)
    }
  }
}
