/// An upper limit on what the work costs.
package struct Budget: Confidential, Sendable {
  package var name: String
  package var label: String
  package var readers = Readers.everybody
  package var money: Money
  /// The stretch of time it holds in; `nil` is the whole plan.
  package var each: Elapsed?
  /// Which initiatives it is for, in the plan's words; `nil` is all of them.
  package var condition: String?
  /// Those of which the condition holds.
  package var members: [InitiativeID]

  package init(
    name: String, label: String, money: Money, each: Elapsed?, condition: String?,
    members: [InitiativeID]
  ) {
    self.name = name
    self.label = label
    self.money = money
    self.each = each
    self.condition = condition
    self.members = members
  }
}
