package import PlanModel

/// What it costs to take initiatives up by a rank instead of by the schedule, and where each stands.
package struct OrderComparison: Sendable {
  /// The solved order first.
  package var orders: [Order]

  package struct Order: Sendable {
    package var rule: Ordering.Rule
    /// By initiative, its place among those that are open, from 1; `nil` for what is not.
    package var places: [Int?]
    /// Minor units of cost of delay when each is begun as early as it fits, in this order.
    package var delayCost: Int64
    /// Hard demands that this breaks.
    package var breaks: [HardDemand]
  }
}

extension OrderComparison {
  /// - Parameters:
  ///   - model: The plan.
  ///   - base: Its schedule.
  ///   - scores: Further orders: a name, and a score for each initiative of the plan.
  /// - Complexity: That of a list schedule for each order.
  package init(
    of model: SchedulingModel, base: Solution, scores: [(name: String, scores: [Rational?])]
  ) {
    let problem = model.problem
    let timing = Timing(problem)
    let cycle = model.day(after: problem.firstDay, model.plan.cycle) - problem.firstDay
    let rules =
      [
        Ordering.written(problem), .shortestFirst(problem, efforts: model.plan.remainingMinutes),
        .costOfDelayByDuration(timing, cycleDays: cycle),
      ] + scores.map { Ordering.scored($0.name, $0.scores, problem) }
    let solved = Ordering.solved(base.schedule, of: problem)
    orders = [
      Order(
        rule: .solved, places: problem.places(in: solved),
        delayCost: base.delayCost, breaks: problem.demandsBroken(by: base.schedule))
    ]
    orders += rules.map { order in
      let schedule = ListSchedule.schedule(order: order.initiatives, timing: timing)
      return Order(
        rule: order.rule, places: problem.places(in: order),
        delayCost: schedule.totalDelayCost(in: problem),
        breaks: problem.demandsBroken(by: schedule))
    }
  }
}

extension Problem {
  fileprivate func places(in order: Ordering) -> [Int?] {
    var places = [Int?](repeating: nil, count: initiatives.count)
    var next = 1
    for index in order.initiatives
    where !initiatives[Int(index)].works.isEmpty
      && initiatives[Int(index)].selection != .forbidden
    {
      places[Int(index)] = next
      next += 1
    }
    return places
  }
}
