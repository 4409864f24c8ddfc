/// A time in which some teams may not change anything: nothing finishes, or starts, or runs.
package struct ChangeFreeze: Confidential, Sendable {
  package enum Forbids: String, Sendable, CaseIterable {
    case starting
    case running
    case finishing
  }

  package var name: String
  package var label: String
  package var readers = Readers.everybody
  package var days: ClosedRange<CivilDate>
  /// Empty where it is for everybody.
  package var teams: [TeamID]
  package var forbids: Forbids
  package var why: String?

  package init(
    name: String, label: String, days: ClosedRange<CivilDate>, teams: [TeamID], forbids: Forbids,
    why: String?
  ) {
    self.name = name
    self.label = label
    self.days = days
    self.teams = teams
    self.forbids = forbids
    self.why = why
  }
}
