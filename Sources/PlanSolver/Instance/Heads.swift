internal import PlanModel

/// What holds for every schedule whatever the others do: earliest days through precedence, and who must or cannot be done.
struct Heads: ~Copyable {
  /// Earliest start of each work, `dayCount` for never.
  private(set) var start: Table<Int32>
  /// Earliest finish of each work, `dayCount` for never.
  private(set) var finish: Table<Int32>
  /// Earliest finish of each initiative with works, `dayCount` for never.
  private(set) var initiativeFinish: Table<Int32>
  /// Initiatives that every valid schedule does: the required and what they need.
  private(set) var mustBeDone: Table<Bool>
  /// Initiatives that no schedule does: forbidden, too long, or after such a one.
  private(set) var cannotBeDone: Table<Bool>
  /// Initiatives that no valid schedule does, since their own hard deadline or pin, or a predecessor's, cannot be met.
  private(set) var cannotBeValid: Table<Bool>
  /// Capacity left by the running works of initiatives that must be done, never below zero, as the grid's rows.
  private(set) var capacity: Table<Int32>

  /// Computes them by passes over the works until nothing moves.
  ///
  /// - Complexity: O(passes × (works + links) × options), where orders close to the precedences need few passes.
  init(_ instance: borrowing Instance) {
    start = Table(repeating: 0, count: instance.workCount)
    finish = Table(repeating: 0, count: instance.workCount)
    initiativeFinish = Table(repeating: -1, count: instance.initiativeCount)
    mustBeDone = Table(repeating: false, count: instance.initiativeCount)
    cannotBeDone = Table(repeating: false, count: instance.initiativeCount)
    cannotBeValid = Table(repeating: false, count: instance.initiativeCount)
    capacity = Table(repeating: 0, count: instance.capacity.count)
    capacity.copy(from: instance.capacity)
    closeUnderNeed(instance)
    holdRunning(instance)
    raise(instance)
    judge(instance)
  }

  private mutating func closeUnderNeed(_ instance: borrowing Instance) {
    var open: [Int32] = []
    for initiative in 0..<instance.initiativeCount
    where instance.initiatives.selection[initiative] == Instance.Initiatives.required {
      mustBeDone[initiative] = true
      open.append(Int32(initiative))
    }
    while let initiative = open.popLast() {
      for place in instance.links.predecessors.range(initiative) {
        let before = instance.links.predecessors[place]
        guard !mustBeDone[before] else { continue }
        mustBeDone[before] = true
        open.append(before)
      }
    }
  }

  private mutating func holdRunning(_ instance: borrowing Instance) {
    for work in 0..<instance.workCount where instance.works.fixed[work] >= 0 {
      let options = instance.optionRange(Int32(work))
      // Which staffing it has is known only when there is one.
      guard mustBeDone[instance.works.initiative[work]], options.count == 1 else { continue }
      let day = instance.works.fixed[work]
      let last = min(instance.finishDay(options.lowerBound, from: day), instance.dayCount - 1)
      for place in instance.options.demands.range(options.lowerBound) {
        let demand = instance.options.demands[place]
        var cell = Int(demand.resource) * Int(instance.dayCount) + Int(day)
        for _ in day..<max(day, last + 1) {
          capacity[cell] = max(0, capacity[cell] - demand.tenths)
          cell += 1
        }
      }
    }
  }

  private mutating func raise(_ instance: borrowing Instance) {
    for work in 0..<instance.workCount {
      let fixed = instance.works.fixed[work]
      start[work] = fixed >= 0 ? fixed : instance.works.release[work]
      finish[work] = start[work]
    }
    // Each pass is a valid bound by itself, so stopping at the limit is safe. A cycle would go on for ever.
    for _ in 0..<(instance.workCount + 2) {
      var moved = false
      for work in 0..<Int32(instance.workCount) where raise(work, instance) { moved = true }
      guard moved else { break }
    }
    for work in 0..<instance.workCount {
      let initiative = instance.works.initiative[work]
      initiativeFinish[initiative] = max(initiativeFinish[initiative], finish[work])
    }
  }

  private mutating func raise(_ work: Int32, _ instance: borrowing Instance) -> Bool {
    var earliest = start[work]
    let isFixed = instance.works.fixed[work] >= 0
    if !isFixed {
      for place in instance.links.incoming.range(work) {
        earliest = max(earliest, released(by: instance.links.incoming[place], instance))
      }
    }
    var firstStart = instance.dayCount
    var firstFinish = instance.dayCount
    for option in instance.optionRange(work) {
      let day =
        isFixed
        ? earliest : fit(option, from: max(earliest, earliestMode(option, instance)), instance)
      guard day < instance.dayCount else { continue }
      let done = instance.finishDay(option, from: day)
      guard done < instance.dayCount else { continue }
      firstStart = min(firstStart, day)
      firstFinish = min(firstFinish, done)
    }
    guard firstStart > start[work] || firstFinish > finish[work] else { return false }
    start[work] = max(start[work], firstStart)
    finish[work] = max(finish[work], firstFinish)
    return true
  }

