internal import PlanInsight
internal import PlanModel
internal import PlanReport
internal import PlanSemantics

/// A revision of a plan with where it comes from.
package struct PlanRevision: Sendable {
  package let version: PlanVersion
  /// The day it was made; `nil` for what is not committed.
  let date: CheckOptions.Day?
  let author: String
  let subject: String

  /// - Parameters:
  ///   - version: The plan as it was.
  ///   - date: The day it was made; `nil` for what is not committed.
  ///   - author: Who made it.
  ///   - subject: What they said of it.
  package init(
    _ version: PlanVersion, date: CheckOptions.Day?, author: String, subject: String
  ) {
    self.version = version
    self.date = date
    self.author = author
    self.subject = subject
  }
}

/// How the promises of a plan moved (`plan history`): each revision solved as it was, the oldest first.
///
/// Each follows the schedule of the one before it, so that nothing moves that no revision moved; one that says what the one
/// before it said is not solved again.
package struct HistoryReading {
  private var digests: [RevisionDigest] = []
  private var former: (blocks: [ResolvedBlock], lock: LockText?, solved: SolvedPlan)?
  /// Of each digest, names that were changed on the way to the next.
  private var renames: [[String: String]] = []
  private var latest: CheckedPlan?
  private let effort: SearchEffort

  /// - Parameter effort: How hard to search for each schedule.
  package init(_ effort: SearchEffort) { self.effort = effort }

  /// Reads and solves one more revision.
  ///
  /// - Throws: `BrokenRule` when a schedule of ours is none.
  package mutating func add(_ revision: PlanRevision) throws(BrokenRule) {
    let checked = revision.version.checked
    let origin = RevisionDigest.Revision(
      name: revision.version.name, date: revision.date?.date,
      author: revision.author, subject: revision.subject)
    guard !checked.hasErrors else {
      digests.append(RevisionDigest(origin, nil))
      renames.append([:])
      return
    }
    let blocks = revision.version.blocks
    let change = former.map { ResolvedDifference(from: $0.blocks, to: blocks) }
    let isSame =
      change?.isEmpty ?? false
      && LockChanges(from: former?.lock, to: checked.lock).isEmpty
    // What is not solved again may still be called otherwise in its files; the schedule is the same.
    let solved =
      if let earlier = former?.solved {
        isSame ? earlier : try solve(checked, following: earlier, effort)
      } else {
        try solve(checked, effort)
      }
    renames.append(change?.renames ?? [:])
    former = (blocks, checked.lock, solved)
    latest = checked
    digests.append(
      RevisionDigest(origin, RevisionDigest.Promise(solved.model, solved.solution)))
  }

  /// What came of it.
  ///
  /// - Parameters:
  ///   - name: The initiative that is asked about, as the latest revision calls it; `nil` for all.
  ///   - isScored: Whether horizons are asked what they kept.
  /// - Returns: The report, and the slip chart as a picture.
  /// - Throws: `Misasked` where no revision could be read, or none has the initiative.
  package func report(
    _ name: String?, isScored: Bool
  ) throws(Misasked) -> (report: Report, chart: String) {
    guard let latest, let plan = latest.plan else {
      throw Misasked(
        "no revision of the plan can be read", help: "`plan check` says what is wrong with it")
    }
    let history = PlanHistory(named())
    if let name, !history.paths.contains(name) { throw latest.unknown(name) }
    let scores = isScored ? history.scores(plan) : nil
    let charted =
      name.map { [$0] }
      ?? history.paths.filter { !history.slips(of: $0).moves.isEmpty }
    let labels = history.promises.last?.promise.initiatives.map { ($0.path, $0.label) } ?? []
    let byPath = Dictionary(labels, uniquingKeysWith: { first, _ in first })
    let chart = SlipChart(history, Array(charted.prefix(chartedMax))) { byPath[$0] ?? $0 }.svg
    let report = Report(document: historyPage(history, plan, path: name, scores: scores)) {
      try historyJSON(history, path: name, scores: scores)
    }
    return (report, chart)
  }

  /// What moved one initiative between the first revision and the last (`plan explain NAME --since REVISION`).
  ///
  /// - Parameters:
  ///   - name: The initiative, as the last one calls it.
  ///   - old: The first revision.
  ///   - new: The last.
  /// - Returns: Days and money, by edit and by revision.
  /// - Throws: `Misasked` where the last one has no such initiative, `BrokenRule` when a schedule of ours is none.
  package func moved(
    _ name: String, from old: PlanVersion, to new: PlanVersion
  ) throws -> Report {
    guard new.checked.hasInitiative(name) else { throw new.checked.unknown(name) }
    let (difference, _) = try compared(old, new, effort)
    let history = PlanHistory(named())
    return Report(document: sincePage(name, difference, history)) {
      try sinceJSON(name, difference, history)
    }
  }

  /// The digests under the names of the latest revision.
  private func named() -> [RevisionDigest] {
    var names: [String: String] = [:]
    var result: [RevisionDigest] = []
    for index in digests.indices.reversed() {
      result.append(digests[index].renaming(names))
      for (old, new) in renames[index] { names[old] = names[new] ?? new }
    }
    return result.reversed()
  }
}

/// Lines of a picture that can be told apart.
private let chartedMax = 24
