internal import PlanModel

// Tables by day of the ways to do a work: when it may start and when it is finished. Equal ones are made once.

/// Finish tables, one for each distinct pair of profile and amount.
struct FinishRows {
  private struct Key: Hashable {
    var yield: Int32
    var needed: Int64
  }

  private let days: Int32
  private var known: [Key: Int32] = [:]
  private(set) var values: [Int32] = []

  init(days: Int32) { self.days = days }

  mutating func row(of option: Problem.Option, in problem: Problem) -> Int32 {
    let key = Key(yield: option.yield, needed: option.needed)
    if let row = known[key] { return row }
    let row = Int32(values.count)
    known[key] = row
    let last = Int(days)
    problem.yields[Int(option.yield)].cumulative.withUnsafeBufferPointer { sums in
      precondition(sums.count > last, "a profile covers every day")
      let finishes = [Int32](unsafeUninitializedCapacity: last) { buffer, count in
        var finish = 0
        for start in 0..<last {
          finish = max(finish, start)
          while finish < last, sums[finish + 1] - sums[start] < option.needed { finish += 1 }
          buffer[start] = Int32(truncatingIfNeeded: finish)
        }
        count = last
      }
      values += finishes
    }
    return row
  }
}

/// For each day the first on or after it on which an option may start, in rows of `days + 1`; one row for each profile, and one
/// for each option whose finish decides whether a freeze lets it start.
struct StartRows {
  private struct Key: Hashable {
    var yield: Int32
    var freezes: [Int32]
    /// The row of finishes; −1 where no finish matters.
    var finishRow: Int32
  }

  private let problem: Problem
  private let days: Int32
  private var known: [Key: Int32] = [:]
  private(set) var values: [Int32] = []

  init(_ problem: Problem) {
    self.problem = problem
    days = max(problem.lastDay, 0)
  }

  /// - Parameters:
  ///   - option: A way to do the work.
  ///   - frozen: The freezes that hold for its work.
  ///   - finishes: Rows of finishes.
  ///   - finishRow: Where the option's begins.
  /// - Returns: Where its row begins.
  mutating func row(
    of option: Problem.Option, under frozen: [Int32], finishes: FinishRows, finishRow: Int32
  ) -> Int32 {
    let freezes = frozen.map { problem.freezes[Int($0)] }
    let looksAtFinish = freezes.contains { $0.forbids != .starting }
    let key = Key(
      yield: option.yield, freezes: frozen, finishRow: looksAtFinish ? finishRow : -1)
    if let row = known[key] { return row }
    let row = Int32(values.count)
    known[key] = row
    let profile = problem.yields[Int(option.yield)]
    var next = [Int32](repeating: days, count: Int(days) + 1)
    var day = min(days, problem.horizonDay) - 1
    while day >= 0 {
      let finish = finishes.values[Int(finishRow + day)]
      let isOpen =
        profile.isWorking(day)
        && !freezes.contains { $0.rulesOut(start: day, finish: finish) }
      next[Int(day)] = isOpen ? day : next[Int(day) + 1]
      day -= 1
    }
    values += next
    return row
  }
}
