internal import PlanModel

extension Search {
  var work: Int64 { board.work }

  func isSettled(_ bound: Int64) -> Bool {
    bestScore.violation == 0 && bestScore.cost <= bound
  }

  /// What was found, and what of the plan's demands it breaks.
  ///
  /// - Parameters:
  ///   - problem: The problem solved.
  ///   - bound: No valid schedule costs less, in shifted units.
  ///   - isComplete: Whether everything was tried.
  ///   - work: Counted work in all, where others took part.
  /// - Returns: The answer to the problem.
  func solution(
    _ problem: Problem, bound: Int64, isComplete: Bool, work: Int64? = nil
  ) -> Solution {
    let schedule = best.schedule(board.instance)
    let delayCost = schedule.totalDelayCost(in: problem)
    let softCost = schedule.softCost(in: problem)
    let churn = schedule.churn(in: problem)
    let aimCost = delayCost.addingClamped(softCost).addingClamped(churn)
    let broken = brokenDemands(of: schedule, problem)
    let proof = !broken.isEmpty && (isComplete || isInfeasible())
    return Solution(
      schedule: schedule, delayCost: delayCost, softCost: softCost, churn: churn,
      lowerBound: min(aimCost, unshifted(bound)),
      broken: broken, isProvedInfeasible: proof, work: work ?? board.work)
  }

  /// Shifting dropped low bits of every cost, so the bound in shifted units is one from below as well.
  private func unshifted(_ bound: Int64) -> Int64 {
    let shift = board.instance.costShift
    guard shift > 0 else { return bound }
    let limit = Int64.max >> shift
    return bound > limit ? Int64.max : max(bound, -limit) << shift
  }

  /// Whether something that has to be done cannot be, or not in time, even with every capacity to itself.
  private func isInfeasible() -> Bool {
    for initiative in 0..<board.instance.initiativeCount
    where board.heads.mustBeDone[initiative] && board.heads.cannotBeValid[initiative] {
      return true
    }
    return false
  }

  private func brokenDemands(of schedule: Schedule, _ problem: Problem) -> [BrokenDemand] {
    var broken: [BrokenDemand] = []
    for (index, initiative) in problem.initiatives.enumerated() where !initiative.works.isEmpty {
      let id = Int32(index)
      guard let finish = schedule.finish(of: index, in: problem) else {
        if initiative.selection == .required { broken.append(.undone(initiative: id)) }
        continue
      }
      if let latest = initiative.latestFinish, finish > latest {
        broken.append(
          .late(
            initiative: id, latestFinish: latest, finish: finish,
            earliest: board.heads.initiativeFinish[index]))
      }
      if let window = initiative.startWindow, let start = schedule.start(of: index, in: problem),
        !window.contains(start)
      {
        broken.append(.outsideWindow(initiative: id, start: start))
      }
    }
    return broken + schedule.rulesBroken(in: problem)
  }
}
