internal import PlanModel

// What one rung of the ladder comes to: by right-shift alone, and with the rest planned anew.
extension DeferralLadder {
  /// A schedule that keeps a rung's demands.
  struct Candidate {
    var schedule: Schedule
    var cost: Int64
  }

  /// What one rung came to.
  struct Rise {
    var net: Deferral.Net
    var best: Candidate?
    var atLeast: Int64?
    var byStream: [Int64]
  }

  func candidate(_ schedule: Schedule) -> Candidate {
    Candidate(schedule: schedule, cost: schedule.aimCost(in: problem))
  }

  func figures(
    of shifted: Candidate, _ initiative: Int, _ postponement: Arcs.Postponement
  ) -> Deferral.Shifted {
    let broken = problem.demandsBroken(by: shifted.schedule)
    guard broken.isEmpty else { return .breaks(broken) }
    let alone = arcs.shiftAlone(initiative, postponement)
    // Soft demands may be met better by it; what gains is offered and costs nothing.
    let all = rise(to: shifted.cost)
    var own = alone.cost(of: initiative, in: problem)
      .addingClamped(-base.schedule.cost(of: initiative, in: problem))
      .addingClamped(alone.churn(of: initiative, in: problem))
      .addingClamped(-base.schedule.churn(of: initiative, in: problem))
    for (goal, subject) in problem.goals.enumerated()
    where subject.waits(for: Int32(initiative), in: base.schedule, of: problem) {
      own = own.addingClamped(alone.cost(ofGoal: goal, in: problem))
        .addingClamped(-base.schedule.cost(ofGoal: goal, in: problem))
    }
    // With everybody else moving too, the initiative is never better off than alone.
    own = min(own, all)
    return .costs(own: own, knockOn: all.addingClamped(-own))
  }

  func net(
    _ initiative: Int, _ postponement: Arcs.Postponement, _ shifted: Candidate,
    _ figures: Deferral.Shifted, above: Candidate?, searches: SeededSearches,
    bound search: Inquiry.Bound?
  ) -> Rise {
    var known: [Candidate] = []
    if case .costs = figures { known.append(shifted) }
    if let above { known.append(above) }
    // There is nothing to search for where a seed shows already that nothing is lost.
    if let best = cheapest(known), best.cost <= base.aimCost {
      return Rise(
        net: .costs(0, isProved: base.isOptimal), best: best,
        byStream: Array(repeating: 0, count: streams.count))
    }

    // That nothing keeps the demands is found by searching alone.
    if searches.isEmpty, let best = cheapest(known) {
      let most = rise(to: best.cost)
      return Rise(
        net: .costs(most, isProved: false), best: best,
        byStream: Array(repeating: most, count: streams.count))
    }

    let searches = searches.isEmpty ? streams : searches
    let restricted = restrict(initiative, postponement)
    let seeds = known.map(\.schedule)
    var candidates = known
    var byStream: [Int64] = []
    var bound = Int64.min
    var broken: [BrokenDemand] = []
    for search in searches.searches(of: restricted) {
      // What is proved, other seeds would only find again.
      guard cheapest(candidates).map({ $0.cost > bound }) ?? true else { break }
      let found = search(seeds)
      var mine = known
      if found.isFeasible {
        mine.append(Candidate(schedule: found.schedule, cost: found.aimCost))
        bound = max(bound, found.lowerBound)
      } else {
        broken = found.broken
      }
      candidates += mine.dropFirst(known.count)
      byStream.append(cheapest(mine).map { rise(to: $0.cost) } ?? .max)
      if found.isProvedInfeasible { break }
    }
    while byStream.count < searches.count { byStream.append(byStream.last ?? 0) }
    guard let best = cheapest(candidates) else {
      let demands = problem.demands(broken)
      return Rise(
        net: .breaks(demands.isEmpty ? [.isDone(initiative: Int32(initiative))] : demands),
        byStream: byStream)
    }
    if let search, bound < best.cost, rise(to: best.cost) > boundsSparingly ?? 0 {
      bound = max(bound, search(restricted, [best.schedule]))
    }
    let isProved = base.isOptimal && (best.cost == base.aimCost || best.cost <= bound)
    let least = bound == .min ? 0 : bound.addingClamped(-base.aimCost)
    return Rise(
      net: .costs(rise(to: best.cost), isProved: isProved), best: best,
      atLeast: least > 0 ? least : nil, byStream: byStream)
  }

  func rise(to cost: Int64) -> Int64 { max(0, cost.addingClamped(-base.aimCost)) }

  private func cheapest(_ candidates: [Candidate]) -> Candidate? {
    candidates.min { $0.cost < $1.cost }
  }

  /// The problem in which the initiative waits, or is left out.
  func restrict(_ initiative: Int, _ postponement: Arcs.Postponement) -> Problem {
    var restricted = problem
    switch postponement {
    case .until(let day):
      for work in problem.initiatives[initiative].works {
        let former = problem.works[Int(work)].earliestStart
        restricted.works[Int(work)].earliestStart = max(former, day)
      }
    case .undone where problem.initiatives[initiative].selection != .required:
      restricted.initiatives[initiative].selection = .forbidden
    case .undone:
      // A `must` stays one: that nothing fits is what has to come out.
      for work in problem.initiatives[initiative].works {
        restricted.works[Int(work)].earliestStart = problem.lastDay
      }
    }
    return restricted
  }
}
