// What a schedule spends and which mix of work it has, period by period, in the units of the problem.

/// What one period of a budget comes to.
package struct PeriodSpending: Sendable, Hashable {
  /// Tenths of a head × millionths of a person-day.
  package var units: Int64
  /// Minor units of those at the price of labour.
  package var work: Int64
  /// Minor units paid at the start of initiatives.
  package var fees: Int64

  package var spent: Int64 { work.addingClamped(fees) }
}

/// What one period of a guardrail comes to, in tenths of a head × millionths of a person-day.
package struct PeriodShare: Sendable, Hashable {
  package var counted: Int64
  package var all: Int64
  /// Left by the period before.
  package var owed: Int64
  /// What is missing, or too much; 0 where it is kept or exempt.
  package var missing: Int64
}

extension Schedule {
  /// Effort that the works of some initiatives deliver on some days.
  ///
  /// - Parameters:
  ///   - days: Both ends included.
  ///   - members: Indices into the problem's initiatives; `nil` for all.
  ///   - problem: What this is a schedule of.
  /// - Returns: Tenths of a head × millionths of a person-day.
  /// - Complexity: O(works).
  package func delivered(
    on days: ClosedRange<Int32>, by members: Set<Int32>?, in problem: Problem
  ) -> Int64 {
    var sum: Int128 = 0
    for index in placements.indices
    where members?.contains(problem.works[index].initiative) ?? true {
      sum += delivered(on: days, byWork: index, in: problem)
    }
    return Int64(clamping: sum)
  }

  /// The same of one work.
  ///
  /// - Complexity: O(1).
  package func delivered(
    on days: ClosedRange<Int32>, byWork work: Int, in problem: Problem
  ) -> Int128 {
    guard let placement = placements[work], placement.start <= days.upperBound,
      placement.finish >= days.lowerBound
    else { return 0 }
    let option = problem.works[work].options[Int(placement.option)]
    let sums = problem.yields[Int(option.yield)].cumulative
    func until(_ day: Int32) -> Int64 {
      guard day >= placement.start else { return 0 }
      return min(option.needed, sums[Int(day) + 1] - sums[Int(placement.start)])
    }
    let amount = until(min(days.upperBound, placement.finish)) - until(days.lowerBound - 1)
    return Int128(amount) * Int128(option.staffTenths)
  }

  /// What the schedule spends in each period of a budget.
  ///
  /// - Complexity: O(periods × works).
  package func spending(of budget: Problem.Budget, in problem: Problem) -> [PeriodSpending] {
    let members = Set(budget.members)
    let starts = budget.members.map { start(of: Int($0), in: problem) }
    return budget.periods.map { days in
      let units = delivered(on: days, by: members, in: problem)
      var fees: Int128 = 0
      for (fee, start) in zip(budget.fees, starts) {
        if let start, days.contains(start) { fees += Int128(fee) }
      }
      return PeriodSpending(
        units: units, work: problem.price(ofUnits: units), fees: Int64(clamping: fees))
    }
  }

  /// The mix of work in each period of a guardrail.
  ///
  /// - Complexity: O(periods × works).
  package func shares(of guardrail: Problem.Guardrail, in problem: Problem) -> [PeriodShare] {
    let members = Set(guardrail.members)
    var owed: Int64 = 0
    return guardrail.periods.map { period in
      let counted = delivered(on: period.days, by: members, in: problem)
      let all = delivered(on: period.days, by: nil, in: problem)
      let missing = period.missing(counted: counted, of: all, owed: owed)
      defer { owed = period.owing(counted: counted, of: all) }
      return PeriodShare(counted: counted, all: all, owed: owed, missing: missing)
    }
  }

  /// What soft demands that are not met cost, in minor units: missing effort of guardrails at the price of labour.
  ///
  /// It is part of what is aimed at, and no cost of delay.
  package func softCost(in problem: Problem) -> Int64 {
    var total: Int64 = 0
    for guardrail in problem.guardrails where !guardrail.isHard {
      for period in shares(of: guardrail, in: problem) {
        total = total.addingClamped(problem.price(ofUnits: period.missing))
      }
    }
    return total
  }

  /// What the second of the aims makes least: total cost of delay, and the price of soft demands that are not met and of
  /// agreed starts that moved.
  package func aimCost(in problem: Problem) -> Int64 {
    totalDelayCost(in: problem).addingClamped(softCost(in: problem))
      .addingClamped(churn(in: problem))
  }

  /// The budgets and hard guardrails that it breaks, period by period, in the order of the problem.
  package func rulesBroken(in problem: Problem) -> [BrokenDemand] {
    var broken: [BrokenDemand] = []
    for (index, budget) in problem.budgets.enumerated() {
      for (period, spending) in spending(of: budget, in: problem).enumerated()
      where spending.spent > budget.limit {
        broken.append(
          .overBudget(budget: Int32(index), period: Int32(period), spent: spending.spent))
      }
    }
    for (index, guardrail) in problem.guardrails.enumerated() where guardrail.isHard {
      for (period, share) in shares(of: guardrail, in: problem).enumerated()
      where share.missing > 0 {
        broken.append(
          .offGuardrail(
            guardrail: Int32(index), period: Int32(period), missing: share.missing))
      }
    }
    return broken
  }
}
