/// A deadline with a price that changes nothing: without it the schedule would be the same.
package struct IdleDeadline: Hashable, Sendable {
  package var owner: Owner
  package var date: CivilDate
  package var costs: Money
  /// Whether the schedule keeps it all the same; otherwise it is missed whatever it costs.
  package var isMet: Bool

  package enum Owner: Hashable, Sendable {
    case initiative(InitiativeID)
    case goal(GoalID)
  }

  package init(owner: Owner, date: CivilDate, costs: Money, isMet: Bool) {
    self.owner = owner
    self.date = date
    self.costs = costs
    self.isMet = isMet
  }
}
