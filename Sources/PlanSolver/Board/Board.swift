internal import PlanModel

/// A schedule being built: what is placed, what capacity is left, and the list it is built from.
///
/// One noncopyable struct holds all that the search writes, so that nothing is allocated, retained or checked for
/// exclusive access in its loops.
struct Board: ~Copyable {
  /// Keeps what the two pointers point to.
  let compiled: CompiledProblem
  let instancePointer: UnsafeMutablePointer<Instance>
  private let headsPointer: UnsafeMutablePointer<Heads>

  var instance: Instance {
    @inline(__always) _read { yield instancePointer.pointee }
  }

  var heads: Heads {
    @inline(__always) _read { yield headsPointer.pointee }
  }

  /// Tenths of a head left, one row of days a resource; below zero where running work holds more than there is.
  var residual: Table<Int32>
  /// Initiatives running by limit and day.
  var running: Table<Int32>
  /// Works running by day, for pairs of initiative and limit that have several.
  var runningWorks: Table<Int32>

  /// Start of each work, −1 while it is not placed.
  var start: Table<Int32>
  var finish: Table<Int32>
  /// The staffing a placed work has, an index into the instance's options.
  var option: Table<Int32>
  /// Links into each work whose anchor has not happened yet.
  var waiting: Table<Int32>
  var placedWorks: Table<Int32>
  /// What the placed works of each milestone deliver in all.
  var promised: Table<Int64>

  /// When milestones were reached the last time somebody asked.
  var reached: ReachedDays

  /// The list: works in the order in which they are placed, running works first.
  var order: Table<Int32>
  var position: Table<Int32>
  /// The staffing that the search asks for, an index into the instance's options, or −1 for what finishes first.
  var choice: Table<Int32>
  /// The day before which the search does not let each work start, where budgets or guardrails reward waiting.
  var wait: Table<Int32>
  /// What is placed, summed for budgets and guardrails.
  var ledger: Ledger
  /// Whether what is being placed may cost more than budgets allow.
  var ignoresBudgets = false
  /// Initiatives that the search leaves undone.
  var isExcluded: Table<Bool>
  /// How many works of the list were placed by the last decoding.
  var placedCount = 0
  /// Running works at the front of the list, which never move.
  let fixedCount: Int

  /// Of each exclusive group, the initiative that is on the board, or −1.
  var holderOfGroup: Table<Int32>

  /// Per initiative: no schedule that goes on from here finishes it earlier.
  var finishFloor: Table<Int32>
  var goalFloor: Table<Int32>
  /// Sum of the costs at those floors, or of leaving undone what failed.
  var costFloor: Int64 = 0
  /// Initiatives that could not be placed in this decoding.
  var hasFailed: Table<Bool>

  /// Counted work: a unit is about one day of one resource looked at.
  var work: Int64 = 0

  /// Works that became ready after their turn in the list had passed.
  var late: [Int32] = []

  /// What the change to the list that is being decoded has disturbed.
  var disturbance: Disturbance
  /// Where the decoding notes what it placed.
  var made: Table<Int32>
  /// Where the decoding writes the new list.
  var renewed: Table<Int32>
  /// Whether running work was taken off with an initiative that failed, so that the next decoding has to begin with it.
  var runningWorkIsOff = false

  init(_ compiled: CompiledProblem) {
    self.init(compiled, compiled.instance.pointee, compiled.heads.pointee)
  }

  private init(
    _ compiled: CompiledProblem, _ instance: borrowing Instance, _ heads: borrowing Heads
  ) {
    self.compiled = compiled
    instancePointer = compiled.instance
    headsPointer = compiled.heads
    residual = Table(repeating: 0, count: instance.capacity.count)
    residual.copy(from: instance.capacity)
    running = Table(repeating: 0, count: instance.wip.limitCount * Int(instance.dayCount))
    runningWorks = Table(repeating: 0, count: instance.wip.counterSize)
    let works = instance.workCount
    let initiatives = instance.initiativeCount
    holderOfGroup = Table(repeating: -1, count: instance.exclusives.count)
    start = Table(repeating: -1, count: works)
    finish = Table(repeating: -1, count: works)
    option = Table(repeating: -1, count: works)
    waiting = Table(
      (0..<works).map { Int32(instance.links.incoming.range($0).count) })
    placedWorks = Table(repeating: 0, count: initiatives)
    promised = Table(repeating: 0, count: instance.milestones.needed.count)
    let fixedFirst =
      (0..<works).filter { instance.works.fixed[$0] >= 0 }
      + (0..<works).filter { instance.works.fixed[$0] < 0 }
    fixedCount = (0..<works).count { instance.works.fixed[$0] >= 0 }
    order = Table(fixedFirst.map { Int32($0) })
    disturbance = Disturbance(instance)
    made = Table(repeating: 0, count: works)
    renewed = Table(repeating: 0, count: works)
    position = Table(repeating: 0, count: works)
    choice = Table(repeating: -1, count: works)
    wait = Table(repeating: 0, count: instance.rules.isEmpty ? 0 : works)
    ledger = Ledger(instance)
    reached = ReachedDays(instance)
    isExcluded = Table(repeating: false, count: initiatives)
    finishFloor = Table(repeating: -1, count: initiatives)
    goalFloor = Table(repeating: -1, count: instance.goalCount)
    hasFailed = Table(repeating: false, count: initiatives)
    for initiative in 0..<initiatives { isExcluded[initiative] = heads.cannotBeDone[initiative] }
    late.reserveCapacity(works)
    numberPositions(from: 0)
  }

