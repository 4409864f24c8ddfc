import PlanInsight
import PlanModel

// What the plan says, as far as a reader of its schedule needs it.

struct PlanRecord: Encodable {
  let label: String
  let scenario: String?
  let overrides: [String]
  let start: String
  let end: String
  let asOf: String
  /// The last day to which costs are counted.
  let lastDay: String
  let cycle: ElapsedRecord
  let nextReview: String
  let currency: String
  let currencyMinorDigits: Int
  let printsMoney: Bool
  let isIllustrative: Bool
  let loadPerMille: Int64
  let horizons: [HorizonRecord]
  let teams: [TeamRecord]
  let loans: [LoanRecord]

  init(_ reading: Reading) {
    let plan = reading.plan
    label = plan.label
    scenario = plan.scenario?.name
    overrides = plan.overrides
    start = plan.start.record
    end = plan.end.record
    asOf = plan.asOf.record
    lastDay = reading.lastDate.record
    cycle = ElapsedRecord(plan.cycle)
    nextReview = reading.nextReview.record
    currency = plan.currency.code
    currencyMinorDigits = plan.currency.minorDigits
    printsMoney = plan.printsMoney
    isIllustrative = reading.isIllustrative
    loadPerMille = plan.load.perMille
    horizons = plan.horizons.map(HorizonRecord.init)
    teams = reading.teams.map { TeamRecord($0, reading) }
    loans = plan.loans.map { LoanRecord($0, plan) }
  }
}

struct HorizonRecord: Encodable {
  let name: String
  let label: String
  let first: String
  let last: String
  let bandLowPerMille: Int64?
  let bandHighPerMille: Int64?

  init(_ horizon: Horizon) {
    name = horizon.name
    label = horizon.label
    first = horizon.first.record
    last = horizon.last.record
    bandLowPerMille = horizon.band?.lowerBound.perMille
    bandHighPerMille = horizon.band?.upperBound.perMille
  }
}

struct TeamRecord: Encodable {
  let name: String
  let label: String
  let peopleTenths: Int32
  let availabilityPerMille: Int64
  /// What its work takes of its estimates, and how far that may be off.
  let upliftPerMille: Int64
  let variesPerMille: Int64
  /// Whether nobody says how far.
  let isPaceAssumed: Bool
  let wip: Int32?
  /// Each measurement, where there are any.
  let measuredAvailabilityPerMille: [Int64]
  let hires: [HireRecord]
  let absences: [AbsenceRecord]
  let learning: [LearningRecord]
  let upkeep: [UpkeepRecord]
  /// From today to the plan's end; absent where how people change is kept back.
  let paid: EffortRecord?
  let available: EffortRecord?
  let planned: EffortRecord?

  init(_ id: TeamID, _ reading: Reading) {
    let team = reading.plan.teams[id.index]
    let capacity = reading.model.capacities[id.index]
    let days = Int(reading.problem.firstDay)..<Int(reading.problem.horizonDay)
    let calendar = reading.plan.calendars[team.calendar.index]
    name = team.name
    label = team.label
    peopleTenths = team.peopleTenths
    availabilityPerMille = team.availability.perMille
    upliftPerMille = team.pace.uplift.perMille
    variesPerMille = team.pace.varies.perMille
    isPaceAssumed = team.pace.isAssumed
    wip = team.wip
    measuredAvailabilityPerMille = team.measuredAvailability.map(\.perMille)
    hires = team.hires.map { HireRecord($0, reading.plan) }
    absences = team.absences.map { AbsenceRecord($0, reading.plan) }
    learning = team.skills.map { reading.plan.skills[$0.index] }.flatMap { skill in
      skill.learnings.map { LearningRecord($0, skill) }
    }
    upkeep = team.upkeeps.map(UpkeepRecord.init)
    let isWhole = !reading.hidesPeople
    paid =
      isWhole
      ? EffortRecord(capacity.paid(days: days, on: calendar, from: reading.plan.start)) : nil
    available = isWhole ? EffortRecord(capacity.available(days: days)) : nil
    planned = isWhole ? EffortRecord(capacity.planned(days: days)) : nil
  }
}

struct GoalRecord: Encodable {
  let name: String
  let label: String
  let by: String?
  /// The day it was given up.
  let dropped: String?
  let owner: String?
  let note: String?
  let metrics: [MetricRecord]
  /// How it stands against the dates it is held to; absent where it is held to none.
  let health: HealthRecord?
  /// The day on which this schedule completes it; absent when it does not, or when nothing serves
  /// it.
  let complete: String?
  /// How sure that is; absent where nobody simulated.
  let outlook: OutlookRecord?
  let delayCost: MoneyRecord?

