/// Somebody whom a plan names, because they answer for something.
///
/// Nobody's time is planned by it: capacity is counted by teams, skills and heads.
package struct Person: Confidential, Sendable {
  package var name: String
  package var label: String
  package var readers = Readers.everybody
  package var team: TeamID?
  package var note: String?

  package init(name: String, label: String, team: TeamID?, note: String?) {
    self.name = name
    self.label = label
    self.team = team
    self.note = note
  }
}