  /// The earliest day that what a way to do a work waits for leaves it.
  private func earliestMode(_ option: Int32, _ instance: borrowing Instance) -> Int32 {
    guard !instance.modes.isEmpty else { return 0 }
    var earliest = instance.modes.release[option]
    for place in instance.modes.incoming.range(option) {
      earliest = max(earliest, released(by: instance.modes.incoming[place], instance))
    }
    return earliest
  }

  private func released(by link: Instance.Incoming, _ instance: borrowing Instance) -> Int32 {
    let day = earliestDay(link, instance)
    return day >= instance.dayCount ? instance.dayCount : instance.lag[link.lagRow + day]
  }

  private func earliestDay(_ link: Instance.Incoming, _ instance: borrowing Instance) -> Int32 {
    switch link.kind {
    case .finish: return finish[link.index]
    case .start: return start[link.index]
    case .initiativeStart:
      var day = instance.dayCount
      for work in instance.initiatives.workRange(link.index) { day = min(day, start[work]) }
      return day
    case .milestone: return earliestMilestone(link.index, instance)
    }
  }

  /// The first day by which the works could have delivered enough, each started at its earliest with its largest staff.
  private func earliestMilestone(_ milestone: Int32, _ instance: borrowing Instance) -> Int32 {
    var low: Int32 = 0
    var high = instance.dayCount
    while low < high {
      let middle = (low + high) / 2
      var delivered: Int64 = 0
      for place in instance.milestones.contributions.range(milestone) {
        let part = instance.milestones.contributions[place]
        guard start[part.work] <= middle else { continue }
        var most: Int64 = 0
        for option in instance.optionRange(part.work) {
          most = max(
            most, instance.delivered(option, from: start[part.work], through: middle))
        }
        delivered += min(most, part.total)
      }
      if delivered >= instance.milestones.needed[milestone] {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low
  }

  /// The first start on or after `day` at which an option fits into the capacity that is surely there.
  func fit(_ option: Int32, from day: Int32, _ instance: borrowing Instance) -> Int32 {
    var start = instance.startDay(option, from: min(day, instance.dayCount))
    while start < instance.dayCount {
      let last = instance.finishDay(option, from: start)
      guard last < instance.dayCount else { return instance.dayCount }
      var conflict = start - 1
      for place in instance.options.demands.range(option) {
        let demand = instance.options.demands[place]
        let row = Int(demand.resource) * Int(instance.dayCount)
        var check = last
        while check > conflict {
          if capacity[row + Int(check)] < demand.tenths { conflict = check }
          check -= 1
        }
      }
      if conflict < start { return start }
      start = instance.startDay(option, from: conflict + 1)
    }
    return instance.dayCount
  }

  /// The earliest day by which one of each of a goal's choices can be done, −1 for a goal without choices; `nil` where none of
  /// one can.
  func soonestChoices(of goal: Int32, _ instance: borrowing Instance) -> Int32? {
    var latest: Int32 = -1
    for choice in instance.goals.firstChoice[goal]..<instance.goals.firstChoice[goal + 1] {
      var soonest = instance.dayCount
      for place in instance.goals.choices.range(choice) {
        let member = instance.goals.choices[place]
        guard !cannotBeValid[member] else { continue }
        soonest = min(soonest, initiativeFinish[member])
      }
      guard soonest < instance.dayCount else { return nil }
      latest = max(latest, soonest)
    }
    return latest
  }

  private mutating func judge(_ instance: borrowing Instance) {
    var impossible: [Int32] = []
    var invalid: [Int32] = []
    for initiative in 0..<Int32(instance.initiativeCount) {
      var isImpossible =
        instance.initiatives.selection[initiative] == Instance.Initiatives.forbidden
      var earliest = Int32.max
      for work in instance.initiatives.workRange(initiative) {
        if finish[work] >= instance.dayCount { isImpossible = true }
        earliest = min(earliest, start[work])
      }
      guard instance.hasWorks(initiative) else { continue }
      if isImpossible { impossible.append(initiative) }
      if isImpossible
        || initiativeFinish[initiative] > instance.initiatives.latestFinish[initiative]
        || earliest > instance.initiatives.windowLast[initiative]
        || earliest < instance.initiatives.windowFirst[initiative]
      {
        invalid.append(initiative)
      }
    }
    judgeGroups(instance, impossible: &impossible, invalid: &invalid)
    Self.spread(impossible, into: &cannotBeDone, instance)
    Self.spread(invalid, into: &cannotBeValid, instance)
  }

  private static func spread(
    _ seeds: [Int32], into marks: inout Table<Bool>, _ instance: borrowing Instance
  ) {
    var open = seeds
    for seed in seeds { marks[seed] = true }
    while let initiative = open.popLast() {
      for place in instance.links.successors.range(initiative) {
        let after = instance.links.successors[place]
        guard !marks[after] else { continue }
        marks[after] = true
        open.append(after)
      }
    }
  }
}

extension Instance {
  /// What an option started on `start` has delivered by the end of `day`, in a milestone's unit.
  @inline(__always)
  func delivered(_ option: Int32, from start: Int32, through day: Int32) -> Int64 {
    let row = options.profileRow[option]
    let perHead = cumulative[row + day + 1] - cumulative[row + start]
    return Int64(options.credit[option]).multipliedClamped(by: perHead)
  }
}

extension Int64 {
  fileprivate func multipliedClamped(by other: Int64) -> Int64 {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? Int64.max : product
  }
}
