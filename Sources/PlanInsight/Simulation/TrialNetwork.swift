internal import HeapModule
internal import PlanModel

/// What a trial runs through: the works of a schedule with the arcs that the schedule fixed, each after all that it waits for.
///
/// With the efforts and dates that the schedule was made from, a run through the network gives the schedule back. Everything
/// in it moves later when something before it does, so nothing finishes earlier because another grew.
struct TrialNetwork: Sendable {
  let tables: LongTables
  /// In running order.
  var works: [Work] = []
  /// Positions in `works` after whose finish a work starts.
  var arcs: [Int32] = []
  var links: [Link] = []
  var waits: [Wait] = []
  var milestones: [Milestone]
  let freezes: [Problem.Freeze]
  /// By work of the problem; −1 for what is undone.
  let positions: [Int32]
  /// Positions of an initiative's works, by initiative of the problem; empty for what is undone or done with.
  let members: [[Int32]]

  struct Work: Sendable {
    /// Index into the problem's works.
    var work: Int32
    /// Index into the problem's initiatives.
    var initiative: Int32
    /// The day before which it does not start, externals left aside.
    var release: Int32
    /// Running work starts on its release, whatever else.
    var isFixed: Bool
    var profile: Int32
    /// What a head has to deliver, as planned.
    var needed: Int64
    var arcs: Range<Int> = 0..<0
    var links: Range<Int> = 0..<0
    var waits: Range<Int> = 0..<0
    var freezes: [Int32] = []
  }

  /// A precedence; payloads of the anchor are positions, milestones and initiatives of the problem.
  struct Link: Sendable {
    var anchor: Problem.Anchor
    var lag: Int32
  }

  /// A work that waits for something from outside.
  struct Wait: Sendable {
    /// Its number in `Arrivals`.
    var arrival: Int32
    /// The earliest start by the day on which it comes, from `firstArrival` on.
    var earliestStart: [Int32]
    var firstArrival: Int32

    @inline(__always) func start(arriving day: Int32) -> Int32 {
      earliestStart[min(max(Int(day - firstArrival), 0), earliestStart.count - 1)]
    }
  }

  /// Reached when the works, each by the share of its own effort that is done, have delivered `needed`.
  ///
  /// By shares, so that a work that grows never counts for more.
  struct Milestone: Sendable {
    var works: [Int32]
    var totals: [Int64]
    var credits: [Int64]
    var needed: Int64
  }

  /// - Parameters:
  ///   - model: The plan as it was solved.
  ///   - schedule: The arcs of its schedule.
  ///   - arrivals: The days on which the schedule has the externals arrive.
  /// - Complexity: O(works × (arcs + links) + days × tables).
  init(_ model: SchedulingModel, arcs schedule: Arcs, arrivals: Arrivals) {
    let problem = model.problem
    tables = LongTables(model)
    freezes = problem.freezes
    let order = runningOrder(schedule)
    var positions = [Int32](repeating: -1, count: problem.works.count)
    for (position, work) in order.enumerated() { positions[Int(work)] = Int32(position) }
    self.positions = positions
    members = problem.initiatives.map { initiative in
      let places = initiative.works.map { positions[Int($0)] }
      return places.contains(-1) ? [] : places
    }
    milestones = problem.milestones.map {
      Milestone($0, placed: schedule.schedule, positions: positions, problem)
    }
    let timeless = SchedulingModel(model.plan.withoutExternalDates).problem
    works.reserveCapacity(order.count)
    for work in order {
      add(Int(work), model, schedule, arrivals, releasedAs: timeless.works[Int(work)])
    }
    keepDeliberateWaits(schedule.schedule, problem, arrivals)
  }

  private mutating func add(
    _ index: Int, _ model: SchedulingModel, _ schedule: Arcs, _ arrivals: Arrivals,
    releasedAs timeless: Problem.Work
  ) {
    let problem = model.problem
    let subject = problem.works[index]
    guard let placed = schedule.schedule.placements[index] else { return }
    let option = subject.options[Int(placed.option)]
    var release = max(
      problem.firstDay, timeless.earliestStart, timeless.options[Int(placed.option)].earliestStart)
    if let window = problem.initiatives[Int(subject.initiative)].startWindow {
      release = max(release, window.lowerBound)
    }
    var work = Work(
      work: Int32(index), initiative: subject.initiative, release: subject.fixedStart ?? release,
      isFixed: subject.fixedStart != nil, profile: option.yield, needed: option.needed)
    if !work.isFixed {
      work.freezes = subject.freezes
      let firstArc = arcs.count
      for arc in schedule.arcs(into: index) where positions[Int(arc.from)] >= 0 {
        let from = positions[Int(arc.from)]
        // A circle through negative lags was cut where this arc stood.
        guard from < works.count, !arcs[firstArc...].contains(from) else { continue }
        arcs.append(from)
      }
      work.arcs = firstArc..<arcs.count
      let firstLink = links.count
      for number in schedule.links(into: index) {
        let link = problem.links[Int(number)]
        if let anchor = anchor(link.from) { links.append(Link(anchor: anchor, lag: link.lag)) }
      }
      work.links = firstLink..<links.count
      let firstWait = waits.count
      waits += arrivals.waits(of: index, mode: option.mode, days: tables.days)
      work.waits = firstWait..<waits.count
    }
    works.append(work)
  }

