extension Board {
  /// The last start of a work that is off the board at which it still fits, holds up nobody and is finished in time.
  ///
  /// The mirror of `earliestFit`: looks from the end, and a day in the way rules out every start that would need it.
  ///
  /// - Parameters:
  ///   - work: What to put as late as it can be.
  ///   - chosen: Its staffing.
  ///   - day: Where it was; the answer is not before.
  ///   - latest: The last day on which it may be finished.
  /// - Returns: A start from `day` on.
  mutating func latestFit(
    _ work: Int32, option chosen: Int32, from day: Int32, finishing latest: Int32
  ) -> Int32 {
    var limit = latest
    var first = limit
    let pair = instance.works.pair[work]
    let days = Int(instance.dayCount)
    while first > day {
      guard instance.startDay(chosen, from: first) == first else {
        first -= 1
        continue
      }
      let last = instance.finishDay(chosen, from: first)
      guard last <= limit else {
        first -= 1
        continue
      }
      var conflict = last + 1
      for place in instance.options.demands.range(chosen) {
        let demand = instance.options.demands[place]
        let row = Int(demand.resource) &* days
        var check = first
        while check < conflict {
          if residual[row &+ Int(check)] < demand.tenths {
            conflict = check
            break
          }
          check &+= 1
        }
        self.work &+= Int64(check &- first) &+ 1
      }
      if pair >= 0 {
        var check = first
        while check < conflict {
          if isFull(pair, on: check) { conflict = check }
          check += 1
        }
      }
      if conflict > last { return first }
      limit = conflict - 1
      first -= 1
    }
    return day
  }

  /// The last finish of a placed work before which what waits for it, where that now is, would not have to move.
  ///
  /// - Parameters:
  ///   - work: A placed work.
  ///   - latest: The last finish that is of interest.
  /// - Returns: A finish, never before the one it has.
  func latestFinish(_ work: Int32, within latest: Int32) -> Int32 {
    let initiative = instance.works.initiative[work]
    // Their days hang on several works; those stay where they are.
    guard instance.links.afterInitiative.range(initiative).isEmpty,
      instance.milestones.ofWork.range(work).isEmpty
    else { return finish[work] }
    var limit = max(latest, finish[work])
    for place in instance.links.outgoing.range(work) {
      let waiting = instance.links.outgoing[place]
      guard start[waiting] >= 0 else { continue }
      for entry in instance.links.incoming.range(waiting) {
        let link = instance.links.incoming[entry]
        guard link.index == work else { continue }
        switch link.kind {
        case .finish:
          while limit > finish[work], instance.lag[link.lagRow + limit] > start[waiting] {
            limit -= 1
          }
        case .start: return finish[work]
        case .initiativeStart, .milestone: break
        }
      }
    }
    return limit
  }

  /// The last day on which an initiative that is done could be finished and cost no more, with its goals as they are.
  func latestHarmlessFinish(_ initiative: Int32) -> Int32 {
    var last = lastFinish(of: initiative)
    // Its start is bound to its horizon; it stays.
    guard instance.initiatives.windowLast[initiative] == Int32.max else { return last }
    var limit = min(instance.dayCount - 1, instance.initiatives.latestFinish[initiative])
    for place in instance.goalsOfInitiative.range(initiative) {
      let goal = instance.goalsOfInitiative[place]
      limit = min(limit, max(last, latestHarmlessFinish(ofGoal: goal)))
    }
    let cost = instance.cost(initiative, finish: last)
    while last < limit, instance.cost(initiative, finish: last + 1) == cost { last += 1 }
    return last
  }

  private func latestHarmlessFinish(ofGoal goal: Int32) -> Int32 {
    guard var last = lastFinish(ofGoal: goal) else { return instance.dayCount - 1 }
    let cost = instance.cost(ofGoal: goal, finish: last)
    while last < instance.dayCount - 1, instance.cost(ofGoal: goal, finish: last + 1) == cost {
      last += 1
    }
    return last
  }
}
