package import PlanModel

/// How often somebody's promises of one sort were kept.
package struct KeptPromises: Sendable {
  package enum Sort: String, Sendable, CaseIterable {
    /// Milestones with a day on which they were expected.
    case milestones
    /// What others were to deliver.
    case externals
    /// Days by which it was agreed that initiatives are done.
    case agreed
    /// Measures with a day by which they were to reach their target.
    case measures
  }

  package let sort: Sort
  /// Who answers for them; `nil` where the plan does not say.
  package let owner: String?
  package private(set) var rate = HitRate()
  /// Working days by which those that were kept late were late, together; nothing of what is still to come, and of measures none.
  package private(set) var daysLate: Int64 = 0
  /// How many of them have come, late or not.
  package private(set) var come = 0

  private init(_ sort: Sort, _ owner: String?) {
    self.sort = sort
    self.owner = owner
  }

  private mutating func add(_ promise: DatedPromise, _ calendar: WorkCalendar) {
    rate.add(promise.isKept)
    guard let came = promise.came else { return }
    come += 1
    guard came > promise.due else { return }
    daysLate += Int64(
      calendar.workingDays(from: promise.due.adding(days: 1), through: came))
  }

  /// Those of a plan by sort and owner, in the order of the plan.
  ///
  /// A promise counts once its day has come: what is still open then is not kept.
  package static func all(of plan: Plan) -> [KeptPromises] {
    let calendar = plan.calendars[plan.calendar.index]
    return Sort.allCases.flatMap { sort -> [KeptPromises] in
      var groups: [KeptPromises] = []
      for promise in DatedPromise.all(sort, plan) where promise.isDue(plan.asOf) {
        let known = groups.firstIndex { $0.owner == promise.owner }
        if known == nil { groups.append(KeptPromises(sort, promise.owner)) }
        groups[known ?? groups.count - 1].add(promise, calendar)
      }
      return groups
    }
  }
}

/// Something that was to be there by a day.
private struct DatedPromise {
  var owner: String?
  var due: CivilDate
  /// The day it came; `nil` where it has not.
  var came: CivilDate?
  /// Whether it was kept, where that is no question of days.
  var isReached: Bool?

  var isKept: Bool { isReached ?? (came.map { $0 <= due } ?? false) }

  func isDue(_ today: CivilDate) -> Bool { came != nil || isReached == true || due < today }

  static func all(_ sort: KeptPromises.Sort, _ plan: Plan) -> [DatedPromise] {
    switch sort {
    case .milestones:
      plan.milestones.compactMap { milestone in
        let initiative = plan.initiatives[milestone.initiative.index]
        guard initiative.status != .cancelled else { return nil }
        return milestone.due.map {
          DatedPromise(
            owner: milestone.owner ?? initiative.words.owner, due: $0, came: milestone.met)
        }
      }
    case .externals:
      plan.externals.compactMap { external in
        external.promised.map {
          DatedPromise(
            owner: external.owner, due: $0,
            came: external.commitment == .met ? external.date : nil,
            isReached: external.commitment == .missed ? false : nil)
        }
      }
    case .agreed:
      plan.initiatives.enumerated().compactMap { index, initiative in
        guard initiative.status != .cancelled else { return nil }
        return plan.agreedFinish(of: InitiativeID(index)).map {
          DatedPromise(owner: initiative.words.owner, due: $0, came: initiative.finished)
        }
      }
    case .measures: measures(plan)
    }
  }

  /// A measure keeps its promise if a reading by its day has reached the target.
  private static func measures(_ plan: Plan) -> [DatedPromise] {
    let owned =
      plan.goals.flatMap { goal in goal.metrics.map { ($0, goal.owner) } }
      + plan.initiatives.flatMap { initiative in
        initiative.metrics.map { ($0, initiative.words.owner) }
      }
    return owned.compactMap { metric, owner in
      guard let by = metric.by else { return nil }
      let isReached = metric.readings.contains {
        $0.on <= by && ($0.attainment ?? .zero) >= .one
      }
      return DatedPromise(
        owner: metric.owner ?? owner, due: by, isReached: isReached ? true : nil)
    }
  }
}
