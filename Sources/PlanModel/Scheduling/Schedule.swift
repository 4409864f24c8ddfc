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
    problem.initiatives[initiative].works.compactMap { placements[Int($0)]?.start }.min()
  }

  /// The latest finish of an initiative's works; `nil` when it is undone or has none.
  package func finish(of initiative: Int, in problem: Problem) -> Int32? {
    guard isDone(initiative, in: problem) else { return nil }
    return problem.initiatives[initiative].works.compactMap { placements[Int($0)]?.finish }.max()
  }

  /// Delay cost of one initiative in minor units.
  package func cost(of initiative: Int, in problem: Problem) -> Int64 {
    let subject = problem.initiatives[initiative]
    guard !subject.works.isEmpty else { return 0 }
    guard let finish = finish(of: initiative, in: problem) else { return subject.undoneCost }
    return subject.cost[Int(finish)]
  }

  /// Delay cost of one goal in minor units: that of the latest finish of its members, and of what is done of its choices.
  package func cost(ofGoal goal: Int, in problem: Problem) -> Int64 {
    let subject = problem.goals[goal]
    var latest = subject.floor
    for member in subject.members where !problem.initiatives[Int(member)].works.isEmpty {
      guard let finish = finish(of: Int(member), in: problem) else { return subject.undoneCost }
      latest = max(latest, finish)
    }
    for choice in subject.choices
    where !choice.contains(where: { problem.initiatives[Int($0)].works.isEmpty }) {
      let finishes = choice.compactMap { finish(of: Int($0), in: problem) }
      guard let finish = finishes.min() else { return subject.undoneCost }
      latest = max(latest, finish)
    }
    return latest < 0 ? 0 : subject.cost[Int(latest)]
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
