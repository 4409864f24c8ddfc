package import PlanModel

/// An agreed order that is kept although another costs a little less.
///
/// A search begins with the agreed schedule and wanders: where it is not proved optimal, nearly every change of a plan turns up a
/// slightly cheaper order of things that have nothing to do with the change. An agreement that such finds could move would
/// be none. So what starts on another day, in Now or not, goes back to where it was agreed, unless that loses more than the churn of
/// all that would have moved and, where no order is proved the best, half a percent of the aim besides. What is then still elsewhere
/// found no way back for so little.
package struct KeptOrder: Sendable {
  /// The schedule with what was put back.
  package let solution: Solution
  /// Initiatives that have not moved because of it, in the order of the plan.
  package let initiatives: [Int]
  /// What the other order would save in the aim, in minor units; not negative.
  package let saving: Int64

  /// Puts back what moved for another order alone; `nil` where nothing was agreed or everything stays as found.
  ///
  /// - Parameters:
  ///   - found: A schedule that keeps the hard demands.
  ///   - model: The plan, with what was agreed.
  ///   - build: Builds a schedule in the order of the starts of another, and looks for no better one.
  /// - Complexity: At most twice `buildsMax` schedules.
  package init?(
    _ found: Solution, _ model: SchedulingModel, build: @escaping (Problem, Schedule) -> Solution
  ) {
    guard found.isFeasible, let agreed = model.plan.agreed, let kept = model.agreedSchedule else {
      return nil
    }
    let orders = Orders(
      model: model, agreed: agreed, kept: kept, timing: Timing(model.problem), build: build)
    let first = orders.order(found)
    guard let last = orders.kept(insteadOf: first) else { return nil }
    solution = last.solution
    let moved = Set(last.moved)
    initiatives = first.moved.filter { !moved.contains($0) }
    saving = max(0, last.solution.aimCost - found.aimCost)
  }
}

/// A schedule, and what it does otherwise than agreed and need not: indices of initiatives, rising.
private struct Order {
  var solution: Solution
  /// Beyond the tolerance.
  var moved: [Int]
  /// By however little, since small steps of some are what moves others.
  var strayed: [Int]
  /// The churn of what moved, as far as the aim does not have it.
  var churn: Int64

  /// What it is chosen by: the aim, and what its moves weigh.
  ///
  /// - Parameter move: What each move weighs besides its churn.
  /// - Returns: Minor units.
  func weight(ofMove move: Int64 = 0) -> Int64 {
    solution.aimCost.addingClamped(churn)
      .addingClamped(move.multipliedClamped(by: Int64(moved.count)))
  }
}

private struct Orders {
  let model: SchedulingModel
  let agreed: AgreedSchedule
  let kept: Schedule
  let timing: Timing
  let build: (Problem, Schedule) -> Solution

  /// A schedule takes milliseconds, and a reader waits.
  private static let buildsMax = 48

  func order(_ solution: Solution) -> Order {
    let schedule = solution.schedule
    let holds = Holds(schedule, model: model, timing: timing)
    let held = schedule.placements.indices.map { holds.hold(ofWork: $0) }
    let moves = MoveComparison(schedule, holds: held, agreed: agreed, model).moves
      .filter(\.cause.isOfOrder)
    let steps = MoveComparison(schedule, holds: held, agreed: agreed, model, toleranceDays: 0)
      .moves.filter(\.cause.isOfOrder)
    let churn = moves.reduce(Int64(0)) {
      // What the aim has is not counted twice.
      $0.addingClamped($1.churn > 0 ? 0 : model.plan.churn(of: $1.initiative))
    }
    return Order(
      solution: solution, moved: moves.map(\.initiative), strayed: steps.map(\.initiative),
      churn: churn)
  }

  /// The order to keep; `nil` where what was found is worth its moves, or moves nothing.
  func kept(insteadOf first: Order) -> Order? {
    guard !first.moved.isEmpty else { return nil }
    let isDecided = first.solution.isOptimal || model.plan.churn <= .zero
    let noise = isDecided ? 0 : first.solution.aimCost / Self.aimPerNoise
    if noise > 0 {
      let quietest = nearest(from: first, move: noise)
      if quietest.moved.count < first.moved.count,
        quietest.weight() <= first.weight().addingClamped(noise)
      {
        return quietest
      }
    }
    let last = nearest(from: first, move: 0)
    return last.weight() < first.weight() ? last : nil
  }

  /// What an agreement is worth at most where nothing is proved: half a percent of the aim.
  ///
  /// Searches of a portfolio of 68 initiatives
  /// from four seeds differ by up to four percent, so a gain of less says little about the order.
  private static let aimPerNoise: Int64 = 200

  /// Puts back everything, with what is held or begun, since that may be what keeps others from going back; then all that strayed, or
  /// else one after the other, as long as that makes the order lighter.
  private func nearest(from first: Order, move: Int64) -> Order {
    var best = first
    var builds = 0
    func improves(_ initiatives: [Int]) -> Bool {
      guard builds < Self.buildsMax, !initiatives.isEmpty else { return false }
      builds += 1
      let built = puttingBack(initiatives, in: best.solution.schedule)
      guard built.isFeasible else { return false }
      let candidate = order(built)
      guard candidate.weight(ofMove: move) < best.weight(ofMove: move) else { return false }
      best = candidate
      return true
    }
    _ = improves(everything)
    while !best.moved.isEmpty, builds < Self.buildsMax {
      if improves(best.strayed) { continue }
      guard best.strayed.count > 1, best.strayed.contains(where: { improves([$0]) }) else { break }
    }
    return best
  }

  private var everything: [Int] {
    model.plan.initiatives.indices.filter {
      agreed.initiatives[$0] != nil && model.plan.initiatives[$0].isOpen
    }
  }

  /// The schedule with some initiatives where they were agreed to be; what is there waits for that, even where it need not.
  private func puttingBack(_ initiatives: [Int], in schedule: Schedule) -> Solution {
    var placements = schedule.placements
    for initiative in initiatives {
      for work in model.problem.initiatives[initiative].works {
        placements[Int(work)] = kept.placements[Int(work)]
      }
    }
    var problem = model.problem
    for (work, place) in placements.enumerated() where problem.works[work].fixedStart == nil {
      guard let place, place.start == kept.placements[work]?.start else { continue }
      problem.works[work].earliestStart = max(problem.works[work].earliestStart, place.start)
    }
    return build(problem, Schedule(placements: placements))
  }
}
