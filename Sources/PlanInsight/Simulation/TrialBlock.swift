internal import PlanModel

/// A number of trials run side by side: for each work a row of days, one a trial.
///
/// All that a run writes is here; rows are trials of one work, so the inner loops go along memory.
struct TrialBlock: ~Copyable {
  /// Trials that run side by side; a multiple of what a random block yields.
  static let width = 64

  /// Rows by position in the network.
  private let starts: UnsafeMutablePointer<Int32>
  private let finishes: UnsafeMutablePointer<Int32>
  /// Position of the work that a work waited for last; −1 for none.
  private let holders: UnsafeMutablePointer<Int32>
  /// Rows by position: the day from which the work is given up.
  ///
  /// `Int32.max` for what is not; no rows where no gate may close.
  private let givenUp: UnsafeMutablePointer<Int32>?
  /// Rows by team, and behind those by reference class: by how much more effort everything takes.
  private let factors: UnsafeMutablePointer<Double>
  /// Rows by number of `Arrivals`: the day it comes.
  private let arrivals: UnsafeMutablePointer<Int32>
  private let needed: UnsafeMutablePointer<Int64>
  /// Rows by position: what a head had to deliver, kept for milestones.
  private let efforts: UnsafeMutablePointer<Int64>
  private let minutes: UnsafeMutablePointer<Double>
  private let added: UnsafeMutablePointer<Double>
  private let uniform: UnsafeMutablePointer<UInt32>
  private let other: UnsafeMutablePointer<UInt32>
  /// By trial: when something happens that a work waits for, and the position of the work by which it does.
  private let happens: UnsafeMutablePointer<Int32>
  private let by: UnsafeMutablePointer<Int32>
  /// By trial: the first day on which it may happen, and what is delivered by some day.
  private let low: UnsafeMutablePointer<Int32>
  private let sums: UnsafeMutablePointer<Int64>

  /// - Parameters:
  ///   - network: What it runs through.
  ///   - factors: How many teams and classes have a pace.
  ///   - arrivals: How many things come from outside.
  ///   - mayStop: Whether a gate may end something.
  init(_ network: borrowing TrialNetwork, factors: Int, arrivals: Int, mayStop: Bool = false) {
    let works = max(1, network.works.capacity, network.positions.count)
    starts = Self.rows(works, of: 0)
    finishes = Self.rows(works, of: 0)
    holders = Self.rows(works, of: -1)
    efforts = Self.rows(works, of: 1)
    givenUp = mayStop ? Self.rows(works, of: .max) : nil
    self.factors = Self.rows(max(1, factors), of: 1)
    self.arrivals = Self.rows(max(1, arrivals), of: 0)
    needed = Self.rows(1, of: 0)
    minutes = Self.rows(1, of: 0)
    added = Self.rows(1, of: 0)
    uniform = Self.rows(1, of: 0)
    other = Self.rows(1, of: 0)
    happens = Self.rows(1, of: 0)
    by = Self.rows(1, of: -1)
    low = Self.rows(1, of: 0)
    sums = Self.rows(1, of: 0)
  }

  private static func rows<Value>(_ count: Int, of value: Value) -> UnsafeMutablePointer<Value> {
    let rows = UnsafeMutablePointer<Value>.allocate(capacity: count * width)
    rows.initialize(repeating: value, count: count * width)
    return rows
  }

  deinit {
    starts.deallocate()
    finishes.deallocate()
    holders.deallocate()
    efforts.deallocate()
    givenUp?.deallocate()
    factors.deallocate()
    arrivals.deallocate()
    needed.deallocate()
    minutes.deallocate()
    added.deallocate()
    uniform.deallocate()
    other.deallocate()
    happens.deallocate()
    by.deallocate()
    low.deallocate()
    sums.deallocate()
  }

