import PlanInsight
import PlanModel

extension Reading {
  /// By when an ask has to be decided, and what waiting for it costs.
  func stake(of ask: Ask) -> AskStake {
    AskStake(ask, schedule, arcs: Arcs(schedule, timing: Timing(problem)), model)
  }

  /// What another week of waiting for a decision costs; empty where the plan does not say what waits for it.
  func costOfAWeek(_ stake: AskStake) -> Prose {
    if stake.breaksDemand { return "a hard demand of the plan" }
    guard let cost = stake.costOfAWeek, plan.printsMoney, !hidesWorth else { return "" }
    return cost == 0 ? "nothing" : "at most \(figure: atMost(cost))"
  }

  /// The last responsible moment of a decision; empty where neither the plan nor the schedule has one.
  func lastMoment(_ stake: AskStake) -> Prose {
    guard let last = stake.last else { return "" }
    return stake.isTooLate ? "\(figure: last.text), gone by" : "\(figure: last.text)"
  }

  /// People of all teams today and on the plan's last day, in tenths; `nil` without any, and where how they change is kept back.
  var headcount: (now: Int32, then: Int32)? {
    guard !hidesPeople, !plan.teams.isEmpty, problem.firstDay < problem.horizonDay else {
      return nil
    }
    func people(on day: Int) -> Int32 {
      Int32(clamping: model.capacities.reduce(Int64(0)) { $0 + Int64($1.paidTenths[day]) })
    }
    return (people(on: Int(problem.firstDay)), people(on: Int(problem.horizonDay) - 1))
  }
}
