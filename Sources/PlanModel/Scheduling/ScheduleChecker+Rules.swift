// Budgets and guardrails, recounted day by day.
extension ScheduleChecker {
  func checkBudgets(_ schedule: Schedule, _ found: inout [Violation]) {
    for (index, budget) in problem.budgets.enumerated() {
      let members = Set(budget.members)
      for (number, period) in budget.periods.enumerated() {
        var money: Int128 = 0
        for (member, fee) in zip(budget.members, budget.fees) {
          let starts = placed(schedule, of: member).map(\.start)
          if let first = starts.min(), period.contains(first) { money += Int128(fee) }
        }
        let fees = Int64(clamping: money)
        let effort = effort(in: period, of: schedule) { members.contains($0) }
        let spent = fees.addingClamped(cost(ofUnits: effort))
        if spent > budget.limit {
          found.append(
            .overBudget(
              budget: Int32(index), period: Int32(number), spent: spent, limit: budget.limit))
        }
      }
    }
  }

  func checkGuardrails(_ schedule: Schedule, _ found: inout [Violation]) {
    for (index, guardrail) in problem.guardrails.enumerated() where guardrail.isHard {
      for (number, miss) in misses(of: guardrail, in: schedule).enumerated() where miss > 0 {
        found.append(
          .offGuardrail(guardrail: Int32(index), period: Int32(number), missing: miss))
      }
    }
  }

  /// The price of the soft guardrails that a schedule misses, in minor units: what `Schedule.softCost` has to say.
  package func softCost(of schedule: Schedule) -> Int64 {
    var sum: Int64 = 0
    for guardrail in problem.guardrails where !guardrail.isHard {
      for miss in misses(of: guardrail, in: schedule) {
        sum = sum.addingClamped(cost(ofUnits: miss))
      }
    }
    return sum
  }

  /// By period, the effort that is missing of what counts, or that is too much of it.
  private func misses(of guardrail: Problem.Guardrail, in schedule: Schedule) -> [Int64] {
    let members = Set(guardrail.members)
    var debt: Int128 = 0
    var result: [Int64] = []
    for period in guardrail.periods {
      let all = Int128(effort(in: period.days, of: schedule) { _ in true })
      let mine = Int128(
        effort(in: period.days, of: schedule) { members.contains($0) })
      let carried = debt
      debt = 0
      guard all > 0, all >= Int128(period.exemptBelow) else {
        result.append(0)
        continue
      }
      // a/b of `all` is met when b × mine ≥ a × all, so what is missing is the rest, rounded up.
      func lack(_ share: Rational) -> Int128 {
        let rest = Int128(share.numerator) * all - Int128(share.denominator) * mine
        return rest >= 0
          ? (rest + Int128(share.denominator) - 1) / Int128(share.denominator)
          : -((-rest) / Int128(share.denominator))
      }
      if let owes = period.owes { debt = max(0, lack(owes)) }
      let short = max(0, lack(period.atLeast ?? .zero) + carried)
      var surplus: Int128 = 0
      if let most = period.atMost {
        surplus = max(0, mine - Int128(most.numerator) * all / Int128(most.denominator))
      }
      result.append(Int64(clamping: short > 0 ? short : surplus))
    }
    return result
  }

  private func placed(_ schedule: Schedule, of initiative: Int32) -> [Schedule.Placement] {
    problem.initiatives[Int(initiative)].works.compactMap { schedule.placements[Int($0)] }
  }

  /// Tenths of a head × millionths of a person-day that some initiatives deliver on some days.
  private func effort(
    in days: ClosedRange<Int32>, of schedule: Schedule, by counts: (Int32) -> Bool
  ) -> Int64 {
    var sum: Int128 = 0
    for (work, placed) in zip(problem.works, schedule.placements) {
      guard let placed, counts(work.initiative) else { continue }
      let option = work.options[Int(placed.option)]
      var left = option.needed
      for day in placed.start...placed.finish {
        let today = min(left, dailyYield(option, day))
        left -= today
        if days.contains(day) { sum += Int128(today) * Int128(option.staffTenths) }
      }
    }
    return Int64(clamping: sum)
  }

  private func cost(ofUnits units: Int64) -> Int64 {
    let exact = Int128(units) * Int128(problem.labourPrice.numerator)
    let denominator = Int128(problem.labourPrice.denominator)
    let (whole, rest) = exact.quotientAndRemainder(dividingBy: denominator)
    return Int64(clamping: 2 * rest >= denominator ? whole + 1 : whole)
  }
}
