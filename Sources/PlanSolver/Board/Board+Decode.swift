extension Board {
  /// Builds the schedule anew from a place in the list on: serial schedule generation (Kelley 1963; Kolisch 1996).
  ///
  /// Each work starts on the first day on which precedence, its dates, the capacities and the limits allow it beside what
  /// was placed before. A work whose turn comes before what it waits for is placed as soon as that has happened. An
  /// initiative of which a work finds no place is taken off whole, and what cannot be done without it; of an exclusive group
  /// whichever comes first in the list is done. A work whose mode is still waiting takes another that is ready. Afterwards the list
  /// is in the order in which works were placed, those without a place behind them.
  ///
  /// - Parameters:
  ///   - first: Works before this place in the list stay where they are.
  ///   - limit: Cost from which on the schedule is of no use.
  /// - Returns: Whether the schedule is whole; `false` when it was given up because it costs more than `limit`.
  mutating func decode(from first: Int, limit: Int64) -> Bool {
    let first = runningWorkIsOff ? 0 : firstOpenPlace(before: first)
    runningWorkIsOff = false
    // What budgets leave is in none of the tables of what was disturbed.
    if instance.rules.hasBudgets { disturbance.spread() }
    disturbance.remember(start: start, option: option)
    for place in first..<order.count where start[order[place]] >= 0 { unplace(order[place]) }
    resetFloors()
    forgetLate()
    var madeCount = first
    isDecoding = true
    defer { isDecoding = false }
    turn = first
    while turn < order.count {
      let next = order[turn]
      if attempt(next) {
        made[madeCount] = next
        madeCount += 1
        while let late = nextLate() {
          guard attempt(late) else { continue }
          made[madeCount] = late
          madeCount += 1
        }
        if costFloor > limit {
          renewOrder(first, madeCount)
          return false
        }
      }
      if start[next] < 0, disturbance.wasPlaced(next) {
        disturbance.noteMissing(next, instancePointer.pointee)
      }
      turn += 1
    }
    takeOffHalves()
    renewOrder(first, madeCount)
    return costFloor <= limit
  }

  /// The first place before `limit` whose work is not on the board, or `limit`.
  ///
  /// An initiative that was taken off leaves places before the point from which on the list was renewed; its works may
  /// become ready late, so the list has to be built anew from there, or it would hold them twice.
  private func firstOpenPlace(before limit: Int) -> Int {
    var place = 0
    while place < limit, start[order[place]] >= 0 { place += 1 }
    return place
  }

  /// Places a work if its turn has come; takes its initiative off if there is no place for it.
  private mutating func attempt(_ next: Int32) -> Bool {
    let initiative = instance.works.initiative[next]
    guard start[next] < 0, waiting[next] == 0, !isExcluded[initiative], !hasFailed[initiative]
    else { return false }
    guard !isShutOut(initiative) else {
      takeOff(initiative)
      return false
    }
    let known = disturbance.formerSpot(next, instancePointer.pointee)
    let found =
      instance.works.fixed[next] >= 0
      ? runningSpot(next) : known ?? bestSpot(next) ?? overpaidSpot(next)
    guard let spot = found else {
      // In another mode its turn may still come.
      if !waitsForMode(next) { takeOff(initiative) }
      return false
    }
    place(next, option: spot.option, start: spot.start, finish: spot.finish)
    if known == nil {
      disturbance.note(next, option: spot.option, start: spot.start, instancePointer.pointee)
    }
    raiseFloor(initiative, to: finishFloor(next))
    if instance.initiatives.windowLast[initiative] < instance.dayCount,
      !heads.mustBeDone[initiative], isDone(initiative),
      firstStart(of: initiative) > instance.initiatives.windowLast[initiative]
    {
      takeOff(initiative)
      return false
    }
    return true
  }

  /// A place for a work.
  struct Spot {
    var option: Int32
    var start: Int32
    var finish: Int32
  }

  /// Where running work is: held whatever else while nothing but running work is on the board, else only where it fits.
  private mutating func runningSpot(_ next: Int32) -> Spot? {
    let day = instance.works.fixed[next]
    let asked = choice[next]
    var best: Spot?
    for option in instance.optionRange(next) where asked < 0 || asked == option {
      guard day < instance.dayCount, instance.startDay(option, from: day) == day else { continue }
      let last = instance.finishDay(option, from: day)
      guard last < instance.dayCount, last < best?.finish ?? instance.dayCount else { continue }
      guard turn < fixedCount || fits(next, option: option, at: day) else { continue }
      best = Spot(option: option, start: day, finish: last)
    }
    return best
  }

  /// The staffing asked for, or the one that finishes first; of those the one that takes the fewest head-days.
  mutating func bestSpot(_ next: Int32) -> Spot? {
    let ready = readyDay(next)
    guard ready < instance.dayCount else { return nil }
    let initiative = instance.works.initiative[next]
    // A deadline binds what can be left undone; what has to be done is done late rather than not at all.
    let latest =
      heads.mustBeDone[initiative]
      ? instance.dayCount - 1
      : min(instance.dayCount - 1, instance.initiatives.latestFinish[initiative])
    let asked = choice[next]
    if asked >= 0, let spot = spot(next, option: asked, from: ready, latest: latest) { return spot }
    var best: Spot?
    var bestHeadDays = Int64.max
    for option in instance.optionRange(next) {
      let bound = best?.finish ?? latest
      guard let spot = spot(next, option: option, from: ready, latest: bound) else { continue }
      let headDays = Int64(instance.options.staff[option]) * Int64(spot.finish - spot.start + 1)
      if let best, spot.finish == best.finish, headDays >= bestHeadDays { continue }
      best = spot
      bestHeadDays = headDays
    }
    return best
  }

  private mutating func spot(
    _ next: Int32, option: Int32, from ready: Int32, latest: Int32
  ) -> Spot? {
    var ready = ready
    if !instance.modes.isEmpty { ready = max(ready, modeDay(option)) }
    guard ready < instance.dayCount else { return nil }
    // Without anyone in its way it would be too late already: not worth looking.
    let unhindered = instance.startDay(option, from: ready)
    guard unhindered < instance.dayCount, instance.finishDay(option, from: unhindered) <= latest
    else { return nil }
    if instance.rules.hasBudgets, !ignoresBudgets {
      return affordableSpot(next, option: option, from: ready, latest: latest)
    }
    let day = earliestFit(next, option: option, from: ready)
    guard day < instance.dayCount else { return nil }
    let last = instance.finishDay(option, from: day)
    return last <= latest ? Spot(option: option, start: day, finish: last) : nil
  }

  // MARK: Giving up

  /// Takes an initiative off the board, and all that cannot be done without it.
  private mutating func takeOff(_ initiative: Int32) {
    guard !hasFailed[initiative] else { return }
    hasFailed[initiative] = true
    for work in instance.initiatives.workRange(initiative) where start[work] >= 0 {
      if instance.works.fixed[work] >= 0 { runningWorkIsOff = true }
      disturbance.noteMissing(Int32(work), instancePointer.pointee)
      unplace(Int32(work))
    }
    dropFloor(initiative)
    for place in instance.links.successors.range(initiative) {
      takeOff(instance.links.successors[place])
    }
    guard !instance.modes.isEmpty else { return }
    for place in instance.modes.followers.range(initiative) {
      let work = instance.modes.followers[place]
      if needs(work, inItsMode: initiative) { takeOff(instance.works.initiative[work]) }
    }
  }

  /// What was begun and waits for something that never came is not done.
  private mutating func takeOffHalves() {
    for initiative in 0..<Int32(instance.initiativeCount)
    where placedWorks[initiative] > 0 && !isDone(initiative) {
      takeOff(initiative)
    }
  }

  /// Writes the list anew: running work where it was, the works placed, then those without a place as they stood.
  private mutating func renewOrder(_ first: Int, _ madeCount: Int) {
    let count = order.count
    var place = max(first, fixedCount)
    // What is placed now, and what was taken off after it had been.
    for index in first..<madeCount {
      let next = made[index]
      guard instance.works.fixed[next] < 0, start[next] >= 0 else { continue }
      renewed[place] = next
      place += 1
    }
    placedCount = place
    for index in max(first, fixedCount)..<max(count, fixedCount) where start[order[index]] < 0 {
      renewed[place] = order[index]
      place += 1
    }
    for index in max(first, fixedCount)..<max(count, fixedCount) { order[index] = renewed[index] }
    numberPositions(from: max(first, fixedCount))
  }

  // MARK: What the schedule costs at least

  private mutating func resetFloors() {
    costFloor = 0
    for goal in 0..<Int32(instance.goalCount) { goalFloor[goal] = instance.goals.floor[goal] }
    for initiative in 0..<Int32(instance.initiativeCount) where instance.hasWorks(initiative) {
      hasFailed[initiative] = false
      var floor = heads.initiativeFinish[initiative]
      for work in instance.initiatives.workRange(initiative) where start[work] >= 0 {
        floor = max(floor, finishFloor(Int32(work)))
      }
      if isExcluded[initiative] { floor = instance.dayCount }
      finishFloor[initiative] = floor
      costFloor +=
        floor < instance.dayCount
        ? instance.cost(initiative, finish: floor) : instance.initiatives.undoneCost[initiative]
      for place in instance.goalsOfInitiative.range(initiative) {
        let goal = instance.goalsOfInitiative[place]
        goalFloor[goal] = max(goalFloor[goal], floor)
      }
    }
    for goal in 0..<Int32(instance.goalCount) { costFloor += cost(ofGoalAtFloor: goal) }
  }

  /// When the initiative of a placed work is finished at the earliest, by that work.
  @inline(__always)
  private func finishFloor(_ work: Int32) -> Int32 {
    min(finish[work] + instance.works.tail[work], instance.dayCount - 1)
  }

  @inline(__always)
  private func cost(ofGoalAtFloor goal: Int32) -> Int64 {
    goalFloor[goal] < instance.dayCount
      ? instance.cost(ofGoal: goal, finish: goalFloor[goal]) : instance.goals.undoneCost[goal]
  }

  private mutating func raiseFloor(_ initiative: Int32, to day: Int32) {
    let former = finishFloor[initiative]
    guard day > former else { return }
    finishFloor[initiative] = day
    costFloor +=
      instance.cost(initiative, finish: day) - instance.cost(initiative, finish: former)
    raiseGoals(of: initiative, to: day)
  }

  private mutating func dropFloor(_ initiative: Int32) {
    let former = finishFloor[initiative]
    guard former < instance.dayCount, instance.hasWorks(initiative) else { return }
    finishFloor[initiative] = instance.dayCount
    costFloor +=
      instance.initiatives.undoneCost[initiative] - instance.cost(initiative, finish: former)
    raiseGoals(of: initiative, to: instance.dayCount)
  }

  private mutating func raiseGoals(of initiative: Int32, to day: Int32) {
    for place in instance.goalsOfInitiative.range(initiative) {
      let goal = instance.goalsOfInitiative[place]
      guard day > goalFloor[goal] else { continue }
      costFloor -= cost(ofGoalAtFloor: goal)
      goalFloor[goal] = day
      costFloor += cost(ofGoalAtFloor: goal)
    }
  }
}
