package import PlanSyntax

extension DiagnosticCode {
  /// A lock file without its first line, or of another version.
  static let lockVersion = DiagnosticCode("E0030")
  /// A lock file with the marks of a merge in it.
  static let lockConflict = DiagnosticCode("E0031")
  /// A line of a lock file that says nothing.
  static let lockLine = DiagnosticCode("E0032")
  /// Two lines of a lock file about one thing.
  static let lockTwice = DiagnosticCode("E0033")
  /// A lock file that cannot be read.
  static let lockUnreadable = DiagnosticCode("E0034")
  /// A line of a lock file about something that is not in the plan.
  static let agreedAndGone = DiagnosticCode("W0530")
  /// Starts that are not the agreed ones.
  static let agreedAndMoved = DiagnosticCode("W0531")
}

extension Diagnostic {
  static func lockVersion(_ line: Span?, at source: SourceText) -> Diagnostic {
    let start = Span(file: source.file, range: TextRange(start: 0, end: 0))
    return Diagnostic(
      .lockVersion, "a lock file begins with the line `lock \(LockFile.version)`",
      at: line ?? start, label: line == nil ? "nothing stands here" : "another line stands here",
      helps: [
        "take the file back from git if it was written by this version of `plan`, or remove it and run `plan freeze`"
      ])
  }

  static func lockConflict(_ line: Span) -> Diagnostic {
    Diagnostic(
      .lockConflict, "a merge left its marks in the lock file", at: line,
      label: "two versions begin here",
      helps: [
        "keep one line of each pair and remove the marks; `plan freeze --check` then says what moves"
      ])
  }

  static func lockLine(_ wanted: String, _ place: Span, _ seen: String?) -> Diagnostic {
    let found = seen.map { "`\($0.shortened)` stands where" } ?? "the line ends where"
    return Diagnostic(
      .lockLine, "\(found) a lock file has \(wanted)", at: place,
      label: seen == nil ? "the line ends here" : "this is not it",
      helps: ["a line reads `fast_ci 2026-07-06..2026-08-14 staff 2`, and maybe `by \"Ann\"`"])
  }

  static func lockTwice(_ name: String, at place: Span, _ earlier: Span) -> Diagnostic {
    Diagnostic(
      .lockTwice, "two lines agree on `\(name.shortened)`", at: place, label: "the second",
      secondary: [Label(earlier, "the first")],
      helps: ["keep the one that holds; a merge may have taken both"])
  }

  /// A lock file that is there and cannot be read.
  ///
  /// - Parameters:
  ///   - path: What messages call it.
  ///   - reason: Why.
  /// - Returns: An error without a place.
  package static func lockUnreadable(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      withoutPlace: .lockUnreadable,
      "cannot read what was agreed in `\(path.shortened(to: 60))`: \(reason)",
      helps: ["it lies beside the plan as a file of its own"])
  }

  static func agreedAndGone(
    _ name: String, at place: Span, among names: some Sequence<String>
  ) -> Diagnostic {
    let near = suggestions(for: name, among: names)
    return Diagnostic(
      .agreedAndGone, "`\(name.shortened)` was agreed and is not in the plan", at: place,
      label: near.first.map { "is it `\($0.shortened)` now?" } ?? "nothing is called so now",
      helps: [
        "if it was renamed, say `was: \"\(name.shortened)\"` in its block; if it is gone, `plan freeze` forgets it"
      ])
  }
}