  /// Makes `position` the inverse of `order` from a place on.
  mutating func numberPositions(from first: Int) {
    for place in first..<order.count { position[order[place]] = Int32(place) }
  }

  @inline(__always)
  func isPlaced(_ work: Int32) -> Bool { start[work] >= 0 }

  @inline(__always)
  func isDone(_ initiative: Int32) -> Bool {
    let works = instance.initiatives.workRange(initiative)
    return placedWorks[initiative] == Int32(works.count)
  }

  /// Notes that a work comes at another turn or is asked to be staffed otherwise.
  mutating func disturb(_ work: Int32) { disturbance.disturb(work, instancePointer.pointee) }

  // MARK: Placing

  /// Puts a work on the board; the caller has checked that it may be there.
  mutating func place(_ work: Int32, option chosen: Int32, start first: Int32, finish last: Int32) {
    start[work] = first
    finish[work] = last
    option[work] = chosen
    hold(work, chosen, first, last, sign: 1)
    let initiative = instance.works.initiative[work]
    placedWorks[initiative] += 1
    for place in instance.links.outgoing.range(work) { settle(instance.links.outgoing[place]) }
    if placedWorks[initiative] == 1 {
      takeGroup(initiative)
      for place in instance.links.afterInitiative.range(initiative) {
        settle(instance.links.afterInitiative[place])
      }
    }
    for place in instance.milestones.ofWork.range(work) {
      let share = instance.milestones.ofWork[place]
      let needed = instance.milestones.needed[share.milestone]
      let before = promised[share.milestone]
      promised[share.milestone] = before + share.total
      guard before < needed, before + share.total >= needed else { continue }
      for link in instance.links.afterMilestone.range(share.milestone) {
        settle(instance.links.afterMilestone[link])
      }
    }
    wakeModes(after: initiative)
    if instance.rules.hasBudgets { count(work, chosen, first, last, sign: 1) }
  }

  /// Takes a work off the board.
  mutating func unplace(_ work: Int32) {
    hold(work, option[work], start[work], finish[work], sign: -1)
    let first = start[work]
    start[work] = -1
    if instance.rules.hasBudgets { count(work, option[work], first, finish[work], sign: -1) }
    let initiative = instance.works.initiative[work]
    placedWorks[initiative] -= 1
    for place in instance.links.outgoing.range(work) {
      waiting[instance.links.outgoing[place]] += 1
    }
    if placedWorks[initiative] == 0 {
      leaveGroup(initiative)
      for place in instance.links.afterInitiative.range(initiative) {
        waiting[instance.links.afterInitiative[place]] += 1
      }
    }
    for place in instance.milestones.ofWork.range(work) {
      let share = instance.milestones.ofWork[place]
      let needed = instance.milestones.needed[share.milestone]
      let before = promised[share.milestone]
      promised[share.milestone] = before - share.total
      guard before >= needed, before - share.total < needed else { continue }
      for link in instance.links.afterMilestone.range(share.milestone) {
        waiting[instance.links.afterMilestone[link]] += 1
      }
    }
  }

  @inline(__always)
  private mutating func settle(_ work: Int32) {
    waiting[work] -= 1
    if waiting[work] == 0, isDecoding, Int(position[work]) < turn { late.append(work) }
  }

  @inline(__always)
  private mutating func hold(
    _ work: Int32, _ chosen: Int32, _ first: Int32, _ last: Int32, sign: Int32
  ) {
    let days = Int(instance.dayCount)
    for place in instance.options.demands.range(chosen) {
      let demand = instance.options.demands[place]
      let row = Int(demand.resource) &* days
      let amount = demand.tenths &* sign
      for cell in (row &+ Int(first))...(row &+ Int(last)) { residual[cell] &-= amount }
    }
    let pair = instance.works.pair[work]
    guard pair >= 0 else { return }
    let row = Int(instance.wip.limitOfPair[pair]) &* days
    let counter = instance.wip.counterRow[pair]
    guard counter >= 0 else {
      for cell in (row &+ Int(first))...(row &+ Int(last)) { running[cell] &+= sign }
      return
    }
    for day in Int(first)...Int(last) {
      let before = runningWorks[Int(counter) &+ day]
      runningWorks[Int(counter) &+ day] = before &+ sign
      // The pair counts once a day, when its first work comes and until its last one goes.
      if before == (sign > 0 ? 0 : 1) { running[row &+ day] &+= sign }
    }
  }

  // MARK: The turn of the decoding, which `settle` needs to see

  /// The place in the list that is being decoded.
  var turn = 0
  var isDecoding = false

  /// The next work that became ready late, first in the list first.
  mutating func nextLate() -> Int32? {
    guard !late.isEmpty else { return nil }
    var best = 0
    for index in late.indices where position[late[index]] < position[late[best]] { best = index }
    return late.remove(at: best)
  }

  mutating func forgetLate() { late.removeAll(keepingCapacity: true) }
}
