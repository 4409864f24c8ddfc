package import PlanModel

/// What it takes to get to a gate, and what is decided there: the part that is spent by then, and the part that is not.
package struct GateStake: Sendable {
  package var initiative: InitiativeID
  /// Index into the initiative's gates.
  package var gate: Int
  package var on: CivilDate
  /// Effort from today to the gate, in this schedule.
  package var until: Effort
  /// Effort that is left to be done after it.
  package var after: Effort
  /// Both at the plan's rate, and money that is paid when work starts.
  package var costUntil: Money
  package var costAfter: Money
  /// The share of the whole effort that is done by then, what was spent before included; `nil` where there is none.
  package var doneShare: Rational?
  /// What is still to come of the initiative as a whole.
  package var worth: RemainingWorth
  /// The latest reading of each of its measures that has one.
  package var readings: [Reading]

  package struct Reading: Hashable, Sendable {
    /// Index into the initiative's metrics.
    package var metric: Int
    package var reading: MetricReading
  }
}

extension GateStake {
  init(
    _ initiative: InitiativeID, gate: Int, _ worth: RemainingWorth, _ schedule: Schedule,
    _ model: SchedulingModel
  ) {
    let plan = model.plan
    let problem = model.problem
    let planned = plan.initiatives[initiative.index]
    self.initiative = initiative
    self.gate = gate
    self.worth = worth
    on = planned.gates[gate].on
    // The work of the gate's own day comes after the decision.
    let last = min(model.day(of: on) - 1, problem.lastDay - 1)
    var units: Int128 = 0
    if last >= problem.firstDay {
      for work in problem.initiatives[initiative.index].works {
        units += schedule.delivered(on: problem.firstDay...last, byWork: Int(work), in: problem)
      }
    }
    let effort = plan.remainingEffort(of: initiative)
    until = min(effort, TeamLoad.effort(ofUnits: Int64(clamping: units)))
    after = effort - until
    let money = problem.isOpen(initiative.index) ? planned.money ?? .zero : .zero
    let start = schedule.start(of: initiative.index, in: problem) ?? problem.lastDay
    costUntil = plan.rate.price(of: until) + (start <= last ? money : .zero)
    costAfter = plan.rate.price(of: after) + (start <= last ? .zero : money)
    let spent = planned.works.reduce(Effort.zero) { sum, work in
      switch plan.works[work].progress {
      case .open: sum
      case .running(_, let spent): sum + spent
      case .finished: sum + plan.works[work].estimate.mean
      }
    }
    doneShare = Rational((spent + until).minutes, (spent + effort).minutes)
    readings = planned.metrics.indices.compactMap { index in
      planned.metrics[index].readings.last { $0.on <= plan.asOf }
        .map { Reading(metric: index, reading: $0) }
    }
  }
}
