package import PlanModel

extension SchedulingModel {
  /// The day on which an external is to be expected in a schedule: as late as its slip is on average, and not before what
  /// it waits for; `nil` where that is left undone.
  ///
  /// - Complexity: O(externals + dependencies between them).
  package func expectedDate(of external: ExternalID, in schedule: Schedule) -> CivilDate? {
    var known: [ExternalID: CivilDate?] = [:]
    return expectedDate(of: external, in: schedule, &known)
  }

  private func expectedDate(
    of external: ExternalID, in schedule: Schedule, _ known: inout [ExternalID: CivilDate?]
  ) -> CivilDate? {
    if let known = known[external] { return known }
    let promised = plan.externals[external.index]
    var latest: CivilDate? = expectedDate(of: external)
    let calendar = plan.calendars[plan.calendar.index]
    for dependency in promised.after where promised.commitment != .met {
      let day = date(of: dependency.on, in: schedule, &known)
      latest = day.flatMap { day in
        latest.map { max($0, calendar.date(day, plus: dependency.lags)) }
      }
    }
    known[external] = .some(latest)
    return latest
  }

  private func date(
    of target: Dependency.Target, in schedule: Schedule, _ known: inout [ExternalID: CivilDate?]
  ) -> CivilDate? {
    switch target {
    case .external(let id): return expectedDate(of: id, in: schedule, &known)
    case .initiative(let id): return finishDate(of: id, in: schedule)
    case .milestone(let id): return date(of: id, in: schedule)
    case .work(let id):
      if case .finished(let day) = plan.works[id.index].progress { return day }
      let placed = workIndices[id.index].flatMap { schedule.placements[Int($0)] }
      return placed.map { date(ofDay: $0.finish) }
    }
  }
}
