import FoundationEssentials
package import PlanInsight
package import PlanModel

/// What finished work says, for programs; conventions are those of `json`.
package func calibrationJSON(
  _ calibration: Calibration, _ plan: Plan, suggestions: [String]
) throws -> String {
  try encoded(CalibrationRecord(calibration, plan, suggestions))
}

private struct CalibrationRecord: Encodable {
  let formatVersion = 1
  let kind = "calibrate"
  let asOf: String
  let works: [FinishedWorkRecord]
  let worksWithoutSpent: Int
  let worksWithoutEstimate: Int
  let overall: GroupRecord?
  let teams: [GroupRecord]
  let classes: [GroupRecord]
  let kinds: [GroupRecord]
  let sizes: [GroupRecord]
  let promises: [KeptRecord]
  /// Lines of a plan.
  let suggestions: [String]

  init(_ calibration: Calibration, _ plan: Plan, _ suggestions: [String]) {
    func records(_ groups: [Calibration.Group]) -> [GroupRecord] {
      groups.map { GroupRecord($0, plan) }
    }
    asOf = plan.asOf.record
    works = calibration.works.map { FinishedWorkRecord($0, plan) }
    worksWithoutSpent = calibration.withoutSpent
    worksWithoutEstimate = calibration.unestimated
    overall = calibration.overall.map { GroupRecord($0, plan) }
    teams = records(calibration.teams)
    classes = records(calibration.classes)
    kinds = records(calibration.kinds)
    sizes = records(calibration.sizes)
    promises = calibration.promises.map(KeptRecord.init)
    self.suggestions = suggestions
  }
}

private struct FinishedWorkRecord: Encodable {
  let name: String
  let team: String
  let estimated: EffortRecord
  let spent: EffortRecord
  let p80: EffortRecord
  let ratioPerMille: Int64
  let keptP80: Bool

  init(_ work: FinishedWork, _ plan: Plan) {
    let subject = plan.works[work.work.index]
    name = subject.path
    team = plan.teams[subject.team.index].name
    estimated = EffortRecord(work.estimated)
    spent = EffortRecord(work.spent)
    p80 = EffortRecord(work.p80)
    ratioPerMille = work.ratio.perMille
    keptP80 = work.keptP80
  }
}

private struct GroupRecord: Encodable {
  let name: String
  let works: Int
  let ratioPerMille: Int64
  let p80Kept: Int
  let upliftPerMille: Int64
  /// Eight of ten such groups have an uplift between these.
  let upliftLowPerMille: Int64
  let upliftHighPerMille: Int64
  let variesPerMille: Int64
  let credibilityPerMille: Int64

  init(_ group: Calibration.Group, _ plan: Plan) {
    switch group.trait {
    case .everything: name = "all"
    case .team(let id): name = plan.teams[id.index].name
    case .referenceClass(let id): name = plan.classes[id.index].name
    case .kind(let kind): name = kind
    case .size(.small): name = "small"
    case .size(.medium): name = "medium"
    case .size(.large): name = "large"
    }
    works = group.pace.count
    ratioPerMille = group.pace.ratio.perMille
    p80Kept = group.p80.kept
    upliftPerMille = group.pace.uplift.perMille
    upliftLowPerMille = group.pace.low.perMille
    upliftHighPerMille = group.pace.high.perMille
    variesPerMille = group.pace.varies.perMille
    credibilityPerMille = group.pace.credibility.perMille
  }
}

private struct KeptRecord: Encodable {
  let kind: String
  let owner: String?
  let kept: Int
  let count: Int
  let rateLowPerMille: Int64
  let rateHighPerMille: Int64
  /// Together, of those that have come.
  let workingDaysLate: Int64
  let come: Int

  init(_ kept: KeptPromises) {
    kind = kept.sort.rawValue
    owner = kept.owner
    self.kept = kept.rate.kept
    count = kept.rate.count
    rateLowPerMille = kept.rate.interval.low.perMille
    rateHighPerMille = kept.rate.interval.high.perMille
    workingDaysLate = kept.daysLate
    come = kept.come
  }
}
