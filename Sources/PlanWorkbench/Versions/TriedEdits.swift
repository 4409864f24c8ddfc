internal import PlanInsight
internal import PlanModel
internal import PlanSemantics
internal import PlanSolver
internal import PlanSyntax
internal import Synchronization

/// A plan with some of the edits made that lead to another version of it, read and solved from the schedule it had.
final class TriedEdits: Sendable {
  private let old: PlanVersion
  private let new: PlanVersion
  private let units: EditUnits
  private let base: SolvedPlan
  private let baseBlocks: [ResolvedBlock]
  private let renames: [String: String]
  private let effort: SearchEffort
  private let found = Mutex(Found())

  private struct Found {
    var outlines: [Set<Int>: ScheduleOutline?] = [:]
    var plans: [Set<Int>: CheckedPlan] = [:]
    var fault: BrokenRule?
  }

  /// - Parameters:
  ///   - old: The version that is changed.
  ///   - new: The one that the edits lead to.
  ///   - units: The edits.
  ///   - base: The schedule of the old version.
  ///   - renames: Paths of the new one by those of the old.
  ///   - effort: Who may end a search.
  init(
    _ old: PlanVersion, _ new: PlanVersion, _ units: EditUnits, _ base: SolvedPlan,
    renames: [String: String], _ effort: SearchEffort
  ) {
    self.old = old
    self.new = new
    self.units = units
    self.base = base
    self.renames = renames
    // Each of these is one of many at once.
    var effort = effort
    effort.threads = 1
    effort.progress = nil
    self.effort = effort
    baseBlocks = old.blocks
  }

  /// A schedule of ours that was none, if there was one.
  var fault: BrokenRule? { found.withLock { $0.fault } }

  /// Whether all edits together make the plan say what the later version says; otherwise none of them is to be trusted.
  var leadToTheLaterVersion: Bool {
    guard let all = plan(Set(units.units.indices)) else { return false }
    return ResolvedDifference(from: all.interpreter?.resolvedBlocks ?? [], to: new.blocks)
      .changes.allSatisfy { !$0.bends }
      && LockChanges(from: all.lock, to: new.checked.lock).isEmpty
  }

  /// What some of the edits change in the plan, one of them besides what it needs; `nil` where that cannot be read.
  func changes(by unit: Int) -> [PlanChange]? {
    guard let with = plan(units.needs[unit].union([unit])),
      let without = plan(units.needs[unit])
    else { return nil }
    var changes = ResolvedDifference(
      from: without.interpreter?.resolvedBlocks ?? [], to: with.interpreter?.resolvedBlocks ?? []
    ).changes
    if units.units[unit].isLock {
      changes += LockChanges(from: without.lock, to: with.lock).changes
    }
    return changes
  }

  /// The schedule with some of the edits; `nil` where the plan cannot be read with them.
  func outline(_ edits: Set<Int>) -> ScheduleOutline? {
    if let known = found.withLock({ $0.outlines[edits] }) { return known }
    let outline = solved(edits)
    found.withLock { $0.outlines[edits] = .some(outline) }
    return outline
  }

  private func solved(_ edits: Set<Int>) -> ScheduleOutline? {
    // With all of them it is the later version, whatever the order of its text.
    let isWhole = edits.count == units.units.count
    guard let checked = isWhole ? new.checked : plan(edits) else { return nil }
    let blocks = checked.interpreter?.resolvedBlocks ?? []
    let isSame =
      LockChanges(from: old.checked.lock, to: checked.lock).isEmpty
      && ResolvedDifference(from: baseBlocks, to: blocks).changes.allSatisfy { !$0.bends }
    if isSame { return ScheduleOutline(base.model, base.solution, renames: renames) }
    do throws(BrokenRule) {
      let near = try solve(checked, near: base, effort)
      return ScheduleOutline(near.model, near.solution, renames: renames)
    } catch {
      found.withLock { $0.fault = error }
      return nil
    }
  }

  /// `nil` where the plan has errors with just these edits.
  private func plan(_ edits: Set<Int>) -> CheckedPlan? {
    if edits.isEmpty { return old.checked }
    if let known = found.withLock({ $0.plans[edits] }) { return known.hasErrors ? nil : known }
    let checked = read(edits)
    found.withLock { $0.plans[edits] = checked }
    return checked.hasErrors ? nil : checked
  }

  private func read(_ edits: Set<Int>) -> CheckedPlan {
    let chosen = units.units.indices.filter(edits.contains).flatMap { units.units[$0].edits }
    var contents: [String: [UInt8]] = [:]
    var root = old.bytes
    for (file, source) in old.checked.sources.enumerated() {
      let own = chosen.filter { $0.file == file }.map(\.edit)
      guard !own.isEmpty else { continue }
      let bytes = StatementEdit.applying(own, to: source)
      if file == 0 { root = bytes }
      if let real = old.checked.realPaths[file] { contents[real] = bytes }
    }
    var options = old.options
    options.files = files(
      contents,
      hasNewLock: units.units.indices.contains { units.units[$0].isLock && edits.contains($0) })
    return check(root, path: old.checked.path, options)
  }

  /// The files of the old version with what was changed in them, and those of the new one that it does not have.
  private func files(_ contents: [String: [UInt8]], hasNewLock: Bool) -> FileProvider {
    let (first, second) = (old.options.files, new.options.files)
    let lockName = (old.checked.path.split(separator: "/").last ?? "") + LockFile.ending
    let newLock = hasNewLock ? new.checked.lock?.source : nil
    let newNames = Dictionary(
      zip(new.fileNames, new.checked.sources.map(\.path)), uniquingKeysWith: { name, _ in name })
    let partners = Dictionary(
      zip(old.checked.sources.map(\.path), old.fileNames).compactMap { path, name in
        newNames[name].map { (path, $0) }
      }, uniquingKeysWith: { name, _ in name })
    return FileProvider(
      find: { path, importer in
        if hasNewLock, path == lockName {
          return newLock.map { .file(real: Self.newLockName, shown: $0.path) }
            ?? .nowhere(reason: "no such file", neighbours: [])
        }
        if case .file(let real, let shown) = first.find(path, importer) {
          return .file(real: real, shown: shown)
        }
        return second.find(path, partners[importer] ?? importer)
      },
      read: { real, sizeMax in
        if real == Self.newLockName, let newLock { return .bytes(newLock.bytes) }
        if let bytes = contents[real] { return .bytes(bytes) }
        if case .bytes(let bytes) = first.read(real, sizeMax) { return .bytes(bytes) }
        return second.read(real, sizeMax)
      })
  }

  /// No path of a file.
  private static let newLockName = "\0lock"
}
