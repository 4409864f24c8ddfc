internal import PlanModel

/// When externals arrive: what their slips become, and what waits for them.
struct Arrivals: Sendable {
  /// The days on which the schedule has them arrive, by external of the plan; of those that are met, the day they were.
  let expected: [Int32]
  /// For each external the day it arrives by working days of slip, from its least; empty where it does not slip.
  private let days: [[Int32]]
  private let model: SchedulingModel

  init(_ model: SchedulingModel, slips: [External.SlipDays]) {
    self.model = model
    let calendar = model.plan.calendars[model.plan.calendar.index]
    expected = model.plan.externals.indices.map {
      model.day(of: model.expectedDate(of: ExternalID($0)))
    }
    days = zip(model.plan.externals, slips).map { external, slip in
      guard slip.low < slip.high else { return [] }
      // One walk along the calendar, since slips may be long.
      var date = calendar.date(external.date, plusWorkingDays: Int(slip.low))
      var result = [model.day(of: date)]
      for _ in slip.low..<slip.high {
        date = calendar.date(date, plusWorkingDays: 1)
        result.append(model.day(of: date))
      }
      return result
    }
  }

  /// The day on which an external arrives with so many working days of slip beyond its least.
  @inline(__always) func day(_ external: Int, slipBeyondLeast: Int) -> Int32 {
    let table = days[external]
    return table[min(max(slipBeyondLeast, 0), table.count - 1)]
  }

  func slips(_ external: Int) -> Bool { !days[external].isEmpty }

  /// What a work waits for from outside, in one of its modes.
  func waits(of work: WorkID, mode: Int32, days: Int32) -> [TrialNetwork.Wait] {
    let plan = model.plan
    let subject = plan.works[work.index]
    guard subject.progress == .open else { return [] }
    let dependencies = mode > 0 ? subject.modes[Int(mode) - 1].after : subject.after
    let calendar = plan.calendars[plan.calendar.index]
    return dependencies.compactMap { dependency in
      guard case .external(let external) = dependency.on,
        plan.externals[external.index].commitment != .met
      else { return nil }
      let first = min(expected[external.index], self.days[external.index].first ?? .max)
      let table = (first..<max(first + 1, days)).map { day in
        let date = calendar.date(model.date(ofDay: day), plus: dependency.lags)
        let start = model.day(of: dependency.kind == .finishToStart ? date.adding(days: 1) : date)
        return min(max(start, 0), days - 1)
      }
      return TrialNetwork.Wait(
        external: external.raw, earliestStart: table, firstArrival: first)
    }
  }
}