  init(_ index: Int, _ reading: Reading) {
    outlook = OutlookRecord(goal: index, reading)
    let goal = reading.plan.goals[index]
    name = goal.name
    label = goal.label
    by = goal.by?.record
    dropped = goal.dropped?.record
    owner = goal.owner
    note = goal.note
    metrics = goal.metrics.map(MetricRecord.init)
    health = HealthRecord(reading.verdict(ofGoal: index))
    let members = reading.members(ofGoal: index).map { reading.standings[$0] }
    let finishes = members.compactMap { $0.span?.finish }
    complete = members.contains(.undone) ? nil : finishes.max()?.record
    delayCost = MoneyRecord(
      reading.schedule.cost(ofGoal: index, in: reading.problem), isProved: true, reading)
  }
}

struct ExternalRecord: Encodable {
  let name: String
  let label: String
  let owner: String?
  let commitment: String
  let date: String
  /// In this schedule; absent where what it hangs on is left undone.
  let expected: String?
  /// The last day on which nothing in this schedule starts later for it; absent where nothing waits.
  let neededBy: String?
  /// The last day on which its fallback may be begun and still be there by then; absent without one.
  let decideBy: String?
  let after: [String]
  let slipLowDays: Int32
  let slipLikelyDays: Int32
  let slipHighDays: Int32
  let fallback: String?
  let fallbackAdds: EffortRecord?
  let fallbackTeam: String?
  let fallbackFrom: String?
  let note: String?

  init(_ id: ExternalID, _ reading: Reading) {
    let external = reading.plan.externals[id.index]
    name = external.name
    label = external.label
    owner = external.owner
    commitment = external.commitment.rawValue
    date = external.date.record
    expected = reading.model.expectedDate(of: id, in: reading.schedule)?.record
    let need = Need(id, reading.schedule, reading.model)
    neededBy = need?.by.record
    decideBy = need?.decideBy?.record
    after = external.after.map { reading.name($0.on) }
    slipLowDays = external.slipDays.low
    slipLikelyDays = external.slipDays.likely
    slipHighDays = external.slipDays.high
    fallback = external.fallback?.name
    fallbackAdds = external.fallback.map { EffortRecord($0.adds.mean) }
    fallbackTeam = external.fallback?.team.map { reading.plan.teams[$0.index].name }
    fallbackFrom = external.fallback?.from?.record
    note = external.note
  }
}

struct AskRecord: Encodable {
  let name: String
  let label: String
  let whom: String?
  let decideBy: String?
  let price: String?
  let why: String?
  let note: String?
  let unblocks: [String]
  /// The first day on which something of the schedule begins that cannot without it.
  let needed: String?
  /// The day by which to decide: the plan's own, or the day before that on which it is needed.
  let last: String?
  /// At most, where all that it unblocks begins a week later.
  let costOfAWeek: MoneyRecord?
  /// Whole weeks by which that may begin later at no cost, of those that were tried; absent where nothing waits.
  let freeWeeks: Int?
  /// At most, of the week after those.
  let costOfTheWeekAfter: MoneyRecord?

  init(_ ask: Ask, _ stake: AskStake, _ reading: Reading) {
    unblocks = ask.unblocks.map { reading.plan.initiatives[$0.index].name }
    needed = stake.needed?.record
    last = stake.last?.record
    costOfAWeek =
      reading.hidesWorth ? nil : MoneyRecord(stake.costOfAWeek, isProved: false, reading)
    freeWeeks =
      reading.hidesWorth || !reading.plan.printsMoney || stake.needed == nil
      ? nil : stake.freeWeeks
    costOfTheWeekAfter =
      reading.hidesWorth
      ? nil : MoneyRecord(stake.costOfTheWeekAfter, isProved: false, reading)
    name = ask.name
    label = ask.label
    whom = ask.whom
    decideBy = ask.decideBy?.record
    price = ask.price?.text(reading.plan.currency)
    why = ask.why
    note = ask.note
  }
}

struct AssumptionRecord: Encodable {
  let subject: String
  let text: String
  let isValue: Bool

  init(_ assumption: Assumption) {
    subject = assumption.subject
    text = assumption.text
    isValue = assumption.isValue
  }
}

struct UnenforcedRecord: Encodable {
  let kind: String
  let name: String
  let label: String
  let consequence: String

  init(_ item: Unenforced) {
    kind = item.kind
    name = item.name
    label = item.label
    consequence = item.consequence
  }
}
