/// Something that has been decided, and what was accepted with it.
package struct Decision: Confidential, Sendable {
  package var name: String
  package var label: String
  package var readers = Readers.everybody
  package var made: CivilDate
  package var owner: String?
  package var chose: Subject?
  package var rejected: [Subject]
  package var because: String?
  /// What follows from it that nobody wanted, in the plan's words.
  package var accepts: [String]
  /// The day it is looked at again.
  package var revisit: CivilDate?
  package var note: String?

  /// What a decision is about: a scenario, an initiative, an option of a choice.
  package struct Subject: Hashable, Sendable {
    /// `scenario`, `initiative` or `option`.
    package var kind: String
    /// As a reader would write it: `flags.buy`.
    package var name: String
    package var label: String
    package var readers = Readers.everybody

    package init(kind: String, name: String, label: String) {
      self.kind = kind
      self.name = name
      self.label = label
    }
  }

  package init(
    name: String, label: String, made: CivilDate, owner: String?, chose: Subject?,
    rejected: [Subject], because: String?, accepts: [String], revisit: CivilDate?, note: String?
  ) {
    self.name = name
    self.label = label
    self.made = made
    self.owner = owner
    self.chose = chose
    self.rejected = rejected
    self.because = because
    self.accepts = accepts
    self.revisit = revisit
    self.note = note
  }
}
