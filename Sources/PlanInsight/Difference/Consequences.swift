package import PlanModel

/// What is otherwise in another schedule, of the same plan or of another version of it: initiatives, dates, people and rules.
///
/// What is compared is known by its name.
package struct Consequences: Sendable {
  /// What moves most money first.
  package let shifts: [Shift]
  /// Goals whose day is won or lost.
  package let goals: [GoalShift]
  /// Teams with more to do than they can plan with in months in which that was not so.
  package let overloads: [Overload]
  package let guardrails: [GuardrailShift]
  package let headcounts: [HeadcountShift]

  /// An initiative that stands otherwise.
  package struct Shift: Sendable {
    /// As it is called after, or before where it is gone.
    package let path: String
    /// Its index in the plan before, and after; `nil` where it is not in that.
    package let indices: (before: Int?, after: Int?)
    package let before: Standing?
    package let after: Standing?
    package let deadlines: [DeadlineShift]
    /// Minor units by which its own cost of delay rises.
    package let costs: Int64
  }

  /// A deadline that is won, lost or missed by another time.
  package struct DeadlineShift: Hashable, Sendable {
    package let date: CivilDate
    package let outcome: Outcome

    package enum Outcome: Hashable, Sendable {
      case kept
      /// What it is of is left out.
      case missed
      case missedBy(days: Int)
    }
  }

  package struct GoalShift: Sendable {
    /// Index in the plan after.
    package let goal: Int
    package let by: CivilDate
    package let isMet: Bool
    /// `nil` where something that it waits for is left out.
    package let finish: CivilDate?
  }

  package struct Overload: Sendable {
    /// Index in the plan after.
    package let team: TeamID
    /// The fullest of the months.
    package let month: CivilDate
    package let share: Rational
    /// How many months besides.
    package let others: Int
  }

  package struct GuardrailShift: Sendable {
    /// Index in the plan after.
    package let guardrail: Int
    package let isKept: Bool
  }

  package struct HeadcountShift: Sendable {
    /// Index in the plan after.
    package let headcount: Int
    /// The first period in which it is passed; `nil` where it is kept again.
    package let passed: HeadcountUse?
  }
}

extension Consequences {
  /// Compares.
  ///
  /// - Parameters:
  ///   - before: A schedule.
  ///   - after: Another.
  ///   - renames: Paths of after by paths of before, of what has another name.
  /// - Complexity: O(initiatives + months · teams).
  package init(from before: Answer, to after: Answer, renames: [String: String] = [:]) {
    let comparison = ConsequenceComparison(before: before, after: after, renames: renames)
    self.init(
      shifts: comparison.shifts, goals: comparison.goals, overloads: comparison.overloads,
      guardrails: comparison.guardrails, headcounts: comparison.headcounts)
  }

  /// Whether nothing is otherwise.
  package var isEmpty: Bool {
    shifts.isEmpty && goals.isEmpty && overloads.isEmpty && guardrails.isEmpty
      && headcounts.isEmpty
  }
}

private struct ConsequenceComparison {
  let before: Answer
  let after: Answer
  let renames: [String: String]

  // MARK: Initiatives

  var shifts: [Consequences.Shift] {
    let old = Self.byPath(before.plan) { renames[$0] ?? $0 }
    let new = Self.byPath(after.plan) { $0 }
    var paths = after.plan.initiatives.map(\.path)
    paths += before.plan.initiatives.map { renames[$0.path] ?? $0.path }.filter { new[$0] == nil }
    let all = paths.compactMap { shift(of: $0, (old[$0], new[$0])) }
    return all.enumerated().sorted {
      ($1.element.costs.magnitude, $0.offset) < ($0.element.costs.magnitude, $1.offset)
    }.map(\.element)
  }

