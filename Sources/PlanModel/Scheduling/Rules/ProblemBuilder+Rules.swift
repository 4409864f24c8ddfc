// Budgets and guardrails of a plan, index for index, with the periods that are not over yet.
extension ProblemBuilder {
  mutating func addRules() {
    guard !plan.budgets.isEmpty || !plan.guardrails.isEmpty else { return }
    let perDay = plan.rate.minorUnitsPerMinute.times(Rational(Effort.minutesPerPersonDay))
    // Tenths of a head × millionths of a person-day in a person-day.
    problem.labourPrice = perDay?.divided(by: 10_000_000) ?? .zero
    problem.budgets = plan.budgets.map(budget)
    problem.guardrails = plan.guardrails.map(guardrail)
  }

  private func budget(_ budget: Budget) -> Problem.Budget {
    // What goes on beyond the end is paid for as well.
    let last = plan.start.adding(days: Int(problem.lastDay) - 1)
    let stretches =
      budget.each.map { plan.periods(each: $0, through: last) } ?? [plan.start...last]
    return Problem.Budget(
      name: budget.name, limit: budget.money.minorUnits, members: budget.members.map(\.raw),
      fees: budget.members.map { fee(of: plan.initiatives[$0.index]) },
      periods: stretches.compactMap({ daysLeft(of: $0) }))
  }

  /// What has begun has been paid for.
  private func fee(of initiative: Initiative) -> Int64 {
    isBegun(initiative) ? 0 : initiative.money?.minorUnits ?? 0
  }

  private func guardrail(_ guardrail: Guardrail) -> Problem.Guardrail {
    let periods = plan.periods(each: guardrail.each).compactMap { stretch in
      daysLeft(of: stretch).map { days in period(of: guardrail, days) }
    }
    return Problem.Guardrail(
      name: guardrail.name, isHard: guardrail.isHard, members: guardrail.members.map(\.raw),
      periods: periods)
  }

  private func period(
    of guardrail: Guardrail, _ days: ClosedRange<Int32>
  ) -> Problem.Guardrail.Period {
    let dates =
      plan.start.adding(days: Int(days.lowerBound))...plan.start.adding(days: Int(days.upperBound))
    let exception = guardrail.exception(on: dates)
    let limits = exception?.limits ?? guardrail.limits
    return Problem.Guardrail.Period(
      days: days, atLeast: limits.atLeast, atMost: limits.atMost,
      exemptBelow: leastEffort(on: days),
      owes: exception?.catchesUp ?? false ? guardrail.limits.atLeast : nil)
  }

  /// A tenth of what the teams can do, rounded up.
  private func leastEffort(on days: ClosedRange<Int32>) -> Int64 {
    let range = Int(days.lowerBound)..<Int(days.upperBound) + 1
    let all = capacities.reduce(Int64(0)) { $0.addingClamped($1.plannedUnits(days: range)) }
    return all / 10 + (all % 10 > 0 ? 1 : 0)
  }

  /// What of a stretch of time is not over by today; `nil` for nothing.
  private func daysLeft(of stretch: ClosedRange<CivilDate>) -> ClosedRange<Int32>? {
    let first = max(problem.firstDay, day(of: stretch.lowerBound))
    let last = day(of: stretch.upperBound)
    return first <= last ? first...last : nil
  }
}

extension Guardrail {
  /// The exception that holds on at least half of the days of a period.
  package func exception(on period: ClosedRange<CivilDate>) -> Exception? {
    exceptions.first { exception in
      guard exception.days.overlaps(period) else { return false }
      let common = period.clamped(to: exception.days)
      let inside = common.lowerBound.days(until: common.upperBound) + 1
      return 2 * inside >= period.lowerBound.days(until: period.upperBound) + 1
    }
  }
}
