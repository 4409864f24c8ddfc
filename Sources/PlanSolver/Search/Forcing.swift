internal import PlanModel

/// One ejection: a work is forced to an earlier day, what is in its way looks for another place.
extension Search {
  /// Forces a random work to an earlier day, or one of an initiative that is undone to any.
  ///
  /// - Returns: Whether the schedule on the board is whole; if not, it has to be taken back.
  mutating func force() -> Bool {
    ejection.beginRound()
    var work = neighbours.movable[random.below(neighbours.movable.count)]
    let initiative = board.instance.works.initiative[work]
    guard !board.heads.cannotBeDone[initiative] else { return false }
    if board.isShutOut(initiative) {
      let group = board.instance.exclusives.group[initiative]
      guard takeOff(board.holderOfGroup[group]) else { return false }
    }
    var last = board.instance.dayCount
    if board.isPlaced(work) {
      last = board.start[work]
      guard board.readyDay(work) < last else { return false }
      if random.below(2) == 0 { queueRest(of: initiative, behind: last) }
      eject(work, isQueued: false)
    } else {
      guard let ready = firstOpenWork(of: initiative) else { return false }
      work = ready
      for other in board.instance.initiatives.workRange(initiative)
      where Int32(other) != work && !board.isPlaced(Int32(other)) {
        enqueue(Int32(other), key: random.unit())
      }
    }
    ejection.key[work] = random.unit()
    guard board.waiting[work] == 0, clearWay(for: work, before: last) else { return false }
    return placeQueued() && windowsHold()
  }

  /// A work of an initiative that waits for nothing that is not placed.
  private func firstOpenWork(of initiative: Int32) -> Int32? {
    for work in board.instance.initiatives.workRange(initiative)
    where !board.isPlaced(Int32(work)) && board.waiting[work] == 0 {
      return board.instance.works.fixed[work] < 0 ? Int32(work) : nil
    }
    return nil
  }

  /// What of an initiative starts later may come forward with it.
  private mutating func queueRest(of initiative: Int32, behind day: Int32) {
    let works = board.instance.initiatives.workRange(initiative)
    guard works.count <= Self.restMax else { return }
    for other in works
    where board.start[other] > day && board.instance.works.fixed[other] < 0 {
      eject(Int32(other), isQueued: true)
    }
  }

  /// Longer initiatives move work by work.
  private static var restMax: Int { 12 }

  // MARK: Making room

  /// Ejects what is in the way of a work on a random day before `last`, and places it as early as it then fits.
  private mutating func clearWay(for work: Int32, before last: Int32) -> Bool {
    let options = board.instance.optionRange(work)
    let option = options.lowerBound + Int32(random.below(options.count))
    let ready = board.readyDay(work)
    guard ready < last else { return false }
    let day = board.instance.startDay(
      option, from: ready + Int32(random.below(Int(last - ready))))
    guard day < last else { return false }
    let finish = board.instance.finishDay(option, from: day)
    let initiative = board.instance.works.initiative[work]
    guard finish < board.instance.dayCount,
      board.heads.mustBeDone[initiative]
        || finish <= board.instance.initiatives.latestFinish[initiative]
    else { return false }
    for place in board.instance.options.demands.range(option) {
      let demand = board.instance.options.demands[place]
      guard clear(demand, from: day, through: finish) else { return false }
    }
    let pair = board.instance.works.pair[work]
    if pair >= 0, !clearLimit(pair, from: day, through: finish) { return false }
    let first = board.earliestFit(work, option: option, from: ready)
    guard first < board.instance.dayCount else { return false }
    put(work, option: option, start: first)
    return true
  }

  /// Ejects the least urgent, roughly, until a demand is met on each day.
  private mutating func clear(
    _ demand: Instance.Demand, from day: Int32, through finish: Int32
  ) -> Bool {
    let row = Int(demand.resource) * Int(board.instance.dayCount)
    for each in day...finish {
      while board.residual[row + Int(each)] < demand.tenths {
        let users = neighbours.worksOfResource.range(demand.resource)
        board.work += Int64(users.count / 4)
        var least = Double.infinity
        var victim: Int32?
        for place in users {
          let user = neighbours.worksOfResource[place]
          guard board.start[user] >= 0, board.start[user] <= each, each <= board.finish[user],
            uses(user, demand.resource)
          else { continue }
          weigh(user, earlyBefore: day, &least, &victim)
        }
        guard let victim, ejection.ejectedCount < Self.ejectedMax else { return false }
        eject(victim, isQueued: true)
      }
    }
    return true
  }

  /// Ejects works of a limit until one initiative more may run on each day.
  private mutating func clearLimit(_ pair: Int32, from day: Int32, through finish: Int32) -> Bool {
    let limit = board.instance.wip.limitOfPair[pair]
    for each in day...finish {
      while board.isFull(pair, on: each) {
        let members = neighbours.worksOfLimit.range(limit)
        board.work += Int64(members.count / 4)
        var least = Double.infinity
        var victim: Int32?
        for place in members {
          let member = neighbours.worksOfLimit[place]
          guard board.start[member] >= 0, board.start[member] <= each,
            each <= board.finish[member]
          else { continue }
          weigh(member, earlyBefore: day, &least, &victim)
        }
        guard let victim, ejection.ejectedCount < Self.ejectedMax else { return false }
        eject(victim, isQueued: true)
      }
    }
    return true
  }

  private func uses(_ work: Int32, _ resource: Int32) -> Bool {
    for place in board.instance.options.demands.range(board.option[work])
    where board.instance.options.demands[place].resource == resource {
      return true
    }
    return false
  }

