package import PlanModel

/// The time that keeping an option takes of the team that has made it, once it is there.
package struct Keeping: Hashable, Sendable {
  /// The first day on which it is kept.
  package var from: CivilDate
  /// Of the time that the team has for work then, 0...1.
  package var share: Rational
  /// What that time costs at the plan's rate from then to the plan's end.
  package var price: Money
}

extension Keeping {
  /// `nil` where nothing has to be kept, and where the plan ends before.
  ///
  /// - Parameters:
  ///   - option: Of which choice does not matter.
  ///   - team: Who keeps it.
  ///   - done: The day on which there is something to keep, in days of the problem.
  ///   - model: The plan without it.
  /// - Complexity: O(days).
  init?(
    of option: Choice.Option, by team: TeamID, afterDay done: Int32, in model: SchedulingModel
  ) {
    let plan = model.plan
    let days = Int(done) + 1..<max(Int(done) + 1, Int(model.problem.horizonDay))
    let calendar = plan.calendars[plan.teams[team.index].calendar.index]
    let working = days.count { calendar.isWorkingDay(plan.start.adding(days: $0)) }
    guard let perYear = option.upkeepPerYear, let effort = option.effort?.mean, working > 0,
      let minutes = perYear.times(Rational(effort.minutes))?
        .times(Rational(Int64(working)))?.divided(by: Rational(workingDaysPerYear)),
      minutes > .zero
    else { return nil }
    let free = Rational(model.capacities[team.index].available(days: days).minutes)
    let begins = model.date(ofDay: done + 1)
    // What the team keeps running already is taken off as shares of the same whole.
    let kept = plan.teams[team.index].shareKept(on: begins)
    let left = Rational.one.minus(kept) ?? .zero
    from = begins
    share = min(left, free > .zero ? minutes.divided(by: free)?.times(left) ?? left : left)
    price = plan.rate.price(of: Effort(minutes: minutes.rounded))
  }
}

/// As everywhere a share of a year is one of working time.
private let workingDaysPerYear: Int64 = 260
