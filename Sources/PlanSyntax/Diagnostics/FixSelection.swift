/// Fixes that can be applied at the same time.
///
/// The first of two that touch the same place wins; the other one is found again when the file is read again, if it is still
/// wanted then.
package struct FixSelection: Sendable {
  /// Edits by the file that they are in, in the order in which they were taken.
  package private(set) var edits: [FileID: [Diagnostic.Edit]] = [:]
  /// Fixes that were taken.
  package private(set) var count = 0

  /// - Parameters:
  ///   - diagnostics: In the order in which fixes are taken; of each the first safe one.
  ///   - files: Those that may be edited.
  /// - Complexity: O(edits²) in one file at worst, O(edits) where diagnostics are in the order of the file.
  package init(_ diagnostics: [Diagnostic], in files: Set<FileID>) {
    for diagnostic in diagnostics {
      guard let fix = diagnostic.fixes.first(where: { $0.safety == .safe && !$0.edits.isEmpty }),
        fix.edits.allSatisfy({ files.contains($0.span.file) && !conflicts($0) })
      else { continue }
      for edit in fix.edits { edits[edit.span.file, default: []].append(edit) }
      count += 1
    }
  }

  private func conflicts(_ edit: Diagnostic.Edit) -> Bool {
    // From the end, where the nearest ones are.
    edits[edit.span.file]?.reversed().contains { $0.span.range.touches(edit.span.range) } ?? false
  }
}

extension TextRange {
  /// Whether two edits cannot both be made: ranges that overlap, and an insertion at the edge of another edit, since what
  /// comes first there would be left to chance.
  fileprivate func touches(_ other: TextRange) -> Bool {
    if count == 0 || other.count == 0 { return start <= other.end && other.start <= end }
    return start < other.end && other.start < end
  }
}
