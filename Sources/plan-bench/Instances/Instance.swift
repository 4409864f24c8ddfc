package import PlanModel

/// One instance of a benchmark as a problem, and the way back to the format's own objective.
package struct Instance {
  let name: String
  package let problem: Problem
  /// The objective of a schedule, from the instance's own data; throws what the schedule breaks.
  package let evaluate: (Schedule) throws -> Int64
  /// From the solver's cost to the format's objective.
  package var objective: (Int64) -> Int64 = { $0 }
}

extension Problem {
  /// A problem in periods instead of days: every one of them a working one, no tail.
  init(periods: Int) {
    self.init(firstDay: 0, horizonDay: Int32(periods), lastDay: Int32(periods))
    yields = [YieldProfile(daily: Array(repeating: Self.onePeriod, count: periods))]
    // What comes after starts in the next period.
    lags = [LagTable(earliestStart: (0..<Int32(periods)).map { $0 + 1 })]
  }

  /// What a head yields in a period, so that work of five periods needs five times this.
  static let onePeriod: Int64 = 1_000_000
}

extension Problem.Option {
  /// Takes so many periods, whoever does it.
  init(periods: Int, demands: [Problem.Demand]) {
    self.init(
      staffTenths: 10, demands: demands, yield: 0, needed: Int64(periods) * Problem.onePeriod)
  }
}
