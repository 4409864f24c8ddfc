package import PlanInsight
import PlanModel

/// Signals, needs and gates, for programs; conventions are those of `json`.
package func signalsJSON(_ signals: Signals, _ answer: Answer) throws -> String {
  try questionJSON("signals", answer) { SignalsRecord(signals, $0) }
}

private struct SignalsRecord: Encodable {
  let active: [ActiveRecord]
  let needs: [NeedRecord]
  let gates: [StakeRecord]

  init(_ signals: Signals, _ reading: Reading) {
    active = signals.active.map { ActiveRecord($0, reading) }
    needs = signals.needs.map { NeedRecord($0, reading) }
    gates = signals.gates.map { StakeRecord($0, reading) }
  }
}

private struct WorthRecord: Encodable {
  let effort: EffortRecord
  let costs: MoneyRecord?
  let worth: MoneyRecord?
  /// By how much the whole plan costs more when it is stopped; negative where it costs less, absent where that breaks a demand
  /// or was not asked.
  let stoppingCosts: MoneyRecord?
  let stoppingBreaksADemand: Bool

  init(_ worth: RemainingWorth, _ reading: Reading) {
    effort = EffortRecord(worth.effort)
    costs = MoneyRecord(worth.cost.minorUnits, isProved: true, reading)
    self.worth = MoneyRecord(worth.value, isProved: true, reading)
    var amount: Int64?
    if case .costs(let found) = worth.stopping { amount = found }
    stoppingCosts = MoneyRecord(amount, isProved: false, reading)
    stoppingBreaksADemand = worth.stopping == .breaksADemand
  }
}

private struct ActiveRecord: Encodable {
  let initiative: String
  let label: String
  let milestonesMissedInARow: Int
  let milestonesDue: Int
  let effortPlanned: EffortRecord?
  let effortWorst: EffortRecord?
  let effortNow: EffortRecord?
  let remaining: WorthRecord
  let droppedGoals: [String]
  /// `milestones_missed`, `worth_less_than_it_costs`, `people_earn_more_elsewhere`, `cost_past_its_case`, `goal_dropped`.
  let signals: [String]

  init(_ work: ActiveWork, _ reading: Reading) {
    initiative = reading.plan.initiatives[work.initiative.index].name
    label = reading.label(work.initiative.index)
    milestonesMissedInARow = work.missedInARow
    milestonesDue = work.milestonesDue
    effortPlanned = work.growth.map { EffortRecord($0.planned) }
    effortWorst = work.growth.map { EffortRecord($0.worst) }
    effortNow = work.growth.map { EffortRecord($0.now) }
    remaining = WorthRecord(work.worth, reading)
    droppedGoals = work.dropped.map { reading.plan.goals[$0.index].name }
    signals = work.signals.map(\.name)
  }
}

extension ActiveWork.Signal {
  fileprivate var name: String {
    switch self {
    case .milestonesMissed: "milestones_missed"
    case .worthLessThanItCosts: "worth_less_than_it_costs"
    case .peopleEarnMoreElsewhere: "people_earn_more_elsewhere"
    case .costPastItsCase: "cost_past_its_case"
    case .goalDropped: "goal_dropped"
    }
  }
}

private struct NeedRecord: Encodable {
  let external: String
  let expected: String
  let neededBy: String
  let slackWorkingDays: Int
  let waiting: [String]
  /// Absent without a fallback.
  let decideBy: String?
  let fallbackWorkingDays: Int?
  let isTooLate: Bool

  init(_ need: Need, _ reading: Reading) {
    external = reading.plan.externals[need.external.index].name
    expected = need.expected.record
    neededBy = need.by.record
    slackWorkingDays = need.slack
    waiting = need.waiting.map { reading.path($0) }
    decideBy = need.decideBy?.record
    fallbackWorkingDays = need.fallbackDays
    isTooLate = need.isTooLate
  }
}

private struct StakeRecord: Encodable {
  let initiative: String
  let gate: String
  let on: String
  let needs: String
  let otherwise: String
  let donePerMille: Int64?
  let effortUntil: EffortRecord
  let effortAfter: EffortRecord
  let costsUntil: MoneyRecord?
  let costsAfter: MoneyRecord?
  let remaining: WorthRecord
  let readings: [ReadingRecord]

  struct ReadingRecord: Encodable {
    let metric: String
    let on: String
    let value: String
    let attainmentPerMille: Int64?
  }

  init(_ stake: GateStake, _ reading: Reading) {
    let planned = reading.plan.initiatives[stake.initiative.index]
    let subject = planned.gates[stake.gate]
    initiative = planned.name
    gate = subject.name
    on = subject.on.record
    needs = subject.needs
    otherwise = subject.otherwise.rawValue
    donePerMille = stake.doneShare?.perMille
    effortUntil = EffortRecord(stake.until)
    effortAfter = EffortRecord(stake.after)
    costsUntil = MoneyRecord(stake.costUntil.minorUnits, isProved: true, reading)
    costsAfter = MoneyRecord(stake.costAfter.minorUnits, isProved: true, reading)
    remaining = WorthRecord(stake.worth, reading)
    readings = stake.readings.map {
      ReadingRecord(
        metric: planned.metrics[$0.metric].name, on: $0.reading.on.record,
        value: $0.reading.value, attainmentPerMille: $0.reading.attainment?.perMille)
    }
  }
}
