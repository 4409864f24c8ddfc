/// What a day of each initiative is worth and how much of the teams it takes: what lists are ordered by.
struct Urgency {
  /// Cost of delay a day, averaged from the earliest finish to being left undone, with its share of its goals'.
  private(set) var rate: [Double]
  /// Days of a whole team that it takes, summed over its teams.
  private(set) var load: [Double]
  /// The best rate for load of any group of initiatives that needs this one: its own with all that comes before it, or that
  /// of something it enables (Sidney 1975, for chains; here a heuristic).
  private(set) var inherited: [Double]

  /// Beyond this many initiatives, groups are not gathered, which takes a walk for each.
  private static let groupsMax = 3_000

  init(_ instance: borrowing Instance, _ heads: borrowing Heads) {
    rate = Array(repeating: 0, count: instance.initiativeCount)
    load = rate
    inherited = rate
    let capacities = Self.meanCapacities(instance)
    for initiative in 0..<instance.initiativeCount where instance.hasWorks(Int32(initiative)) {
      rate[initiative] = Self.rate(Int32(initiative), instance, heads)
      load[initiative] = Self.load(Int32(initiative), instance, heads, capacities)
      inherited[initiative] = rate[initiative] / load[initiative]
    }
    guard instance.initiativeCount <= Self.groupsMax else { return }
    inherit(instance)
  }

  private static func meanCapacities(_ instance: borrowing Instance) -> [Double] {
    let days = Int(instance.dayCount)
    var means: [Double] = []
    for resource in 0..<instance.resourceCount {
      var sum = 0.0
      for day in 0..<days { sum += Double(instance.capacity[resource * days + day]) }
      means.append(max(1, sum / Double(max(days, 1))))
    }
    return means
  }

  private static func rate(
    _ initiative: Int32, _ instance: borrowing Instance, _ heads: borrowing Heads
  ) -> Double {
    let first = heads.initiativeFinish[initiative]
    guard first < instance.dayCount else { return 0 }
    let days = Double(instance.dayCount - first)
    var rise =
      Double(instance.initiatives.undoneCost[initiative])
      - Double(instance.cost(initiative, finish: first))
    for place in instance.goalsOfInitiative.range(initiative) {
      let goal = instance.goalsOfInitiative[place]
      let members = Double(max(1, instance.goals.members.range(goal).count))
      let goalRise =
        Double(instance.goals.undoneCost[goal]) - Double(instance.cost(ofGoal: goal, finish: first))
      rise += goalRise / members
    }
    return rise / days
  }

  private static func load(
    _ initiative: Int32, _ instance: borrowing Instance, _ heads: borrowing Heads,
    _ capacities: [Double]
  ) -> Double {
    var load = 0.01
    for work in instance.initiatives.workRange(initiative) where instance.works.fixed[work] < 0 {
      var least = Double(instance.dayCount)
      for option in instance.optionRange(Int32(work)) {
        let day = instance.startDay(option, from: min(heads.start[work], instance.dayCount))
        guard day < instance.dayCount else { continue }
        let days = Double(instance.finishDay(option, from: day) - day + 1)
        var taken = 0.0
        for place in instance.options.demands.range(option) {
          let demand = instance.options.demands[place]
          taken += days * Double(demand.tenths) / capacities[Int(demand.resource)]
        }
        least = min(least, taken)
      }
      load += least
    }
    return load
  }

  private mutating func inherit(_ instance: borrowing Instance) {
    var stamp = [Int32](repeating: -1, count: instance.initiativeCount)
    var group: [Int32] = []
    for initiative in 0..<Int32(instance.initiativeCount) where instance.hasWorks(initiative) {
      group.removeAll(keepingCapacity: true)
      gather(initiative, instance, stampedBy: initiative, &stamp, &group)
      var value = 0.0
      var taken = 0.0
      for member in group {
        value += rate[Int(member)]
        taken += load[Int(member)]
      }
      for member in group where value / max(taken, 0.01) > inherited[Int(member)] {
        inherited[Int(member)] = value / max(taken, 0.01)
      }
    }
  }

  /// An initiative and everything that has to be done before it.
  private func gather(
    _ initiative: Int32, _ instance: borrowing Instance, stampedBy stampValue: Int32,
    _ stamp: inout [Int32], _ group: inout [Int32]
  ) {
    var open = [initiative]
    stamp[Int(initiative)] = stampValue
    while let next = open.popLast() {
      group.append(next)
      for place in instance.links.predecessors.range(next) {
        let before = instance.links.predecessors[place]
        guard stamp[Int(before)] != stampValue else { continue }
        stamp[Int(before)] = stampValue
        open.append(before)
      }
    }
  }
}
