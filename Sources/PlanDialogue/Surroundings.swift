package import PlanWorkbench

/// What a session cannot do by itself: files, and how hard to search.
package struct Surroundings: Sendable {
  /// How the plan is solved where an answer has to be the one that every command gives.
  package var effort: SearchEffort
  /// The bytes of a file as they are now, by its real path or, `nil`, those of the plan's own; or why they cannot be read.
  package var read: @Sendable (_ file: String?) -> Content
  /// Names in a folder, those of folders with a slash behind them; for completion.
  ///
  /// Relative to where the program runs.
  package var names: @Sendable (_ folder: String) -> [String] = { _ in [] }
  /// Writes files, all of them or none; why not, where it did not.
  package var write: @Sendable (_ files: [Write]) -> String?
  /// Whether there is a screen on which somebody can move cards.
  package var hasScreen = false
  /// Does what may take long, and tells it whether anybody still waits; whether it was done.
  ///
  /// Unless set, it is waited for however long it takes.
  package var wait: @Sendable (_ work: @escaping LongWork) -> Bool = { work in
    work { false }
    return true
  }

  package typealias LongWork = @Sendable (_ isUnwanted: @escaping @Sendable () -> Bool) -> Void

  package enum Content: Sendable {
    case bytes([UInt8])
    /// There is no such file.
    case missing
    case failure(String)
  }

  package struct Write: Sendable {
    package enum Place: Hashable, Sendable {
      /// The plan's own file.
      case plan
      /// By its path, real or as it was typed.
      case path(String)
    }
    package let place: Place
    package let bytes: [UInt8]
    /// What is to give way; something else there stops the writing.
    ///
    /// `nil` for whatever is there.
    package let expected: [UInt8]?
  }

  package init(
    effort: SearchEffort, read: @escaping @Sendable (_ file: String?) -> Content,
    write: @escaping @Sendable (_ files: [Write]) -> String?
  ) {
    self.effort = effort
    self.read = read
    self.write = write
  }
}
