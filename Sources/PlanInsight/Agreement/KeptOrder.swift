package import PlanModel

/// The agreed order against one that was found: what is kept of it although the other costs a little less, and what all
/// of it would cost.
///
/// A search begins with the agreed schedule and wanders: where it is not proved optimal, nearly every change of a plan
/// turns up a slightly cheaper order of things that have nothing to do with the change. An agreement that such finds
/// could move would be none. So what starts on another day, in Now or not, goes back to where it was agreed, unless that
/// loses more than the churn of all that would have moved and, where no order is proved the best, one percent of the aim
/// besides. Where something is still elsewhere then, searches in which every move costs about so much look for a schedule
/// with fewer.
package struct KeptOrder: Sendable {
  /// The schedule with what was put back: the one that was found where nothing was.
  package let solution: Solution
  /// Initiatives that have not moved because of it, in the order of the plan.
  package let initiatives: [Int]
  /// What the other order would save in the aim, in minor units; not negative.
  package let saving: Int64
  /// What keeps the rest from staying as agreed; `nil` where all that moved for another order is back.
  package let asAgreed: AsAgreed?

  /// What a schedule with everything as agreed would come to, as far as that is possible at all.
  package enum AsAgreed: Sendable, Equatable {
    /// More than `solution` in delay cost and soft demands, in minor units; what its moves weigh does not count. Not negative.
    case costs(Int64)
    case breaksDemands
  }

  /// Puts back what moved for another order alone; `nil` where nothing was agreed or nothing moved for that.
  ///
  /// - Parameters:
  ///   - found: A schedule that keeps the hard demands.
  ///   - model: The plan, with what was agreed.
  ///   - build: Builds a schedule in the order of the starts of another, and looks for no better one.
  ///   - search: Looks for a better schedule than some, with little work; `nil` where there is no time for that.
  /// - Complexity: At most five times `buildsMax` schedules and three searches.
  package init?(
    _ found: Solution, _ model: SchedulingModel, build: @escaping (Problem, Schedule) -> Solution,
    search: ((Problem, [Schedule]) -> Solution)?
  ) {
    guard found.isFeasible, let agreed = model.plan.agreed, let kept = model.agreedSchedule else {
      return nil
    }
    let orders = AgreedOrders(
      model: model, agreed: agreed, kept: kept, timing: Timing(model.problem), build: build,
      search: search)
    let first = orders.order(found)
    guard !first.moved.isEmpty else { return nil }
    // What is held or begun goes back too: that may be what keeps others from going.
    let whole = orders.puttingBack(orders.everything, in: found.schedule)
    let last = orders.kept(insteadOf: first, whole: whole)
    solution = last.solution
    asAgreed = last.moved.isEmpty ? nil : AsAgreed(whole, insteadOf: last.solution)
    let moved = Set(last.moved)
    initiatives = first.moved.filter { !moved.contains($0) }
    saving = max(0, last.solution.aimCost - found.aimCost)
  }
}

extension KeptOrder.AsAgreed {
  fileprivate init(_ whole: Solution, insteadOf solution: Solution) {
    self =
      whole.isFeasible
      ? .costs(max(0, whole.costWithoutMoves.addingClamped(-solution.costWithoutMoves)))
      : .breaksDemands
  }
}

extension Solution {
  fileprivate var costWithoutMoves: Int64 { delayCost.addingClamped(softCost) }
}
