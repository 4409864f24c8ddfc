/// When every work runs and with how many heads; the answer to a `Problem`, in its indices.
package struct Schedule: Sendable, Hashable, Encodable {
  /// One a work of the problem; `nil` where its initiative is left undone.
  package var placements: [Placement?]

  package init(placements: [Placement?]) { self.placements = placements }

  package static func empty(works: Int) -> Schedule {
    Schedule(placements: Array(repeating: nil, count: works))
  }

  package struct Placement: Sendable, Hashable, Encodable {
    package var start: Int32
    /// The last day worked, inclusive.
    package var finish: Int32
    /// Index into the work's options.
    package var option: Int32

    package init(start: Int32, finish: Int32, option: Int32) {
      self.start = start
      self.finish = finish
      self.option = option
    }
  }
}

extension Schedule {
  package func isDone(_ initiative: Int, in problem: Problem) -> Bool {
    problem.initiatives[initiative].works.allSatisfy { placements[Int($0)] != nil }
  }

  /// The earliest start of an initiative's works; `nil` when it is undone or has none.
  package func start(of initiative: Int, in problem: Problem) -> Int32? {
    var first: Int32?
    for work in problem.initiatives[initiative].works {
      guard let start = placements[Int(work)]?.start else { continue }
      first = min(first ?? start, start)
    }
    return first
  }

  /// The latest finish of an initiative's works; `nil` when it is undone or has none.
  package func finish(of initiative: Int, in problem: Problem) -> Int32? {
    var last: Int32?
    for work in problem.initiatives[initiative].works {
      guard let finish = placements[Int(work)]?.finish else { return nil }
      last = max(last ?? finish, finish)
    }
    return last
  }

  /// Delay cost of one initiative in minor units.
  package func cost(of initiative: Int, in problem: Problem) -> Int64 {
    guard !problem.initiatives[initiative].works.isEmpty else { return 0 }
    guard let finish = finish(of: initiative, in: problem) else {
      return problem.initiatives[initiative].undoneCost
    }
    return problem.initiatives[initiative].cost[Int(finish)]
  }

  /// The latest finish of a goal's members, and of what is done of its choices; what was finished before the plan counts by the
  /// goal's floor, which is −1 where that is long past, and `nil` says that something is undone.
  package func finish(ofGoal goal: Int, in problem: Problem) -> Int32? {
    var latest = problem.goals[goal].floor
    for member in problem.goals[goal].members
    where !problem.initiatives[Int(member)].works.isEmpty {
      guard let finish = finish(of: Int(member), in: problem) else { return nil }
      latest = max(latest, finish)
    }
    for choice in problem.goals[goal].choices
    where !choice.contains(where: { problem.initiatives[Int($0)].works.isEmpty }) {
      guard let finish = choice.lazy.compactMap({ finish(of: Int($0), in: problem) }).min() else {
        return nil
      }
      latest = max(latest, finish)
    }
    return latest
  }

  /// Delay cost of one goal in minor units.
  package func cost(ofGoal goal: Int, in problem: Problem) -> Int64 {
    guard let finish = finish(ofGoal: goal, in: problem) else {
      return problem.goals[goal].undoneCost
    }
    return finish < 0 ? 0 : problem.goals[goal].cost[Int(finish)]
  }

  /// Total cost of delay (MODEL: `TCD = Σ D_i(finish_i) + Σ D_g`) in minor units.
  package func totalDelayCost(in problem: Problem) -> Int64 {
    var total: Int64 = 0
    for index in problem.initiatives.indices {
      total = total.addingClamped(cost(of: index, in: problem))
    }
    for index in problem.goals.indices {
      total = total.addingClamped(cost(ofGoal: index, in: problem))
    }
    return total
  }
}
