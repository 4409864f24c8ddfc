/// Something that a document speaks of in many places and that readers look for: an initiative.
package struct Topic: Sendable, Hashable {
  /// As the document calls it.
  package var label: String
  /// What it is called as well, with the way it is done.
  package var names: [String]
  /// Labels of those who work for it.
  package var teams: [String]
  /// Labels of what it is for.
  package var goals: [String]

  package init(label: String, names: [String] = [], teams: [String], goals: [String]) {
    self.label = label
    self.names = names
    self.teams = teams
    self.goals = goals
  }
}
