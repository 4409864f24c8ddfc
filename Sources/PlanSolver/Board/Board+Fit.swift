extension Board {
  /// The first day on which precedence and its own dates let a work start, given what is placed.
  @inline(__always)
  mutating func readyDay(_ work: Int32) -> Int32 {
    var day = max(heads.start[work], instance.works.release[work])
    if !instance.rules.isEmpty { day = max(day, wait[work]) }
    for place in instance.links.incoming.range(work) {
      let link = instance.links.incoming[place]
      let happens = anchorDay(link)
      guard happens < instance.dayCount else { return instance.dayCount }
      day = max(day, instance.lag[link.lagRow + happens])
    }
    return day
  }

  @inline(__always)
  mutating func anchorDay(_ link: Instance.Incoming) -> Int32 {
    switch link.kind {
    case .finish: return finish[link.index]
    case .start: return start[link.index]
    case .initiativeStart: return firstStart(of: link.index)
    case .milestone: return milestoneDay(link.index)
    }
  }

  /// The earliest start of an initiative's placed works, `dayCount` when there is none.
  @inline(__always)
  func firstStart(of initiative: Int32) -> Int32 {
    var day = instance.dayCount
    for work in instance.initiatives.workRange(initiative) where start[work] >= 0 {
      day = min(day, start[work])
    }
    return day
  }

  /// The first start on or after `day` at which an option of a work fits beside what is placed; `dayCount` for never.
  ///
  /// Looks at every day at most once a resource: finishes never fall with starts, so days found clear stay clear, and a
  /// day in the way rules out every start before it.
  mutating func earliestFit(_ work: Int32, option chosen: Int32, from day: Int32) -> Int32 {
    let never = instance.dayCount
    guard day < never else { return never }
    let days = Int(never)
    var first = instance.startDay(chosen, from: day)
    var clear = first
    let pair = instance.works.pair[work]
    while first < never {
      let last = instance.finishDay(chosen, from: first)
      guard last < never else { return never }
      var conflict = clear - 1
      for place in instance.options.demands.range(chosen) {
        let demand = instance.options.demands[place]
        let check = residual.last(
          below: demand.tenths, in: Int(demand.resource) &* days, from: conflict, through: last)
        self.work &+= Int64(last &- check) &+ 1
        conflict = check
      }
      if pair >= 0 { conflict = wipConflict(pair, after: conflict, through: last) }
      if conflict < clear { return first }
      clear = last + 1
      first = instance.startDay(chosen, from: conflict + 1)
      clear = max(clear, first)
    }
    return never
  }

  /// The last day in a range on which one initiative more would exceed its limit, or `conflict`.
  @inline(__always)
  private func wipConflict(_ pair: Int32, after conflict: Int32, through last: Int32) -> Int32 {
    var check = last
    while check > conflict, !isFull(pair, on: check) { check &-= 1 }
    return check
  }

  /// Whether one initiative more would exceed its limit on a day.
  @inline(__always)
  func isFull(_ pair: Int32, on day: Int32) -> Bool {
    let limit = instance.wip.limitOfPair[pair]
    guard running[Int(limit) &* Int(instance.dayCount) &+ Int(day)] >= instance.wip.limit[limit]
    else { return false }
    let counter = Int(instance.wip.counterRow[pair])
    return counter < 0 || runningWorks[counter &+ Int(day)] == 0
  }

  /// Whether an option fits exactly from `first`, as running work needs that comes after others in the list.
  mutating func fits(_ work: Int32, option chosen: Int32, at first: Int32) -> Bool {
    earliestFit(work, option: chosen, from: first) == first
  }
}
