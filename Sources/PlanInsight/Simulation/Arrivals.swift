internal import PlanModel

/// When things come that work waits for: externals with their slips, and people who are still learning.
///
/// Each has a number: first the externals of the plan, then those who learn.
struct Arrivals: Sendable {
  /// The days on which the schedule has them come; of externals that are met, the day they were.
  let expected: [Int32]
  let learners: Learners
  /// For each the day it comes by working days beyond its least; empty where that is known.
  private let days: [[Int32]]
  private let model: SchedulingModel

  init(_ model: SchedulingModel, _ schedule: Schedule, slips: [External.SlipDays]) {
    self.model = model
    learners = Learners(model, schedule)
    let calendar = model.plan.calendars[model.plan.calendar.index]
    expected =
      model.plan.externals.indices.map {
        model.day(of: model.expectedDate(of: ExternalID($0)))
      } + learners.all.map { model.day(of: $0.learning.counts) }
    days =
      zip(model.plan.externals, slips).map { external, slip in
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
      + learners.all.map {
        Array(model.day(of: $0.learning.earliest)...model.day(of: $0.learning.latest))
      }
  }

  /// The number under which somebody who learns comes.
  func number(ofLearner index: Int) -> Int { model.plan.externals.count + index }

  /// The day on which something comes, with so many days beyond its least.
  @inline(__always) func day(_ number: Int, beyondLeast: Int) -> Int32 {
    let table = days[number]
    return table[min(max(beyondLeast, 0), table.count - 1)]
  }

  /// What a work waits for from outside, in one of its modes, and the learners whom it cannot do without.
  func waits(of index: Int, mode: Int32, days: Int32) -> [TrialNetwork.Wait] {
    let plan = model.plan
    let subject = plan.works[model.workIDs[index].index]
    guard subject.progress == .open else { return [] }
    let dependencies = mode > 0 ? subject.modes[Int(mode) - 1].after : subject.after
    let calendar = plan.calendars[plan.calendar.index]
    let outside = dependencies.compactMap { dependency -> TrialNetwork.Wait? in
      guard case .external(let external) = dependency.on,
        plan.externals[external.index].commitment != .met
      else { return nil }
      return wait(for: external.index, days: days) { day in
        let date = calendar.date(model.date(ofDay: day), plus: dependency.lags)
        return model.day(of: dependency.kind == .finishToStart ? date.adding(days: 1) : date)
      }
    }
    return outside
      + learners.awaited[index].map { learner in
        wait(for: number(ofLearner: learner), days: days) { $0 }
      }
  }

  private func wait(
    for number: Int, days: Int32, start: (Int32) -> Int32
  ) -> TrialNetwork.Wait {
    let first = min(expected[number], self.days[number].first ?? .max)
    let table = (first..<max(first + 1, days)).map { min(max(start($0), 0), days - 1) }
    return TrialNetwork.Wait(
      arrival: Int32(number), earliestStart: table, firstArrival: first)
  }
}