  /// Runs the trials `first ..< first + width`.
  ///
  /// - Complexity: O(width × (works + arcs + links)).
  mutating func run(
    from first: Int, _ network: borrowing TrialNetwork, _ uncertainty: borrowing Uncertainty,
    _ slips: borrowing Arrivals
  ) {
    drawPaces(first, uncertainty)
    drawArrivals(first, network, uncertainty, slips)
    for position in network.works.indices {
      drawEffort(position, first, network, uncertainty)
      place(position, network)
      if givenUp != nil { stop(position, first, network, uncertainty) }
    }
  }

  /// Places one work, with the same effort and arrivals in every trial.
  mutating func run(
    _ position: Int, in network: borrowing TrialNetwork, arrivals days: [Int32], needed units: Int64
  ) {
    for (external, day) in days.enumerated() {
      (arrivals + external * Self.width).update(repeating: day, count: Self.width)
    }
    needed.update(repeating: units, count: Self.width)
    place(position, network)
  }

  func start(ofFirst position: Int) -> Int32 { starts[position * Self.width] }

  /// Whether a gate may end something.
  @inline(__always) var mayStop: Bool { givenUp != nil }

  /// The days on which a work starts, a trial after the other.
  @inline(__always) func starts(_ position: Int) -> UnsafePointer<Int32> {
    UnsafePointer(starts + position * Self.width)
  }

  @inline(__always) func finishes(_ position: Int) -> UnsafePointer<Int32> {
    UnsafePointer(finishes + position * Self.width)
  }

  @inline(__always) func start(_ position: Int, _ trial: Int) -> Int32 {
    starts[position * Self.width + trial]
  }

  @inline(__always) func finish(_ position: Int, _ trial: Int) -> Int32 {
    finishes[position * Self.width + trial]
  }

  @inline(__always) func holder(_ position: Int, _ trial: Int) -> Int32 {
    holders[position * Self.width + trial]
  }

  /// Whether a gate has ended the work before it is done.
  @inline(__always) func isGivenUp(_ position: Int, _ trial: Int) -> Bool {
    givenUpFrom(position, trial) < .max
  }

  /// The day from which nobody works on it any more; −1 where it never starts.
  @inline(__always) func givenUpFrom(_ position: Int, _ trial: Int) -> Int32 {
    givenUp.map { $0[position * Self.width + trial] } ?? .max
  }

  /// The day on which money is lost, by trial; `Int32.max` where it is not.
  ///
  /// The day is as likely to be any of its stretch.
  func drawStrike(
    _ strike: Losses.Strike, _ first: Int, _ uncertainty: borrowing Uncertainty,
    _ body: (_ trial: Int, _ day: Int32) -> Void
  ) {
    draw(uncertainty.inputs[Int(strike.input)], first, into: uniform)
    for trial in 0..<Self.width {
      let number = UInt64(uniform[trial])
      guard number < strike.chance else { continue }
      body(trial, strike.first + Int32(number * UInt64(strike.days) / strike.chance))
    }
  }

  // MARK: Drawing

  /// One uniform number a trial.
  @inline(__always) private func draw(
    _ input: borrowing Uncertainty.Input, _ first: Int, into row: UnsafeMutablePointer<UInt32>
  ) {
    for group in 0..<Self.width / 4 {
      let four = input.random.block(UInt32(truncatingIfNeeded: first / 4 + group))
      for lane in 0..<4 { row[group * 4 + lane] = four[lane] }
    }
  }

  private func drawPaces(_ first: Int, _ uncertainty: borrowing Uncertainty) {
    for place in uncertainty.paces.indices {
      let row = factors + place * Self.width
      row.update(repeating: 1, count: Self.width)
      for input in [uncertainty.paces[place], uncertainty.availabilities[place]] where input >= 0 {
        multiply(row, by: uncertainty.inputs[Int(input)], first)
      }
    }
  }

  private func multiply(
    _ row: UnsafeMutablePointer<Double>, by input: borrowing Uncertainty.Input, _ first: Int
  ) {
    draw(input, first, into: uniform)
    switch input.draw {
    case .table(let table):
      table.values(at: uniform, into: minutes, count: Self.width)
      for trial in 0..<Self.width { row[trial] *= minutes[trial] }
    case .oneOf(let values):
      let count = UInt64(values.count)
      for trial in 0..<Self.width {
        row[trial] *= values[Int((UInt64(uniform[trial]) &* count) >> 32)]
      }
    case .strikes, .below: break
    }
  }

