package import PlanModel

/// An agreed order that is kept although another costs a little less.
///
/// A search begins with the agreed schedule and wanders: where it is not proved optimal, nearly every change of a plan turns up a
/// slightly cheaper order of things that have nothing to do with the change. An agreement that such finds could move would
/// be none. So what starts on another day, in Now or not, goes back to where it was agreed, unless that loses more than the churn of
/// all that would have moved and, where no order is proved the best, one percent of the aim besides. What is then still elsewhere
/// found no way back for so little.
package struct KeptOrder: Sendable {
  /// The schedule with what was put back.
  package let solution: Solution
  /// Initiatives that have not moved because of it, in the order of the plan.
  package let initiatives: [Int]
  /// What the other order would save in the aim, in minor units; not negative.
  package let saving: Int64
  /// What keeps the rest from staying as agreed; `nil` where nothing moved for another order.
  package let asAgreed: AsAgreed?

  /// What a schedule with everything as agreed would come to, as far as that is possible at all.
  package enum AsAgreed: Sendable, Equatable {
    /// More, in minor units and without what moves weigh; not negative.
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
  /// - Complexity: At most four times `buildsMax` schedules and a search.
  package init?(
    _ found: Solution, _ model: SchedulingModel, build: @escaping (Problem, Schedule) -> Solution,
    search: ((Problem, [Schedule]) -> Solution)?
  ) {
    guard found.isFeasible, let agreed = model.plan.agreed, let kept = model.agreedSchedule else {
      return nil
    }
    let orders = Orders(
      model: model, agreed: agreed, kept: kept, timing: Timing(model.problem), build: build,
      search: search)
    let first = orders.order(found)
    guard !first.moved.isEmpty else { return nil }
    let last = orders.kept(insteadOf: first) ?? first
    solution = last.solution
    asAgreed = last.moved.isEmpty ? nil : orders.asAgreed(insteadOf: last)
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
  let search: ((Problem, [Schedule]) -> Solution)?

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

  /// The order to keep; `nil` where what was found is worth its moves.
  func kept(insteadOf first: Order) -> Order? {
    let isDecided = first.solution.isOptimal || model.plan.churn <= .zero
    let noise = isDecided ? 0 : first.solution.aimCost / Self.aimPerNoise
    if noise > 0 {
      let candidates = [first, searched(from: first, move: noise)].compactMap(\.self)
        .map { nearest(from: $0, move: noise) }
        .filter { $0.weight() <= first.weight().addingClamped(noise) }
      let quietest = candidates.min { $0.moved.count < $1.moved.count }
      if let quietest, quietest.moved.count < first.moved.count { return quietest }
    }
    let last = nearest(from: first, move: 0)
    return last.weight() < first.weight() ? last : nil
  }

  /// What an agreement is worth at most where nothing is proved: one percent of the aim.
  ///
  /// Searches of a portfolio of 68 initiatives from twelve seeds have a standard deviation of so much and differ by up to four
  /// percent, so a gain of less says little about the order.
  private static let aimPerNoise: Int64 = 100

  /// What is found from the agreed order where every move weighs so much: fewer than a search that counts none makes, where a change of
  /// the plan cannot be had without any.
  private func searched(from first: Order, move: Int64) -> Order? {
    guard let search else { return nil }
    var problem = model.problem
    let tolerance = Int32(AgreedSchedule.toleranceDays)
    for index in everything where !model.problem.initiatives[index].works.isEmpty {
      guard let start = kept.start(of: index, in: model.problem) else { continue }
      problem.initiatives[index].agreement = Problem.Agreement(
        starts: max(0, start - tolerance)...(start + tolerance),
        churn: move.addingClamped(model.plan.churn(of: index)))
    }
    let agreed = puttingBack(everything, in: first.solution.schedule).schedule
    let found = search(problem, [agreed, first.solution.schedule])
    guard found.isFeasible else { return nil }
    let built = puttingBack([], in: found.schedule)
    return built.isFeasible ? order(built) : nil
  }

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

  func asAgreed(insteadOf last: Order) -> KeptOrder.AsAgreed {
    let built = puttingBack(everything, in: last.solution.schedule)
    guard built.isFeasible else { return .breaksDemands }
    let more = built.costWithoutMoves.addingClamped(-last.solution.costWithoutMoves)
    return .costs(max(0, more))
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

extension Solution {
  fileprivate var costWithoutMoves: Int64 { delayCost.addingClamped(softCost) }
}
