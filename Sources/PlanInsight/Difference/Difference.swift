package import PlanModel

/// Two versions of a plan: what one says otherwise, what follows from that, and from which edit.
package struct Difference: Sendable {
  /// What readers call the versions: `main`, `the work tree`.
  package let names: (before: String, after: String)
  /// What the plan says otherwise, in its order.
  package let changes: [PlanChange]
  /// Edits of the text that are told apart, in the order of the files; each with what it changes in the plan.
  package let edits: [PlanEdit]
  /// Paths of after by paths of before, of what has another name.
  package let renames: [String: String]
  /// `nil` where one of the versions has errors, or nothing is said otherwise.
  package let outcome: Outcome?

  /// The schedules of both.
  package struct Outcome: Sendable {
    package let before: Answer
    package let after: Answer
    package let consequences: Consequences
    /// `nil` where the edits cannot be made one by one.
    package let attribution: Attribution?
    /// How many edits there would be; more than are tried one by one where `attribution` is `nil`.
    package let editCount: Int

    package init(
      before: Answer, after: Answer, consequences: Consequences, attribution: Attribution?,
      editCount: Int
    ) {
      self.before = before
      self.after = after
      self.consequences = consequences
      self.attribution = attribution
      self.editCount = editCount
    }
  }

  package init(
    names: (before: String, after: String), changes: [PlanChange], edits: [PlanEdit],
    renames: [String: String], outcome: Outcome?
  ) {
    self.names = names
    self.changes = changes
    self.edits = edits
    self.renames = renames
    self.outcome = outcome
  }
}

/// One edit of a plan's text.
package struct PlanEdit: Sendable {
  /// Where it is, as readers see it: `initiative search`, `effort`; behind the file where it is not the plan's own.
  package let place: [String]
  /// What the plan says otherwise through it; empty where only a scenario, or nothing, does.
  package let changes: [PlanChange]
  /// As the text has it, on one line; `nil` for what came or went.
  package let old: String?
  package let new: String?

  package init(place: [String], changes: [PlanChange], old: String?, new: String?) {
    self.place = place
    self.changes = changes
    self.old = old
    self.new = new
  }
}
