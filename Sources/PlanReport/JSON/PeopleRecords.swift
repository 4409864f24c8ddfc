import PlanInsight
import PlanModel

// How teams change.

struct HireRecord: Encodable {
  let name: String
  let label: String
  let peopleTenths: Int32
  let on: String
  /// The last day of contractors; absent for those who stay.
  let last: String?
  let ramp: ElapsedRecord
  let mentoringPerMille: Int64
  let skill: String?
  let salary: String?
  /// Once, for all of them.
  let fee: String?

  init(_ hire: Hire, _ plan: Plan) {
    name = hire.name
    label = hire.label
    peopleTenths = hire.peopleTenths
    on = hire.on.record
    last = hire.last?.record
    ramp = ElapsedRecord(hire.ramp)
    mentoringPerMille = hire.mentoring.perMille
    skill = hire.skill.map { plan.skills[$0.index].name }
    salary = hire.salary?.text(plan.currency, .month)
    fee = hire.fee?.text(plan.currency)
  }
}

struct AbsenceRecord: Encodable {
  let name: String
  let label: String
  let peopleTenths: Int32
  let first: String
  let last: String
  let skill: String?
  let why: String?

  init(_ absence: Absence, _ plan: Plan) {
    name = absence.name
    label = absence.label
    peopleTenths = absence.peopleTenths
    first = absence.first.record
    last = absence.last.record
    skill = absence.skill.map { plan.skills[$0.index].name }
    why = absence.why
  }
}

struct LearningRecord: Encodable {
  let name: String
  let label: String
  let skill: String
  let peopleTenths: Int32
  let on: String
  let earliest: String
  let latest: String
  /// From this day on they count to the pool.
  let counts: String

  init(_ learning: Learning, _ skill: Skill) {
    name = learning.name
    label = learning.label
    self.skill = skill.name
    peopleTenths = learning.peopleTenths
    on = learning.on.record
    earliest = learning.earliest.record
    latest = learning.latest.record
    counts = learning.counts.record
  }
}

struct UpkeepRecord: Encodable {
  let name: String
  let label: String
  let sharePerMille: Int64

  init(_ upkeep: Upkeep) {
    name = upkeep.name
    label = upkeep.label
    sharePerMille = upkeep.share.perMille
  }
}

struct LoanRecord: Encodable {
  let name: String
  let label: String
  let peopleTenths: Int32
  let giver: String
  let taker: String
  let skill: String?
  let on: String
  /// Absent where they stay.
  let last: String?
  let ramp: ElapsedRecord

  init(_ loan: Loan, _ plan: Plan) {
    name = loan.name
    label = loan.label
    peopleTenths = loan.peopleTenths
    giver = plan.teams[loan.giver.index].name
    taker = plan.teams[loan.taker.index].name
    skill = loan.skill.map { plan.skills[$0.index].name }
    on = loan.on.record
    last = loan.last?.record
    ramp = ElapsedRecord(loan.ramp)
  }
}
