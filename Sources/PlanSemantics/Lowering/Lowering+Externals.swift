internal import PlanModel
internal import PlanSyntax

// What the promises of others hang on, and promises that were not kept.
extension Lowering {
  /// What externals wait for; one that waits for itself is reported and waits for nothing.
  mutating func lowerExternalDependencies() {
    var places: [[Span]] = []
    for (index, id) in table.top(.external).enumerated() {
      let found = dependencies(of: id)
      plan.externals[index].after = found.map(\.0)
      places.append(found.map(\.1))
    }
    var isSound = Array(repeating: false, count: plan.externals.count)
    for index in plan.externals.indices {
      var path: [Int] = []
      settle(index, &isSound, &path, places)
    }
  }

  /// Walks along externals; a circle is cut where it is found.
  private mutating func settle(
    _ index: Int, _ isSound: inout [Bool], _ path: inout [Int], _ places: [[Span]]
  ) {
    guard !isSound[index] else { return }
    guard path.count < Lowering.externalChainMax else {
      report(.tooEntangled(table[table.top(.external)[path[0]]]))
      plan.externals[index].after = []
      isSound[index] = true
      return
    }
    path.append(index)
    for (slot, dependency) in plan.externals[index].after.enumerated().reversed() {
      guard case .external(let next) = dependency.on else { continue }
      guard let first = path.firstIndex(of: next.index) else {
        settle(next.index, &isSound, &path, places)
        continue
      }
      let names = (path[first...] + [next.index]).map { plan.externals[$0].name }
      report(.externalCircle(names, at: places[index][slot]))
      plan.externals[index].after.remove(at: slot)
    }
    path.removeLast()
    isSound[index] = true
  }

  /// What an external waits for, directly and through others: the target, and what has to pass after it.
  ///
  /// Two ways that say the same are one.
  mutating func waysThrough(_ external: ExternalID) -> [Dependency] {
    if let known = waysByExternal[external] { return known }
    var ways: [Dependency] = []
    var seen: Set<Dependency> = []
    var pending = [(external: external, lags: [Elapsed]())]
    while let next = pending.popLast() {
      for dependency in plan.externals[next.external.index].after {
        // What it waits for comes first, then the way from there on.
        let lags = [dependency.lag] + next.lags
        var way = Dependency(kind: dependency.kind, on: dependency.on, lag: lags.last ?? .zero)
        way.leads = Array(lags.dropLast())
        guard seen.insert(way).inserted else { continue }
        ways.append(way)
        if case .external(let further) = dependency.on { pending.append((further, lags)) }
      }
      guard ways.count <= Lowering.waysMax else {
        report(.tooEntangled(table[table.top(.external)[external.index]]))
        break
      }
    }
    waysByExternal[external] = ways
    return ways
  }

  /// Ways from one external to what it hangs on: no plan has so many, and a generated one stays quick.
  static let waysMax = 1_000
  /// Externals in a chain: each is a call on the stack.
  static let externalChainMax = 200

  /// A promise that was missed has no day that means anything once it has gone by.
  mutating func checkMissed(_ external: ExternalID, awaitedBy work: Int) {
    let promised = plan.externals[external.index]
    let owner = plan.initiatives[plan.works[work].initiative.index]
    guard promised.commitment == .missed, promised.date < plan.asOf,
      plan.works[work].progress == .open, owner.priority != .wont, owner.status != .cancelled,
      missedReported.insert(external).inserted
    else { return }
    let id = table.top(.external)[external.index]
    report(
      .missedWithoutDate(
        promised.name, promised.date, at: place(.date, id), awaitedBy: places.works[work],
        hasFallback: promised.fallback != nil))
  }
}
