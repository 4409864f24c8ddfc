internal import PlanInsight
internal import PlanModel
internal import PlanText

/// A revision of a plan with where it comes from; it is read only where that is needed.
package struct PlanRevision: Sendable {
  let origin: RevisionDigest.Revision
  /// What names all that can be read in it, and how it is seen; `nil` for what is not committed.
  let content: String?
  let read: @Sendable () -> PlanVersion?

  /// A revision that git keeps.
  ///
  /// - Parameters:
  ///   - commit: All of its hash, which stands for everything in it.
  ///   - place: Where the plan is there.
  ///   - name: What readers call it.
  ///   - date: The day it was made.
  ///   - author: Who made it.
  ///   - subject: What they said of it.
  ///   - options: From when, and with what set, it is seen.
  ///   - read: Reads the plan with its imports of then; `nil` where there is none.
  package init(
    commit: String, place: String, name: String, date: CheckOptions.Day?, author: String,
    subject: String, _ options: CheckOptions, read: @escaping @Sendable () -> PlanVersion?
  ) {
    origin = RevisionDigest.Revision(
      name: name, date: date?.date, author: author, subject: subject)
    content = SHA256.hexadecimal(
      of: contentBytes(
        of: [commit, place, options.asOf.map { "\($0.date)" } ?? "", options.scenario ?? ""]
          + options.overrides))
    self.read = read
  }

  /// The plan as its files are now.
  package init(uncommitted version: PlanVersion) {
    origin = RevisionDigest.Revision(
      name: version.name, date: nil, author: "", subject: "not committed")
    content = nil
    read = { version }
  }

  /// Whether it has, byte for byte, the files of another version.
  package func hasSameFiles(as version: PlanVersion) -> Bool {
    read().map { $0.hasSameFiles(as: version) } ?? false
  }
}
