internal import PlanModel
internal import PlanSyntax

// What the shells say to the pipeline, in plain values, so that they need no module but this one.

/// Circumstances of a check that are no part of the plan's text.
package struct CheckOptions: Sendable {
  /// Goes into the fix for a plan without `start`, and nowhere else; `nil` when the clock is broken.
  package var today: Day?
  /// Where progress is counted from, instead of the plan's `as_of`.
  package var asOf: Day?

  /// The scenario that is laid over the plan; `nil` for the plan itself.
  package var scenario: String?
  /// Properties set from outside, as they were written: `platform.people=8`.
  package var overrides: [String]
  /// Reads what the plan imports.
  package var files: FileProvider
  /// The plan's own path with links followed, so that a loop of imports ends in it.
  package var realPath: String?
  /// A file that the plan is asked about together with, as if it imported it.
  package var addition: Addition?

  /// A file beside those that the plan imports.
  package struct Addition: Sendable {
    let bytes: [UInt8]
    /// What messages call it.
    let path: String
    /// Its path with links followed.
    let realPath: String?

    package init(bytes: [UInt8], path: String, realPath: String?) {
      self.bytes = bytes
      self.path = path
      self.realPath = realPath
    }
  }

  package init(
    today: Day?, asOf: Day?, scenario: String? = nil, overrides: [String] = [],
    files: FileProvider = .none, realPath: String? = nil
  ) {
    self.files = files
    self.realPath = realPath
    self.today = today
    self.asOf = asOf
    self.scenario = scenario
    self.overrides = overrides
  }

  /// Each as a text that findings can point into; their numbers are above those of all files.
  var overrideSources: [SourceText] {
    overrides.enumerated().map { index, text in
      SourceText(
        file: FileID(raw: CheckOptions.firstOverride + Int32(clamping: index)), path: "--set",
        bytes: Array(text.utf8))
    }
  }

  private static let firstOverride: Int32 = 1_000_000

  /// Files above this are refused before they are read.
  package static var fileSizeMax: Int { SourceText.sizeMax }

  /// A day that exists.
  package struct Day: Sendable {
    let date: CivilDate

    package init?(year: Int, month: Int, day: Int) {
      guard let date = CivilDate(year: year, month: month, day: day) else { return nil }
      self.date = date
    }

    /// A day as plans write it: `2026-07-01`.
    package init?(_ text: String) {
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy(\.isNumber) }),
        let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
      else { return nil }
      self.init(year: year, month: month, day: day)
    }
  }
}

/// How text is laid out for whoever reads it.
package struct TextStyle: Sendable {
  /// Columns.
  package var width: Int
  package var isColored: Bool
  /// Whether somebody sees it there and then: lines of prose are broken to fit only where that is so.
  package var isTerminal: Bool

  package init(width: Int, isColored: Bool, isTerminal: Bool = false) {
    self.width = width
    self.isColored = isColored
    self.isTerminal = isTerminal
  }
}
