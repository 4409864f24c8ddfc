internal import PlanModel
internal import PlanSemantics
internal import PlanSolver
internal import PlanSyntax
internal import PlanText

/// Who agrees to a schedule, where somebody says so.
package struct FreezeNote: Sendable {
  package var by: String?
  package var on: CheckOptions.Day?
  package var because: String?

  package init(by: String? = nil, on: CheckOptions.Day? = nil, because: String? = nil) {
    self.by = by
    self.on = on
    self.because = because
  }
}

/// A plan's lock file as it is and as it would be if its schedule were agreed to.
package struct FrozenPlan: Sendable {
  /// What messages call it.
  package let path: String
  /// As it is; `nil` where there is none.
  package let old: [UInt8]?
  /// As it would be.
  package let new: [UInt8]
  /// Lines that are new, different or gone.
  package let changed: Int
  /// Lines of the new one.
  package let count: Int

  package var isChanged: Bool { changed > 0 }

  /// What would change, in the unified form; empty where nothing does.
  package func difference(_ style: TextStyle) -> String {
    guard isChanged else { return "" }
    return unifiedDiff(
      old: (path, old ?? []), new: (path, new), style: style.isColored ? .ansi : .plain)
  }

  /// A line for the end.
  ///
  /// - Parameter written: Whether the new one was written.
  /// - Returns: Words without an end of line.
  package func summary(written: Bool) -> String {
    guard isChanged else { return "\(path): as agreed, \(lines(count))" }
    if written {
      return old == nil
        ? "\(path): \(lines(count)) agreed" : "\(path): \(changed) of \(lines(count)) agreed anew"
    }
    return old == nil
      ? "\(path): nothing was agreed yet; `plan freeze` agrees to \(lines(count))"
      : "\(path): \(lines(changed)) \(changed == 1 ? "differs" : "differ") from what was agreed"
  }

  private func lines(_ count: Int) -> String { "\(count) \(count == 1 ? "line" : "lines")" }
}

/// The lock file that agrees to a plan's schedule.
///
/// What is agreed is a schedule that solving the plan with the new lock file gives again, so that nothing has moved right
/// after it was agreed. Lines that say what they said before keep who agreed to them.
///
/// - Parameters:
///   - solved: A schedule that keeps the plan's hard demands.
///   - note: Who agrees, for the lines that are new or different.
/// - Returns: The file, which nothing has written yet.
/// - Throws: `BrokenRule` when a schedule of ours is none.
/// - Complexity: A few solves.
package func frozen(_ solved: SolvedPlan, _ note: FreezeNote) throws(BrokenRule) -> FrozenPlan {
  var model = solved.model
  var entries = model.agreedEntries(solved.solution.schedule)
  for _ in 0..<settlingRoundsMax {
    model = model.agreeing(to: entries)
    let again = try solve(model, solved.effort)
    let found = model.agreedEntries(again.schedule)
    if found == entries { break }
    entries = found
  }
  let lock = solved.checked.lock
  let former = model.formerEntries(solved.checked.plan?.agreed, lock?.file.entries ?? [])
  var changed = 0
  entries = entries.map { entry in
    var entry = entry
    if let earlier = former[entry.name], earlier.agreesTo(entry) { return earlier }
    changed += 1
    (entry.by, entry.on, entry.because) = (note.by, note.on?.date, note.because)
    return entry
  }
  let kept = Set(entries.map(\.name))
  changed += (lock?.file.entries ?? []).count { !kept.contains($0.name) }
  return FrozenPlan(
    path: lock?.source.path ?? solved.checked.path + LockFile.ending, old: lock?.source.bytes,
    new: Array(LockFile(entries: entries).text.utf8), changed: changed, count: entries.count)
}

/// A schedule found from its own lock file is seldom bettered twice.
private let settlingRoundsMax = 6

extension SchedulingModel {
  /// What a schedule would have agreed to: everything that is still to be done, and the works of what has several.
  fileprivate func agreedEntries(_ schedule: Schedule) -> [AgreedEntry] {
    var entries: [AgreedEntry] = []
    var names: Set<String> = []
    for (index, initiative) in plan.initiatives.enumerated() where initiative.isOpen {
      // Two of one name could not be told apart.
      guard names.insert(initiative.path).inserted else { continue }
      let id = InitiativeID(index)
      var entry = AgreedEntry(name: initiative.path, days: nil)
      if let start = startDate(of: id, in: schedule), let finish = finishDate(of: id, in: schedule)
      {
        entry.days = start...max(start, finish)
      }
      let isOne = initiative.works.count == 1
      if isOne, entry.days != nil {
        entry.staffTenths = staffTenths(ofWork: initiative.works.lowerBound, schedule)
      }
      entries.append(entry)
      guard !isOne, entry.days != nil else { continue }
      for work in initiative.works {
        guard let placed = workIndices[work].flatMap({ schedule.placements[Int($0)] }),
          names.insert(plan.works[work].path).inserted
        else { continue }
        entries.append(
          AgreedEntry(
            name: plan.works[work].path,
            days: begin(ofWork: work, placed)...date(ofDay: placed.finish),
            staffTenths: staffTenths(ofWork: work, schedule)))
      }
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private func begin(ofWork work: Int, _ placed: Schedule.Placement) -> CivilDate {
    if case .running(let begun, _) = plan.works[work].progress { return begun }
    return date(ofDay: placed.start)
  }

  private func staffTenths(ofWork work: Int, _ schedule: Schedule) -> Int32? {
    guard let index = workIndices[work], let placed = schedule.placements[Int(index)] else {
      return nil
    }
    return problem.works[Int(index)].options[Int(placed.option)].staffTenths
  }

  /// The same plan with another agreement.
  fileprivate func agreeing(to entries: [AgreedEntry]) -> SchedulingModel {
    let byName = Dictionary(uniqueKeysWithValues: entries.map { ($0.name, $0) })
    var plan = plan
    plan.agreed = AgreedSchedule(
      initiatives: plan.initiatives.map { byName[$0.path] },
      works: plan.works.map { work in
        work.path == plan.initiatives[work.initiative.index].path ? nil : byName[work.path]
      }, gone: [])
    return SchedulingModel(plan)
  }

  /// What was agreed before, by the names of now.
  fileprivate func formerEntries(
    _ agreed: AgreedSchedule?, _ lines: [AgreedEntry]
  ) -> [String: AgreedEntry] {
    var former: [String: AgreedEntry] = [:]
    for line in lines { former[line.name] = line }
    func renamed(_ entry: AgreedEntry?, _ name: String) {
      guard var entry, entry.name != name else { return }
      former[entry.name] = nil
      entry.name = name
      former[name] = entry
    }
    for (index, initiative) in plan.initiatives.enumerated() {
      renamed(agreed?.initiatives[index] ?? nil, initiative.path)
    }
    for (index, work) in plan.works.enumerated() {
      renamed(agreed?.works[index] ?? nil, work.path)
    }
    return former
  }
}
