package import PlanModel

/// Moves something to a later day and lets everything that waits for it move along.
///
/// Staffing and arcs stay, nothing starts earlier than before, and what passes the plan is undone, together with all that
/// needs it (MODEL, "The figures of deferral").
extension Arcs {
  /// What is asked of one initiative.
  package enum Postponement: Hashable, Sendable {
    /// None of its works starts before this day.
    case until(Int32)
    case undone
  }

  /// The schedule after `initiative` was postponed and everybody else has made way.
  ///
  /// - Complexity: linear in works, links and arcs, times the number of initiatives that fall out.
  package func rightShift(_ initiative: Int, _ postponement: Postponement) -> Schedule {
    rightShift([(initiative, postponement)])
  }

  /// The same with several postponed at once.
  package func rightShift(_ postponements: [(initiative: Int, how: Postponement)]) -> Schedule {
    var undone = undone
    var earliest: [Int32: Int32] = [:]
    for (initiative, how) in postponements {
      switch how {
      case .until(let day): earliest[Int32(initiative)] = day
      case .undone: undone[initiative] = true
      }
    }
    if undone != self.undone { undone = spread(undone) }
    while true {
      // Whatever falls out leaves its heads to others, so all dates are found anew, from the first schedule.
      var pass = Retiming(arcs: self, undone: undone, earliest: earliest)
      guard let failed = pass.run() else { return Schedule(placements: pass.placements) }
      for index in failed { undone[Int(index)] = true }
      undone = spread(undone)
    }
  }

  /// The schedule after only `initiative` was re-timed and everything else stayed, even where
  /// that cannot be.
  package func shiftAlone(_ initiative: Int, _ postponement: Postponement) -> Schedule {
    let works = timing.problem.initiatives[initiative].works
    var result = schedule
    if case .until(let day) = postponement {
      let mine = schedule.byStart(works)
      var pass = Retiming(arcs: self, undone: [], earliest: [Int32(initiative): day])
      if pass.run(only: mine) == nil {
        for work in works { result.placements[Int(work)] = pass.placements[Int(work)] }
        return result
      }
    }
    for work in works { result.placements[Int(work)] = nil }
    return result
  }
}

/// One forward pass over the works in the order of their old starts.
private struct Retiming {
  private let arcs: Arcs
  private let problem: Problem
  /// The first day of each initiative that is postponed.
  private let earliest: [Int32: Int32]
  var placements: [Schedule.Placement?]
  /// The day from which what a work holds is free for the next; of undone work, the day it would
  /// have had it.
  private var released: [Int32]
  /// By initiative: whether something of it is elsewhere than it was, or undone.
  private var hasMoved: [Bool]
  private var hasAnyMoved = false
  /// Heads held on each day of the resources whose capacity falls at some time, which arcs alone
  /// do not guard.
  private var held: [(resource: Int32, tenths: [Int32])]

  /// Passes until nothing moves.
  ///
  /// More than one is needed only where links lead backwards (negative lags), and a circle of
  /// those with people passing on never rests: what still moves then is undone.
  private static let passLimit = 32

  init(arcs: Arcs, undone: [Bool], earliest: [Int32: Int32]) {
    self.arcs = arcs
    problem = arcs.timing.problem
    self.earliest = earliest
    placements = arcs.schedule.placements
    hasMoved = Array(repeating: false, count: problem.initiatives.count)
    for initiative in undone.indices where undone[initiative] {
      for work in problem.initiatives[initiative].works where placements[Int(work)] != nil {
        placements[Int(work)] = nil
        hasMoved[initiative] = true
      }
    }
    for initiative in earliest.keys { hasMoved[Int(initiative)] = true }
    released = Array(repeating: 0, count: placements.count)
    held = arcs.falling.map { ($0, []) }
  }

  /// Re-times everything; answers the initiatives that do not fit, or `nil` when all do.
  mutating func run() -> [Int32]? {
    run(order: arcs.order, needsCapacity: true)
  }

  mutating func run(only works: [Int32]) -> [Int32]? {
    run(order: works, needsCapacity: false)
  }

  private mutating func run(order: [Int32], needsCapacity: Bool) -> [Int32]? {
    var moved: [Int32] = []
    for _ in 0..<Retiming.passLimit {
      moved = []
      if needsCapacity { clearHeld() }
      for work in order {
        let index = Int(work)
        guard let old = placements[index] else {
          released[index] = arcs.arcs(into: index).map { released[Int($0.from)] }.max() ?? 0
          continue
        }
        let initiative = problem.works[index].initiative
        guard hasReasonToMove(index, initiative) else {
          released[index] = old.finish + 1
          if needsCapacity { hold(index, old) }
          continue
        }
        guard let new = place(index, old, checksHeld: needsCapacity) else { return [initiative] }
        if new != old {
          moved.append(initiative)
          hasMoved[Int(initiative)] = true
          hasAnyMoved = true
        }
        placements[index] = new
        released[index] = new.finish + 1
        if needsCapacity { hold(index, new) }
      }
      if moved.isEmpty || !arcs.hasBackwardLinks { return nil }
    }
    return moved
  }

  /// Whether anything that a work waits for, or that may hold what it needs, is elsewhere than it was: else it stays.
  private func hasReasonToMove(_ work: Int, _ initiative: Int32) -> Bool {
    if hasMoved[Int(initiative)] || hasAnyMoved && (!held.isEmpty || arcs.hasBackwardLinks) {
      return true
    }
    for arc in arcs.arcs(into: work) where hasMoved[Int(problem.works[Int(arc.from)].initiative)] {
      return true
    }
    for link in arcs.links(into: work)
    where hasMoved[Int(problem.initiative(of: problem.links[Int(link)].from))] {
      return true
    }
    return false
  }

  private func place(
    _ work: Int, _ old: Schedule.Placement, checksHeld: Bool
  ) -> Schedule.Placement? {
    guard problem.works[work].fixedStart == nil else { return old }
    var day = old.start
    if let first = earliest[problem.works[work].initiative] { day = max(day, first) }
    for arc in arcs.arcs(into: work) { day = max(day, released[Int(arc.from)]) }
    for index in arcs.links(into: work) {
      let link = problem.links[Int(index)]
      guard let happens = arcs.timing.day(of: link.from, in: placements) else { return nil }
      day = max(day, problem.lags[Int(link.lag)].earliestStart[Int(happens)])
    }
    while let placed = arcs.timing.placement(ofWork: work, option: old.option, from: day) {
      if !checksHeld || fits(work, placed) { return placed }
      day = placed.start + 1
    }
    return nil
  }

  private mutating func clearHeld() {
    for index in held.indices {
      held[index].tenths = Array(repeating: 0, count: Int(problem.lastDay))
    }
  }

  private func fits(_ work: Int, _ placed: Schedule.Placement) -> Bool {
    let demands = problem.works[work].options[Int(placed.option)].demands
    return held.allSatisfy { resource, tenths in
      guard let demand = demands.first(where: { $0.resource == resource }) else { return true }
      let capacity = problem.resources[Int(resource)].capacity
      return (Int(placed.start)...Int(placed.finish)).allSatisfy {
        tenths[$0] + demand.tenths <= capacity[$0]
      }
    }
  }

  private mutating func hold(_ work: Int, _ placed: Schedule.Placement) {
    let demands = problem.works[work].options[Int(placed.option)].demands
    for index in held.indices {
      guard let demand = demands.first(where: { $0.resource == held[index].resource }) else {
        continue
      }
      for day in Int(placed.start)...Int(placed.finish) {
        held[index].tenths[day] += demand.tenths
      }
    }
  }
}
