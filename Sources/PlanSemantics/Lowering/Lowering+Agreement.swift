internal import PlanModel
internal import PlanSyntax

// What was agreed: the lines of the lock file find what they are about, also under a former name.
extension Lowering {
  /// Gives every initiative and work the name that lock files call it by, and finds what was agreed of it.
  ///
  /// - Parameter lock: The lock file; `nil` where nothing was agreed.
  mutating func lowerAgreement(_ lock: LockFile?) {
    namePaths()
    guard let lock else { return }
    var lines: [String: Int] = [:]
    for (index, entry) in lock.entries.enumerated() { lines[entry.name] = index }
    var isTaken = [Bool](repeating: false, count: lock.entries.count)
    let former = formerNames()
    var agreed = AgreedSchedule(
      initiatives: plan.initiatives.map { _ in nil }, works: plan.works.map { _ in nil }, gone: [])
    func entry(_ path: String) -> AgreedEntry? {
      for name in names(of: path, former) {
        guard let index = lines[name], !isTaken[index] else { continue }
        isTaken[index] = true
        return lock.entries[index]
      }
      return nil
    }
    for index in plan.initiatives.indices {
      agreed.initiatives[index] = entry(plan.initiatives[index].path)
    }
    for index in plan.works.indices {
      let path = plan.works[index].path
      if path != plan.initiatives[plan.works[index].initiative.index].path {
        agreed.works[index] = entry(path)
      }
    }
    let known = plan.initiatives.map(\.path) + plan.works.map(\.path)
    for (index, isTaken) in isTaken.enumerated() where !isTaken {
      let name = lock.entries[index].name
      agreed.gone.append(name)
      // A scenario may leave out what the plan has.
      if plan.scenario == nil, !hasErrors {
        report(.agreedAndGone(name, at: lock.places[index], among: known))
      }
    }
    plan.agreed = agreed
  }

  private mutating func namePaths() {
    for id in table.top(.initiative) {
      if let index = modelIndex(of: id) { plan.initiatives[index].path = table.path(of: id) }
    }
    for index in plan.initiatives.indices where plan.initiatives[index].path.isEmpty {
      let first = plan.initiatives[index].works.lowerBound
      plan.initiatives[index].path =
        workSources.indices.contains(first)
        ? table.path(of: workSources[first].block) : plan.initiatives[index].name
    }
    for (index, source) in workSources.enumerated() {
      let whole = plan.initiatives[plan.works[index].initiative.index].path
      let own = table.path(of: source.block)
      let isOne =
        own == whole || plan.initiatives[plan.works[index].initiative.index].works.count < 2
      plan.works[index].path =
        isOne ? whole : own.hasPrefix(whole + ".") ? own : "\(whole).\(plan.works[index].name)"
    }
  }

  private var hasErrors: Bool { reader.diagnostics.contains { $0.severity == .error } }

  /// By its name of now, what a block says it was called.
  private func formerNames() -> [String: String] {
    var former: [String: String] = [:]
    for identity in plan.identities {
      if let was = identity.was { former[identity.path] = was }
    }
    return former
  }

  /// The names under which something may have been agreed: the one of now first, then with former names in its parts.
  private func names(of path: String, _ former: [String: String]) -> [String] {
    guard !former.isEmpty else { return [path] }
    var spelled = [""]
    var walked = ""
    for part in path.split(separator: ".") {
      walked += (walked.isEmpty ? "" : ".") + part
      let ways = [String(part)] + [former[walked]].compactMap(\.self)
      spelled = ways.flatMap { way in spelled.map { $0.isEmpty ? way : "\($0).\(way)" } }
    }
    return spelled
  }
}
