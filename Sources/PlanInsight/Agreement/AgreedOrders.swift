internal import PlanModel

/// Schedules between one that was found and the agreed one.
struct AgreedOrders {
  let model: SchedulingModel
  let agreed: AgreedSchedule
  /// Where everything was agreed to be.
  let kept: Schedule
  let timing: Timing
  let build: (Problem, Schedule) -> Solution
  let search: ((Problem, [Schedule]) -> Solution)?

  /// A schedule takes milliseconds, and a reader waits.
  private static let buildsMax = 48

  /// What an agreement is worth at most where nothing is proved: one percent of the aim.
  ///
  /// Searches of a portfolio of 68 initiatives from twelve seeds have a standard deviation of so much and differ by up to four
  /// percent, so a gain of less says little about the order.
  private static let aimPerNoise: Int64 = 100

  /// What a move weighs in searches for fewer of them, of what an agreement is worth at most.
  ///
  /// Where one price finds none, another may: of 166 changes of an estimate of a portfolio of 68 initiatives by a tenth,
  /// one price leaves six with moves that need not be, three leave three.
  private static let percentsOfMove: [Int64] = [100, 50, 200]

  /// The order to keep instead of one that was found, or that one where it is worth its moves; of `whole`, the same with
  /// everything where it was agreed, as much as is worth keeping.
  func kept(insteadOf first: Order, whole: Solution) -> Order {
    let isDecided = first.solution.isOptimal || model.plan.churn <= .zero
    let noise = isDecided ? 0 : first.solution.aimCost / Self.aimPerNoise
    let whole = whole.isFeasible ? order(whole) : nil
    if noise > 0 {
      let isCheap = { (order: Order) in order.weight() <= first.weight().addingClamped(noise) }
      var quietest = first
      let near = nearest(from: first, whole: whole, move: noise)
      if isCheap(near), near.moved.count < quietest.moved.count { quietest = near }
      for percent in Self.percentsOfMove where !quietest.moved.isEmpty {
        let move = noise * percent / 100
        guard let other = searched(from: first, whole: whole, move: move), isCheap(other),
          other.moved.count < quietest.moved.count
        else { continue }
        quietest = other
      }
      if quietest.moved.count < first.moved.count { return quietest }
    }
    let last = nearest(from: first, whole: whole, move: 0)
    return last.weight() < first.weight() ? last : first
  }

  /// What is found where every move costs so much: fewer of them, where a change of the plan cannot be had without any.
  private func searched(from first: Order, whole: Order?, move: Int64) -> Order? {
    guard let search else { return nil }
    let seeds = [whole ?? first, first].map(\.solution.schedule)
    let found = search(problem(pricing: move), seeds)
    guard found.isFeasible else { return nil }
    // The same schedule under the plan's own prices.
    let built = puttingBack([], in: found.schedule)
    guard built.isFeasible else { return nil }
    return nearest(from: order(built), whole: whole, move: move)
  }

  /// What is to be solved where every move costs so much besides its churn.
  private func problem(pricing move: Int64) -> Problem {
    var problem = model.problem
    let tolerance = Int32(AgreedSchedule.toleranceDays)
    for index in everything where !model.problem.initiatives[index].works.isEmpty {
      guard let start = kept.start(of: index, in: model.problem) else { continue }
      problem.initiatives[index].agreement = Problem.Agreement(
        starts: max(0, start - tolerance)...(start + tolerance),
        churn: move.addingClamped(model.plan.churn(of: index)))
    }
    return problem
  }

  /// The lightest on the way from an order to the agreed one: that with everything back, then that with all that strayed
  /// back, or else one after the other, as long as that makes it lighter.
  private func nearest(from first: Order, whole: Order?, move: Int64) -> Order {
    var best = first
    if let whole, whole.weight(ofMove: move) < best.weight(ofMove: move) { best = whole }
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
    while !best.moved.isEmpty, builds < Self.buildsMax {
      if improves(best.strayed) { continue }
      guard best.strayed.count > 1, best.strayed.contains(where: { improves([$0]) }) else { break }
    }
    return best
  }

  /// Open initiatives of which something was agreed.
  var everything: [Int] {
    model.plan.initiatives.indices.filter {
      agreed.initiatives[$0] != nil && model.plan.initiatives[$0].isOpen
    }
  }

  /// The schedule with some initiatives where they were agreed to be; what is there waits for that, even where it need not.
  func puttingBack(_ initiatives: [Int], in schedule: Schedule) -> Solution {
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

extension AgreedOrders {
  /// A schedule, and what it does otherwise than agreed and need not: indices of initiatives, rising.
  struct Order {
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
}
