package import PlanModel

/// Who waits for whom in a schedule: precedence, and the heads and places that pass from one work
/// to the next.
///
/// As long as every work starts after those it has an arc from have finished, no team, skill or wip limit is held beyond
/// what it has, whatever the dates: an arc follows the same people. Heads pass from the earliest finished to the next
/// started. (Activity-on-node flow networks: Artigues, Michelon & Reusser, "Insertion techniques for static and dynamic
/// resource-constrained project scheduling", 2003.)
package struct Arcs: Sendable {
  /// `to` starts after `from` has finished, because it takes over what `from` held.
  package struct Arc: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      /// Tenths of a head of a resource.
      case heads(resource: Int32, tenths: Int32)
      /// One of the places that a wip limit leaves.
      case place(limit: Int32)
    }

    /// Indices into `Problem.works`.
    package var from: Int32
    package var to: Int32
    package var kind: Kind
  }

  package let timing: Timing
  package let schedule: Schedule
  /// The placed works by start, then by index.
  package let order: [Int32]
  /// By `to` in the order of `order`.
  package let arcs: [Arc]
  private let arcsInto: [Range<Int>]
  private let linksInto: [[Int32]]
  /// By initiative: whether something of it is undone, or it needs something that is.
  let undone: [Bool]
  /// Who cannot be done where another is not, by a link that binds.
  private let needs: [(needed: Int32, by: Int32)]
  /// The resources of which there is less at some time than before, which arcs alone do not guard.
  let falling: [Int32]
  /// Whether some link comes from a work that is later in `order`: a negative lag, or a tie.
  let hasBackwardLinks: Bool

  /// - Complexity: O(works × (log works + arcs)).
  package init(_ schedule: Schedule, timing: Timing) {
    let problem = timing.problem
    self.timing = timing
    self.schedule = schedule
    order = schedule.byStart(problem.works.indices.map { Int32($0) })

    var found: [Arc] = []
    var ranges = [Range<Int>](repeating: 0..<0, count: problem.works.count)
    var pools = problem.resources.map { HeadPool(capacity: $0.capacity) }
    var places = problem.wipLimits.map { PlacePool(limit: $0.limit) }
    for work in order {
      guard let placed = schedule.placements[Int(work)] else { continue }
      let first = found.count
      let subject = problem.works[Int(work)]
      for demand in subject.options[Int(placed.option)].demands where demand.tenths > 0 {
        let given = pools[Int(demand.resource)]
          .hand(demand.tenths, to: work, from: placed.start, through: placed.finish)
        for (giver, tenths) in given {
          let kind = Arc.Kind.heads(resource: demand.resource, tenths: tenths)
          found.append(Arc(from: giver, to: work, kind: kind))
        }
      }
      if subject.wip >= 0 {
        let givers = places[Int(subject.wip)]
          .enter(
            problem.initiatives[Int(subject.initiative)].partOf ?? subject.initiative, work: work,
            from: placed.start,
            through: placed.finish)
        found += givers.map { Arc(from: $0, to: work, kind: .place(limit: subject.wip)) }
      }
      ranges[Int(work)] = first..<found.count
    }
    arcs = found
    arcsInto = ranges

    var links = [[Int32]](repeating: [], count: problem.works.count)
    for (index, link) in problem.links.enumerated()
    where problem.works[Int(link.to)].fixedStart == nil && link.binds(schedule, in: problem) {
      links[Int(link.to)].append(Int32(index))
    }
    linksInto = links
    let needs = Arcs.needs(links, in: problem)
    self.needs = needs
    undone = needs.spread(problem.initiatives.indices.map { !schedule.isDone($0, in: problem) })
    falling = problem.resources.indices.filter { resource in
      let capacity = problem.resources[resource].capacity
      return capacity.indices.dropFirst().contains { capacity[$0 - 1] > capacity[$0] }
    }.map { Int32($0) }
    hasBackwardLinks = Arcs.findBackwardLinks(order: order, timing: timing)
  }

  /// The arcs that end in a work.
  package func arcs(into work: Int) -> ArraySlice<Arc> { arcs[arcsInto[work]] }

  /// Indices into `Problem.links` of those that bind a work in the mode it has; none for work that is running.
  package func links(into work: Int) -> [Int32] { linksInto[work] }

  /// The same initiatives, and whoever needs one of them.
  ///
  /// - Complexity: linear in the links, times the length of the longest chain of them.
  func spread(_ undone: [Bool]) -> [Bool] { needs.spread(undone) }

  private static func needs(
    _ links: [[Int32]], in problem: Problem
  ) -> [(needed: Int32, by: Int32)] {
    links.indices.flatMap { work in
      links[work].map { link in
        (problem.initiative(of: problem.links[Int(link)].from), problem.works[work].initiative)
      }
    }.filter { $0 != $1 }
  }

  private static func findBackwardLinks(order: [Int32], timing: Timing) -> Bool {
    var position = [Int](repeating: -1, count: timing.problem.works.count)
    for (index, work) in order.enumerated() { position[Int(work)] = index }
    return timing.problem.links.contains { link in
      let to = position[Int(link.to)]
      return to >= 0 && timing.works(of: link.from).contains { position[Int($0)] >= to }
    }
  }
}

