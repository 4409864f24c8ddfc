package import PlanModel

/// A headcount that a change passes, or passes by more than the plan does without it.
package struct HeadcountPassing: Hashable, Sendable {
  /// Index into the plan's headcounts.
  package var headcount: Int
  /// The first period in which it does.
  package var use: HeadcountUse
}

extension Plan {
  /// The headcounts that stand against a change, in the plan's order; none where it brings nobody.
  ///
  /// - Complexity: that of `uses`, twice for each headcount.
  package func headcountsPassed(by change: WhatIf) -> [HeadcountPassing] {
    guard case .person(let team, _, _, _) = change else { return [] }
    let changed = changed(by: change)
    return headcounts.enumerated().compactMap { index, headcount in
      guard headcount.teams.contains(team) else { return nil }
      let pairs = zip(uses(of: headcount), changed.uses(of: headcount))
      let worse = pairs.first { before, after in
        after.excessTenths > before.excessTenths || after.excess > before.excess
      }
      return worse.map { HeadcountPassing(headcount: index, use: $0.1) }
    }
  }
}
