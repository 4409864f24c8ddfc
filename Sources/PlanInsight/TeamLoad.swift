package import PlanModel

/// How full a team is, month by month or by other stretches of time.
package struct TeamLoad: Sendable {
  package var team: TeamID
  package var months: [Month]

  package struct Month: Hashable, Sendable {
    /// The first and the last day counted: the first month begins today, the last ends with the
    /// plan.
    package var days: ClosedRange<CivilDate>
    /// Effort that the schedule places.
    package var placed: Effort
    /// Effort that the team can plan with, after availability and load.
    package var planned: Effort

    /// `placed` of `planned`; `nil` where the team has nothing to plan with.
    package var share: Rational? { Rational(placed.minutes, planned.minutes) }
  }

  package var placed: Effort { months.reduce(.zero) { $0 + $1.placed } }
  package var planned: Effort { months.reduce(.zero) { $0 + $1.planned } }
}

extension TeamLoad {
  /// The load of every team of a plan, from today to the plan's end.
  ///
  /// - Complexity: O(works × days of a work + teams × days).
  package static func loads(of schedule: Schedule, in model: SchedulingModel) -> [TeamLoad] {
    loads(of: schedule, in: model, over: monthRanges(model))
  }

  /// The same over other stretches than months, within the plan.
  ///
  /// - Complexity: O(works × days of a work + teams × days).
  package static func loads(
    of schedule: Schedule, in model: SchedulingModel, over months: [ClosedRange<CivilDate>]
  ) -> [TeamLoad] {
    let problem = model.problem
    var placed = model.plan.teams.map { _ in [Int64](repeating: 0, count: Int(problem.lastDay)) }
    for (index, placement) in schedule.placements.enumerated() {
      guard let placement else { continue }
      let team = model.plan.works[model.workIDs[index].index].team
      let option = problem.works[index].options[Int(placement.option)]
      guard model.plan.works[model.workIDs[index].index].length == nil else {
        // It takes its heads whole; what they could have been planned with is what the team has less.
        for day in Int(placement.start)...Int(placement.finish) {
          placed[team.index][day] = placed[team.index][day].addingClamped(
            model.capacities[team.index].yield[day].multipliedClamped(by: Int64(option.staffTenths))
          )
        }
        continue
      }
      deliver(option, placement, problem: problem, into: &placed[team.index])
    }
    return model.plan.teams.indices.map { team in
      TeamLoad(
        team: TeamID(team),
        months: months.map { days in
          let first = Int(model.day(of: days.lowerBound))
          let last = Int(model.day(of: days.upperBound))
          let units = placed[team][first...last].reduce(Int64(0)) { $0.addingClamped($1) }
          return Month(
            days: days, placed: effort(ofUnits: units),
            planned: model.capacities[team].planned(days: first..<last + 1))
        })
    }
  }

  private static func monthRanges(_ model: SchedulingModel) -> [ClosedRange<CivilDate>] {
    var ranges: [ClosedRange<CivilDate>] = []
    var first = max(model.plan.asOf, model.plan.start)
    while first <= model.plan.end {
      let (year, month, _) = first.fields
      let last = CivilDate.monthRange(year: year, month: month)?.upperBound ?? first
      ranges.append(first...min(last, model.plan.end))
      first = last.adding(days: 1)
    }
    return ranges
  }

  /// Adds what a work delivers on each day, in tenths of a head × millionths of a person-day.
  private static func deliver(
    _ option: Problem.Option, _ placed: Schedule.Placement, problem: Problem,
    into days: inout [Int64]
  ) {
    let sums = problem.yields[Int(option.yield)].cumulative
    var left = option.needed
    for day in Int(placed.start)...Int(placed.finish) {
      // The last day is seldom needed whole.
      let today = min(left, sums[day + 1] - sums[day])
      left -= today
      days[day] = days[day].addingClamped(
        today.multipliedClamped(by: Int64(option.staffTenths)))
    }
  }

  /// Tenths of a head × millionths of a person-day as effort.
  package static func effort(ofUnits units: Int64) -> Effort {
    let days = Rational(units, 10_000_000)
    return Effort(minutes: days?.times(Rational(Effort.minutesPerPersonDay))?.rounded ?? .max)
  }
}
