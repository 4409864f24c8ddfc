import PlanModel

/// The state of a search: what is placed where, and what is left of every capacity on every day.
///
/// One noncopyable struct over flat tables, so that placing and lifting a work allocates nothing.
struct Board: ~Copyable {
  let instance: Instance
  /// Capacity left, `resource × days + day`; negative where running work holds more than there is.
  private var free: Table<Int32>
  /// Initiatives running, `limit × days + day`.
  private var running: Table<Int32>
  private let demandStart: Table<Int32>
  private let demandResource: Table<Int32>
  private let demandTenths: Table<Int32>
  /// By work; −1 is not placed.
  private(set) var start: Table<Int32>
  private(set) var finish: Table<Int32>
  private(set) var option: Table<Int32>
  /// Days looked at: the unit in which searches are bounded.
  private(set) var work: Int64 = 0

  init(_ instance: Instance) {
    self.instance = instance
    let problem = instance.problem
    let days = Int(instance.days)
    free = Table(problem.resources.flatMap { $0.capacity.prefix(days) })
    running = Table(repeating: 0, count: problem.wipLimits.count * days)
    var starts: [Int32] = []
    var resources: [Int32] = []
    var tenths: [Int32] = []
    for option in problem.works.flatMap(\.options) {
      starts.append(Int32(resources.count))
      for demand in option.demands where demand.tenths > 0 {
        resources.append(demand.resource)
        tenths.append(demand.tenths)
      }
    }
    starts.append(Int32(resources.count))
    demandStart = Table(starts)
    demandResource = Table(resources)
    demandTenths = Table(tenths)
    start = Table(repeating: -1, count: problem.works.count)
    finish = Table(repeating: -1, count: problem.works.count)
    option = Table(repeating: 0, count: problem.works.count)
    placeRunningWork()
  }

  /// What runs holds its heads first, even where that is more than there are.
  private mutating func placeRunningWork() {
    for (index, work) in instance.problem.works.enumerated() {
      guard let fixed = work.fixedStart else { continue }
      let end = instance.finishTable(work: Int32(index), option: 0)[Int(fixed)]
      guard end >= fixed, end < instance.days else { continue }
      place(Int32(index), start: fixed, option: 0)
    }
  }

  /// Counts work done elsewhere.
  mutating func count(_ days: Int64) { work &+= days }

  @inline(__always)
  func isPlaced(_ work: Int32) -> Bool { start[work] >= 0 }

  /// The earliest day, from `earliest` on, on which the work fits with an option; −1 when there is none.
  mutating func earliestFit(_ work: Int32, option: Int32, from earliest: Int32) -> Int32 {
    let global = Int(instance.optionStart[Int(work)] + option)
    let table = instance.optionTable[global]
    let group = instance.problem.works[Int(work)].wip
    let demands = Int(demandStart[global])..<Int(demandStart[global + 1])
    let days = Int(instance.days)
    return instance.finishTables[Int(table)].withUnsafeBufferPointer { finishes in
      var day = Int(max(earliest, 0))
      search: while day < Int(instance.horizon) {
        let end = Int(finishes[day])
        if end < 0 {
          day += 1
          continue
        }
        if end >= days { return -1 }
        self.work &+= Int64(end - day + 1)
        // From the end: the last day that is full says where to go on.
        for demand in demands {
          let base = Int(demandResource[demand]) * days
          let needed = demandTenths[demand]
          var last = end
          while last >= day {
            if free[base + last] < needed {
              day = last + 1
              continue search
            }
            last -= 1
          }
        }
        if group >= 0, let full = lastFullDay(work, group: Int(group), from: day, through: end) {
          day = full + 1
          continue search
        }
        return Int32(day)
      }
      return -1
    }
  }

  /// The last day on which the group is at its limit without the work's own initiative.
  private func lastFullDay(_ work: Int32, group: Int, from first: Int, through last: Int) -> Int? {
    let limit = instance.problem.wipLimits[group].limit
    let base = group * Int(instance.days)
    var day = last
    while day >= first {
      if running[base + day] >= limit, !isRunning(besides: work, group: group, on: Int32(day)) {
        return day
      }
      day -= 1
    }
    return nil
  }

  /// Whether another work of the same initiative and group is placed over a day.
  @inline(__always)
  private func isRunning(besides work: Int32, group: Int, on day: Int32) -> Bool {
    let initiative = instance.problem.initiatives[Int(instance.initiativeOf[Int(work)])]
    for sibling in initiative.works where sibling != work {
      if start[sibling] >= 0, start[sibling] <= day, day <= finish[sibling],
        instance.problem.works[Int(sibling)].wip == Int32(group)
      {
        return true
      }
    }
    return false
  }

  mutating func place(_ work: Int32, start first: Int32, option chosen: Int32) {
    let last = instance.finishTable(work: work, option: chosen)[Int(first)]
    hold(work, option: chosen, from: first, through: last, sign: -1)
    start[work] = first
    finish[work] = last
    option[work] = chosen
  }

  mutating func lift(_ work: Int32) {
    let first = start[work]
    let last = finish[work]
    start[work] = -1
    finish[work] = -1
    hold(work, option: option[work], from: first, through: last, sign: 1)
  }

  private mutating func hold(
    _ work: Int32, option chosen: Int32, from first: Int32, through last: Int32, sign: Int32
  ) {
    let days = Int(instance.days)
    let global = Int(instance.optionStart[Int(work)] + chosen)
    for demand in Int(demandStart[global])..<Int(demandStart[global + 1]) {
      let base = Int(demandResource[demand]) * days
      let tenths = demandTenths[demand] &* sign
      for day in Int(first)...Int(last) { free[base + day] &+= tenths }
    }
    let group = Int(instance.problem.works[Int(work)].wip)
    guard group >= 0 else { return }
    for day in first...last where !isRunning(besides: work, group: group, on: day) {
      running[group * days + Int(day)] &-= sign
    }
  }
}