  private func drawArrivals(
    _ first: Int, _ network: borrowing TrialNetwork, _ uncertainty: borrowing Uncertainty,
    _ slips: borrowing Arrivals
  ) {
    for number in uncertainty.slips.indices {
      let row = arrivals + number * Self.width
      let input = uncertainty.slips[number]
      guard input >= 0 else {
        row.update(repeating: slips.expected[number], count: Self.width)
        continue
      }
      draw(uncertainty.inputs[Int(input)], first, into: uniform)
      switch uncertainty.inputs[Int(input)].draw {
      case .table(let table):
        for trial in 0..<Self.width {
          let days = table.value(at: uniform[trial]).rounded()
          row[trial] = slips.day(number, beyondLeast: Int(days))
        }
      case .below(let count):
        for trial in 0..<Self.width {
          let days = (UInt64(uniform[trial]) * UInt64(count)) >> 32
          row[trial] = slips.day(number, beyondLeast: Int(days))
        }
      case .strikes, .oneOf: row.update(repeating: slips.expected[number], count: Self.width)
      }
      if let fallback = uncertainty.fallbacks[number] {
        take(fallback, row, first, network, uncertainty)
      }
    }
  }

  /// What has not come by the day of the fallback is done without, if that is sooner.
  private func take(
    _ fallback: Uncertainty.Fallback, _ row: UnsafeMutablePointer<Int32>, _ first: Int,
    _ network: borrowing TrialNetwork, _ uncertainty: borrowing Uncertainty
  ) {
    minutes.update(repeating: fallback.known, count: Self.width)
    if fallback.input >= 0,
      case .table(let table) = uncertainty.inputs[Int(fallback.input)].draw
    {
      draw(uncertainty.inputs[Int(fallback.input)], first, into: uniform)
      table.values(at: uniform, into: minutes, count: Self.width)
    }
    let units = 1_000_000.0 / Double(Effort.minutesPerPersonDay)
    let factors = factors + Int(fallback.team) * Self.width
    let days = network.tables.days
    let profile = network.tables.profiles[Int(fallback.profile)]
    let start = min(profile.workingDay(from: fallback.from), days - 1)
    for trial in 0..<Self.width where row[trial] > fallback.from {
      let done = profile.finish(
        from: start, needed: wholeUnits(minutes[trial] * factors[trial] * units))
      row[trial] = min(row[trial], done)
    }
  }

  private func drawEffort(
    _ position: Int, _ first: Int, _ network: borrowing TrialNetwork,
    _ uncertainty: borrowing Uncertainty
  ) {
    let effort = uncertainty.efforts[position]
    guard effort.varies else {
      needed.update(repeating: network.works[position].needed, count: Self.width)
      return
    }
    minutes.update(repeating: effort.known, count: Self.width)
    if effort.estimate >= 0,
      case .table(let table) = uncertainty.inputs[Int(effort.estimate)].draw
    {
      draw(uncertainty.inputs[Int(effort.estimate)], first, into: uniform)
      table.values(at: uniform, into: minutes, count: Self.width)
    }
    for risk in effort.risks { add(risk, first, uncertainty) }
    if effort.referenceClass >= 0 {
      let factors = factors + Int(effort.referenceClass) * Self.width
      for trial in 0..<Self.width { minutes[trial] *= factors[trial] }
    }
    let factors = factors + Int(effort.team) * Self.width
    let scale = effort.left * effort.unitsPerMinute
    for trial in 0..<Self.width {
      needed[trial] = wholeUnits(minutes[trial] * factors[trial] * scale)
    }
  }

  private func add(
    _ risk: (strikes: Int32, damage: Int32), _ first: Int, _ uncertainty: borrowing Uncertainty
  ) {
    guard case .strikes(let chance, _) = uncertainty.inputs[Int(risk.strikes)].draw,
      case .table(let table) = uncertainty.inputs[Int(risk.damage)].draw
    else { return }
    draw(uncertainty.inputs[Int(risk.strikes)], first, into: uniform)
    draw(uncertainty.inputs[Int(risk.damage)], first, into: other)
    table.values(at: other, into: added, count: Self.width)
    for trial in 0..<Self.width where UInt64(uniform[trial]) < chance {
      minutes[trial] += added[trial]
    }
  }

