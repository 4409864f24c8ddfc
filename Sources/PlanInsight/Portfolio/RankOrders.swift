import PlanModel

/// The orders of those who rank instead of planning.
struct RankOrders: Sendable {
  private let timing: Timing
  private let cycleDays: Int32
  private let efforts: [Int64]
  private let scores: [OrderComparison.Score]

  init(_ model: SchedulingModel, _ timing: Timing, _ scores: [OrderComparison.Score]) {
    self.timing = timing
    self.scores = scores
    let first = model.problem.firstDay
    cycleDays = model.day(after: first, model.plan.cycle) - first
    efforts = model.plan.remainingMinutes
  }

  /// - Parameters:
  ///   - minutes: What is still to be done of each initiative; `nil` for what the plan says.
  ///   - works: Those of the problem, with as much to do.
  /// - Returns: As written, by worth, by cost of delay, and then by each score.
  func orders(_ minutes: [Int64]?, _ works: [Problem.Work]) -> [Ordering] {
    [
      .written(timing.problem), .shortestFirst(timing.problem, efforts: minutes ?? efforts),
      .costOfDelayByDuration(timing, works, cycleDays: cycleDays),
    ] + scores.map { .scored($0.name, $0.values(minutes), timing.problem) }
  }
}
