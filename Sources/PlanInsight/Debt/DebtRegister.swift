package import PlanModel

/// The debts of a plan with what they take, and what comes of paying them and of benefits (PRACTICE, "Debt is argued in
/// numbers").
package struct DebtRegister: Sendable {
  /// One a debt of the plan.
  package var debts: [Entry]
  /// Initiatives that pay debts, bring benefits or lower risks that cost money, those that pay back first before the others.
  package var investments: [Investment]

  package struct Entry: Sendable {
    package var debt: DebtID
    /// The time that it takes of people in a week of today.
    package var weekly: Effort
    /// The same in a week at the plan's end, where it grows or shrinks.
    package var weeklyAtEnd: Effort
    /// How many people it keeps busy, at five days a week.
    package var people: Rational
    /// The share of the people under contract that it takes; `nil` where nobody is.
    package var shareOfPaid: Rational?
    /// Minor units from today to the last day counted if nobody pays it.
    package var untilEnd: Int64
    /// The part of that which is left to pay in this schedule: until the first that pays it is done.
    package var scheduled: Int64
    /// Initiatives that pay it and are not given up, in the plan's order.
    package var payers: [InitiativeID]
  }

  package struct Investment: Sendable {
    package var returns: Returns
    package var pays: [DebtID]
    package var brings: [BenefitID]
    package var lowersRisks: Bool
    package var worth: WorthInPlan
  }

  /// What the whole plan says of it, solved: everything it is waited for, people it takes from others, and its own returns.
  package enum WorthInPlan: Hashable, Sendable {
    /// Left out, so much more would be lost: minor units, a difference of schedules that exist.
    case scheduled(losesWithout: Int64)
    /// Put in, so much more would be lost than without it.
    case leftOut(costsWith: Int64)
    /// Others that have to be done need it, or it has begun.
    case notOpen
    /// There are more than are asked about.
    case notAsked
  }
}

extension DebtRegister {
  /// So many investments are solved with and without.
  private static let solvedMax = 60

  /// - Parameters:
  ///   - model: The plan.
  ///   - base: Its schedule.
  ///   - inquiry: Solves.
  /// - Complexity: A solve for each search and investment.
  package init(of model: SchedulingModel, base: Solution, inquiry: Inquiry) {
    let plan = model.plan
    debts = plan.debts.indices.map { Entry(DebtID($0), base.schedule, model) }
    let returns = plan.initiatives.indices.compactMap { index -> Returns? in
      let isOpen = !model.problem.initiatives[index].works.isEmpty
      return isOpen ? Returns(of: InitiativeID(index), in: base.schedule, model) : nil
    }
    let control = inquiry.reference(model.problem, from: base.schedule)
    // Of more those that bring most a year are asked about: each is a solve.
    let asked = Set(
      returns.indices.sorted {
        let rates = (returns[$0].yearly, returns[$1].yearly)
        return rates.0 != rates.1
          ? rates.0.minorUnitsPerYear > rates.1.minorUnitsPerYear : $0 < $1
      }.prefix(Self.solvedMax))
    let worths = inquiry.workers.answers(returns.count) {
      asked.contains($0)
        ? WorthInPlan(of: returns[$0].initiative, model.problem, control, inquiry) : .notAsked
    }
    let found = zip(returns, worths).map { returns, worth in
      let planned = plan.initiatives[returns.initiative.index]
      return Investment(
        returns: returns, pays: planned.pays,
        brings: planned.urgency.accruals.compactMap {
          if case .benefit(let id) = $0.source { id } else { nil }
        }, lowersRisks: planned.urgency.avoidedLoss != nil, worth: worth)
    }
    func rank(_ investment: Investment) -> (Int32, Int32) {
      (investment.returns.paybackDays ?? .max, investment.returns.initiative.raw)
    }
    investments = found.sorted { rank($0) < rank($1) }
  }
}

