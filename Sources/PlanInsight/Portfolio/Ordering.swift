import PlanModel

/// An order in which initiatives may be taken up, by somebody who ranks instead of planning.
package struct Ordering: Hashable, Sendable {
  package var rule: Rule
  /// Every initiative of the problem, the first first.
  package var initiatives: [Int32]

  package enum Rule: Hashable, Sendable {
    /// By their starts in the solved schedule, what is left out last.
    case solved
    /// As the plan is written.
    case written
    /// Weighted shortest job first: worth by effort.
    case shortestFirst
    /// Cost of delay in the next cycle by duration.
    case costOfDelayByDuration
    /// By a score that the plan computes, the highest first.
    case score(String)
  }
}

extension Ordering {
  static func written(_ problem: Problem) -> Ordering {
    Ordering(rule: .written, initiatives: problem.initiatives.indices.map { Int32($0) })
  }

  static func solved(_ schedule: Schedule, of problem: Problem) -> Ordering {
    let starts = problem.initiatives.indices.map { schedule.start(of: $0, in: problem) ?? .max }
    return Ordering(
      rule: .solved,
      initiatives: written(problem).initiatives.sorted {
        (starts[Int($0)], $0) < (starts[Int($1)], $1)
      })
  }

  /// Worth by effort, highest first; what is lost by never doing it stands for its worth.
  ///
  /// A goal's is shared evenly by those it waits for. (Reinertsen, "The Principles of Product Development Flow", 2009.)
  static func shortestFirst(_ problem: Problem, efforts: [Int64]) -> Ordering {
    let worths = problem.worths(\.undoneCost, ofGoals: \.undoneCost)
    return ranked(.shortestFirst, worths, by: efforts, problem)
  }

  /// CD3: what a cycle of waiting costs, goals shared evenly, by the days that the initiative takes with as many people as it may
  /// have (Reinertsen, as above).
  ///
  /// Works are those of the problem, maybe with other efforts.
  static func costOfDelayByDuration(
    _ timing: Timing, _ works: [Problem.Work], cycleDays: Int32
  ) -> Ordering {
    let problem = timing.problem
    let last = Int(min(problem.firstDay + max(1, cycleDays), problem.lastDay)) - 1
    func rate(_ cost: CostRow) -> Int64 {
      guard cost.indices.contains(last) else { return 0 }
      let before = problem.firstDay > 0 ? cost[Int(problem.firstDay) - 1] : 0
      return cost[last].addingClamped(-before)
    }
    let rates = problem.worths({ rate($0.cost) }, ofGoals: { rate($0.cost) })
    return ranked(.costOfDelayByDuration, rates, by: problem.durations(of: works, timing), problem)
  }

  /// By scores of the plan; what has none comes last.
  static func scored(_ name: String, _ scores: [Rational?], _ problem: Problem) -> Ordering {
    Ordering(
      rule: .score(name),
      initiatives: written(problem).initiatives.sorted { left, right in
        switch (scores[Int(left)], scores[Int(right)]) {
        case (let first?, let second?): first != second ? first > second : left < right
        case (nil, nil): left < right
        case (nil, _): false
        case (_, nil): true
        }
      })
  }

  private static func ranked(
    _ rule: Rule, _ worths: [Int64], by sizes: [Int64], _ problem: Problem
  ) -> Ordering {
    Ordering(
      rule: rule,
      initiatives: written(problem).initiatives.sorted { left, right in
        let first = Int128(worths[Int(left)]) * Int128(max(1, sizes[Int(right)]))
        let second = Int128(worths[Int(right)]) * Int128(max(1, sizes[Int(left)]))
        return first != second ? first > second : left < right
      })
  }
}

extension Problem {
  /// A figure of each initiative with an even share of that of the goals which wait for it.
  func worths(
    _ own: (Initiative) -> Int64, ofGoals shared: (Goal) -> Int64
  ) -> [Int64] {
    var worths = initiatives.map(own)
    for goal in goals {
      let waitsFor = max(1, goal.members.count + goal.choices.count)
      for member in goal.members + goal.choices.joined() {
        let share = shared(goal) / Int64(waitsFor)
        worths[Int(member)] = worths[Int(member)].addingClamped(share)
      }
    }
    return worths
  }

  /// Calendar days that each initiative takes at its fastest, begun today and alone: along the longest chain of its own works.
  ///
  /// What takes longer than there are days takes all of them.
  fileprivate func durations(of works: [Work], _ timing: Timing) -> [Int64] {
    let lengths = works.map { work -> Int64 in
      let days = work.options.compactMap { option -> Int32? in
        let first = timing.firstWorkingDay(option, from: firstDay)
        return timing.finish(option, startingOn: first).map { $0 - first + 1 }
      }
      return Int64(days.min() ?? max(1, lastDay - firstDay))
    }
    var ends = lengths
    // Works of one initiative that wait for one another are few and written in order; a chain settles in as many rounds.
    let inner = links.compactMap { link -> (from: Int, to: Int)? in
      guard case .finish(let from) = link.from, link.mode == nil,
        works[Int(from)].initiative == works[Int(link.to)].initiative
      else { return nil }
      return (Int(from), Int(link.to))
    }
    var rounds = 0
    var hasChanged = true
    while hasChanged, rounds < inner.count {
      hasChanged = false
      for link in inner where ends[link.to] < ends[link.from] + lengths[link.to] {
        ends[link.to] = ends[link.from] + lengths[link.to]
        hasChanged = true
      }
      rounds += 1
    }
    return initiatives.map { initiative in initiative.works.map { ends[Int($0)] }.max() ?? 0 }
  }
}
