internal import PlanText

/// A file as it is written: what was changed in a session, and what somebody else wrote meanwhile.
package struct FileMerge: Sendable {
  package let bytes: [UInt8]
  /// What the other's changes do to the session's text; `nil` where there are none.
  package let change: FileChange?
  /// "6 lines added, nothing else touched", of the session's own changes.
  package let counts: String
}

extension UnwrittenFile {
  /// Joins what was changed with what the file holds now; `nil` where both changed the same lines.
  package func merged(with present: [UInt8]) -> FileMerge? {
    guard let bytes = PlanText.merged(base: old, ours: new, theirs: present) else { return nil }
    return FileMerge(
      bytes: bytes, change: FileChange(file: realPath, from: new, to: bytes),
      counts: LineCounts(from: old, to: new).text)
  }
}
