internal import PlanSyntax
internal import PlanText

/// A plan with its safe fixes applied.
package struct FixedPlan: Sendable {
  /// As it stands afterwards, with what is left to say about it.
  package let checked: CheckedPlan
  /// The files that are different afterwards, the root first.
  package let files: [File]
  /// How many fixes were applied.
  package let applied: Int
  /// Whether there would have been more after `roundsMax` rounds.
  package let isUnfinished: Bool

  /// A file of the plan.
  package struct File: Sendable {
    /// What messages call it.
    package let path: String
    /// Its path with links followed; `nil` for standard input.
    package let realPath: String?
    package let old: [UInt8]
    package let new: [UInt8]
  }

  /// Rounds of fixing and reading again.
  ///
  /// A fix may bring to light what another one mends, a few times over; fixes that take one another
  /// back would go on for ever.
  static let roundsMax = 20

  /// What changed, in the unified form, file after file.
  package func difference(_ style: TextStyle) -> String { files.difference(style) }

  /// The root file as it stands afterwards.
  package var root: [UInt8] { checked.sources[0].bytes }

  /// A line for the end: how many fixes there were, and how many findings have one that is left to the reader.
  ///
  /// - Parameter written: Whether they were written, or only shown.
  /// - Returns: Words without an end of line.
  package func summary(written: Bool) -> String {
    let verb = written ? "applied" : "to apply"
    let fixes =
      applied == 0
      ? "no safe fix to apply"
      : "\(applied) safe \(applied == 1 ? "fix" : "fixes") \(verb)"
    let places = files.count > 1 ? " in \(files.count) files" : ""
    let open = checked.diagnostics.count { diagnostic in
      diagnostic.fixes.contains { $0.safety == .unsafe }
    }
    let left =
      open == 0
      ? ""
      : "; \(open) \(open == 1 ? "finding has a fix" : "findings have fixes") that only you can judge"
    let unfinished = isUnfinished ? "; the fixes take one another back, so that some remain" : ""
    return "\(checked.path): \(fixes)\(places)\(left)\(unfinished)"
  }
}

/// Applies the safe fixes of a plan, in all of its files, and checks it again until there are none left.
///
/// Nothing is written: that is for the shell, all files or none.
///
/// - Parameters:
///   - bytes: Any bytes.
///   - path: What messages call the file.
///   - options: As of a check; fixes of what was set from outside cannot be applied.
/// - Returns: The plan as it would stand.
/// - Complexity: That of `roundsMax` checks.
package func fixed(_ bytes: [UInt8], path: String, _ options: CheckOptions) -> FixedPlan {
  let first = check(bytes, path: path, options)
  var checked = first
  var applied = 0
  var rounds = 0
  var selection = checked.safeFixes
  while selection.count > 0, rounds < FixedPlan.roundsMax {
    let root = checked.sources[0]
    checked = check(
      root.replacing(selection.edits[root.file] ?? []).bytes, path: path,
      options.reading(checked.contents(after: selection.edits)))
    applied += selection.count
    rounds += 1
    selection = checked.safeFixes
  }
  return FixedPlan(
    checked: checked, files: changedFiles(first, checked), applied: applied,
    isUnfinished: selection.count > 0)
}

/// Files by their real paths: a fix may change which files a plan imports, and so their numbers.
func changedFiles(_ before: CheckedPlan, _ after: CheckedPlan) -> [FixedPlan.File] {
  zip(before.sources, before.realPaths).enumerated().compactMap { index, file in
    let (source, realPath) = file
    let other = index == 0 ? 0 : after.realPaths.firstIndex(of: realPath)
    guard let other, after.sources[other].bytes != source.bytes else { return nil }
    return FixedPlan.File(
      path: source.path, realPath: realPath, old: source.bytes, new: after.sources[other].bytes)
  }
}

extension [FixedPlan.File] {
  /// What changed, in the unified form, file after file.
  func difference(_ style: TextStyle) -> String {
    map { file in
      unifiedDiff(
        old: (file.path, file.old), new: (file.path, file.new),
        style: style.isColored ? .ansi : .plain)
    }.joined()
  }
}

extension CheckedPlan {
  fileprivate var safeFixes: FixSelection {
    FixSelection(diagnostics, in: Set(sources.map(\.file)))
  }
}
