package import PlanModel

/// What comes of money and work that are put into something once: debts whose tax ends with it, benefits and losses avoided
/// from the day it is done.
///
/// Its own cost of delay and that of goals is in none of the figures, and neither is what was spent before today.
package struct Returns: Sendable {
  package var initiative: InitiativeID
  package var effort: Effort
  /// That effort at the plan's rate, and what it costs besides as long as it has not begun.
  package var cost: Money
  /// What comes of it in a year once all of it is there, at the taxes of the plan's start.
  package var yearly: MoneyRate
  /// From which day on it brings something: the day after it is done in the schedule, or today where it is left out.
  package var from: CivilDate
  package var isScheduled: Bool
  /// Calendar days from then until what has come is what was paid, a year being 364; `nil` where that is not within
  /// `daysMax`.
  package var paybackDays: Int32?
  /// What comes in three years from then, less what was paid.
  package var threeYearNet: Int64
  /// What comes until the last day that is counted; 0 where it is left out.
  package var untilEnd: Int64

  /// What a unit of money brings until the last day counted, besides itself; `nil` where nothing is paid.
  package var netReturn: Rational? {
    Rational(untilEnd.addingClamped(-cost.minorUnits), cost.minorUnits)
  }

  /// Whether no growth, uptake or end bends what comes of it, so that the payback is one division.
  package var isEven: Bool

  /// Ten years: who waits longer for his money waits for another plan.
  package static let daysMax: Int32 = 10 * Int32(MoneyRate.daysPerYear)
  /// The years of `threeYearNet`: what platform cases are usually argued over.
  package static let netDays: Int32 = 3 * Int32(MoneyRate.daysPerYear)
}

extension Returns {
  /// `nil` for what pays no debt, brings no benefit and lowers no risk that costs money.
  ///
  /// - Parameters:
  ///   - initiative: One that is not finished.
  ///   - schedule: Says when it is done.
  ///   - model: The plan.
  /// - Complexity: O((days + `daysMax`) × accruals).
  package init?(of initiative: InitiativeID, in schedule: Schedule, _ model: SchedulingModel) {
    let plan = model.plan
    let planned = plan.initiatives[initiative.index]
    let accruals = planned.urgency.accruals
    let avoided = planned.urgency.avoidedLoss
    guard !accruals.isEmpty || avoided != nil else { return nil }
    self.initiative = initiative
    effort = plan.remainingEffort(of: initiative)
    let besides = model.problem.isOpen(initiative.index) ? planned.money ?? .zero : .zero
    cost = plan.rate.price(of: effort) + besides
    yearly = accruals.map(\.fullRate).reduce(avoided ?? .zero) { $0.plus($1) }
    let finish = schedule.finish(of: initiative.index, in: model.problem)
    isScheduled = finish != nil
    let first = (finish ?? max(-1, model.problem.firstDay - 1)) + 1
    from = model.date(ofDay: first)
    isEven = accruals.allSatisfy(\.isEven)

    let gains = Gains(accruals, avoided, plan: plan, from: Int(first), days: Int(Self.daysMax))
    let paid = cost.minorUnits
    if isEven {
      paybackDays = Self.evenPayback(paid, yearly)
    } else {
      paybackDays = (0...Self.daysMax).first { gains.sum(days: Int($0)) >= paid }
    }
    threeYearNet = gains.sum(days: Int(Self.netDays)).addingClamped(-paid)
    untilEnd = isScheduled ? gains.sum(days: Int(max(0, model.problem.lastDay - first))) : 0
  }

  /// Rounded up to a day.
  private static func evenPayback(_ paid: Int64, _ yearly: MoneyRate) -> Int32? {
    let daily = yearly.minorUnitsPerYear.divided(by: Rational(MoneyRate.daysPerYear))
    guard let daily, daily > .zero, let days = Rational(paid).divided(by: daily)?.ceiling,
      days <= Int64(daysMax)
    else { return nil }
    return Int32(days)
  }
}

/// What has come of something on each day after it was done.
private struct Gains {
  private let first: Int
  private let days: Int
  private let taxes: [[Int64]]
  private let benefits: [[Int64]]
  private let avoided: MoneyRate?

  init(_ accruals: [Accrual], _ avoided: MoneyRate?, plan: Plan, from first: Int, days: Int) {
    self.first = first
    self.days = days
    self.avoided = avoided
    taxes = accruals.filter(\.isTax)
      .map { $0.lost(planStart: plan.start, days: first + days) }
    benefits = accruals.filter { !$0.isTax }.map { $0.lost(planStart: plan.start, days: days) }
  }

  /// By the end of so many days, at most as many as it was made for.
  func sum(days count: Int) -> Int64 {
    guard count > 0 else { return 0 }
    let count = min(count, days)
    var sum = avoided?.amount(overDays: Int64(count)).minorUnits ?? 0
    for tax in taxes {
      let before = first > 0 ? tax[first - 1] : 0
      sum = sum.addingClamped(tax[first + count - 1].addingClamped(-before))
    }
    for benefit in benefits {
      // The table has what is forgone by the end of a stretch of `days`, the latest days of the uptake first.
      let rest = count < days ? benefit[days - count - 1] : 0
      sum = sum.addingClamped(benefit[days - 1].addingClamped(-rest))
    }
    return sum
  }
}

extension Accrual {
  fileprivate var isTax: Bool {
    switch course {
    case .tax: true
    case .benefit: false
    }
  }

  /// What it comes to in a year when all of it is there.
  fileprivate var fullRate: MoneyRate {
    switch course {
    case .tax: rate
    case .benefit(let uptake):
      MoneyRate(
        minorUnitsPerYear: rate.minorUnitsPerYear.times(uptake.full) ?? rate.minorUnitsPerYear)
    }
  }

  /// Whether it is the same on every day.
  fileprivate var isEven: Bool {
    switch course {
    case .tax(let tax): tax.growthPerMonth == .zero && tax.last == nil
    case .benefit(let uptake): uptake.ramp.isZero && uptake.lasts == nil
    }
  }
}
