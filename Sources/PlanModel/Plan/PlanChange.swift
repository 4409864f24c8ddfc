/// One thing that two versions of a plan say differently, in the plan's own words.
package struct PlanChange: Hashable, Sendable {
  /// What it is about, as it is called in the later version, or in the earlier one where it is gone: `residency.billing`.
  package let path: String
  /// The word of its block: `work`.
  package let kind: String
  package let what: What
  /// Whether it may bend a schedule or a figure.
  package let bends: Bool

  package enum What: Hashable, Sendable {
    /// With what is inside it, which has no change of its own; its label, and what it says in the order of its words.
    case added(label: String?, properties: [Written])
    case removed(label: String?)
    case renamed(from: String)
    case label(old: String?, new: String?)
    /// `nil` where it is not written.
    case property(word: String, old: String?, new: String?)
  }

  /// A property as it is written.
  package struct Written: Hashable, Sendable {
    package let word: String
    package let value: String

    package init(word: String, value: String) {
      self.word = word
      self.value = value
    }
  }

  package init(path: String, kind: String, what: What, bends: Bool) {
    self.path = path
    self.kind = kind
    self.what = what
    self.bends = bends
  }
}
