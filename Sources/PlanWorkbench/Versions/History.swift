internal import PlanInsight
internal import PlanModel
internal import PlanReport
internal import PlanSemantics
internal import PlanSyntax
internal import PlanText

/// How the promises of a plan moved (`plan history`): each revision solved as it was, the oldest first.
///
/// Each follows the schedule of the one before it, so that nothing moves that no revision moved; a plan that was solved before, in
/// whatever revision, is not solved again, so that what is taken back stands where it stood. What became of a revision hangs on
/// those before it and is kept under a name made of all of them: as long as they are in the cache, none of them is even read.
package struct HistoryReading {
  private var digests: [RevisionDigest] = []
  /// Of each digest, names that were changed on the way to it.
  private var renames: [[String: String]] = []
  private var former: Former?
  /// Schedules by the problem that they solve.
  private var solutions: [String: [UInt8]] = [:]
  /// Names all that was added so far; `nil` where that is not only what git keeps.
  private var trail: String?
  private var addedCount = 0
  /// Whether somebody ended the search, so that what was to be added then is missing.
  package private(set) var isStopped = false
  /// Whether nothing was added that could be found.
  package var isEmpty: Bool { digests.isEmpty }
  private let effort: SearchEffort
  private let count: Int

  /// The last revision that could be read; its plan and schedule are made again where the next one follows them.
  private struct Former {
    let revision: PlanRevision
    let outcome: SolvedRevision
    var ready: (version: PlanVersion, solved: SolvedPlan)?
  }

  /// - Parameters:
  ///   - effort: How hard to search for each schedule.
  ///   - count: How many revisions are going to be added, to say how far it is.
  package init(_ effort: SearchEffort, count: Int) {
    self.effort = effort
    self.count = count
    // What a clock ends is another schedule each time.
    guard let cache = effort.cache, effort.limit == nil else { return }
    trail = SHA256.hexadecimal(
      of: contentBytes(
        of: [cache.program, effort.level.rawValue, effort.seed.map { "\($0)" } ?? ""]))
  }

  // MARK: Adding

  /// Adds one more revision, solved unless that is known.
  ///
  /// - Parameters:
  ///   - revision: The next.
  ///   - isTold: Whether it is part of what is reported; the others are only followed.
  /// - Throws: `BrokenRule` when a schedule of ours is none.
  package mutating func add(
    _ revision: PlanRevision, isTold: Bool = true
  ) throws(BrokenRule) {
    guard !isStopped else { return }
    let name = goOn(with: revision)
    let known = name.flatMap { name in
      effort.cache?.read(name).flatMap { RevisionOutcome(cached: $0, under: name) }
    }
    let outcome: RevisionOutcome
    if let known {
      outcome = known
    } else {
      let before = former
      outcome = try read(revision)
      guard effort.isInterrupted?() != true else {
        (former, isStopped) = (before, true)
        return
      }
      if let name { effort.cache?.write(outcome.cached(under: name), name) }
    }
    addedCount += 1
    append(outcome, revision, isTold: isTold)
  }

  /// The name of everything up to a revision.
  private mutating func goOn(with revision: PlanRevision) -> String? {
    trail = trail.flatMap { trail in
      revision.content.map { SHA256.hexadecimal(of: Array((trail + $0).utf8)) }
    }
    return trail
  }

  private mutating func append(
    _ outcome: RevisionOutcome, _ revision: PlanRevision, isTold: Bool
  ) {
    switch outcome {
    case .absent: return
    case .misread:
      guard isTold else { return }
      digests.append(RevisionDigest(revision.origin, nil))
      renames.append([:])
    case .solved(let solved):
      if solutions[solved.problem] == nil { solutions[solved.problem] = solved.solution }
      // What was solved just now need not be read again.
      let ready = former?.revision.origin == revision.origin ? former?.ready : nil
      former = Former(revision: revision, outcome: solved, ready: ready)
      guard isTold else { return }
      digests.append(RevisionDigest(revision.origin, solved.promise))
      renames.append(solved.renames)
    }
  }

  // MARK: Solving

  private mutating func read(_ revision: PlanRevision) throws(BrokenRule) -> RevisionOutcome {
    guard let version = revision.read() else { return .absent }
    let checked = version.checked
    guard let plan = checked.plan else { return .misread }
    let effort = toldOf(effort)
    let before = try readyFormer(effort)
    let model = SchedulingModel(plan)
    let problem = SHA256.hexadecimal(
      of: contentBytes(of: model.problem) + (checked.lock?.source.bytes ?? []))
    let same = solutions[problem].flatMap {
      Solution(cached: $0, under: problem, of: model.problem)
    }
    let solved: SolvedPlan
    if let same {
      solved = SolvedPlan(checked: checked, model: model, solution: same, effort: effort)
    } else if let before {
      solved = try solve(checked, following: before.solved, effort)
    } else {
      solved = try solve(checked, effort)
    }
    let renames = before.map {
      ResolvedDifference(from: $0.version.blocks, to: version.blocks).renames
    }
    let outcome = SolvedRevision(
      promise: RevisionDigest.Promise(solved.model, solved.solution), renames: renames ?? [:],
      problem: problem, solution: solved.solution.cached(under: problem))
    former = Former(revision: revision, outcome: outcome, ready: (version, solved))
    return .solved(outcome)
  }

  /// The plan and schedule of the revision before, which may have come from the cache.
  private func readyFormer(
    _ effort: SearchEffort
  ) throws(BrokenRule) -> (version: PlanVersion, solved: SolvedPlan)? {
    guard let former else { return nil }
    if let ready = former.ready { return ready }
    guard let version = former.revision.read(), let plan = version.checked.plan else {
      return nil
    }
    let model = SchedulingModel(plan)
    let kept = Solution(
      cached: former.outcome.solution, under: former.outcome.problem, of: model.problem)
    guard let kept else { return (version, try solve(version.checked, effort)) }
    return (
      version,
      SolvedPlan(checked: version.checked, model: model, solution: kept, effort: effort)
    )
  }

  /// The same effort, which says how far all revisions are instead of one search.
  private func toldOf(_ effort: SearchEffort) -> SearchEffort {
    guard let progress = effort.progress else { return effort }
    var effort = effort
    let (done, count) = (addedCount, max(1, count))
    effort.progress = { _, share in
      progress(.revisions, (Double(done) + min(max(share, 0), 1)) / Double(count))
    }
    effort.progress?(.revisions, 0)
    return effort
  }

  // MARK: Reporting

  /// What came of it.
  ///
  /// - Parameters:
  ///   - name: The initiative that is asked about, as the latest revision calls it; `nil` for all.
  ///   - isScored: Whether horizons are asked what they kept.
  ///   - path: What the plan was called by whoever asks.
  /// - Returns: The report, and the slip chart as a picture.
  /// - Throws: `Misasked` where no revision could be read, or none has the initiative.
  package func report(
    _ name: String?, isScored: Bool, path: String
  ) throws(Misasked) -> (report: Report, chart: String) {
    let latest = former.flatMap { $0.ready?.version ?? $0.revision.read() }?.checked
    guard let latest, let plan = latest.plan else {
      throw Misasked(
        "no revision of the plan can be read", help: "`plan check` says what is wrong with it")
    }
    let history = PlanHistory(named())
    if let name, !history.paths.contains(name) { throw latest.unknown(name, path: path) }
    let scores = isScored ? history.scores(plan) : nil
    let charted =
      name.map { [$0] }
      ?? history.paths.filter { !history.slips(of: $0).moves.isEmpty }
    let labels = history.promises.last?.promise.initiatives.map { ($0.path, $0.label) } ?? []
    let byPath = Dictionary(labels, uniquingKeysWith: { first, _ in first })
    let chart = SVG.write(
      slipPicture(history, Array(charted.prefix(chartedMax))) { byPath[$0] ?? $0 })
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