  // MARK: Placing

  private func place(_ position: Int, _ network: borrowing TrialNetwork) {
    let work = network.works[position]
    let row = position * Self.width
    let starts = starts + row
    let holders = holders + row
    starts.update(repeating: work.release, count: Self.width)
    holders.update(repeating: -1, count: Self.width)
    for index in work.waits {
      let wait = network.waits[index]
      let days = arrivals + Int(wait.arrival) * Self.width
      for trial in 0..<Self.width {
        starts[trial] = max(starts[trial], wait.start(arriving: days[trial]))
      }
    }
    for index in work.arcs {
      let from = network.arcs[index]
      let former = finishes + Int(from) * Self.width
      for trial in 0..<Self.width where former[trial] >= starts[trial] {
        starts[trial] = former[trial] + 1
        holders[trial] = from
      }
    }
    for index in work.links { wait(for: network.links[index], starts, holders, network) }
    let finishes = finishes + row
    let efforts = efforts + row
    let last = network.tables.days - 1
    // A copy once and not a look at shared memory for each trial.
    let profile = network.tables.profiles[Int(work.profile)]
    for trial in 0..<Self.width {
      efforts[trial] = needed[trial]
      let start = profile.workingDay(from: min(starts[trial], last))
      starts[trial] = start
      finishes[trial] = profile.finish(from: start, needed: needed[trial])
    }
    guard !work.freezes.isEmpty else { return }
    for trial in 0..<Self.width {
      while starts[trial] < last,
        work.freezes.contains(where: {
          network.freezes[Int($0)].rulesOut(start: starts[trial], finish: finishes[trial])
        })
      {
        starts[trial] = profile.workingDay(from: starts[trial] + 1)
        finishes[trial] = profile.finish(from: starts[trial], needed: needed[trial])
      }
    }
  }

  // MARK: Stopping

  /// Gives up what a closed gate ends, and what waits for something that never happens.
  private func stop(
    _ position: Int, _ first: Int, _ network: borrowing TrialNetwork,
    _ uncertainty: borrowing Uncertainty
  ) {
    guard let row = givenUp.map({ $0 + position * Self.width }) else { return }
    row.update(repeating: .max, count: Self.width)
    let work = network.works[position]
    for stop in uncertainty.stops.byInitiative[Int(work.initiative)] {
      guard case .strikes(let chance, _) = uncertainty.inputs[Int(stop.input)].draw else {
        continue
      }
      draw(uncertainty.inputs[Int(stop.input)], first, into: uniform)
      for trial in 0..<Self.width
      where UInt64(uniform[trial]) < chance && finish(position, trial) > stop.day {
        row[trial] = min(row[trial], start(position, trial) > stop.day ? -1 : stop.day)
      }
    }
    for index in work.links {
      let link = network.links[index]
      if case .milestone(let index) = link.anchor { reach(network.milestones[Int(index)], network) }
      for trial in 0..<Self.width where neverHappens(link.anchor, trial, network) {
        row[trial] = -1
      }
    }
  }

  /// Of a milestone, `reach` says when it would.
  private func neverHappens(
    _ anchor: Problem.Anchor, _ trial: Int, _ network: borrowing TrialNetwork
  ) -> Bool {
    switch anchor {
    case .finish(let from): return isGivenUp(Int(from), trial)
    case .start(let from): return start(Int(from), trial) > givenUpFrom(Int(from), trial)
    case .initiativeStart(let initiative):
      return network.members[Int(initiative)].allSatisfy {
        start(Int($0), trial) > givenUpFrom(Int($0), trial)
      }
    case .milestone(let index):
      let milestone = network.milestones[Int(index)]
      let ends = milestone.works.map { givenUpFrom(Int($0), trial) }
      guard let end = ends.min(), end < .max else { return false }
      return happens[trial] > end
    }
  }