  private static func byPath(_ plan: Plan, _ name: (String) -> String) -> [String: Int] {
    Dictionary(
      plan.initiatives.enumerated().map { (name($0.element.path), $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  private func shift(
    of path: String, _ indices: (before: Int?, after: Int?)
  ) -> Consequences.Shift? {
    func standing(_ index: Int?, _ answer: Answer) -> Standing? {
      index.map { Standing(of: InitiativeID($0), in: answer) }
    }
    func cost(_ index: Int?, _ answer: Answer) -> Int64 {
      index.map { answer.solution.schedule.cost(of: $0, in: answer.model.problem) } ?? 0
    }
    let was = standing(indices.before, before)
    let now = standing(indices.after, after)
    let deadlines = deadlines(indices, was, now)
    // What is new and left out did nothing yet; so did what is gone and was out.
    guard !areSame(was ?? .undone, now ?? .undone) || !deadlines.isEmpty else { return nil }
    return Consequences.Shift(
      path: path, indices: indices, before: was, after: now, deadlines: deadlines,
      costs: cost(indices.after, after).addingClamped(-cost(indices.before, before)))
  }

  /// Two versions may count their horizons from other days, so that what they are called decides.
  private func areSame(_ was: Standing, _ now: Standing) -> Bool {
    guard let old = was.span, let new = now.span else { return was == now }
    return old.start == new.start && old.finish == new.finish
      && before.plan.horizons[old.horizon.index].name == after.plan.horizons[new.horizon.index].name
  }

  private func deadlines(
    _ indices: (before: Int?, after: Int?), _ was: Standing?, _ now: Standing?
  ) -> [Consequences.DeadlineShift] {
    guard let index = indices.after, let now else { return [] }
    let old = indices.before.map { before.plan.initiatives[$0].urgency.deadlines } ?? []
    let finish = now.span?.finish
    guard finish != nil || now == .undone else { return [] }
    return after.plan.initiatives[index].urgency.deadlines.compactMap { deadline in
      let date = deadline.date
      let wasKnown = old.contains { $0.date == date }
      let wasKept = wasKnown ? was?.span.map { $0.finish <= date } ?? false : true
      if let finish, finish <= date {
        return wasKept ? nil : Consequences.DeadlineShift(date: date, outcome: .kept)
      }
      guard let finish else {
        return wasKept ? Consequences.DeadlineShift(date: date, outcome: .missed) : nil
      }
      let late = date.days(until: finish)
      if !wasKept, was?.span.map({ date.days(until: $0.finish) }) == late { return nil }
      return Consequences.DeadlineShift(date: date, outcome: .missedBy(days: late))
    }
  }

  // MARK: Goals

  var goals: [Consequences.GoalShift] {
    after.plan.goals.indices.compactMap { index in
      let goal = after.plan.goals[index]
      guard let by = goal.by,
        let old = before.plan.goals.firstIndex(where: {
          (renames[$0.name] ?? $0.name) == goal.name
        })
      else { return nil }
      let finish = after.finish(ofGoal: index)
      let wasMet =
        before.finish(ofGoal: old).map { $0 <= (before.plan.goals[old].by ?? by) } ?? false
      let isMet = finish.map { $0 <= by } ?? false
      if wasMet == isMet { return nil }
      return Consequences.GoalShift(goal: index, by: by, isMet: isMet, finish: finish)
    }
  }

  // MARK: People and rules

  var overloads: [Consequences.Overload] {
    after.loads.compactMap { load in
      let name = after.plan.teams[load.team.index].name
      let old = before.plan.teams.firstIndex { (renames[$0.name] ?? $0.name) == name }
        .map { before.loads[$0] }
      let full = load.months.filter { month in
        guard let share = month.share, share > .one else { return false }
        let was = old?.months.first { $0.days == month.days }?.share
        return was.map { $0 <= .one } ?? true
      }
      guard let worst = full.max(by: { ($0.share ?? .zero) < ($1.share ?? .zero) }),
        let share = worst.share
      else { return nil }
      return Consequences.Overload(
        team: load.team, month: worst.days.lowerBound, share: share, others: full.count - 1)
    }
  }

  var guardrails: [Consequences.GuardrailShift] {
    after.guardrails.compactMap { shares in
      let name = after.plan.guardrails[shares.guardrail].name
      let old = before.guardrails.first {
        let former = before.plan.guardrails[$0.guardrail].name
        return (renames[former] ?? former) == name
      }
      let wasKept = old?.periods.allSatisfy(\.isKept) ?? true
      let isKept = shares.periods.allSatisfy(\.isKept)
      return wasKept == isKept
        ? nil : Consequences.GuardrailShift(guardrail: shares.guardrail, isKept: isKept)
    }
  }

  var headcounts: [Consequences.HeadcountShift] {
    after.plan.headcounts.enumerated().compactMap { index, headcount in
      let old = before.plan.headcounts.first { (renames[$0.name] ?? $0.name) == headcount.name }
      let wasKept = old.map { before.plan.uses(of: $0).allSatisfy(\.isKept) } ?? true
      let passed = after.plan.uses(of: headcount).first { !$0.isKept }
      return wasKept == (passed == nil)
        ? nil : Consequences.HeadcountShift(headcount: index, passed: passed)
    }
  }
}

extension Answer {
  /// When all of a goal's initiatives are done; `nil` where one of them is left out, or none is left to do.
  package func finish(ofGoal goal: Int) -> CivilDate? {
    let members = model.problem.goals[goal].awaited(in: solution.schedule, of: model.problem)
      .map { Standing(of: InitiativeID(Int($0)), in: self) }
    return members.contains(.undone) ? nil : members.compactMap { $0.span?.finish }.max()
  }
}
