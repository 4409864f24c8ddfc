import PlanInsight
import PlanModel

// What may go wrong with an initiative, when it is judged, and how far its measures have come.

struct RiskRecord: Encodable {
  let name: String
  let label: String
  /// An assumption's risk is that it does not hold.
  let isAssumption: Bool
  let knownAfter: String?
  let chancePerMille: Int64
  let adds: EffortRecord?
  let costs: MoneyRecord?
  /// The time its chance is counted over; absent without costs.
  let over: ElapsedRecord?
  let expectedLossAYear: MoneyRecord?
  let lowered: LoweredRecord?
  let owner: String?

  init(_ risk: Risk, _ reading: Reading) {
    name = risk.name
    label = risk.label
    switch risk.origin {
    case .risk:
      isAssumption = false
      knownAfter = nil
    case .assumption(let target):
      isAssumption = true
      knownAfter = target.map { reading.name($0) }
    }
    chancePerMille = risk.chance.perMille
    adds = risk.adds.map { EffortRecord($0.mean) }
    costs = MoneyRecord(risk.loss?.costs.minorUnits, isProved: true, reading)
    over = risk.loss.map { ElapsedRecord($0.over) }
    expectedLossAYear = MoneyRecord(
      risk.expectedLoss?.minorUnitsPerYear.rounded, isProved: true, reading)
    lowered = risk.lowered.map { LoweredRecord($0, of: risk, reading) }
    owner = risk.owner
  }
}

struct LoweredRecord: Encodable {
  let chancePerMille: Int64
  let once: String
  let avoidsAYear: MoneyRecord?

  init(_ lowered: Risk.Lowered, of risk: Risk, _ reading: Reading) {
    chancePerMille = lowered.chance.perMille
    once = reading.plan.initiatives[lowered.once.index].name
    avoidsAYear = MoneyRecord(
      risk.avoidedLoss?.minorUnitsPerYear.rounded, isProved: true, reading)
  }
}

struct MetricRecord: Encodable {
  let name: String
  let label: String
  let baseline: String
  let target: String
  let by: String?
  let owner: String?
  /// The oldest first.
  let readings: [MetricReadingRecord]

  init(_ metric: Metric) {
    name = metric.name
    label = metric.label
    baseline = metric.baseline
    target = metric.target
    by = metric.by?.record
    owner = metric.owner
    readings = metric.readings.map(MetricReadingRecord.init)
  }
}

struct MetricReadingRecord: Encodable {
  let on: String
  let value: String
  /// Of the way from baseline to target.
  let attainmentPerMille: Int64?

  init(_ reading: MetricReading) {
    on = reading.on.record
    value = reading.value
    attainmentPerMille = reading.attainment?.perMille
  }
}

struct GateRecord: Encodable {
  let name: String
  let label: String
  let on: String
  let needs: String
  let otherwise: String
  /// That it is passed; absent where nobody says.
  let chancePerMille: Int64?
  let met: String?
  let owner: String?

  init(_ gate: Gate) {
    name = gate.name
    label = gate.label
    on = gate.on.record
    needs = gate.needs
    otherwise = gate.otherwise.rawValue
    chancePerMille = gate.chance?.perMille
    met = gate.met?.record
    owner = gate.owner
  }
}

struct MilestoneRecord: Encodable {
  let name: String
  let label: String
  let sharePerMille: Int64
  let due: String?
  let met: String?
  /// In this schedule; absent where it is met, or never reached.
  let planned: String?

  init(_ id: MilestoneID, _ reading: Reading) {
    let milestone = reading.plan.milestones[id.index]
    name = milestone.name
    label = milestone.label
    sharePerMille = milestone.share.perMille
    due = milestone.due?.record
    met = milestone.met?.record
    planned =
      milestone.met == nil ? reading.model.date(of: id, in: reading.schedule)?.record : nil
  }
}

struct CancellationRecord: Encodable {
  let on: String
  let because: String
  let learned: String?
  let keeps: String?

  init(_ cancellation: Cancellation) {
    on = cancellation.on.record
    because = cancellation.because
    learned = cancellation.learned
    keeps = cancellation.keeps
  }
}

extension Reading {
  /// As a plan refers to it: `residency.billing`.
  func name(_ target: Dependency.Target) -> String {
    func inside(_ initiative: InitiativeID, _ own: String) -> String {
      let owner = plan.initiatives[initiative.index]
      return owner.name == own ? own : "\(owner.name).\(own)"
    }
    switch target {
    case .initiative(let id): return plan.initiatives[id.index].name
    case .external(let id): return plan.externals[id.index].name
    case .milestone(let id):
      return inside(plan.milestones[id.index].initiative, plan.milestones[id.index].name)
    case .work(let id): return inside(plan.works[id.index].initiative, plan.works[id.index].name)
    }
  }
}
