package import PlanModel

/// By when something that others deliver is needed, and by when it has to be decided not to wait for it.
package struct Need: Sendable {
  package var external: ExternalID
  /// The last day on which it may come without any work of the schedule starting later.
  package var by: CivilDate
  /// When it is expected: its date and its mean slip.
  package var expected: CivilDate
  /// Working days from the day expected to the day needed; negative where it is expected too late, which the schedule cannot
  /// have, and 0 where every day later moves something.
  package var slack: Int
  /// Works that wait for it, the first to start first.
  package var waiting: [WorkID]
  /// The last day on which its fallback may be begun and still be there when it is needed; `nil` without one.
  package var decideBy: CivilDate?
  /// Working days that the fallback takes one person of its team.
  package var fallbackDays: Int?
  /// Whether the day to decide has gone by, so that a fallback would come too late.
  package var isTooLate: Bool
}

extension Need {
  /// - Returns: `nil` for what was delivered, and where nothing in the schedule waits for it any more.
  package init?(_ external: ExternalID, _ schedule: Schedule, _ model: SchedulingModel) {
    let plan = model.plan
    let promised = plan.externals[external.index]
    guard promised.commitment != .met else { return nil }
    let calendar = plan.calendars[plan.calendar.index]
    var latest: CivilDate?
    var works: [(start: Int32, work: WorkID)] = []
    for (index, id) in model.workIDs.enumerated() {
      let work = plan.works[id.index]
      guard let placed = schedule.placements[index], work.progress == .open,
        !plan.initiatives[work.initiative.index].uses.contains(external)
      else { continue }
      let mode = Int(model.problem.works[index].options[Int(placed.option)].mode)
      let after = mode > 0 ? work.modes[mode - 1].after : work.after
      for dependency in after where dependency.on == .external(external) {
        let last = model.lastDay(for: dependency, before: model.date(ofDay: placed.start))
        latest = min(latest ?? last, last)
        works.append((placed.start, id))
      }
    }
    guard let latest else { return nil }
    self.external = external
    by = latest
    expected = model.expectedDate(of: external, in: schedule) ?? promised.date
    slack =
      expected <= latest
      ? calendar.workingDays(from: expected.adding(days: 1), through: latest)
      : -calendar.workingDays(from: latest.adding(days: 1), through: expected)
    waiting = works.sorted { ($0.start, $0.work) < ($1.start, $1.work) }.map(\.work)
    let usual = works.first.map { plan.works[$0.work.index].team } ?? TeamID(0)
    let days = promised.fallback.flatMap {
      model.workingDays(of: $0.adds.mean, by: $0.team ?? usual)
    }
    fallbackDays = days
    // Begun on that day, the last of its days is the day on which it is needed.
    decideBy = days.map { calendar.date(latest.adding(days: 1), plusWorkingDays: -max(1, $0)) }
    isTooLate = false
    if let first = promised.fallback?.from, let day = decideBy, first > day {
      // Before that nobody may begin it.
      decideBy = first
      isTooLate = true
    } else {
      isTooLate = decideBy.map { $0 < plan.asOf } ?? false
    }
  }
}

extension SchedulingModel {
  /// The last day on which something may happen that a work waits for which begins on `start`.
  ///
  /// Lags are counted forwards everywhere, so this is looked for and not computed backwards; a month back and one on are not the
  /// same day.
  fileprivate func lastDay(for dependency: Dependency, before start: CivilDate) -> CivilDate {
    let calendar = plan.calendars[plan.calendar.index]
    func begins(_ day: CivilDate) -> CivilDate {
      let shifted = calendar.date(day, plus: dependency.lags)
      return dependency.kind == .finishToStart ? shifted.adding(days: 1) : shifted
    }
    let waits = dependency.lags.reduce(Int64(0)) { $0 + Int64($1.calendarDays) }
    let reach = Int(clamping: waits.magnitude) + 31
    var day = start.adding(days: reach)
    while begins(day) > start, day > start.adding(days: -2 * reach) { day = day.adding(days: -1) }
    return day
  }

  /// How long one head of a team takes for some effort, at what a head yields on average from today to the plan's end;
  /// `nil` where nobody yields anything.
  fileprivate func workingDays(of effort: Effort, by team: TeamID) -> Int? {
    let calendar = plan.calendars[plan.teams[team.index].calendar.index]
    let days = Int(problem.firstDay)..<Int(problem.horizonDay)
    let working = days.count { calendar.isWorkingDay(date(ofDay: Int32($0))) }
    let sum = capacities[team.index].yield[days].reduce(Int64(0)) { $0.addingClamped($1) }
    let needed = Rational(effort.minutes, Effort.minutesPerPersonDay)?.times(1_000_000)
    guard sum > 0, let needed, let share = needed.divided(by: Rational(sum)),
      let taken = share.times(Rational(Int64(working)))?.ceiling
    else { return nil }
    return Int(min(taken, Int64(Int32.max)))
  }
}
