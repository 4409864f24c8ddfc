internal import PlanInsight
internal import PlanModel
internal import PlanSemantics

extension ScheduleFacts {
  /// What a schedule knows, for questions that are asked of the plan.
  ///
  /// - Parameters:
  ///   - answer: The schedule and what was asked of it.
  ///   - hasDeferrals: Whether deferral figures were asked for.
  /// - Complexity: O(works × days), for the working days that each of them lasts.
  init(_ answer: Answer, hasDeferrals: Bool) {
    let reader = PlacementReader(model: answer.model, schedule: answer.solution.schedule)
    let plan = answer.plan
    self.init(
      initiatives: plan.initiatives.indices.map { reader.initiative(InitiativeID($0)) },
      works: plan.works.indices.map { reader.work(WorkID($0)) },
      outlooks: answer.simulation.map { ScheduleFacts.Outlooks($0, answer.model) },
      deferrals: hasDeferrals ? answer.deferrals.map { $0.flatMap(\.byOneCycle) } : nil)
  }
}

extension ScheduleFacts.Outlooks {
  fileprivate init(_ simulation: Simulation, _ model: SchedulingModel) {
    let plan = model.plan
    func outlook(_ finish: DayDistribution, by dates: [CivilDate]) -> ScheduleFacts.Outlook {
      func date(_ percent: Int64) -> CivilDate {
        model.date(ofDay: finish.percentile(percent))
      }
      let next = dates.filter { $0 >= plan.asOf }.min()
      return ScheduleFacts.Outlook(
        p50: date(50), p80: date(80), p90: date(90),
        onTime: next.map { finish.chance(by: model.day(of: $0)) })
    }
    self.init(
      initiatives: zip(plan.initiatives, simulation.initiatives).map { initiative, known in
        guard let known else { return nil }
        var result = outlook(known.finish, by: initiative.urgency.deadlines.map(\.date))
        result.startsInTime = known.startsInHorizon
        result.criticality = known.criticality.share
        return result
      },
      goals: zip(plan.goals, simulation.goals).map { goal, known in
        known.map { outlook($0.finish, by: [goal.by].compactMap(\.self)) }
      },
      works: plan.works.indices.map { work in
        model.workIndices[work].flatMap { simulation.criticalities[Int($0)]?.share }
      })
  }
}

/// Reads placements of the plan's initiatives and works from a schedule of the problem.
private struct PlacementReader {
  let model: SchedulingModel
  let schedule: Schedule

  func initiative(_ id: InitiativeID) -> ScheduleFacts.Placement? {
    let initiative = model.plan.initiatives[id.index]
    guard initiative.status != .cancelled, let finish = model.finishDate(of: id, in: schedule)
    else { return nil }
    let start = model.startDate(of: id, in: schedule) ?? finish
    let parts = model.plan.parts(of: id)
    let finishes = parts.compactMap { model.finishDate(of: $0, in: schedule) } + [finish]
    let work = initiative.works.isEmpty ? nil : model.plan.works[initiative.works.lowerBound]
    var placed = placement(
      from: min(start, finish), through: finishes.max() ?? finish,
      by: work.map(calendar(of:)) ?? model.plan.calendars[model.plan.calendar.index],
      staffing: mostAtOnce(
        Array(initiative.works) + parts.flatMap { model.plan.initiatives[$0.index].works }))
    placed.mode = initiative.works.lazy.compactMap { mode(of: WorkID($0)) }.first
    return placed
  }

  func work(_ id: WorkID) -> ScheduleFacts.Placement? {
    let work = model.plan.works[id.index]
    let calendar = calendar(of: work)
    if case .finished(let day) = work.progress {
      return placement(from: day, through: day, by: calendar, staffing: 0)
    }
    guard let index = model.workIndices[id.index],
      let placed = schedule.placements[Int(index)]
    else { return nil }
    var start = model.date(ofDay: placed.start)
    if case .running(let started, _) = work.progress { start = min(start, started) }
    var known = placement(
      from: start, through: model.date(ofDay: placed.finish), by: calendar,
      staffing: staffing(index, placed))
    known.mode = mode(of: id)
    return known
  }

  private func mode(of id: WorkID) -> String? {
    (model.mode(of: id, in: schedule) ?? model.plan.works[id.index].usedMode)?.name
  }

  private func placement(
    from start: CivilDate, through finish: CivilDate, by calendar: WorkCalendar, staffing: Int32
  ) -> ScheduleFacts.Placement {
    ScheduleFacts.Placement(
      start: start, finish: finish, horizon: model.horizon(ofDay: model.day(of: start)),
      workingDays: Int32(clamping: calendar.workingDays(from: start, through: finish)),
      staffingTenths: staffing)
  }

  private func calendar(of work: Work) -> WorkCalendar {
    model.plan.calendars[model.plan.teams[work.team.index].calendar.index]
  }

  private func staffing(_ work: Int32, _ placed: Schedule.Placement) -> Int32 {
    model.problem.works[Int(work)].options[Int(placed.option)].staffTenths
  }

  /// The most heads that works hold on one day: it is reached on a day on which one of them starts.
  private func mostAtOnce(_ works: [Int]) -> Int32 {
    let placed = works.compactMap { work -> (days: ClosedRange<Int32>, staff: Int32)? in
      guard let index = model.workIndices[work], let placed = schedule.placements[Int(index)]
      else { return nil }
      return (placed.start...max(placed.start, placed.finish), staffing(index, placed))
    }
    let sums = placed.map { first in
      placed.reduce(Int32(0)) {
        $1.days.contains(first.days.lowerBound) ? $0 + $1.staff : $0
      }
    }
    return sums.max() ?? 0
  }
}

extension Deferral {
  /// The figures of the shortest postponement, which is one cycle.
  fileprivate var byOneCycle: ScheduleFacts.Deferral? {
    guard let step = steps.first else { return nil }
    var figures = ScheduleFacts.Deferral(own: nil, knockOn: nil, net: nil)
    if case .costs(let own, let knockOn) = step.shifted {
      figures.own = own
      figures.knockOn = knockOn
    }
    if case .costs(let net, _) = step.net { figures.net = net }
    return figures
  }
}
