internal import PlanModel

extension Instance {
  /// For each work, how many days after it its initiative is finished at the earliest, through what waits for it there.
  ///
  /// Whatever the calendar: every step counts with its shortest length on any day. A work in a circle keeps what a few passes
  /// found, which is a bound too.
  ///
  /// - Complexity: O(passes × links + finish tables), where few passes suffice for orders close to the precedences.
  static func tails(
    _ problem: Problem, finishRow: [Int32], finish: borrowing Table<Int32>
  ) -> [Int32] {
    let spans = shortestSpans(problem, finishRow: finishRow, finish: finish)
    let gaps = problem.lags.map { lag in
      let gaps = lag.earliestStart.prefix(Int(max(problem.lastDay, 0))).enumerated().map {
        $1 - Int32($0)
      }
      return gaps.min() ?? 0
    }
    var tails = [Int32](repeating: 0, count: problem.works.count)
    for _ in 0..<(problem.works.count + 1) {
      var moved = false
      for link in problem.links.reversed() {
        guard case .finish(let from) = link.from, link.mode == nil,
          problem.works[Int(from)].initiative == problem.works[Int(link.to)].initiative,
          problem.works[Int(link.to)].fixedStart == nil
        else { continue }
        let tail = gaps[Int(link.lag)] + spans[Int(link.to)] + tails[Int(link.to)]
        guard tail > tails[Int(from)], tail < problem.lastDay else { continue }
        tails[Int(from)] = tail
        moved = true
      }
      guard moved else { break }
    }
    return tails
  }

  /// Days between start and finish of each work, with the staffing and on the day for which they are fewest.
  private static func shortestSpans(
    _ problem: Problem, finishRow: [Int32], finish: borrowing Table<Int32>
  ) -> [Int32] {
    var known: [Int32: Int32] = [:]
    var option = 0
    var spans: [Int32] = []
    for work in problem.works {
      var shortest = problem.lastDay
      for _ in work.options {
        let row = finishRow[option]
        option += 1
        if known[row] == nil {
          var span = problem.lastDay
          for day in 0..<max(problem.lastDay, 0) where finish[row + day] < problem.lastDay {
            span = min(span, finish[row + day] - day)
          }
          known[row] = span
        }
        shortest = min(shortest, known[row] ?? 0)
      }
      spans.append(work.options.isEmpty ? 0 : shortest)
    }
    return spans
  }
}
