import PlanInsight
import PlanModel

// An initiative with its works, its place in the schedule and its figures.

struct InitiativeRecord: Encodable {
  let name: String
  let label: String
  /// The initiative whose later slice this is.
  let partOf: String?
  /// Its share of the whole, where that is cut into slices.
  let slice: SliceRecord?
  let kind: String
  let priority: String
  /// What it costs besides people, where the plan says so.
  let money: Amount?
  let status: String
  /// `scheduled`, `undone`, `done` or `cancelled`.
  let standing: String
  let horizon: String?
  let start: String?
  let finish: String?
  /// How sure that is; absent where nobody simulated.
  let outlook: OutlookRecord?
  /// How it stands against the dates it is held to; absent where it is held to none.
  let health: HealthRecord?
  let goals: [String]
  let owner: String?
  let askedBy: String?
  let why: String?
  /// What the business has when it is done.
  let outcome: String?
  let whyNot: String?
  let revisit: String?
  let revisitWhen: String?
  /// How one sees that it is done.
  let doneWhen: String?
  let outOfScope: [String]
  /// The group of which one is done at most.
  let exclusive: String?
  /// What is done instead of it.
  let excludedBy: String?
  let gates: [GateRecord]
  let milestones: [MilestoneRecord]
  let cancellation: CancellationRecord?
  /// Still to be done, risks included as they are expected.
  let effort: EffortRecord
  let isEffortAssumed: Bool
  let isValueAssumed: Bool
  let metrics: [MetricRecord]
  let risks: [RiskRecord]
  let works: [WorkRecord]
  let delayCost: MoneyRecord?
  /// Of what is scheduled and has not begun.
  let deferrals: [DeferralRecord]?
  /// Of what is undone.
  let undone: UndoneRecord?

  init(_ index: Int, _ reading: Reading) {
    let initiative = reading.plan.initiatives[index]
    let span = reading.standings[index].span
    name = initiative.name
    label = initiative.label
    partOf = initiative.partOf.map { reading.plan.initiatives[$0.index].name }
    slice = initiative.slice.map(SliceRecord.init)
    kind = initiative.kind
    priority = initiative.priority.rawValue
    money = initiative.money.map { Amount($0, reading.plan) }
    status = initiative.status.rawValue
    standing = reading.standings[index].word
    horizon = span.map { reading.plan.horizons[$0.horizon.index].name }
    start = span?.start.record
    finish = (span?.finish ?? initiative.finished)?.record
    outlook = OutlookRecord(initiative: index, reading)
    goals = initiative.goals.map { reading.plan.goals[$0.index].name }
    owner = initiative.words.owner
    askedBy = initiative.words.askedBy
    why = initiative.words.why
    outcome = initiative.words.outcome
    health = HealthRecord(reading.verdict(of: index))
    whyNot = initiative.words.whyNot
    revisit = initiative.words.revisit?.record
    revisitWhen = initiative.words.revisitWhen
    doneWhen = initiative.words.doneWhen
    outOfScope = initiative.words.outOfScope
    exclusive = reading.plan.exclusives.first { $0.members.contains(InitiativeID(index)) }?.name
    excludedBy =
      reading.standings[index] == .undone
      ? reading.excluder(of: index).map { reading.plan.initiatives[Int($0)].name } : nil
    gates = initiative.gates.map(GateRecord.init)
    milestones = reading.plan.milestones.indices.filter { number in
      let milestone = reading.plan.milestones[number]
      return milestone.initiative.index == index && reading.shows(milestone.readers)
    }.map { MilestoneRecord(MilestoneID($0), reading) }
    cancellation = initiative.cancellation.map(CancellationRecord.init)
    effort = EffortRecord(reading.effort(index))
    isEffortAssumed = initiative.isEffortAssumed
    isValueAssumed = initiative.urgency.isAssumed
    metrics = initiative.metrics.map(MetricRecord.init)
    risks = initiative.risks.map { RiskRecord($0, reading) }
    works = initiative.works.filter { reading.shows(reading.plan.works[$0].readers) }
      .map { WorkRecord(WorkID($0), reading) }
    delayCost = MoneyRecord(
      reading.schedule.cost(of: index, in: reading.problem), isProved: true, reading)
    // What others would lose, and what planning anew saves, are sums over everything.
    deferrals =
      reading.hidesWorth
      ? nil
      : reading.answer.deferrals[index].map { deferral in
        deferral.steps.map { DeferralRecord($0, reading) }
      }
    undone = reading.answer.undone[index].map { UndoneRecord($0, reading) }
  }
}

extension Standing {
  /// For programs.
  var word: String {
    switch self {
    case .done: "done"
    case .cancelled: "cancelled"
    case .scheduled: "scheduled"
    case .undone: "undone"
    case .hidden: "hidden"
    }
  }
}

