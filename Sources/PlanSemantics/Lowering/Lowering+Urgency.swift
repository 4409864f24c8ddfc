internal import PlanModel
internal import PlanSyntax

// What lateness costs: what the plan says, and what is assumed where it says nothing.
extension Lowering {
  mutating func lowerUrgency() {
    settleRate()
    lowerBenefits()
    var effortOfGoal = Array(repeating: Effort.zero, count: plan.goals.count)
    for (index, initiative) in plan.initiatives.enumerated()
    where !initiative.isOptional && initiative.priority != .wont {
      for goal in initiative.goals {
        effortOfGoal[goal.index] = effortOfGoal[goal.index] + ownEffort(of: InitiativeID(index))
      }
    }
    for id in table.top(.goal) {
      guard let index = modelIndex(of: id) else { continue }
      var urgency = accrual(of: id)
      urgency.deadlines = deadlines(of: id, isMust: false, effort: effortOfGoal[index])
      plan.goals[index].urgency = urgency
    }
    let benefits = benefitsByInitiative
    for id in table.top(.initiative) {
      guard let index = modelIndex(of: id) else { continue }
      let initiative = plan.initiatives[index]
      var urgency = accrual(of: id)
      urgency.accruals = accruals(
        of: InitiativeID(index), bringing: benefits[InitiativeID(index)] ?? [])
      urgency.deadlines = deadlines(
        of: id, isMust: initiative.priority == .must,
        effort: effort(of: InitiativeID(index)))
      plan.initiatives[index].urgency = urgency
    }
    addAvoidedLosses()
    checkDebtsPaidOnce()
    plan.printsMoney = isAnythingValued
    for index in plan.initiatives.indices where isSilent(index) { assumeValue(of: index) }
    splitUrgency()
    if plan.printsMoney, !isRateSaid, isRateUsed {
      assume("plan", "no rate said: a person-week is taken to cost 4,000", isValue: true)
    }
  }

  // MARK: What the plan says

  private func accrual(of id: DeclarationID) -> Urgency {
    var urgency = Urgency.none
    urgency.costOfDelay = reader.value(.costOfDelay, of: id)?.moneyRate
    for word in [PropertyWord.window, .halfLife] where reader.has(word, of: id) {
      if !reader.has(.costOfDelay, of: id) {
        report(.withoutCostOfDelay(word, at: place(word, id)))
      }
    }
    urgency.window = window(of: id)
    if let halfLife = elapsed(.halfLife, of: id) {
      if halfLife.calendarDays > 0 {
        urgency.halfLifeDays = halfLife.calendarDays
      } else {
        report(
          .outOfBounds(
            "a half-life lasts at least a day", at: place(.halfLife, id), label: "less than a day",
            help:
              "write how long it takes until half of its worth is gone, such as `\(PropertyWord.halfLife.example)`"
          ))
      }
    }
    return urgency
  }

  private func window(of id: DeclarationID) -> ClosedRange<CivilDate>? {
    guard let window = reader.value(.window, of: id)?.dateRange else { return nil }
    guard !isFrameKnown || window.upperBound >= plan.start && window.lowerBound <= plan.end else {
      let day = window.upperBound < plan.start ? window.upperBound : window.lowerBound
      report(.outsidePlan(PropertyWord.window.rawValue, day, at: place(.window, id), plan: plan))
      return nil
    }
    return window
  }

  private mutating func deadlines(
    of owner: DeclarationID, isMust: Bool, effort: Effort
  ) -> [Deadline] {
    var result: [Deadline] = []
    for id in table.children(of: owner, .deadline) {
      require(.by, of: id)
      guard let date = dayInPlan(.by, of: id, from: plan.start) else { continue }
      if reader.has(.costs, of: id) {
        let costs = reader.value(.costs, of: id)?.money ?? .zero
        result.append(Deadline(date: date, costs: costs, isHard: false, readers: readers(of: id)))
      } else if isMust {
        result.append(Deadline(date: date, costs: .zero, isHard: true, readers: readers(of: id)))
      } else {
        assume(
          name(of: owner), "a deadline without costs: its effort at the plan's rate is taken",
          isValue: true)
        result.append(
          Deadline(
            date: date, costs: plan.rate.price(of: effort), isHard: false, isAssumed: true,
            readers: readers(of: id)))
      }
    }
    return result
  }

