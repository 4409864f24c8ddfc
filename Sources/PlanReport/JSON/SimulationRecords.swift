import FoundationEssentials
package import PlanInsight
import PlanModel

/// How sure a plan is, for programs; conventions are those of `json`.
package func outlookJSON(_ outlook: Outlook, _ answer: Answer) throws -> String {
  try questionJSON("simulate", answer) { SimulationRecord(OutlookReading(outlook, $0)) }
}

private struct SimulationRecord: Encodable {
  let trials: Int
  let trialsAsked: Int
  let seed: Int64
  let generator = "philox4x32-10"
  let delayCostScheduled: MoneyRecord?
  let delayCost: SimulatedCostRecord?
  let goals: [GoalOutlookRecord]
  let initiatives: [InitiativeOutlookRecord]
  let flags: [FlagRecord]
  let influences: [InfluenceRecord]
  let assumptions: [String]

  init(_ reading: OutlookReading) {
    trials = reading.simulation.trials
    trialsAsked = reading.simulation.asked
    seed = reading.simulation.uncertainty.seed
    delayCostScheduled = MoneyRecord(
      reading.reading.answer.solution.delayCost, isProved: false, reading.reading)
    delayCost = SimulatedCostRecord(reading.simulation, reading.reading)
    goals = reading.plan.goals.indices.compactMap { GoalOutlookRecord($0, reading) }
    initiatives = reading.plan.initiatives.indices.compactMap {
      InitiativeOutlookRecord($0, reading)
    }
    flags = reading.outlook.flags.map { FlagRecord($0, reading) }
    influences = reading.outlook.influences.map { InfluenceRecord($0, reading) }
    assumptions = reading.simulation.uncertainty.assumptions
  }
}

/// Days by which shares of the trials are done; absent where that is after the end of the plan's days.
private struct DaysRecord: Encodable {
  let p10: String?
  let p50: String?
  let p80: String?
  let p90: String?

  init(_ distribution: DayDistribution, _ reading: OutlookReading) {
    p10 = reading.reading.record(distribution, 10)
    p50 = reading.reading.record(distribution, 50)
    p80 = reading.reading.record(distribution, 80)
    p90 = reading.reading.record(distribution, 90)
  }
}

private struct GoalOutlookRecord: Encodable {
  let goal: String
  let by: String?
  let chancePerMille: Int64?
  /// What single estimates say, and the chance of that.
  let scheduled: String
  let chanceOfScheduledPerMille: Int64
  let finish: DaysRecord

  init?(_ index: Int, _ reading: OutlookReading) {
    guard let outlook = reading.simulation.goals[index] else { return nil }
    let planned = reading.plan.goals[index]
    goal = planned.name
    by = planned.by?.record
    chancePerMille = planned.by.map {
      outlook.finish.chance(by: reading.model.day(of: $0)).perMille
    }
    scheduled = reading.model.date(ofDay: outlook.scheduled).record
    chanceOfScheduledPerMille = outlook.finish.chance(by: outlook.scheduled).perMille
    finish = DaysRecord(outlook.finish, reading)
  }
}

private struct InitiativeOutlookRecord: Encodable {
  let initiative: String
  let horizon: String
  let startsInHorizonPerMille: Int64
  let scheduled: String?
  let chanceOfScheduledPerMille: Int64?
  let finish: DaysRecord
  let deadlines: [DeadlineChanceRecord]
  /// The day by which it was agreed that it is done.
  let agreed: DeadlineChanceRecord?
  let criticalityPerMille: Int64
  /// The goal that the longest path leads to; absent for the last finish of all.
  let criticalFor: String?

  init?(_ index: Int, _ reading: OutlookReading) {
    guard let outlook = reading.simulation.initiatives[index] else { return nil }
    let planned = reading.plan.initiatives[index]
    initiative = planned.name
    horizon = reading.plan.horizons[outlook.horizon.index].name
    startsInHorizonPerMille = outlook.startsInHorizon.perMille
    let finish = reading.reading.standings[index].span?.finish
    scheduled = finish?.record
    chanceOfScheduledPerMille = finish.map {
      outlook.finish.chance(by: reading.model.day(of: $0)).perMille
    }
    self.finish = DaysRecord(outlook.finish, reading)
    deadlines = planned.urgency.deadlines.filter { $0.date >= reading.plan.asOf }.map {
      DeadlineChanceRecord(
        date: $0.date.record,
        chancePerMille: outlook.finish.chance(by: reading.model.day(of: $0.date)).perMille)
    }
    agreed = reading.plan.agreedFinish(of: InitiativeID(index))
      .flatMap { $0 >= reading.plan.asOf ? $0 : nil }
      .map {
        DeadlineChanceRecord(
          date: $0.record,
          chancePerMille: outlook.finish.chance(by: reading.model.day(of: $0)).perMille)
      }
    criticalityPerMille = outlook.criticality.share.perMille
    criticalFor = outlook.criticality.goal.map { reading.plan.goals[$0.index].name }
  }
}

