internal import PlanSystem
internal import PlanWorkbench

/// A plan in a revision, as it is now, and every revision between.
struct MovedSince {
  private let old: PlanVersion
  private let new: PlanVersion
  private let revisions: [PlanRevision]

  /// Beyond this the revisions between are not solved one by one: nobody reads so many.
  private static let revisionsMax = 60

  /// - Parameters:
  ///   - file: The plan.
  ///   - since: What git calls the revision.
  ///   - version: From when it is seen, and with what set.
  /// - Throws: `VersionFailure`.
  init(
    _ file: String, since: String, _ version: VersionOptions
  ) throws(VersionFailure) {
    let asked = AskedPlan(file, version)
    let commit = try asked.commit(since)
    let old = try asked.revision(since)
    let log = try RevisionLog(file, version)
    var revisions = try log.revisions(since: commit)
    guard revisions.count <= MovedSince.revisionsMax else {
      throw VersionFailure(
        "there are \(revisions.count) revisions since `\(since)`, and at most \(MovedSince.revisionsMax) are told one by one",
        help: "ask since a later one; `plan history` shows them all")
    }
    let first = PlanRevision(
      commit: commit, place: old.checked.path, name: old.name, date: nil, author: "", subject: "",
      PlanInput.circumstances(of: "-", version)
    ) { old }
    if let present = try log.uncommitted(after: revisions.last ?? first) {
      revisions.append(present)
    }
    self.old = old
    new = try asked.present()
    self.revisions = [first] + revisions
  }

  /// - Parameters:
  ///   - name: The initiative.
  ///   - effort: How hard to search for each schedule.
  /// - Returns: Days and money, by edit and by commit.
  /// - Throws: `Misasked` where the plan has no such initiative, `BrokenRule` when a schedule of ours is none.
  func report(_ name: String, _ effort: SearchEffort) throws -> Report {
    var reading = HistoryReading(effort, count: revisions.count)
    for revision in revisions { try reading.add(revision) }
    return try reading.moved(name, from: old, to: new)
  }
}
