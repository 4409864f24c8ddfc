internal import PlanModel

/// Which of several edits of a plan did what.
///
/// Each edit is made by itself in the plan as it was, with the edits that it cannot be read without, and what it does is what the
/// plan then has more, or less, than with those alone. What all do beyond the sum of that is what they do together; and
/// where a search from nothing finds another schedule than one from the schedule before, the rest is that. So the three add up to
/// the whole, in money and in days, whatever the edits are.
package struct Attribution: Sendable {
  /// What the parts of a difference come to.
  package struct Shares<Amount: Sendable>: Sendable {
    /// By edit.
    package let alone: [Amount]
    package let together: Amount
    /// What no edit did: another order, found by searching anew.
    package let search: Amount
  }

  /// Why something stands otherwise.
  package enum Cause: Hashable, Sendable {
    /// An edit that moves it by itself; later by so many days, where it is done before and after.
    case edit(Int, days: Int?)
    /// Edits that do it only together, as far as one can be told from the other; by so many days.
    case together([Int], days: Int?)
    /// No edit: another order, by so many days.
    case search(days: Int?)
  }

  /// Cost of delay in minor units.
  package let money: Shares<Int64>
  /// What each edit is read with besides itself.
  package let needs: [Set<Int>]
  private let before: ScheduleOutline
  private let after: ScheduleOutline
  private let pairs: [(without: ScheduleOutline, with: ScheduleOutline)]
  /// With all edits, searched for from the schedule before.
  private let warm: ScheduleOutline
  /// With all edits but one; `nil` where that cannot be read, empty where nobody asked.
  private var lacking: [ScheduleOutline?]

  /// - Parameters:
  ///   - before: The plan before.
  ///   - after: The plan after, as every command solves it.
  ///   - needs: Of each edit, those that it cannot be read without.
  ///   - workers: Answer what does not hang on one another.
  ///   - tried: The plan before with some of the edits, searched for from its schedule; `nil` where it cannot be read.
  /// - Complexity: Three searches an edit at most, and one.
  package init?(
    from before: ScheduleOutline, to after: ScheduleOutline, needs: [Set<Int>], workers: Workers,
    tried: @Sendable (Set<Int>) -> ScheduleOutline?
  ) {
    let all = Set(needs.indices)
    let outlines = workers.answers(needs.count + 1) {
      index -> (ScheduleOutline, ScheduleOutline)? in
      guard index < needs.count else { return tried(all).map { (before, $0) } }
      guard let with = tried(needs[index].union([index])) else { return nil }
      guard !needs[index].isEmpty else { return (before, with) }
      return tried(needs[index]).map { ($0, with) }
    }
    guard outlines.count == needs.count + 1, let warm = outlines.last??.1 else { return nil }
    var pairs: [(without: ScheduleOutline, with: ScheduleOutline)] = []
    for outline in outlines.dropLast() {
      guard let outline else { return nil }
      pairs.append(outline)
    }
    self.needs = needs
    self.before = before
    self.after = after
    self.pairs = pairs
    self.warm = warm
    let alone = pairs.map { $0.with.delayCost.addingClamped(-$0.without.delayCost) }
    let whole = warm.delayCost.addingClamped(-before.delayCost)
    money = Shares(
      alone: alone, together: alone.reduce(whole) { $0.addingClamped(-$1) },
      search: after.delayCost.addingClamped(-warm.delayCost))
    lacking = []
    let isJoint =
      money.together != 0
      || after.isElsewhere(than: before) { path in
        guard !warm.isSame(path, as: before) else { return false }
        return days(of: path)?.together ?? 0 != 0
          || pairs.allSatisfy { $0.with.isSame(path, as: $0.without) }
      }
    lacking =
      isJoint && needs.count > 1
      ? workers.answers(needs.count) { index in
        // Whatever needs it goes with it.
        tried(all.filter { $0 != index && !needs[$0].contains(index) })
      } : []
  }

  // MARK: One initiative

  /// Later by so many calendar days, by what did it; `nil` where it is not done both before and after.
  package func days(of path: String) -> Shares<Int>? {
    guard let then = before.finish(of: path), let now = after.finish(of: path) else { return nil }
    let alone = pairs.map { pair -> Int in
      guard let without = pair.without.finish(of: path), let with = pair.with.finish(of: path)
      else { return 0 }
      return without.days(until: with)
    }
    let whole = warm.finish(of: path).map { then.days(until: $0) } ?? 0
    let search = then.days(until: now) - whole
    return Shares(alone: alone, together: whole - alone.reduce(0, +), search: search)
  }

  /// Minor units by which its own cost of delay rises, by what did it.
  package func costs(of path: String) -> Shares<Int64> {
    let alone = pairs.map { $0.with.cost(of: path).addingClamped(-$0.without.cost(of: path)) }
    let whole = warm.cost(of: path).addingClamped(-before.cost(of: path))
    return Shares(
      alone: alone, together: alone.reduce(whole) { $0.addingClamped(-$1) },
      search: after.cost(of: path).addingClamped(-warm.cost(of: path)))
  }

  /// Why an initiative stands otherwise, what moves it farthest first.
  package func causes(of path: String) -> [Cause] {
    let days = days(of: path)
    let movers = pairs.indices.filter { !pairs[$0].with.isSame(path, as: pairs[$0].without) }
      .sorted {
        let (first, second) = (abs(days?.alone[$0] ?? 0), abs(days?.alone[$1] ?? 0))
        return (second, $0) < (first, $1)
      }
    var causes: [Cause] = movers.map { .edit($0, days: days?.alone[$0]) }
    let isMoved = !warm.isSame(path, as: before)
    if isMoved, movers.isEmpty || (days?.together ?? 0) != 0 {
      causes.append(.together(joint(path), days: days?.together))
    }
    if !after.isSame(path, as: warm) { causes.append(.search(days: days?.search)) }
    return causes
  }

  /// The edits without any of which it would not stand where all of them put it.
  private func joint(_ path: String) -> [Int] {
    lacking.indices.filter { index in
      lacking[index].map { !$0.isSame(path, as: warm) } ?? false
    }
  }

  /// The edits without any of which the cost would be another; those that matter to what all do together.
  package var jointInMoney: [Int] {
    guard money.together != 0 else { return [] }
    return lacking.indices.filter { index in
      guard let without = lacking[index] else { return false }
      return warm.delayCost.addingClamped(-without.delayCost) != money.alone[index]
    }
  }
}

extension ScheduleOutline {
  /// Whether some initiative of either does what is asked.
  fileprivate func isElsewhere(
    than other: ScheduleOutline, _ isSo: (String) -> Bool
  ) -> Bool {
    paths.contains(where: isSo) || other.paths.contains(where: isSo)
  }
}