struct SliceRecord: Encodable {
  let name: String
  let label: String
  let part: String
  let worth: String

  init(_ slice: Slice) {
    name = slice.name
    label = slice.label
    part = slice.part.percentText()
    worth = slice.worth.percentText()
  }
}

struct ModeRecord: Encodable {
  let name: String
  let label: String
  let effort: EffortRecord

  init(_ mode: Mode) {
    name = mode.name
    label = mode.label
    effort = EffortRecord(mode.effort)
  }
}

struct WorkRecord: Encodable {
  let name: String
  let label: String
  let team: String
  let skill: String?
  let effort: EffortRecord
  /// The reference class whose uplift its effort has.
  let referenceClass: String?
  /// Of a work whose length was fixed.
  let lengthWorkingDays: Int32?
  /// Never offered as scope to cut.
  let isProtected: Bool
  /// Other ways to do it, among which the schedule chooses.
  let modes: [ModeRecord]
  /// The name of the mode it is done in; absent for the usual way.
  let mode: String?
  /// Absent when it is undone.
  let start: String?
  let finish: String?
  let staffTenths: Int32?
  /// Why it does not start earlier.
  let hold: HoldRecord?

  init(_ id: WorkID, _ reading: Reading) {
    let work = reading.plan.works[id.index]
    name = work.name
    label = work.label
    team = reading.plan.teams[work.team.index].name
    skill = work.skill.map { reading.plan.skills[$0.index].name }
    effort = EffortRecord(work.effort)
    referenceClass = work.referenceClass.map { reading.plan.classes[$0.index].name }
    lengthWorkingDays = work.length?.workingDays
    isProtected = work.isProtected
    modes = work.modes.map(ModeRecord.init)
    mode = (reading.model.mode(of: id, in: reading.schedule) ?? work.usedMode)?.name
    let index = reading.model.workIndices[id.index].map { Int($0) }
    let placed = index.flatMap { reading.schedule.placements[$0] }
    if let index, let placed {
      staffTenths = reading.problem.works[index].options[Int(placed.option)].staffTenths
    } else {
      staffTenths = nil
    }
    switch work.progress {
    case .open:
      start = placed.map { reading.model.date(ofDay: $0.start).record }
      finish = placed.map { reading.model.date(ofDay: $0.finish).record }
    case .running(let begun, _):
      start = begun.record
      finish = placed.map { reading.model.date(ofDay: $0.finish).record }
    case .finished(let date):
      start = nil
      finish = date.record
    }
    hold = index.flatMap { index in
      reading.answer.holds[index].map { HoldRecord($0, work: index, reading) }
    }
  }
}

/// What one postponement costs.
struct DeferralRecord: Encodable {
  /// Absent for leaving it undone.
  let by: ElapsedRecord?
  let own: MoneyRecord?
  let knockOn: MoneyRecord?
  /// After everything else is planned anew.
  let net: MoneyRecord?
  /// Proved, and above nothing.
  let netAtLeast: MoneyRecord?
  let freed: MoneyRecord?
  /// `net` is exact, not an upper limit.
  let isProved: Bool
  /// Initiatives whose hard demands break when nothing is planned anew, and budgets and hard guardrails that do.
  let shiftBreaks: [String]
  /// Initiatives whose hard demands break even then.
  let breaks: [String]

  init(_ step: Deferral.Step, _ reading: Reading) {
    func names(_ demands: [HardDemand]) -> [String] {
      demands.map { reading.name(of: $0) }
    }
    if case .by(let elapsed) = step.delay { by = ElapsedRecord(elapsed) } else { by = nil }
    switch step.shifted {
    case .costs(let first, let second):
      own = MoneyRecord(first, isProved: true, reading)
      knockOn = MoneyRecord(second, isProved: true, reading)
      shiftBreaks = []
    case .breaks(let demands):
      (own, knockOn) = (nil, nil)
      shiftBreaks = names(demands)
    }
    switch step.net {
    case .costs(let amount, let proved):
      net = MoneyRecord(amount, isProved: proved, reading)
      isProved = proved
      breaks = []
    case .breaks(let demands):
      net = nil
      isProved = false
      breaks = names(demands)
    }
    netAtLeast = MoneyRecord(step.atLeast, isProved: true, reading)
    freed = MoneyRecord(step.freed, isProved: isProved, reading)
  }
}

struct UndoneRecord: Encodable {
  let untilEnd: MoneyRecord?
  let perCycle: MoneyRecord?
  let keepsOut: [String]

  init(_ cost: UndoneCost, _ reading: Reading) {
    untilEnd = MoneyRecord(cost.untilEnd, isProved: true, reading)
    perCycle = MoneyRecord(cost.perCycle, isProved: true, reading)
    keepsOut = cost.keepsOut.filter { reading.standings[Int($0)] != .hidden }
      .map { reading.plan.initiatives[Int($0)].name }
  }
}
