package import PlanModel

/// By when something that is asked for has to be decided, and what waiting beyond that costs.
///
/// The last responsible moment (Poppendieck & Poppendieck, "Lean Software Development", 2003): the day after which waiting costs.
package struct AskStake: Hashable, Sendable {
  /// The first day on which something of the schedule begins that cannot without it; `nil` where the plan names nothing, and where
  /// nothing of it is scheduled or still to begin.
  package var needed: CivilDate?
  /// The day by which to decide: the plan's own, or the day before that on which it is needed, whichever is first.
  package var last: CivilDate?
  /// Whether that day has gone by.
  package var isTooLate: Bool
  /// Minor units by which the total cost of delay rises where everything it unblocks begins a week
  /// later and all others make way: an upper limit, since nothing is planned anew.
  ///
  /// `nil` where nothing waits, and where it breaks a hard demand.
  package var costOfAWeek: Int64?
  /// Whole weeks by which all of that may begin later at no cost; no more than `weeksMax` are tried.
  package var freeWeeks: Int
  /// The same as `costOfAWeek` of the week after those; `nil` where nothing waits, where it breaks a hard demand, and where a week
  /// that costs was not found.
  package var costOfTheWeekAfter: Int64?
  /// Whether that week breaks a hard demand of the plan.
  package var breaksDemand: Bool

  /// - Complexity: a right-shift for each week that costs nothing.
  package init(_ ask: Ask, _ schedule: Schedule, arcs: Arcs, _ model: SchedulingModel) {
    let problem = model.problem
    let waiting = ask.unblocks.compactMap { id -> Waiting? in
      guard schedule.isDone(id.index, in: problem),
        let start = schedule.start(of: id.index, in: problem),
        !problem.initiatives[id.index].works.contains(where: {
          problem.works[Int($0)].fixedStart != nil
        })
      else { return nil }
      return Waiting(initiative: id.index, start: start)
    }
    needed = waiting.map(\.start).min().map { model.date(ofDay: $0) }
    let before = needed?.adding(days: -1)
    last = [ask.decideBy, before].compactMap(\.self).min()
    isTooLate = last.map { $0 < model.plan.asOf } ?? false
    freeWeeks = 0
    breaksDemand = false
    // Of a schedule that keeps no hard demand nothing is known.
    guard !waiting.isEmpty, problem.demandsBroken(by: schedule).isEmpty else { return }
    let cost = schedule.totalDelayCost(in: problem)
    for weeks in 1...AskStake.weeksMax {
      let later = arcs.rightShift(
        waiting.map { subject in
          let day = subject.start + Int32(weeks) * AskStake.week
          return (subject.initiative, day < problem.horizonDay ? .until(day) : .undone)
        })
      guard problem.demandsBroken(by: later).isEmpty else {
        breaksDemand = true
        return
      }
      let rise = max(0, later.totalDelayCost(in: problem).addingClamped(-cost))
      if weeks == 1 { costOfAWeek = rise }
      guard rise == 0 else {
        costOfTheWeekAfter = rise
        return
      }
      freeWeeks = weeks
    }
  }

  private struct Waiting {
    var initiative: Int
    var start: Int32
  }

  /// A quarter: what can wait longer is asked for again.
  package static let weeksMax = 13

  /// Calendar days.
  private static let week: Int32 = 7
}

extension AskStake {
  /// What hangs on everything that a plan asks for, in the plan's order.
  ///
  /// - Complexity: that of the arcs of the schedule, and a right-shift for each week tried.
  package static func stakes(_ schedule: Schedule, _ model: SchedulingModel) -> [AskStake] {
    guard !model.plan.asks.isEmpty else { return [] }
    let arcs = Arcs(schedule, timing: Timing(model.problem))
    return model.plan.asks.map { AskStake($0, schedule, arcs: arcs, model) }
  }
}
