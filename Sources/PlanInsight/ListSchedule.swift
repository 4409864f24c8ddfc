internal import HeapModule
package import PlanModel

/// Places works one after the other in a given order of initiatives, each as early as it fits:
/// how a plan runs that is ranked by hand.
///
/// Serial schedule generation (Kelley, "The critical-path method: resources planning and scheduling", 1963). Of several
/// staffings the one that ends first is taken. What does not fit is left out, and what needs it as well.
package struct ListSchedule: Sendable {
  private let timing: Timing
  private let problem: Problem
  private var placements: [Schedule.Placement?]
  private var undone: [Bool]
  private var held: [[Int32]]
  /// Place of each initiative in the order.
  private let rank: [Int]
  /// Links into each work.
  private let linksInto: [[Problem.Link]]
  /// Works that wait for each work, as often as they do.
  private let followers: [[Int32]]
  /// The same for what only some modes of a work wait for.
  private let modeFollowers: [[Int32]]
  /// How much of what it waits for is not placed, by work.
  private var missing: [Int]
  /// How much of what only some of its modes wait for may still be placed, by work.
  private var missingForModes: [Int]
  /// Open works that wait for nothing unplaced.
  private var ready: Heap<Turn> = []

  /// A work whose turn it may be: the best rank first, then in the plan's order.
  private struct Turn: Comparable {
    let rank: Int
    let work: Int

    static func < (left: Turn, right: Turn) -> Bool {
      (left.rank, left.work) < (right.rank, right.work)
    }
  }

  private init(order: [Int32], timing: Timing) {
    self.timing = timing
    problem = timing.problem
    var rank = [Int](repeating: Int.max, count: problem.initiatives.count)
    for (index, initiative) in order.enumerated() { rank[Int(initiative)] = index }
    self.rank = rank
    var linksInto = [[Problem.Link]](repeating: [], count: problem.works.count)
    var followers = [[Int32]](repeating: [], count: problem.works.count)
    var modeFollowers = followers
    missing = Array(repeating: 0, count: problem.works.count)
    missingForModes = missing
    for link in problem.links {
      linksInto[Int(link.to)].append(link)
      for work in timing.works(of: link.from) {
        if link.mode == nil {
          followers[Int(work)].append(link.to)
          missing[Int(link.to)] += 1
        } else {
          modeFollowers[Int(work)].append(link.to)
          missingForModes[Int(link.to)] += 1
        }
      }
    }
    self.modeFollowers = modeFollowers
    self.linksInto = linksInto
    self.followers = followers
    placements = Array(repeating: nil, count: problem.works.count)
    undone = problem.initiatives.map { _ in false }
    held = problem.resources.map { Array(repeating: 0, count: $0.capacity.count) }
  }

  /// The schedule that follows from ranking all initiatives; hard demands may be broken by it.
  ///
  /// - Complexity: O(works × (log works + days × demands) + links).
  package static func schedule(order: [Int32], timing: Timing) -> Schedule {
    var builder = ListSchedule(order: order, timing: timing)
    for work in builder.missing.indices where builder.isReady(work) { builder.queue(work) }
    builder.placeRunning()
    for (index, initiative) in builder.problem.initiatives.enumerated()
    where initiative.selection == .forbidden || builder.givesWay(index) {
      builder.leaveOut(index)
    }
    repeat { builder.placeReady() } while builder.stopWaitingForModes()
    // Works that wait for each other in a circle are never next.
    for index in builder.problem.initiatives.indices where !builder.isWhole(index) {
      builder.leaveOut(index)
    }
    return Schedule(placements: builder.placements)
  }

  private func isReady(_ work: Int) -> Bool { missing[work] == 0 && missingForModes[work] == 0 }

  private mutating func placeReady() {
    while let turn = ready.popMin() {
      let isUndone = undone[Int(problem.works[turn.work].initiative)]
      if placements[turn.work] == nil, !isUndone { place(turn.work) }
    }
  }

  /// Lets the first work go on that only its modes hold up: they wait for each other in a circle.
  ///
  /// - Returns: Whether there is one.
  private mutating func stopWaitingForModes() -> Bool {
    let held = missing.indices.filter {
      missing[$0] == 0 && missingForModes[$0] > 0 && placements[$0] == nil
        && !undone[Int(problem.works[$0].initiative)]
    }
    guard
      let first = held.min(by: {
        rank[Int(problem.works[$0].initiative)] < rank[Int(problem.works[$1].initiative)]
      })
    else { return false }
    missingForModes[first] = 0
    queue(first)
    return true
  }

  /// Whether something else of its exclusive group has to be done.
  private func givesWay(_ initiative: Int) -> Bool {
    problem.initiatives[initiative].selection != .required
      && rivals(of: initiative).contains {
        problem.initiatives[Int($0)].selection == .required
      }
  }

  /// The others of its exclusive group.
  private func rivals(of initiative: Int) -> [Int32] {
    let group = problem.exclusives.first { $0.members.contains(Int32(initiative)) }
    return group?.members.filter { Int($0) != initiative } ?? []
  }

  private mutating func placeRunning() {
    for (index, work) in problem.works.enumerated() {
      guard let start = work.fixedStart,
        let finish = timing.finish(work.options[0], startingOn: start)
      else { continue }
      put(index, Schedule.Placement(start: start, finish: finish, option: 0))
    }
  }

  private func isWhole(_ initiative: Int) -> Bool {
    problem.initiatives[initiative].works.allSatisfy { placements[Int($0)] != nil }
  }

  private mutating func queue(_ work: Int) {
    ready.insert(Turn(rank: rank[Int(problem.works[work].initiative)], work: work))
  }

  private mutating func place(_ work: Int) {
    let owner = Int(problem.works[work].initiative)
    guard rivals(of: owner).allSatisfy({ undone[Int($0)] || !isBegun(Int($0)) }) else {
      leaveOut(owner)
      return
    }
    let fits = problem.works[work].options.indices.compactMap {
      firstFit(work, option: Int32($0), from: earliestStart(work, option: $0))
    }
    // Fewest heads among equals, since options ascend.
    if let best = fits.min(by: { $0.finish < $1.finish }) {
      put(work, best)
    } else {
      leaveOut(Int(problem.works[work].initiative))
    }
  }

  private func isBegun(_ initiative: Int) -> Bool {
    problem.initiatives[initiative].works.contains { placements[Int($0)] != nil }
  }

  private func earliestStart(_ work: Int, option: Int) -> Int32 {
    let subject = problem.works[work]
    let initiative = problem.initiatives[Int(subject.initiative)]
    var day = max(
      subject.earliestStart, subject.options[option].earliestStart, problem.firstDay,
      initiative.startWindow?.lowerBound ?? 0)
    for link in linksInto[work] where link.holds(for: subject.options[option]) {
      let happens = timing.day(of: link.from, in: placements)
      let earliest = happens.map { problem.lags[Int(link.lag)].earliestStart[Int($0)] }
      day = max(day, earliest ?? problem.lastDay)
    }
    return day
  }

  private func firstFit(_ work: Int, option: Int32, from day: Int32) -> Schedule.Placement? {
    var day = day
    while let placed = timing.placement(ofWork: work, option: option, from: day) {
      guard let full = lastFullDay(work, placed) else { return placed }
      day = full + 1
    }
    return nil
  }

  /// The last day on which people or a place are missing.
  private func lastFullDay(_ work: Int, _ placed: Schedule.Placement) -> Int32? {
    let subject = problem.works[work]
    for day in (placed.start...placed.finish).reversed() {
      for demand in subject.options[Int(placed.option)].demands where demand.tenths > 0 {
        let resource = Int(demand.resource)
        if held[resource][Int(day)] + demand.tenths > problem.resources[resource].capacity[Int(day)]
        {
          return day
        }
      }
      if subject.wip >= 0, isFull(subject, day) { return day }
    }
    return nil
  }

  private func isFull(_ subject: Problem.Work, _ day: Int32) -> Bool {
    var running: Set<Int32> = []
    for (index, work) in problem.works.enumerated() where work.wip == subject.wip {
      guard let placed = placements[index], placed.start <= day, day <= placed.finish else {
        continue
      }
      running.insert(problem.initiatives[Int(work.initiative)].partOf ?? work.initiative)
    }
    let counted = problem.initiatives[Int(subject.initiative)].partOf ?? subject.initiative
    return !running.contains(counted)
      && running.count >= Int(problem.wipLimits[Int(subject.wip)].limit)
  }

  private mutating func put(_ work: Int, _ placed: Schedule.Placement) {
    placements[work] = placed
    hold(work, placed, sign: 1)
    for follower in followers[work] {
      missing[Int(follower)] -= 1
      if isReady(Int(follower)) { queue(Int(follower)) }
    }
    release(modeFollowers[work])
  }

  /// What these waited for in some mode has come, or never will.
  private mutating func release(_ works: [Int32]) {
    for follower in works where missingForModes[Int(follower)] > 0 {
      missingForModes[Int(follower)] -= 1
      if isReady(Int(follower)) { queue(Int(follower)) }
    }
  }

  private mutating func hold(_ work: Int, _ placed: Schedule.Placement, sign: Int32) {
    for demand in problem.works[work].options[Int(placed.option)].demands {
      for day in Int(placed.start)...Int(placed.finish) {
        held[Int(demand.resource)][day] += sign * demand.tenths
      }
    }
  }

  private mutating func leaveOut(_ initiative: Int) {
    var leaving = [initiative]
    while let next = leaving.popLast() {
      guard !undone[next] else { continue }
      undone[next] = true
      for work in problem.initiatives[next].works {
        if let placed = placements[Int(work)] {
          hold(Int(work), placed, sign: -1)
        } else {
          release(modeFollowers[Int(work)])
        }
        placements[Int(work)] = nil
      }
      for link in problem.links where Int(problem.initiative(of: link.from)) == next {
        let isNeeded = placements[Int(link.to)].map {
          link.holds(for: problem.works[Int(link.to)].options[Int($0.option)])
        }
        guard isNeeded ?? (link.mode == nil) else { continue }
        leaving.append(Int(problem.works[Int(link.to)].initiative))
      }
    }
  }
}