  private func wait(
    for link: TrialNetwork.Link, _ starts: UnsafeMutablePointer<Int32>,
    _ holders: UnsafeMutablePointer<Int32>, _ network: borrowing TrialNetwork
  ) {
    var days = UnsafePointer(happens)
    switch link.anchor {
    case .finish(let from):
      days = finishes(Int(from))
      by.update(repeating: from, count: Self.width)
    case .start(let from):
      days = self.starts(Int(from))
      by.update(repeating: from, count: Self.width)
    case .initiativeStart(let initiative): begin(network.members[Int(initiative)])
    case .milestone(let index): reach(network.milestones[Int(index)], network)
    }
    let lag = network.tables.lags[Int(link.lag)]
    for trial in 0..<Self.width {
      let day = lag[Int(days[trial])]
      if day > starts[trial] {
        starts[trial] = day
        holders[trial] = by[trial]
      }
    }
  }

  /// Notes when the first of some works starts.
  private func begin(_ positions: [Int32]) {
    happens.update(repeating: positions.isEmpty ? 0 : .max, count: Self.width)
    by.update(repeating: -1, count: Self.width)
    for position in positions {
      let row = starts(Int(position))
      for trial in 0..<Self.width where row[trial] < happens[trial] {
        happens[trial] = row[trial]
        by[trial] = position
      }
    }
  }

  /// Notes when a milestone is reached, halving for all trials at once where that may be.
  ///
  /// - Complexity: O(width × works of the milestone × log days).
  private func reach(_ milestone: TrialNetwork.Milestone, _ network: borrowing TrialNetwork) {
    low.update(repeating: .max, count: Self.width)
    happens.update(repeating: -1, count: Self.width)
    by.update(repeating: -1, count: Self.width)
    for position in milestone.works {
      let (first, last) = (starts(Int(position)), finishes(Int(position)))
      for trial in 0..<Self.width {
        low[trial] = min(low[trial], first[trial])
        guard last[trial] > happens[trial] else { continue }
        happens[trial] = last[trial]
        by[trial] = position
      }
    }
    while (0..<Self.width).contains(where: { low[$0] < happens[$0] }) {
      sums.update(repeating: 0, count: Self.width)
      for slot in milestone.works.indices { deliver(slot, of: milestone, network) }
      for trial in 0..<Self.width where low[trial] < happens[trial] {
        let middle = (low[trial] + happens[trial]) / 2
        if sums[trial] >= milestone.needed {
          happens[trial] = middle
        } else {
          low[trial] = middle + 1
        }
      }
    }
  }

  /// Adds what one of the works of a milestone has delivered by the middle of where it may be reached.
  private func deliver(
    _ slot: Int, of milestone: TrialNetwork.Milestone, _ network: borrowing TrialNetwork
  ) {
    let position = Int(milestone.works[slot])
    let (first, last) = (starts(position), finishes(position))
    let efforts = efforts + position * Self.width
    let work = network.works[position]
    let planned = Double(work.needed)
    let profile = network.tables.profiles[Int(work.profile)]
    let (total, credit) = (milestone.totals[slot], milestone.credits[slot])
    for trial in 0..<Self.width where low[trial] < happens[trial] {
      let day = (low[trial] + happens[trial]) / 2
      guard first[trial] <= day else { continue }
      let perHead = profile.delivered(from: first[trial], through: min(day, last[trial]))
      // As much of the planned effort as the share of its own that is done.
      let ratio = planned / Double(max(1, efforts[trial]))
      let done = Int64((Double(perHead) * ratio).rounded(.down))
      sums[trial] = sums[trial].addingClamped(min(total, done.multipliedClamped(by: credit)))
    }
  }
}

/// At least 1, as in the problem; beyond what any table holds it makes no difference.
@inline(__always) private func wholeUnits(_ units: Double) -> Int64 {
  let most = min(max(units, 1), 1e17)
  let cut = Int64(most)
  return Double(cut) < most ? cut + 1 : cut
}
