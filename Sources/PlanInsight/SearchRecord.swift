/// How a schedule was searched for: what a reader has to know to find it again.
package struct SearchRecord: Sendable, Hashable {
  /// `quick`, `standard` or `thorough`.
  package var level: String
  /// The time that the search was given instead of counted work, as it was asked for; another run may find another schedule.
  package var within: String?
  /// Whether somebody stopped it.
  package var isInterrupted: Bool

  package init(level: String = "standard", within: String? = nil, isInterrupted: Bool = false) {
    self.level = level
    self.within = within
    self.isInterrupted = isInterrupted
  }

  /// Whether a search of the same plan gives the same schedule everywhere.
  package var isRepeatable: Bool { within == nil && !isInterrupted }
}
