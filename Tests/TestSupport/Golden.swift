internal import FoundationEssentials
package import Testing

/// Comparing with files that hold what is expected.
package enum Golden {
  /// Set by `PLAN_UPDATE=1`: what differs is written instead of reported, and CI requires that nothing was.
  package static var isUpdating: Bool {
    ProcessInfo.processInfo.environment["PLAN_UPDATE"] == "1"
  }

  /// Expects that `actual` is what the file holds.
  package static func expect(
    _ actual: String, at path: String, location: SourceLocation = #_sourceLocation
  ) {
    let expected = (try? Repository.read(path)) ?? ""
    guard actual != expected || !Repository.exists(path) else { return }
    if isUpdating {
      do {
        try Repository.write(actual, to: path)
      } catch {
        Issue.record("\(path) cannot be written: \(error)", sourceLocation: location)
      }
      return
    }
    Issue.record(
      "\(path) differs; PLAN_UPDATE=1 rewrites it\n\(difference(expected, actual))",
      sourceLocation: location)
  }

  /// The first lines that differ, with what stands before them.
  package static func difference(_ expected: String, _ actual: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let common = zip(old, new).prefix { $0 == $1 }.count
    let context = old[max(0, common - 3)..<common].map { "  " + $0 }
    let removed = old[common...].prefix(8).map { "- " + $0 }
    let added = new[common...].prefix(8).map { "+ " + $0 }
    return (["line \(common + 1):"] + context + removed + added).joined(separator: "\n")
  }
}
