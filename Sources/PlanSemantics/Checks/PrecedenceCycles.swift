internal import PlanModel
internal import PlanSyntax

/// Finds what waits for itself.
///
/// Works are released in rounds as in Kahn's topological sort (1962), where an initiative's start needs any one of its
/// works and a milestone as many as deliver its share. What is never released waits for itself, or for something that does;
/// each such circle is drawn once, with every link of it.
struct PrecedenceCycles {
  private let plan: Plan
  private let places: [[Span]]
  private let entities: PlaceTable
  /// For each work, how many of its dependencies are not released.
  private var waiting: [Int]
  private var isReleased: [Bool]
  /// Dependants by what they wait for.
  private var dependants: [Dependency.Target: [(work: Int, kind: Dependency.Kind)]] = [:]
  private var openWorks: [Int]
  private var isBegun: [Bool]
  private var milestonesOf: [Int: [Int]] = [:]
  private var deliverable: [Int64]
  private var isReached: [Bool]
  /// Minutes that the works of each milestone take together.
  private let totals: [Int64]
  private var pending: [Int] = []

  /// What waits for itself in the usual way, else in one of its modes.
  ///
  /// - Complexity: that of one search for each mode of the plan.
  static func find(in lowering: Lowering) -> [Diagnostic] {
    var usual = PrecedenceCycles(
      lowering.plan, places: lowering.dependencyPlaces, entities: lowering.places)
    let found = usual.find()
    guard found.isEmpty else { return found }
    return lowering.plansByMode().flatMap { other in
      var cycles = PrecedenceCycles(other.plan, places: other.places, entities: lowering.places)
      return cycles.find()
    }
  }

  private init(_ plan: Plan, places: [[Span]], entities: PlaceTable) {
    self.plan = plan
    self.places = places
    self.entities = entities
    waiting = Array(repeating: 0, count: plan.works.count)
    isReleased = Array(repeating: false, count: plan.works.count)
    openWorks = plan.initiatives.map(\.works.count)
    isBegun = Array(repeating: false, count: plan.initiatives.count)
    deliverable = Array(repeating: 0, count: plan.milestones.count)
    isReached = Array(repeating: false, count: plan.milestones.count)
    let works = plan.works
    totals = plan.milestones.map { milestone in
      milestone.works.reduce(Int64(0)) { $0.addingClamped(weight(of: works[$1])) }
    }
  }

  /// - Complexity: O(works + dependencies + milestones × works of each).
  private mutating func find() -> [Diagnostic] {
    enterDependencies()
    for index in plan.works.indices where waiting[index] == 0 { pending.append(index) }
    while let work = pending.popLast() { release(work) }
    return circles()
  }

  private mutating func enterDependencies() {
    for (index, milestone) in plan.milestones.enumerated() {
      for work in milestone.works { milestonesOf[work, default: []].append(index) }
      if milestone.met != nil { isReached[index] = true }
    }
    for (index, work) in plan.works.enumerated() where work.progress == .open {
      for dependency in work.after where !isMet(dependency.on) {
        waiting[index] += 1
        dependants[dependency.on, default: []].append((index, dependency.kind))
      }
    }
  }

  /// What does not hold anything up: the promises of others, and what has happened.
  private func isMet(_ target: Dependency.Target) -> Bool {
    switch target {
    case .external: true
    case .initiative(let id): plan.initiatives[id.index].works.isEmpty
    case .milestone(let id): plan.milestones[id.index].met != nil
    case .work: false
    }
  }

  private mutating func release(_ work: Int) {
    guard !isReleased[work] else { return }
    isReleased[work] = true
    let owner = plan.works[work].initiative
    free(.work(WorkID(work)))
    openWorks[owner.index] -= 1
    if !isBegun[owner.index] {
      isBegun[owner.index] = true
      free(.initiative(owner), only: .startToStart)
    }
    if openWorks[owner.index] == 0 { free(.initiative(owner), only: .finishToStart) }
    for milestone in milestonesOf[work] ?? [] where !isReached[milestone] {
      deliverable[milestone] = deliverable[milestone].addingClamped(weight(of: plan.works[work]))
      guard isReachable(milestone) else { continue }
      isReached[milestone] = true
      free(.milestone(MilestoneID(milestone)))
    }
  }