  /// The anchor by positions; `nil` where it lies later in the running order, which only a circle makes it do.
  private func anchor(_ anchor: Problem.Anchor) -> Problem.Anchor? {
    func isBefore(_ position: Int32) -> Bool { position >= 0 && position < works.count }
    switch anchor {
    case .finish(let work):
      let position = positions[Int(work)]
      return isBefore(position) ? .finish(work: position) : nil
    case .start(let work):
      let position = positions[Int(work)]
      return isBefore(position) ? .start(work: position) : nil
    case .initiativeStart(let initiative):
      let places = members[Int(initiative)]
      return !places.isEmpty && places.allSatisfy(isBefore) ? anchor : nil
    case .milestone(let index):
      let places = milestones[Int(index)].works
      return !places.isEmpty && places.allSatisfy(isBefore) ? anchor : nil
    }
  }

  /// What the schedule has wait though nothing holds it (for a guardrail, a budget) waits for that day in every trial.
  private mutating func keepDeliberateWaits(
    _ schedule: Schedule, _ problem: Problem, _ arrivals: Arrivals
  ) {
    var block = TrialBlock(self, factors: 0, arrivals: arrivals.expected.count)
    for position in works.indices {
      block.run(position, in: self, arrivals: arrivals.expected, needed: works[position].needed)
      guard let planned = schedule.placements[Int(works[position].work)],
        planned.start > block.start(ofFirst: position)
      else { continue }
      works[position].release = planned.start
      block.run(position, in: self, arrivals: arrivals.expected, needed: works[position].needed)
    }
  }
}

extension TrialNetwork.Milestone {
  fileprivate init(
    _ milestone: Problem.Milestone, placed: Schedule, positions: [Int32], _ problem: Problem
  ) {
    let places = milestone.works.map { positions[Int($0)] }
    // Of a milestone with undone works nothing hangs in a trial.
    works = places.contains(-1) ? [] : places
    totals = milestone.totals
    credits = milestone.works.map { work in
      let option = placed.placements[Int(work)]?.option ?? 0
      return Int64(problem.works[Int(work)].options[Int(option)].credit)
    }
    needed = milestone.needed
  }
}

/// The placed works, each after all that it has an arc or a link from; of several the first by start.
///
/// Links of negative lag may go in a circle with people that pass on; there the earliest of those that are left goes first.
/// (Kahn, "Topological sorting of large networks", 1962.)
private func runningOrder(_ arcs: Arcs) -> [Int32] {
  let problem = arcs.timing.problem
  var rank = [Int](repeating: -1, count: problem.works.count)
  for (index, work) in arcs.order.enumerated() { rank[Int(work)] = index }
  var followers = [[Int]](repeating: [], count: arcs.order.count)
  var missing = [Int](repeating: 0, count: arcs.order.count)
  for (index, work) in arcs.order.enumerated() {
    let links = arcs.links(into: Int(work)).flatMap {
      arcs.timing.works(of: problem.links[Int($0)].from)
    }
    for from in arcs.arcs(into: Int(work)).map(\.from) + links
    where rank[Int(from)] >= 0 && rank[Int(from)] != index {
      followers[rank[Int(from)]].append(index)
      missing[index] += 1
    }
  }
  var ready = Heap(missing.indices.filter { missing[$0] == 0 })
  var taken = missing.map { _ in false }
  var result: [Int32] = []
  var next = 0
  while result.count < arcs.order.count {
    while next < taken.count, taken[next] { next += 1 }
    let chosen = ready.popMin() ?? next
    guard !taken[chosen] else { continue }
    taken[chosen] = true
    result.append(arcs.order[chosen])
    for follower in followers[chosen] {
      missing[follower] -= 1
      if missing[follower] == 0, !taken[follower] { ready.insert(follower) }
    }
  }
  return result
}

extension Plan {
  /// The plan in which nobody waits for others' dates, and nothing costs anything: what remains of a work's earliest start is its own.
  fileprivate var withoutExternalDates: Plan {
    var plan = self
    let long = start.adding(days: -3660)
    for index in plan.externals.indices where plan.externals[index].commitment != .met {
      plan.externals[index].date = long
      plan.externals[index].slipDays = .none
    }
    for index in plan.initiatives.indices { plan.initiatives[index].urgency = .none }
    for index in plan.goals.indices { plan.goals[index].urgency = .none }
    return plan
  }
}
