import PlanInsight
import PlanModel

/// How sure one thing is.
///
/// Days are absent where they lie after the last day that the plan counts.
struct OutlookRecord: Encodable {
  let p50: String?
  let p80: String?
  let p90: String?
  /// Starts in the horizon that it is planned for.
  let startsInTimePerMille: Int64?
  /// Is done by its first coming deadline, or a goal by its date.
  let onTimePerMille: Int64?
  let criticalityPerMille: Int64?

  init?(initiative index: Int, _ reading: Reading) {
    guard let outlook = reading.answer.simulation?.initiatives[index] else { return nil }
    self.init(
      outlook.finish,
      by: reading.plan.initiatives[index].urgency.deadlines.map(\.date), reading,
      startsInTime: outlook.startsInHorizon, criticality: outlook.criticality.share)
  }

  init?(goal index: Int, _ reading: Reading) {
    guard let outlook = reading.answer.simulation?.goals[index] else { return nil }
    self.init(outlook.finish, by: [reading.plan.goals[index].by].compactMap(\.self), reading)
  }

  private init(
    _ finish: DayDistribution, by dates: [CivilDate], _ reading: Reading,
    startsInTime: Rational? = nil, criticality: Rational? = nil
  ) {
    p50 = reading.record(finish, 50)
    p80 = reading.record(finish, 80)
    p90 = reading.record(finish, 90)
    startsInTimePerMille = startsInTime?.perMille
    let next = dates.filter { $0 >= reading.plan.asOf }.min()
    onTimePerMille = next.map { finish.chance(by: reading.model.day(of: $0)).perMille }
    criticalityPerMille = criticality?.perMille
  }
}

extension Reading {
  /// A percentile of a finish; `nil` where that is after the end of the plan's days.
  func record(_ finish: DayDistribution, _ percent: Int64) -> String? {
    let day = finish.percentile(percent)
    return day < problem.lastDay ? model.date(ofDay: day).record : nil
  }
}

/// The total cost of delay as trials had it.
struct SimulatedCostRecord: Encodable {
  let trials: Int
  let mean: MoneyRecord?
  /// Half the width of the mean's 95 % interval.
  let errorOfMean: MoneyRecord?
  let p10: MoneyRecord?
  let p50: MoneyRecord?
  let p80: MoneyRecord?
  let p90: MoneyRecord?

  /// `nil` for a plan that prints no money.
  init?(_ simulation: Simulation, _ reading: Reading) {
    guard reading.plan.printsMoney else { return nil }
    func record(_ money: Money) -> MoneyRecord? {
      MoneyRecord(money.minorUnits, isProved: false, reading)
    }
    trials = simulation.trials
    mean = record(simulation.cost.mean)
    errorOfMean = record(simulation.cost.errorOfMean)
    p10 = record(simulation.cost.percentile(10))
    p50 = record(simulation.cost.percentile(50))
    p80 = record(simulation.cost.percentile(80))
    p90 = record(simulation.cost.percentile(90))
  }
}