extension DebtRegister.Entry {
  fileprivate init(_ id: DebtID, _ schedule: Schedule, _ model: SchedulingModel) {
    let plan = model.plan
    let problem = model.problem
    debt = id
    let lost = plan.debts[id.index].accrual(id, at: plan.rate)
      .lost(planStart: plan.start, days: Int(problem.lastDay))
    let today = max(0, min(Int(problem.firstDay), lost.count - 1))
    weekly = plan.debts[id.index].weekly(months: plan.start.months(until: plan.asOf))
    weeklyAtEnd = plan.debts[id.index].weekly(months: plan.start.months(until: plan.end))
    people = Rational(weekly.minutes, Effort.minutesPerPersonWeek) ?? .zero
    let heads = model.capacities.reduce(Int64(0)) { $0 + Int64($1.paidTenths[today]) }
    shareOfPaid = people.times(10)?.divided(by: Rational(heads))
    payers = plan.initiatives.indices.filter {
      plan.initiatives[$0].pays.contains(id) && plan.initiatives[$0].priority != .wont
        && plan.initiatives[$0].status != .cancelled
    }.map { InitiativeID($0) }
    let before = today > 0 ? lost[today - 1] : 0
    func since(_ day: Int) -> Int64 { max(0, lost[day].addingClamped(-before)) }
    untilEnd = lost.isEmpty ? 0 : since(lost.count - 1)
    let finishes = payers.compactMap { payer -> Int32? in
      if let day = plan.initiatives[payer.index].finished { return model.day(of: day) }
      return schedule.finish(of: payer.index, in: problem)
    }
    let last = finishes.min().map { Int(min($0, problem.lastDay - 1)) }
    scheduled = last.map { $0 < today ? 0 : since($0) } ?? untilEnd
  }
}

extension DebtRegister.WorthInPlan {
  fileprivate init(
    of initiative: InitiativeID, _ problem: Problem, _ control: Solution, _ inquiry: Inquiry
  ) {
    self = .notOpen
    guard problem.isOpen(initiative.index) else { return }
    if control.schedule.isDone(initiative.index, in: problem) {
      var without = problem
      without.initiatives[initiative.index].selection = .forbidden
      var seed = control.schedule
      for work in problem.initiatives[initiative.index].works { seed.placements[Int(work)] = nil }
      guard let found = inquiry.best(without, from: [seed]) else { return }
      let loss = found.aimCost(in: without).addingClamped(-control.aimCost)
      self = .scheduled(losesWithout: max(0, loss))
    } else {
      let found = Inclusions(problem, base: control, inquiry: inquiry)
        .inclusion(of: initiative.index, within: nil)
      if case .costs(let amount, _) = found.price { self = .leftOut(costsWith: amount) }
    }
  }
}

extension Debt {
  /// Time of people in a week, so many months after the plan's start; nothing once it has expired is not in it.
  fileprivate func weekly(months: Int) -> Effort {
    var minutes = Int128(taxMinutesPerYear.divided(by: 52)?.rounded ?? .max)
    let numerator = Int128(growthPerMonth.numerator) + Int128(growthPerMonth.denominator)
    let denominator = Int128(growthPerMonth.denominator)
    for _ in 0..<max(0, months) where growthPerMonth != .zero {
      minutes = (2 * minutes * max(0, numerator) + denominator) / (2 * denominator)
      // What has grown past all people there are need not grow on.
      if minutes > Int128(Int64.max / 4) || minutes == 0 { break }
    }
    return Effort(minutes: Int64(clamping: minutes))
  }
}

extension CivilDate {
  /// Whole months from a day to another; 0 where that lies before.
  fileprivate func months(until other: CivilDate) -> Int {
    guard self < other else { return 0 }
    let (from, to) = (fields, other.fields)
    let months = (to.year - from.year) * 12 + to.month - from.month
    return max(0, adding(months: months) > other ? months - 1 : months)
  }
}
