import PlanInsight
import PlanModel

extension Plan {
  /// Whether an audience may not see something that costs or earns money, so that sums with it in them would give it away.
  ///
  /// A total beside its parts is one subtraction away from the part that is missing. So where this holds, reports print sums of what
  /// is shown, and leave out what only the whole has: bounds, simulated totals, comparisons of orders, and what waiting would cost
  /// others. How full teams are stays, since that is a fact about people and not about what they do.
  fileprivate func hidesWorth(from audience: Audience) -> Bool {
    func isHidden(_ readers: Readers) -> Bool { !readers.include(audience) }
    return !confidential.isEmpty
      && (initiatives.contains { initiative in
        isHidden(initiative.readers)
          || initiative.urgency.deadlines.contains { isHidden($0.readers) }
          || initiative.risks.contains { $0.loss != nil && isHidden($0.readers) }
      }
        || goals.contains { goal in
          isHidden(goal.readers) || goal.urgency.deadlines.contains { isHidden($0.readers) }
        } || debts.contains { isHidden($0.readers) } || benefits.contains { isHidden($0.readers) })
  }
}

extension Reading {
  /// What is kept from an audience as a whole.
  static func hiding(_ plan: Plan, from audience: Audience?) -> Hiding {
    guard let audience, !plan.confidential.isEmpty else { return Hiding() }
    return Hiding(
      anything: plan.confidential.contains { !$0.readers.include(audience) },
      worth: plan.hidesWorth(from: audience), people: plan.hidesPeople(from: audience))
  }

  struct Hiding {
    var anything = false
    /// Something that bears money, so that no sum may be told of which it is a part.
    var worth = false
    /// How people of a team change, so that their number may not be told.
    var people = false
  }

  var hidesAnything: Bool { hiding.anything }
  var hidesWorth: Bool { hiding.worth }
  var hidesPeople: Bool { hiding.people }

  /// The cost of delay of what is shown, as scheduled.
  var delayCost: Int64 {
    guard hidesWorth else { return answer.solution.delayCost }
    let own = standings.indices.filter { standings[$0] != .hidden }
      .reduce(Int64(0)) { $0.addingClamped(schedule.cost(of: $1, in: problem)) }
    return goals.reduce(own) { $0.addingClamped(schedule.cost(ofGoal: $1, in: problem)) }
  }
}

extension Plan {
  /// Whether an audience may not see how the people of a team change, so that their number would give it away.
  fileprivate func hidesPeople(from audience: Audience) -> Bool {
    func isHidden(_ readers: Readers) -> Bool { !readers.include(audience) }
    return teams.contains { team in
      isHidden(team.readers) || team.hires.contains { isHidden($0.readers) }
        || team.absences.contains { isHidden($0.readers) }
        || team.upkeeps.contains { isHidden($0.readers) }
    } || loans.contains { isHidden($0.readers) }
      || skills.contains { $0.learnings.contains { isHidden($0.readers) } }
  }
}
