package import PlanModel

/// A work that is finished, with what it was estimated to take and what it took.
package struct FinishedWork: Sendable {
  package let work: WorkID
  /// The mean of its estimate as it was written, with its risks as they were expected.
  package let estimated: Effort
  package let spent: Effort
  /// What its estimate said with a chance of four in five.
  package let p80: Effort

  /// What it took of what it was estimated to take.
  package var ratio: Rational { Rational(spent.minutes, estimated.minutes) ?? .one }

  package var keptP80: Bool { spent <= p80 }
}

extension FinishedWork {
  /// What can be learned from a plan's finished works, and how many of them say too little.
  ///
  /// Of a work of fixed length nothing is learned about estimates, nor of one whose effort was assumed; without `spent` nothing is.
  static func all(of plan: Plan) -> (works: [FinishedWork], withoutSpent: Int, unestimated: Int) {
    var works: [FinishedWork] = []
    var withoutSpent = 0
    var unestimated = 0
    for (index, work) in plan.works.enumerated() {
      let owner = plan.initiatives[work.initiative.index]
      guard case .finished = work.progress, owner.status != .cancelled else { continue }
      let whole = work.whole(risks: owner.risks.filter { $0.work.index == index })
      guard !owner.isEffortAssumed, work.length == nil, whole.mean > .zero else {
        unestimated += 1
        continue
      }
      guard let spent = work.spent, spent > .zero else {
        withoutSpent += 1
        continue
      }
      works.append(
        FinishedWork(
          work: WorkID(index), estimated: whole.mean, spent: spent,
          p80: whole.quantile(.percent(80))))
    }
    return (works, withoutSpent, unestimated)
  }
}

extension Work {
  /// What it may take in all, as its estimate says: without uplift.
  func whole(risks: [Risk]) -> EffortDistribution {
    EffortDistribution(
      estimate, risks: risks.compactMap { risk in risk.adds.map { (risk.chance, $0) } })
  }
}
