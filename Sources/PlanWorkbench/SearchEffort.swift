/// How hard to search, and what may end it before.
///
/// The same level gives the same bytes on every machine, with any number of threads, unless a clock or a reader ends the
/// search, which the answer then says.
package struct SearchEffort: Sendable {
  package enum Level: String, CaseIterable, Sendable {
    case quick
    case standard
    case thorough
  }

  package var level: Level
  /// How many threads may search at once; the answer hangs on it only under a clock.
  package var threads = 1
  /// Where random draws begin, instead of the plan's `seed`.
  package var seed: Int64?
  /// A clock instead of the level's counted work.
  package var limit: TimeLimit?
  /// Whether somebody wants the answer now.
  package var isInterrupted: (@Sendable () -> Bool)?
  /// Where schedules are looked for before they are searched for; the answer does not hang on it.
  package var cache: ScheduleCache?
  /// Told from time to time what share of something is over, from any thread.
  package var progress: (@Sendable (_ activity: Activity, _ share: Double) -> Void)?

  /// What takes so long that one wants to know how far it is.
  package enum Activity: String, Sendable {
    case searching
    case simulating
    case revisions = "solving revisions"
  }

  /// A time that a search may take.
  package struct TimeLimit: Sendable {
    /// As it was asked for: `10s`.
    package var text: String
    /// The share of it that has passed, 1 when it is over.
    package var share: @Sendable () -> Double

    package init(text: String, share: @escaping @Sendable () -> Double) {
      self.text = text
      self.share = share
    }
  }

  package init(_ level: Level) { self.level = level }

  /// The same, ended when something says so and by nothing else.
  package func until(_ isUnwanted: @escaping @Sendable () -> Bool) -> SearchEffort {
    var effort = self
    effort.isInterrupted = isUnwanted
    return effort
  }

  package static let quick = SearchEffort(.quick)
  package static let standard = SearchEffort(.standard)
  package static let thorough = SearchEffort(.thorough)
}