extension [(needed: Int32, by: Int32)] {
  fileprivate func spread(_ undone: [Bool]) -> [Bool] {
    var undone = undone
    var changed = true
    while changed {
      changed = false
      for need in self where undone[Int(need.needed)] && !undone[Int(need.by)] {
        undone[Int(need.by)] = true
        changed = true
      }
    }
    return undone
  }
}

extension Schedule {
  /// What is done of some works, by its start.
  func byStart(_ works: some Sequence<Int32>) -> [Int32] {
    works.compactMap { work in placements[Int(work)].map { (start: $0.start, work: work) } }
      .sorted { ($0.start, $0.work) < ($1.start, $1.work) }.map(\.work)
  }
}

/// The heads of one resource and who had them last.
private struct HeadPool {
  /// The most heads there have been by each day.
  private let known: [Int32]
  /// Heads that nobody has held yet, taken so far.
  private var taken: Int32 = 0
  /// In the order in which they are free, then by work.
  private var free: [(from: Int32, giver: Int32, tenths: Int32)] = []

  init(capacity: [Int32]) {
    var highest: Int32 = 0
    known = capacity.map {
      highest = max(highest, $0)
      return highest
    }
  }

  /// Who hands over how many tenths; heads that nobody held before come from nobody.
  mutating func hand(
    _ tenths: Int32, to work: Int32, from start: Int32, through finish: Int32
  ) -> [(giver: Int32, tenths: Int32)] {
    var missing = tenths
    let unheld = min(missing, max(0, known[Int(start)] - taken))
    taken += unheld
    missing -= unheld
    var given: [(giver: Int32, tenths: Int32)] = []
    var index = 0
    while missing > 0, index < free.count, free[index].from <= start {
      let part = min(missing, free[index].tenths)
      given.append((free[index].giver, part))
      missing -= part
      free[index].tenths -= part
      if free[index].tenths == 0 { free.remove(at: index) } else { index += 1 }
    }
    let piece = (from: finish + 1, giver: work, tenths: tenths - missing)
    let place = free.firstIndex { ($0.from, $0.giver) > (piece.from, piece.giver) } ?? free.count
    free.insert(piece, at: place)
    return given
  }
}

/// The places under one wip limit.
///
/// An initiative takes one and keeps it while any of its works there runs.
private struct PlacePool {
  private struct Place {
    var initiative: Int32 = -1
    /// Works that hold the place together.
    var works: [Int32] = []
    /// Works that held it before them.
    var former: [Int32] = []
    var until: Int32 = -1
  }

  private var places: [Place]
  private let limit: Int

  init(limit: Int32) {
    places = []
    self.limit = Int(max(0, limit))
  }

  /// The works that have to finish before this one may enter.
  mutating func enter(
    _ initiative: Int32, work: Int32, from start: Int32, through finish: Int32
  ) -> [Int32] {
    if let mine = places.firstIndex(where: { $0.initiative == initiative && $0.until >= start }) {
      places[mine].works.append(work)
      places[mine].until = max(places[mine].until, finish)
      return places[mine].former
    }
    let fresh = Place(initiative: initiative, works: [work], former: [], until: finish)
    if places.count < limit {
      places.append(fresh)
      return []
    }
    let free = places.indices.filter { places[$0].until < start }
    guard let chosen = free.min(by: { places[$0].until < places[$1].until }) else { return [] }
    let former = places[chosen].works
    places[chosen] = fresh
    places[chosen].former = former
    return former
  }
}
