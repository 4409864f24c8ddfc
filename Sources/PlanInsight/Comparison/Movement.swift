package import PlanModel

/// How one initiative stands otherwise in another schedule.
package struct Movement: Hashable, Sendable {
  /// Index of the initiative in the problem and the plan.
  package var initiative: Int32
  /// `nil` where it is left undone.
  package var before: Place?
  package var after: Place?
  /// Minor units by which its own cost of delay rises; goals are not in it.
  package var costs: Int64

  package struct Place: Hashable, Sendable {
    package var start: Int32
    /// The last day worked.
    package var finish: Int32
  }

  /// What became of it.
  package enum Kind: Hashable, Sendable {
    case comesIn
    case fallsOut
    /// Finishes some calendar days later, more than none.
    case later(days: Int32)
    case sooner(days: Int32)
    /// Finishes on the same day, and starts on another.
    case restarted
  }

  package var kind: Kind {
    guard let before else { return .comesIn }
    guard let after else { return .fallsOut }
    if after.finish > before.finish { return .later(days: after.finish - before.finish) }
    if after.finish < before.finish { return .sooner(days: before.finish - after.finish) }
    return .restarted
  }

  /// Whether it is worse off: out, or finished later.
  package var givesWay: Bool {
    switch kind {
    case .fallsOut, .later: true
    case .comesIn, .sooner, .restarted: false
    }
  }
}

extension Movement {
  /// What stands otherwise in `new` than in `old`, in the plan's order.
  ///
  /// - Complexity: O(works).
  package static func all(from old: Schedule, to new: Schedule, in problem: Problem) -> [Movement] {
    problem.initiatives.indices.compactMap { index in
      let before = place(of: index, in: old, problem)
      let after = place(of: index, in: new, problem)
      guard before != after else { return nil }
      let costs = new.cost(of: index, in: problem)
        .addingClamped(-old.cost(of: index, in: problem))
      return Movement(initiative: Int32(index), before: before, after: after, costs: costs)
    }
  }

  /// Those that are worse off, the dearest first; `except` what was asked about.
  package static func givingWay(
    from old: Schedule, to new: Schedule, in problem: Problem, except: Int32? = nil
  ) -> [Movement] {
    func rank(_ movement: Movement) -> (Int64, Int32) {
      (-movement.costs, movement.initiative)
    }
    return all(from: old, to: new, in: problem)
      .filter { $0.givesWay && $0.initiative != except }
      .sorted { rank($0) < rank($1) }
  }

  private static func place(
    of initiative: Int, in schedule: Schedule, _ problem: Problem
  ) -> Place? {
    guard let start = schedule.start(of: initiative, in: problem),
      let finish = schedule.finish(of: initiative, in: problem)
    else { return nil }
    return Place(start: start, finish: finish)
  }
}
