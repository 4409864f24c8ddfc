package import PlanModel

/// By when something that is asked for has to be decided, and what each week of waiting beyond that costs.
///
/// The last responsible moment (Poppendieck & Poppendieck, "Lean Software Development", 2003): the day after which waiting costs.
package struct AskStake: Sendable {
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
  /// Whether a week later breaks a hard demand of the plan.
  package var breaksDemand: Bool

  /// - Complexity: one right-shift.
  package init(_ ask: Ask, _ schedule: Schedule, arcs: Arcs, _ model: SchedulingModel) {
    let problem = model.problem
    var waiting: [(initiative: Int, start: Int32)] = []
    for id in ask.unblocks {
      guard schedule.isDone(id.index, in: problem),
        let start = schedule.start(of: id.index, in: problem),
        !problem.initiatives[id.index].works.contains(where: {
          problem.works[Int($0)].fixedStart != nil
        })
      else { continue }
      waiting.append((id.index, start))
    }
    needed = waiting.map(\.start).min().map { model.date(ofDay: $0) }
    let before = needed?.adding(days: -1)
    last = [ask.decideBy, before].compactMap(\.self).min()
    isTooLate = last.map { $0 < model.plan.asOf } ?? false
    breaksDemand = false
    guard !waiting.isEmpty else { return }
    let later = arcs.rightShift(
      waiting.map { subject in
        let day = subject.start + AskStake.week
        return (subject.initiative, day < problem.horizonDay ? .until(day) : .undone)
      })
    if problem.demandsBroken(by: later).isEmpty {
      let rise = later.totalDelayCost(in: problem)
        .addingClamped(-schedule.totalDelayCost(in: problem))
      costOfAWeek = max(0, rise)
    } else {
      breaksDemand = true
    }
  }

  /// Calendar days.
  private static let week: Int32 = 7
}
