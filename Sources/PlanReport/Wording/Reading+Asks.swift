import PlanInsight
import PlanModel

extension Reading {
  /// What waiting for a decision costs, in a cell; empty where money may not be told of.
  func costOfWaiting(_ ask: Ask, _ stake: AskStake) -> Prose {
    guard plan.printsMoney, !hidesWorth else { return "" }
    if ask.unblocks.isEmpty { return "not stated" }
    guard stake.needed != nil else { return "nothing waits for it now" }
    let free: Prose =
      stake.freeWeeks == 0 ? "" : "nothing for \(counted(stake.freeWeeks, "week"))"
    let then: Prose = free.isEmpty ? "" : ", then "
    if stake.breaksDemand { return free + then + "a hard demand of the plan" }
    guard let cost = stake.costOfTheWeekAfter else { return free }
    return free + then + "at most \(figure: atMost(cost))"
  }

  /// The same as a sentence about what waits; `nil` where nothing does, and where money may not be told of.
  func waitingSentence(_ stake: AskStake, isOne: Bool) -> Prose? {
    guard plan.printsMoney, !hidesWorth, stake.needed != nil else { return nil }
    let free: Prose? =
      stake.freeWeeks == 0
      ? nil
      : """
      \(isOne ? "It" : "They") may begin \(counted(stake.freeWeeks, "week")) later at no cost
      """
    if stake.breaksDemand {
      return free.map { "\($0); one more breaks a hard demand of the plan." }
        ?? "A week later breaks a hard demand of the plan."
    }
    guard let cost = stake.costOfTheWeekAfter else { return free.map { "\($0)." } }
    let price: Prose = "costs at most \(figure: atMost(cost))"
    return free.map { "\($0); the week after \(price)." } ?? "A week later \(price)."
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