  /// Whether the released works of a milestone deliver its share.
  private func isReachable(_ index: Int) -> Bool {
    guard let wanted = plan.milestones[index].share.times(Rational(totals[index])) else {
      return true
    }
    return Rational(deliverable[index]) >= wanted
  }

  private mutating func free(_ target: Dependency.Target, only kind: Dependency.Kind? = nil) {
    for dependant in dependants[target] ?? [] where kind == nil || dependant.kind == kind {
      waiting[dependant.work] -= 1
      if waiting[dependant.work] == 0 { pending.append(dependant.work) }
    }
  }

  // MARK: Drawing

  private struct Link {
    let work: Int
    /// Which of its dependencies holds it.
    let dependency: Int
  }

  private func circles() -> [Diagnostic] {
    var found: [Diagnostic] = []
    var walkOf = Array(repeating: -1, count: plan.works.count)
    for start in plan.works.indices where !isReleased[start] && walkOf[start] < 0 {
      var links: [Link] = []
      var work = start
      while walkOf[work] < 0, let (dependency, next) = blocker(of: work) {
        walkOf[work] = start
        links.append(Link(work: work, dependency: dependency))
        work = next
      }
      guard walkOf[work] == start,
        let first = links.firstIndex(where: { $0.work == work })
      else { continue }
      found.append(circle(Array(links[first...])))
    }
    return found
  }

  /// The first dependency that is not released, and a work it waits for.
  private func blocker(of work: Int) -> (dependency: Int, next: Int)? {
    for (index, dependency) in plan.works[work].after.enumerated() {
      let candidates: Range<Int>
      switch dependency.on {
      case .external: continue
      case .work(let id): candidates = id.index..<id.index + 1
      case .milestone(let id):
        if isReached[id.index] { continue }
        candidates = plan.milestones[id.index].works
      case .initiative(let id):
        if dependency.kind == .startToStart, isBegun[id.index] { continue }
        candidates = plan.initiatives[id.index].works
      }
      if let next = candidates.first(where: { !isReleased[$0] }) { return (index, next) }
    }
    return nil
  }

  private func circle(_ links: [Link]) -> Diagnostic {
    let steps = links.flatMap { link in
      let dependency = plan.works[link.work].after[link.dependency]
      let place = places[link.work][link.dependency]
      let from = name(of: link.work)
      let target = name(of: dependency.on)
      guard let via = dependency.via.map({ name(of: .external($0)) }) else {
        return [(from: from, to: target, place: place)]
      }
      return [(from: from, to: via, place: place), (from: via, to: target, place: place)]
    }
    var drawn: [String] = []
    for step in steps {
      for name in [step.from, step.to] where drawn.last != name {
        // Behind a milestone its initiative says nothing new.
        if drawn.last?.hasPrefix(name + ".") ?? false { continue }
        drawn.append(name)
      }
    }
    if let first = drawn.first, drawn.last != first || drawn.count == 1 { drawn.append(first) }
    let shown =
      drawn.count <= shownMax
      ? drawn : drawn.prefix(shownMax - 2) + ["…"] + drawn.suffix(1)
    return Diagnostic(
      .precedenceCycle, "this waits for itself: `\(shown.joined(separator: " -> "))`",
      at: steps[0].place, label: "`\(steps[0].from)` waits for `\(steps[0].to)`",
      secondary: steps.dropFirst().prefix(shownMax).map {
        Diagnostic.Label($0.place, "`\($0.from)` waits for `\($0.to)`")
      },
      helps: ["take one of the links out"])
  }

  private func name(of work: Int) -> String {
    let owner = plan.initiatives[plan.works[work].initiative.index]
    return owner.works.count == 1 ? owner.name : "\(owner.name).\(plan.works[work].name)"
  }

  private func name(of target: Dependency.Target) -> String {
    switch target {
    case .initiative(let id): plan.initiatives[id.index].name
    case .work(let id): name(of: id.index)
    case .milestone(let id):
      "\(plan.initiatives[plan.milestones[id.index].initiative.index].name)"
        + ".\(plan.milestones[id.index].name)"
    case .external(let id): plan.externals[id.index].name
    }
  }
}

/// Minutes of a work; one of nothing still has to be reached.
private func weight(of work: Work) -> Int64 { max(1, work.effort.minutes) }

/// Links of a circle that are shown: a longer one is not read.
private let shownMax = 12