  /// Takes a work as the one to eject if it is less urgent, give or take; what began before is nearer to its end.
  @inline(__always)
  private mutating func weigh(
    _ work: Int32, earlyBefore day: Int32, _ least: inout Double, _ victim: inout Int32?
  ) {
    let worth = ejection.urgency[work] * (0.3 + random.unit())
    let weight = board.start[work] < day ? Self.earlyWeight * worth : worth
    guard weight < least else { return }
    least = weight
    victim = work
  }

  /// What began before the day to clear stays rather than goes, unless others are worth more than this many times as much.
  private static var earlyWeight: Double { 2 }
  /// With more ejected than this in a round, nothing good comes of it.
  private static var ejectedMax: Int { 40 }

  // MARK: Finding other places

  /// Places what is queued, smallest key first, each as early as it fits; what a work is late for goes into the queue.
  private mutating func placeQueued() -> Bool {
    while true {
      var next: Int?
      for index in ejection.queue.indices {
        let work = ejection.queue[index]
        guard ejection.isQueued[work], board.waiting[work] == 0 else { continue }
        if let best = next, ejection.key[ejection.queue[best]] <= ejection.key[work] { continue }
        next = index
      }
      guard let next else { return takeOffRest() }
      let work = ejection.queue[next]
      dequeue(next)
      let initiative = board.instance.works.initiative[work]
      let options = board.instance.optionRange(work)
      let isOpen = options.count == 1 || random.below(4) > 0
      board.choice[work] = isOpen ? -1 : options.lowerBound + Int32(random.below(options.count))
      if !board.isShutOut(initiative), let spot = board.bestSpot(work) {
        put(work, option: spot.option, start: spot.start)
        guard ejection.ejectedCount < Self.ejectedMax else { return false }
      } else if !takeOff(initiative) {
        return false
      }
    }
  }

  /// What still waits for something that has no place is not done.
  private mutating func takeOffRest() -> Bool {
    while let work = ejection.queue.popLast() {
      guard ejection.isQueued[work] else { continue }
      ejection.isQueued[work] = false
      guard takeOff(board.instance.works.initiative[work]) else { return false }
    }
    return true
  }

  /// Puts a work on the board and ejects what now starts too early behind it.
  private mutating func put(_ work: Int32, option: Int32, start: Int32) {
    ejection.note(work, board)
    board.place(
      work, option: option, start: start, finish: board.instance.finishDay(option, from: start))
    for place in board.instance.links.outgoing.range(work) {
      ejectIfEarly(board.instance.links.outgoing[place], key: ejection.key[work])
    }
    let initiative = board.instance.works.initiative[work]
    for place in board.instance.links.afterInitiative.range(initiative) {
      ejectIfEarly(board.instance.links.afterInitiative[place], key: ejection.key[work])
    }
    for place in board.instance.milestones.ofWork.range(work) {
      let milestone = board.instance.milestones.ofWork[place].milestone
      for link in board.instance.links.afterMilestone.range(milestone) {
        ejectIfEarly(board.instance.links.afterMilestone[link], key: ejection.key[work])
      }
    }
  }

  private mutating func ejectIfEarly(_ work: Int32, key: Double) {
    guard board.isPlaced(work), board.waiting[work] == 0, board.start[work] < board.readyDay(work)
    else { return }
    eject(work, isQueued: true)
    ejection.key[work] = key
  }

  private mutating func eject(_ work: Int32, isQueued: Bool) {
    ejection.note(work, board)
    board.unplace(work)
    ejection.ejectedCount += 1
    if isQueued { enqueue(work, key: random.unit()) }
  }

  private mutating func enqueue(_ work: Int32, key: Double) {
    ejection.isQueued[work] = true
    ejection.key[work] = key
    ejection.queue.append(work)
  }

  private mutating func dequeue(_ index: Int) {
    ejection.isQueued[ejection.queue[index]] = false
    let last = ejection.queue.removeLast()
    if index < ejection.queue.count { ejection.queue[index] = last }
  }

  // MARK: Giving up

  /// Takes an initiative off the board with all that needs it.
  ///
  /// - Returns: Whether it may be left undone.
  private mutating func takeOff(_ initiative: Int32) -> Bool {
    guard !board.heads.mustBeDone[initiative] else { return false }
    for work in board.instance.initiatives.workRange(initiative) {
      guard board.instance.works.fixed[work] < 0 else { return false }
      ejection.isQueued[work] = false
      guard board.isPlaced(Int32(work)) else { continue }
      eject(Int32(work), isQueued: false)
    }
    for place in board.instance.links.successors.range(initiative) {
      let waiting = board.instance.links.successors[place]
      guard board.placedWorks[waiting] > 0 || isQueued(waiting) else { continue }
      guard takeOff(waiting) else { return false }
    }
    return true
  }

  private func isQueued(_ initiative: Int32) -> Bool {
    for work in board.instance.initiatives.workRange(initiative) where ejection.isQueued[work] {
      return true
    }
    return false
  }

  /// Whether what was touched starts within its window; what has to be done is late rather than not done.
  private func windowsHold() -> Bool {
    for index in ejection.touched.members.indices {
      let initiative = ejection.touched.members[index]
      guard board.instance.initiatives.windowLast[initiative] < board.instance.dayCount,
        !board.heads.mustBeDone[initiative], board.isDone(initiative)
      else { continue }
      guard board.firstStart(of: initiative) <= board.instance.initiatives.windowLast[initiative]
      else { return false }
    }
    return true
  }
}
