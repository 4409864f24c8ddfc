/// Initiatives that stand for each other: one of them is done at most.
package struct Exclusive: Sendable, Hashable {
  /// As the plan writes it: `exclusive: "search"`.
  package var name: String
  /// In the plan's order, without those that are given up or left out by decision.
  package var members: [InitiativeID]

  package init(name: String, members: [InitiativeID]) {
    self.name = name
    self.members = members
  }
}
