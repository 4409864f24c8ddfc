internal import PlanInsight
internal import PlanModel
internal import PlanReport
internal import PlanSemantics
internal import PlanSyntax

/// Two versions of a plan compared: what was changed, and what follows (`plan diff`).
///
/// - Parameters:
///   - old: The version before.
///   - new: The version after.
///   - effort: How hard to search for the schedule before; that after follows it.
/// - Returns: The report, whose details are folded in Markdown.
/// - Throws: `BrokenRule` when a schedule of ours is none.
/// - Complexity: A solve or two, and up to three short searches for each edit.
package func versionDifference(
  from old: PlanVersion, to new: PlanVersion, _ effort: SearchEffort
) throws(BrokenRule) -> Report {
  let (difference, checks) = try compared(old, new, effort)
  let unread = [old, new].compactMap(\.mistakes)
  let page = differencePage(difference, checks: checks, unread: unread)
  return Report(document: page.document, details: page.details) {
    try differenceJSON(difference, checks: checks, unread: unread)
  }
}

/// Trials of each version: a chance is known to two points then, and its difference better, since both draw the same; what is
/// told differs by five.
private let comparedTrials = 2_000

/// What came of the checks of two versions.
typealias CheckOutcomes = (before: [CheckOutcome], after: [CheckOutcome])

/// Compares two versions, and asks each edit what it does.
func compared(
  _ old: PlanVersion, _ new: PlanVersion, _ effort: SearchEffort
) throws(BrokenRule) -> (difference: Difference, checks: CheckOutcomes) {
  let (old, new) = PlanVersion.comparable(old, new)
  let resolved = ResolvedDifference(from: old.blocks, to: new.blocks)
  let lock = LockChanges(from: old.checked.lock, to: new.checked.lock)
  let changes = resolved.changes + lock.changes
  let units = EditUnits(from: old, to: new)
  let isReadable = !old.checked.hasErrors && !new.checked.hasErrors
  guard isReadable, !changes.isEmpty else {
    // What the text says otherwise although the plan does not: a scenario, a template that nothing uses.
    let unresolved = changes.isEmpty && isReadable ? units.units : []
    let difference = Difference(
      names: (old.name, new.name), changes: changes,
      edits: unresolved.map { PlanEdit($0, changes: []) }, renames: resolved.renames,
      outcome: nil)
    return (difference, ([], []))
  }
  var before = try solve(old.checked, effort)
  var after = try solve(new.checked, following: before, effort)
  (before.threads, after.threads) = (effort.threads, effort.threads)
  let answers = (
    simulated(before, trials: comparedTrials), simulated(after, trials: comparedTrials)
  )
  let checks = (
    before: promises(before, knowing: answers.0).outcomes,
    after: promises(after, knowing: answers.1).outcomes
  )
  let tried = TriedEdits(old, new, units, before, renames: resolved.renames, effort)
  let (edits, attribution) = attributed(
    tried, units, before, after, renames: resolved.renames, effort)
  if let fault = tried.fault { throw fault }
  let difference = Difference(
    names: (old.name, new.name), changes: changes, edits: edits, renames: resolved.renames,
    outcome: Difference.Outcome(
      before: answers.0, after: answers.1,
      consequences: Consequences(from: answers.0, to: answers.1, renames: resolved.renames),
      attribution: attribution, editCount: units.editCount))
  return (difference, checks)
}

/// What each edit changes, and what it does; no edits where they are too many, and no causes where one cannot be made.
private func attributed(
  _ tried: TriedEdits, _ units: EditUnits, _ before: SolvedPlan, _ after: SolvedPlan,
  renames: [String: String], _ effort: SearchEffort
) -> (edits: [PlanEdit], attribution: Attribution?) {
  guard !units.areTooMany else {
    return (units.units.filter(\.isOfScenario).map { PlanEdit($0, changes: []) }, nil)
  }
  let workers = Workers(threads: effort.threads)
  let attribution =
    !tried.leadToTheLaterVersion
    ? nil
    : Attribution(
      from: ScheduleOutline(before.model, before.solution, renames: renames),
      to: ScheduleOutline(after.model, after.solution), needs: units.needs, workers: workers
    ) { tried.outline($0) }
  let changes = workers.answers(units.units.count) { tried.changes(by: $0) }
  // What cannot be read by itself is told with what was changed, and by no edit.
  let edits = zip(units.units, changes).compactMap { unit, changes in
    changes.map { PlanEdit(unit, changes: $0) }
  }
  return edits.count == units.units.count ? (edits, attribution) : (edits, nil)
}

extension PlanEdit {
  init(_ unit: EditUnits.Unit, changes: [PlanChange]) {
    let only = unit.edits.count == 1 ? unit.edits.first?.edit : nil
    self.init(place: unit.place, changes: changes, old: only?.oldText, new: only?.newText)
  }
}

extension EditUnits.Unit {
  /// Whether it changes a scenario alone, of which the plan itself says nothing.
  fileprivate var isOfScenario: Bool {
    edits.contains { $0.edit.path[0].hasPrefix("scenario ") }
  }
}

extension PlanVersion {
  /// That it cannot be solved, and why; `nil` where it can.
  fileprivate var mistakes: String? {
    guard checked.hasErrors else { return nil }
    let first = checked.diagnostics.first { $0.severity == .error }
    let count = checked.diagnostics.count { $0.severity == .error }
    let more = count > 1 ? " and \(count - 1) more" : ""
    return
      "\(name) has errors (\(first.map { "\($0.code.text), \($0.headline)" } ?? "it cannot be read")\(more))"
  }
}
