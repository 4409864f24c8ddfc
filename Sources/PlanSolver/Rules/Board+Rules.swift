internal import PlanModel

// What is placed counts for budgets and guardrails. Nothing here is reached in a plan without them.
extension Board {
  /// Counts a placed work, or takes it out again, where budgets say at once what may still be placed.
  ///
  /// - Complexity: O(slots of its initiative).
  mutating func count(_ work: Int32, _ option: Int32, _ first: Int32, _ last: Int32, sign: Int128) {
    add(work, option, first, last, sign: sign)
    payFees(of: instance.works.initiative[work])
  }

  /// Counts what is not where it was when it was counted last: of guardrails nobody asks before the schedule is whole.
  private mutating func countWhatMoved() {
    for work in 0..<Int32(instance.workCount) {
      let former = ledger.start[work]
      guard start[work] != former || former >= 0 && option[work] != ledger.option[work] else {
        continue
      }
      if former >= 0 { add(work, ledger.option[work], former, ledger.finish[work], sign: -1) }
      if start[work] >= 0 { add(work, option[work], start[work], finish[work], sign: 1) }
      ledger.start[work] = start[work]
      ledger.finish[work] = finish[work]
      ledger.option[work] = option[work]
    }
  }

  private mutating func add(
    _ work: Int32, _ option: Int32, _ first: Int32, _ last: Int32, sign: Int128
  ) {
    let initiative = instance.works.initiative[work]
    for place in instance.rules.rowsOfInitiative.range(initiative) {
      let row = instance.rules.rowsOfInitiative[place]
      for slot in row.first..<row.first + row.count {
        let amount = instance.delivered(option, from: first, through: last, inSlot: slot)
        if amount != 0 { ledger.units[slot] += sign * amount }
      }
    }
  }

  /// Moves the fees of an initiative to the day on which it starts now.
  private mutating func payFees(of initiative: Int32) {
    let fees = instance.rules.fees.range(initiative)
    guard !fees.isEmpty else { return }
    let first = firstStart(of: initiative)
    let day = first < instance.dayCount ? first : -1
    guard day != ledger.feeDay[initiative] else { return }
    for place in fees {
      let fee = instance.rules.fees[place]
      if let slot = slot(ofBudget: fee.budget, on: ledger.feeDay[initiative]) {
        ledger.fees[slot] -= Int128(fee.amount)
      }
      if let slot = slot(ofBudget: fee.budget, on: day) {
        ledger.fees[slot] += Int128(fee.amount)
      }
    }
    ledger.feeDay[initiative] = day
  }

  private func slot(ofBudget budget: Int32, on day: Int32) -> Int32? {
    guard day >= 0 else { return nil }
    let row = instance.rules.budgets[Int(budget)].row
    return (row.first..<row.first + row.count).first {
      instance.rules.firstDay[$0] <= day && day <= instance.rules.lastDay[$0]
    }
  }

  /// What a budget spends in one of its slots, in minor units.
  func spent(inSlot slot: Int32) -> Int64 {
    instance.rules.price(ofUnits: Int64(clamping: ledger.units[slot]))
      .addingClamped(Int64(clamping: ledger.fees[slot]))
  }

  /// Whether every budget would still be kept with one work more.
  func isAffordable(_ work: Int32, _ option: Int32, _ first: Int32, _ last: Int32) -> Bool {
    let initiative = instance.works.initiative[work]
    let paid = ledger.feeDay.count > 0 ? ledger.feeDay[initiative] : -1
    for (index, budget) in instance.rules.budgets.enumerated() {
      guard counts(initiative, inRow: budget.row) else { continue }
      let fee = fee(of: initiative, to: Int32(index))
      for slot in budget.row.first..<budget.row.first + budget.row.count {
        let amount = instance.delivered(option, from: first, through: last, inSlot: slot)
        let days = instance.rules.firstDay[slot]...instance.rules.lastDay[slot]
        // Its fees are paid here from now on if no work of it has started earlier.
        let isPaidHere = (paid < 0 || first < paid) && days.contains(first) && !days.contains(paid)
        guard amount > 0 || isPaidHere && fee > 0 else { continue }
        let money = ledger.fees[slot] + (isPaidHere ? Int128(fee) : 0)
        let total = instance.rules.price(
          ofUnits: Int64(clamping: ledger.units[slot] + amount)
        ).addingClamped(Int64(clamping: money))
        if total > budget.limit { return false }
      }
    }
    return true
  }

  private func counts(_ initiative: Int32, inRow row: Rules.SlotRow) -> Bool {
    instance.rules.rowsOfInitiative.range(initiative).contains {
      instance.rules.rowsOfInitiative[$0].first == row.first
    }
  }

  private func fee(of initiative: Int32, to budget: Int32) -> Int64 {
    for place in instance.rules.fees.range(initiative)
    where instance.rules.fees[place].budget == budget {
      return instance.rules.fees[place].amount
    }
    return 0
  }

  /// Adds the hard rules that are broken and the price of the soft ones.
  ///
  /// - Complexity: O(periods + works), and the slots of what has moved.
  mutating func addRules(to score: inout Score) {
    if !instance.rules.hasBudgets { countWhatMoved() }
    for budget in instance.rules.budgets {
      for slot in budget.row.first..<budget.row.first + budget.row.count {
        let over = spent(inSlot: slot).addingClamped(-budget.limit)
        if over > 0 { score.violation += Score.brokenUnit + perMille(over, of: budget.limit) }
      }
    }
    var price: Int64 = 0
    for guardrail in instance.rules.guardrails {
      var owed: Int64 = 0
      for (index, period) in guardrail.periods.enumerated() {
        let counted = Int64(clamping: ledger.units[guardrail.counted.first + Int32(index)])
        let all = Int64(clamping: ledger.units[guardrail.all.first + Int32(index)])
        let missing = period.missing(counted: counted, of: all, owed: owed)
        owed = period.owing(counted: counted, of: all)
        guard missing > 0 else { continue }
        if guardrail.isHard {
          score.violation += Score.brokenUnit + perMille(missing, of: all)
        } else {
          price = price.addingClamped(instance.rules.price(ofUnits: missing))
        }
      }
    }
    score.cost = score.cost.addingClamped(price >> instance.costShift)
  }

  /// How far off, 1...1000.
  private func perMille(_ part: Int64, of whole: Int64) -> Int64 {
    Int64(clamping: max(1, min(1_000, Int128(part) * 1_000 / max(1, Int128(whole)))))
  }

  // MARK: Placing

  /// A place whatever it costs for what has to be done: rather over a budget than not at all.
  mutating func overpaidSpot(_ work: Int32) -> Spot? {
    guard instance.rules.hasBudgets, heads.mustBeDone[instance.works.initiative[work]] else {
      return nil
    }
    ignoresBudgets = true
    defer { ignoresBudgets = false }
    return bestSpot(work)
  }

  /// The first place on which a budget leaves room as well; `nil` where there is none in time.
  mutating func affordableSpot(
    _ work: Int32, option: Int32, from ready: Int32, latest: Int32
  ) -> Spot? {
    var day = earliestFit(work, option: option, from: ready)
    while day < instance.dayCount {
      let last = instance.finishDay(option, from: day)
      guard last <= latest else { return nil }
      if isAffordable(work, option, day, last) {
        return Spot(option: option, start: day, finish: last)
      }
      day = earliestFit(work, option: option, from: day + 1)
    }
    return nil
  }
}
