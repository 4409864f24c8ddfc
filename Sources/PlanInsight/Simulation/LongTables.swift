internal import PlanModel

/// The tables of a problem, carried on past its last day: a trial may last longer than the plan.
///
/// The yield of the last working day goes on, on weekdays (MODEL, "Uncertainty").
struct LongTables: Sendable {
  /// Days are `0 ..< days`; what would take longer ends on the last of them.
  let days: Int32
  /// Index for index those of the problem.
  let profiles: [Profile]
  /// Index for index the lag tables of the problem, `days` values each.
  let lags: [[Int32]]

  /// As long again as the plan, and a year at least.
  static func days(of problem: Problem) -> Int32 { problem.lastDay + max(problem.lastDay, 366) }

  /// - Complexity: O((yield profiles + lag tables) × days).
  init(_ model: SchedulingModel) {
    let problem = model.problem
    let count = LongTables.days(of: problem)
    days = count
    let isWeekday = (0..<Int(count)).map { !model.date(ofDay: Int32($0)).isWeekend }
    profiles = problem.yields.map { Profile($0, days: count, isWeekday: isWeekday) }
    lags = problem.lags.map { LongTables.continued($0.earliestStart, to: count) }
  }

  /// Past the table a lag takes as many calendar days as on the last day for which it is known.
  private static func continued(_ table: [Int32], to days: Int32) -> [Int32] {
    let never = Int32(table.count)
    let known = table.lastIndex { $0 < never }
    let gap = known.map { table[$0] - Int32($0) } ?? 1
    return (0..<days).map { day in
      day < never && table[Int(day)] < never ? table[Int(day)] : min(max(0, day + gap), days - 1)
    }
  }
}

extension LongTables {
  /// What a head yields from day to day, with the way back from a sum to its day.
  struct Profile: Sendable {
    /// `days + 1` running sums, in millionths of a person-day.
    private let sums: [Int64]
    /// For each day the first from it on which a head yields something; `days` values.
    private let nextWorkingDay: [Int32]
    /// For each multiple of `1 << stride` the first day by whose end it has been delivered.
    private let dayOfStride: [Int32]
    private let stride: Int64

    init(_ profile: Problem.YieldProfile, days: Int32, isWeekday: [Bool]) {
      let known = profile.cumulative
      var daily = zip(known.dropFirst(), known).map { $0 - $1 }
      let last = daily.last { $0 > 0 } ?? 0
      for day in daily.count..<Int(days) { daily.append(isWeekday[day] ? last : 0) }
      var sums: [Int64] = [0]
      sums.reserveCapacity(daily.count + 1)
      for value in daily { sums.append(sums[sums.count - 1] + value) }
      var next = [Int32](repeating: days - 1, count: daily.count)
      var upcoming = days - 1
      for day in daily.indices.reversed() {
        if daily[day] > 0 { upcoming = Int32(day) }
        next[day] = upcoming
      }
      // No more than the best of days yields: a step or two from there on is enough.
      let best = max(1, daily.max() ?? 1)
      let stride = Int64(Int64.bitWidth - 1 - best.leadingZeroBitCount)
      var index: [Int32] = []
      var day = 0
      for step in 0...(sums[daily.count] >> stride) {
        while day < daily.count - 1, sums[day + 1] < step << stride { day += 1 }
        index.append(Int32(day))
      }
      self.sums = sums
      self.stride = stride
      nextWorkingDay = next
      dayOfStride = index
    }

    @inline(__always) func workingDay(from day: Int32) -> Int32 {
      nextWorkingDay[min(Int(day), nextWorkingDay.count - 1)]
    }

    /// The last day worked by what starts on `start` and takes `needed` of a head; the last of all days where that is later.
    @inline(__always) func finish(from start: Int32, needed: Int64) -> Int32 {
      let last = sums.count - 2
      let done = sums[Int(start)]
      guard needed <= sums[last + 1] - done else { return Int32(last) }
      let target = done &+ needed
      var day = dayOfStride[Int(target &>> stride)]
      while sums[Int(day) + 1] < target { day = nextWorkingDay[Int(day) + 1] }
      return day
    }

    /// What a head delivers from `start` to `day`, both included.
    @inline(__always) func delivered(from start: Int32, through day: Int32) -> Int64 {
      sums[Int(day) + 1] - sums[Int(start)]
    }
  }
}
