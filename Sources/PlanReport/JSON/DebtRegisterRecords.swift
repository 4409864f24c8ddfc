package import PlanInsight
import PlanModel

/// What debts take and what comes of paying them, for programs; conventions are those of `json`.
package func debtJSON(_ register: DebtRegister, _ answer: Answer) throws -> String {
  try questionJSON("debt", answer) { RegisterRecord(register, $0) }
}

private struct RegisterRecord: Encodable {
  let debts: [EntryRecord]
  let benefits: [BenefitRecord]
  /// The soonest paid back first.
  let investments: [InvestmentRecord]

  init(_ register: DebtRegister, _ reading: Reading) {
    debts = register.debts.map { EntryRecord($0, reading) }
    benefits = reading.plan.benefits.map { BenefitRecord($0, reading) }
    investments = register.investments.map { InvestmentRecord($0, reading) }
  }
}

private struct EntryRecord: Encodable {
  let debt: DebtRecord
  /// Today.
  let taxAWeek: EffortRecord
  let taxAWeekAtEnd: EffortRecord
  /// Thousandths of a person.
  let peoplePerMille: Int64
  let shareOfPaidPerMille: Int64?
  let costsIfNeverPaid: MoneyRecord?
  let costsInSchedule: MoneyRecord?

  init(_ entry: DebtRegister.Entry, _ reading: Reading) {
    debt = DebtRecord(entry.debt, reading)
    taxAWeek = EffortRecord(entry.weekly)
    taxAWeekAtEnd = EffortRecord(entry.weeklyAtEnd)
    peoplePerMille = entry.people.perMille
    shareOfPaidPerMille = entry.shareOfPaid?.perMille
    costsIfNeverPaid = MoneyRecord(entry.untilEnd, isProved: true, reading)
    costsInSchedule = MoneyRecord(entry.scheduled, isProved: true, reading)
  }
}

private struct InvestmentRecord: Encodable {
  let initiative: String
  let pays: [String]
  let brings: [String]
  let lowersRisks: Bool
  let effort: EffortRecord
  let costs: MoneyRecord?
  let bringsAYear: MoneyRecord?
  let isScheduled: Bool
  /// The day from which on it brings something; today for what is left out.
  let from: String
  /// Absent where that takes more than ten years.
  let paybackCalendarDays: Int32?
  let threeYearNet: MoneyRecord?
  let bringsUntilEnd: MoneyRecord?
  let netReturnPerMille: Int64?
  /// By how much the whole plan costs more without it; absent for what is left out.
  let planLosesWithout: MoneyRecord?
  /// By how much the whole plan costs more with it; absent for what is scheduled.
  let planLosesWith: MoneyRecord?

  init(_ investment: DebtRegister.Investment, _ reading: Reading) {
    let returns = investment.returns
    func money(_ amount: Int64?, isProved: Bool = true) -> MoneyRecord? {
      MoneyRecord(amount, isProved: isProved, reading)
    }
    initiative = reading.plan.initiatives[returns.initiative.index].name
    pays = investment.pays.map { reading.plan.debts[$0.index].name }
    brings = investment.brings.map { reading.plan.benefits[$0.index].name }
    lowersRisks = investment.lowersRisks
    effort = EffortRecord(returns.effort)
    costs = money(returns.cost.minorUnits)
    bringsAYear = money(returns.yearly.minorUnitsPerYear.rounded)
    isScheduled = returns.isScheduled
    from = returns.from.record
    paybackCalendarDays = returns.paybackDays
    threeYearNet = money(returns.threeYearNet)
    bringsUntilEnd = returns.isScheduled ? money(returns.untilEnd) : nil
    netReturnPerMille = returns.isScheduled ? returns.netReturn?.perMille : nil
    switch investment.worth {
    case .scheduled(let amount):
      (planLosesWithout, planLosesWith) = (money(amount, isProved: false), nil)
    case .leftOut(let amount):
      (planLosesWithout, planLosesWith) = (nil, money(amount, isProved: false))
    case .notOpen, .notAsked: (planLosesWithout, planLosesWith) = (nil, nil)
    }
  }
}
