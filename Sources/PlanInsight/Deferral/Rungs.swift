package import PlanModel

// Which delays are asked about: always the same ladder, so that a figure does not hang on what else was asked.
extension DeferralLadder.Rung {
  /// Rungs from one delay up to leaving undone, the shortest first (MODEL, "The figures of deferral").
  ///
  /// - Parameters:
  ///   - least: The shortest that is wanted; `nil` for the whole ladder.
  ///   - model: Says how long a cycle is and when people work.
  /// - Returns: At least the rung of leaving undone.
  package static func ladder(
    from least: Elapsed?, in model: SchedulingModel
  ) -> [DeferralLadder.Rung] {
    let cycle = model.plan.cycle
    var delays = [cycle, cycle.doubled]
    let weeks = [1, 2, 4, 6].map { Elapsed.workingDays($0 * 5) }
    for delay in weeks + [least].compactMap(\.self)
    where !delays.contains(where: { $0.calendarDays == delay.calendarDays }) {
      delays.append(delay)
    }
    let shortest = least.map(\.calendarDays) ?? Int32.min
    return delays.filter { $0.calendarDays >= shortest }
      .sorted { $0.calendarDays < $1.calendarDays }
      .map { delay in
        DeferralLadder.Rung(delay: .by(delay)) { model.day(after: $0, delay) }
      } + [DeferralLadder.Rung(delay: .undone) { $0 }]
  }
}

extension SchedulingModel {
  /// The day that lies some time after another, by the plan's calendar.
  package func day(after day: Int32, _ elapsed: Elapsed) -> Int32 {
    let calendar = plan.calendars[plan.calendar.index]
    return self.day(of: calendar.date(date(ofDay: day), plus: elapsed))
  }
}

extension Elapsed {
  /// Twice as long.
  fileprivate var doubled: Elapsed {
    switch self {
    case .workingDays(let count): .workingDays(Int32(clamping: 2 * Int64(count)))
    case .months(let count): .months(Int32(clamping: 2 * Int64(count)))
    }
  }
}