private struct DeadlineChanceRecord: Encodable {
  let date: String
  let chancePerMille: Int64
}

private struct FlagRecord: Encodable {
  let kind: String
  let name: String
  let date: String?
  let chancePerMille: Int64
  let neededPerMille: Int64
  let horizon: String
  let lifts: [LiftRecord]

  init(_ flagged: Outlook.Flagged, _ reading: OutlookReading) {
    switch flagged.flag.promise {
    case .start(let id):
      (kind, name, date) = ("start", reading.plan.initiatives[id.index].name, nil)
    case .deadline(let id, let day):
      (kind, name, date) = ("deadline", reading.plan.initiatives[id.index].name, day.record)
    case .agreed(let id, let day):
      (kind, name, date) = ("agreed", reading.plan.initiatives[id.index].name, day.record)
    case .goal(let id, let day):
      (kind, name, date) = ("goal", reading.plan.goals[id.index].name, day.record)
    }
    chancePerMille = flagged.flag.chance.perMille
    neededPerMille = flagged.flag.needed.perMille
    horizon = reading.plan.horizons[flagged.flag.horizon.index].name
    lifts = flagged.lifts.map { LiftRecord($0, reading) }
  }
}

private struct LiftRecord: Encodable {
  let lever: String
  let name: String
  let days: Int32?
  let chancePerMille: Int64
  /// Of the mean cost of delay, without what the lever itself costs; negative where it rises.
  let saves: MoneyRecord?

  init(_ lift: Lift, _ reading: OutlookReading) {
    func initiative(_ id: InitiativeID) -> String { reading.plan.initiatives[id.index].name }
    switch lift.lever {
    case .scope(let id): (lever, name, days) = ("scope", initiative(id), nil)
    case .risks(let id): (lever, name, days) = ("risks", initiative(id), nil)
    case .external(let id):
      (lever, name, days) = ("external", reading.plan.externals[id.index].name, nil)
    case .person(let id): (lever, name, days) = ("person", reading.plan.teams[id.index].name, nil)
    case .earlier(let id, let count): (lever, name, days) = ("earlier", initiative(id), count)
    }
    chancePerMille = lift.chance.perMille
    saves = MoneyRecord(lift.saves, isProved: false, reading.reading)
  }
}

private struct InfluenceRecord: Encodable {
  let kind: String
  let name: String
  /// Of the variance of the total cost of delay.
  let sharePerMille: Int64
  /// What it is worth to know it before anything starts.
  let worth: MoneyRecord?

  init(_ influence: Influence, _ reading: OutlookReading) {
    switch influence.source {
    case .effort(let work): (kind, name) = ("effort", reading.reading.path(work))
    case .referenceClass(let id): (kind, name) = ("class", reading.plan.classes[id.index].name)
    case .gate(let id, let index):
      let initiative = reading.plan.initiatives[id.index]
      (kind, name) = ("gate", "\(initiative.name).\(initiative.gates[index].name)")
    case .loss(let id, let index):
      let initiative = reading.plan.initiatives[id.index]
      (kind, name) = ("loss", "\(initiative.name).\(initiative.risks[index].name)")
    case .learner(let id, let index):
      let skill = reading.plan.skills[id.index]
      (kind, name) = ("learning", "\(skill.name).\(skill.learnings[index].name)")
    case .risk(let id, let index), .damage(let id, let index):
      let initiative = reading.plan.initiatives[id.index]
      (kind, name) = ("risk", "\(initiative.name).\(initiative.risks[index].name)")
    case .slip(let id), .fallback(let id):
      (kind, name) = ("slip", reading.plan.externals[id.index].name)
    case .pace(let id): (kind, name) = ("pace", reading.plan.teams[id.index].name)
    case .availability(let id): (kind, name) = ("availability", reading.plan.teams[id.index].name)
    }
    sharePerMille = influence.share.perMille
    worth = reading.outlook.worths.first { $0.source == influence.source }
      .flatMap { MoneyRecord($0.worth, isProved: false, reading.reading) }
  }
}
