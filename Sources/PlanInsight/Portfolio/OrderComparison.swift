package import PlanModel

/// What it costs to take initiatives up by a rank instead of by the schedule, where each stands, and how sure of its place it is.
package struct OrderComparison: Sendable {
  /// The solved order first.
  package var orders: [Order]
  /// The last place above the line.
  package var line: Int

  package struct Order: Sendable {
    package var rule: Ordering.Rule
    /// By initiative, its place among those that are open, from 1; `nil` for what is not.
    package var places: [Int?]
    /// Minor units of cost of delay when each is begun as early as it fits, in this order.
    package var delayCost: Int64
    /// Hard demands that this breaks.
    package var breaks: [HardDemand]
    /// By initiative, what becomes of its place when estimates are drawn.
    package var stabilities: [RankStability?]
    /// How often they were drawn for it.
    package var draws: Int
  }

  /// A rank that a plan computes.
  package struct Score: Sendable {
    package typealias Values = @Sendable (_ minutes: [Int64]?) -> [Rational?]

    package var name: String
    /// By initiative, the highest first, `nil` for what has none: as the plan says, or as if so many minutes of each were still
    /// to be done.
    package var values: Values

    package init(name: String, values: @escaping Values) {
      self.name = name
      self.values = values
    }
  }
}

extension OrderComparison {
  /// - Parameters:
  ///   - model: The plan.
  ///   - base: Its schedule.
  ///   - scores: Further orders.
  ///   - line: So many places are above it.
  ///   - inquiry: Solves.
  /// - Complexity: That of a list schedule for each order, of sorting for each draw, and of some dozens of solves.
  package init(
    of model: SchedulingModel, base: Solution, scores: [Score], line: Int, inquiry: Inquiry
  ) {
    self.line = line
    let problem = model.problem
    let timing = Timing(problem)
    let ranks = RankOrders(model, timing, scores)
    let solved = Ordering.solved(base.schedule, of: problem)
    let draws = EstimateDraws(model)
    let count = Self.draws(Self.drawsUsual, of: problem.initiatives.count)
    let drawn = inquiry.workers.answers(count) { draw -> [[Int?]] in
      let minutes = draws.minutes(draw)
      return ranks.orders(draws.minutesByInitiative(minutes), draws.works(with: minutes))
        .map { problem.places(in: $0) }
    }
    let solves = min(count, Self.draws(Self.solvesUsual, of: problem.initiatives.count))
    let anew = inquiry.workers.answers(solves) { draw -> [Int?] in
      let other = inquiry.model(draws.plan(with: draws.minutes(draw))).problem
      let found = inquiry.streams.resolve(other, [base.schedule])
      return problem.places(in: .solved(found.schedule, of: other))
    }
    orders = [
      Order(
        rule: .solved, places: problem.places(in: solved),
        delayCost: base.delayCost, breaks: problem.demandsBroken(by: base.schedule),
        stabilities: RankStability.all(anew, line: line), draws: solves)
    ]
    orders += ranks.orders(nil, problem.works).enumerated().map { index, order in
      let schedule = ListSchedule.schedule(order: order.initiatives, timing: timing)
      return Order(
        rule: order.rule, places: problem.places(in: order),
        delayCost: schedule.totalDelayCost(in: problem),
        breaks: problem.demandsBroken(by: schedule),
        stabilities: RankStability.all(drawn.map { $0[index] }, line: line), draws: count)
    }
  }

  /// Enough to know a chance to five points, 19 times in 20.
  private static let drawsUsual = 400
  /// A solve takes as long as a thousand sorts.
  private static let solvesUsual = 40
  /// Of plans of thousands less is drawn, down to a tenth.
  private static let placesMax = 100_000

  private static func draws(_ usual: Int, of initiatives: Int) -> Int {
    min(usual, max(usual / 10, placesMax * usual / drawsUsual / max(1, initiatives)))
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