  private func checkDebtsPaidOnce() {
    var payer: [DebtID: DeclarationID] = [:]
    for id in table.top(.initiative) {
      guard let index = modelIndex(of: id) else { continue }
      let initiative = plan.initiatives[index]
      guard initiative.priority != .wont, initiative.status != .cancelled else { continue }
      for debt in initiative.pays {
        guard let first = payer[debt] else {
          payer[debt] = id
          continue
        }
        report(
          .debtPaidTwice(
            plan.debts[debt.index].name, at: place(.pays, id), first: place(.pays, first)))
      }
    }
  }

  // MARK: What is assumed

  /// With all of its slices.
  private func effort(of initiative: InitiativeID) -> Effort {
    plan.parts(of: initiative).reduce(ownEffort(of: initiative)) { $0 + ownEffort(of: $1) }
  }

  private func ownEffort(of initiative: InitiativeID) -> Effort {
    plan.initiatives[initiative.index].works.reduce(.zero) { $0 + plan.works[$1].effort }
  }

  private var isRateSaid: Bool { planBlock.map { reader.has(.rate, of: $0) } ?? false }

  private var isRateUsed: Bool {
    plan.initiatives.contains { initiative in
      initiative.urgency.isAssumed || !initiative.pays.isEmpty || isSavingHours
        || initiative.urgency.deadlines.contains(where: \.isAssumed)
    }
  }

  /// Whether the plan says in money what anything is worth.
  private var isAnythingValued: Bool {
    let urgencies = plan.initiatives.map(\.urgency) + plan.goals.map(\.urgency)
    let isPriced = urgencies.contains { urgency in
      urgency.deadlines.contains { !$0.isHard && !$0.isAssumed }
    }
    let blocks = table.top(.initiative) + table.top(.goal)
    let isLossAvoided = plan.initiatives.contains { $0.urgency.avoidedLoss != nil }
    return isPriced || isLossAvoided
      || blocks.contains { reader.value(.costOfDelay, of: $0) != nil }
      || plan.benefits.contains { $0.basis != .hours }
      || isRateSaid && (isSavingHours || plan.initiatives.contains { !$0.pays.isEmpty })
  }

  private var isSavingHours: Bool { plan.benefits.contains { $0.basis == .hours } }

  /// No urgency, benefit, successor or valued goal.
  private func isSilent(_ index: Int) -> Bool {
    let initiative = plan.initiatives[index]
    return initiative.urgency.isEmpty && initiative.priority != .wont
      && initiative.partOf == nil
      && initiative.status != .done && initiative.status != .cancelled && !hasSuccessor[index]
      && !initiative.goals.contains { !plan.goals[$0.index].urgency.isEmpty }
  }

  /// Effort × rate a year × (must 2, should 1, could ½).
  private mutating func assumeValue(of index: Int) {
    let initiative = plan.initiatives[index]
    let factor: Rational =
      switch initiative.priority {
      case .must: 2
      case .should: 1
      case .could, .wont: Rational(1, 2) ?? .one
      }
    let price = Rational(plan.rate.price(of: effort(of: InitiativeID(index))).minorUnits)
    plan.initiatives[index].urgency.costOfDelay = MoneyRate(
      minorUnitsPerYear: price.times(factor) ?? price)
    plan.initiatives[index].urgency.isAssumed = true
    let times = ["must": "twice ", "could": "half "][initiative.priority.rawValue] ?? ""
    assume(
      initiative.name,
      "nothing says what it is worth: \(times)its effort at the plan's rate, each year, is taken",
      isValue: true)
  }

  /// Money is counted in the currency that the plan's amounts are in.
  private mutating func settleRate() {
    plan.currency = reader.currency ?? .dollar
    plan.isRateAssumed = !isRateSaid
    guard plan.isRateAssumed else { return }
    let week = 4000 * plan.currency.minorPerUnit
    plan.rate = LabourRate(
      minorUnitsPerMinute: Rational(week, Effort.minutesPerPersonWeek) ?? .one)
  }
}
