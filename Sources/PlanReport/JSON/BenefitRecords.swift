import PlanInsight
import PlanModel

// What is earned, saved and lost from day to day.

struct BenefitRecord: Encodable {
  let name: String
  let label: String
  let initiative: String
  let basis: String
  /// A year, when all of it is there.
  let rate: MoneyRecord?
  let adoptionFirstPerMille: Int64
  let adoptionFullPerMille: Int64
  let ramp: ElapsedRecord
  let lasts: ElapsedRecord?
  let note: String?

  init(_ benefit: Benefit, _ reading: Reading) {
    name = benefit.name
    label = benefit.label
    initiative = reading.plan.initiatives[benefit.initiative.index].name
    basis = benefit.basis.rawValue
    rate = MoneyRecord(benefit.rate.minorUnitsPerYear.rounded, isProved: true, reading)
    adoptionFirstPerMille = benefit.uptake.first.perMille
    adoptionFullPerMille = benefit.uptake.full.perMille
    ramp = ElapsedRecord(benefit.uptake.ramp)
    lasts = benefit.uptake.lasts.map(ElapsedRecord.init)
    note = benefit.note
  }
}

struct DebtRecord: Encodable {
  let name: String
  let label: String
  let owner: String?
  let quadrant: String?
  let taxMinutesPerYear: Int64
  let growthPerMonthPerMille: Int64
  let since: String?
  let expires: String?
  /// Initiatives that pay it.
  let paidBy: [String]
  let note: String?

  init(_ id: DebtID, _ reading: Reading) {
    let debt = reading.plan.debts[id.index]
    name = debt.name
    label = debt.label
    owner = debt.owner
    quadrant = debt.quadrant
    taxMinutesPerYear = debt.taxMinutesPerYear.rounded
    growthPerMonthPerMille = debt.growthPerMonth.perMille
    since = debt.since?.record
    expires = debt.expires?.record
    paidBy = reading.plan.initiatives.filter { $0.pays.contains(id) }.map(\.name)
    note = debt.note
  }
}
