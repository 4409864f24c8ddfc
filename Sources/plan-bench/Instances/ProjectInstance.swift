internal import PlanModel

/// A single-mode project of PSPLIB (Kolisch & Sprecher 1996): activities with durations, precedence and four renewable
/// resources, to be finished as early as possible.
package struct ProjectInstance {
  let name: String
  let capacities: [Int32]
  /// With the dummy first and last one, numbered from 0.
  private(set) var activities: [Activity]

  struct Activity {
    var successors: [Int] = []
    var duration = 0
    var demands: [Int32] = []
  }

  /// - Throws: `FormatError` when the text is no such file.
  package init(name: String, text: String) throws {
    self.name = name
    var lines = text.split(separator: "\n", omittingEmptySubsequences: true)[...]
    func numbers(_ line: Substring) -> [Int] {
      line.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    }
    func skip(past title: String) throws {
      guard let place = lines.firstIndex(where: { $0.hasPrefix(title) }) else {
        throw FormatError(what: "\(name): no line `\(title)`")
      }
      lines = lines[(place + 1)...]
    }
    try skip(past: "PRECEDENCE RELATIONS")
    lines = lines.dropFirst()
    var read: [Activity] = []
    while let line = lines.first, !line.hasPrefix("*") {
      let fields = numbers(line)
      guard fields.count >= 3, fields.count == 3 + fields[2], fields[0] == read.count + 1 else {
        throw FormatError(what: "\(name): cannot read `\(line)`")
      }
      read.append(Activity(successors: fields[3...].map { $0 - 1 }))
      lines = lines.dropFirst()
    }
    try skip(past: "REQUESTS/DURATIONS")
    lines = lines.dropFirst(2)
    for index in read.indices {
      let fields = lines.first.map(numbers) ?? []
      guard fields.count > 3, fields[0] == index + 1, fields[2] >= 0 else {
        throw FormatError(what: "\(name): no duration of activity \(index + 1)")
      }
      read[index].duration = fields[2]
      read[index].demands = fields[3...].map { Int32(clamping: $0) }
      lines = lines.dropFirst()
    }
    try skip(past: "RESOURCEAVAILABILITIES")
    capacities = (lines.dropFirst().first.map(numbers) ?? []).map { Int32(clamping: $0) }
    activities = read
    let isWhole = read.allSatisfy { activity in
      activity.demands.count == capacities.count
        && activity.successors.allSatisfy { read.indices.contains($0) }
    }
    guard !read.isEmpty, !capacities.isEmpty, isWhole else {
      throw FormatError(what: "\(name): activities and resources do not fit together")
    }
    let duration = read.reduce(0) { $0 + min($1.duration, Self.periodsMax) }
    guard duration < Self.periodsMax else {
      throw FormatError(what: "\(name): all activities take more than \(Self.periodsMax) periods")
    }
    guard
      read.allSatisfy({ $0.demands.allSatisfy { (0...Self.unitsMax).contains($0) } }),
      capacities.allSatisfy({ (0...Self.unitsMax).contains($0) })
    else { throw FormatError(what: "\(name): a demand or a resource that cannot be") }
    try refuseCircles()
  }

  /// The tables have a value for each period; the largest instances known take about 1,500.
  private static let periodsMax = 100_000
  private static let unitsMax: Int32 = 1_000_000

  /// Leaves out what waits for nothing until nothing is left (Kahn 1962).
  private func refuseCircles() throws {
    var open = [Int](repeating: 0, count: activities.count)
    for activity in activities { for next in activity.successors { open[next] += 1 } }
    var ready = activities.indices.filter { open[$0] == 0 }
    var done = 0
    while let index = ready.popLast() {
      done += 1
      for next in activities[index].successors {
        open[next] -= 1
        if open[next] == 0 { ready.append(next) }
      }
    }
    guard done == activities.count else {
      throw FormatError(what: "\(name): activities wait for each other in a circle")
    }
  }

  package func instance() -> Instance {
    Instance(
      name: name, problem: problem(), evaluate: evaluate,
      // The day on which the last activity ends counts from 0 in the solver.
      objective: { $0 + 1 })
  }

  /// Activities that take time, in the problem's order; the dummies only pass precedence on.
  private var real: [Int] { activities.indices.filter { activities[$0].duration > 0 } }

  /// One initiative of all activities, which costs a unit for every period it takes.
  private func problem() -> Problem {
    let periods = max(1, activities.reduce(0) { $0 + $1.duration })
    var problem = Problem(periods: periods)
    problem.resources = capacities.enumerated().map { index, capacity in
      Problem.Resource(
        name: "R\(index + 1)", capacity: Array(repeating: capacity, count: periods))
    }
    var number = [Int32?](repeating: nil, count: activities.count)
    for index in real {
      number[index] = Int32(problem.works.count)
      let demands = activities[index].demands.enumerated().filter { $0.element > 0 }.map {
        Problem.Demand(resource: Int32($0.offset), tenths: $0.element)
      }
      problem.works.append(
        Problem.Work(
          initiative: 0, wip: -1,
          options: [Problem.Option(periods: activities[index].duration, demands: demands)],
          earliestStart: 0))
    }
    for index in real {
      for successor in realSuccessors(of: index) {
        guard let from = number[index], let to = number[successor] else { continue }
        problem.links.append(Problem.Link(from: .finish(work: from), lag: 0, to: to))
      }
    }
    problem.initiatives = [
      Problem.Initiative(
        works: 0..<Int32(problem.works.count), selection: .required,
        cost: CostRow(0..<Int64(periods)), undoneCost: Int64(periods))
    ]
    return problem
  }

  /// What has to wait, through activities of no duration.
  private func realSuccessors(of index: Int) -> [Int] {
    var found: [Int] = []
    var pending = activities[index].successors
    while let next = pending.popLast() {
      if activities[next].duration > 0 {
        if !found.contains(next) { found.append(next) }
      } else {
        pending += activities[next].successors
      }
    }
    return found.sorted()
  }

  /// The makespan, every rule of the format checked.
  private func evaluate(_ schedule: Schedule) throws -> Int64 {
    var starts = [Int](repeating: 0, count: activities.count)
    for (index, placement) in zip(real, schedule.placements) {
      guard let placement else {
        throw WrongResult(instance: name, what: "leaves activity \(index + 1) out")
      }
      starts[index] = Int(placement.start)
    }
    for index in real {
      for successor in realSuccessors(of: index)
      where starts[index] + activities[index].duration > starts[successor] {
        throw WrongResult(
          instance: name, what: "starts activity \(successor + 1) before \(index + 1) ends")
      }
    }
    let makespan = real.map { starts[$0] + activities[$0].duration }.max() ?? 0
    for (resource, capacity) in capacities.enumerated() {
      var used = [Int32](repeating: 0, count: makespan)
      for index in real {
        for period in starts[index]..<starts[index] + activities[index].duration {
          used[period] += activities[index].demands[resource]
        }
      }
      if used.contains(where: { $0 > capacity }) {
        throw WrongResult(instance: name, what: "overloads R\(resource + 1)")
      }
    }
    return Int64(makespan)
  }
}
