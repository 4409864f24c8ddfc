/// Builds schedules of a project from lists: serial schedule generation (Kelley 1963; Kolisch 1996), in both directions of time.
struct ProjectDecoder: ~Copyable {
  /// Where the last list put each work, counted in its direction.
  private(set) var start: Table<Int32>
  /// The share of works that no schedule a day shorter could leave where they are.
  private(set) var criticalShare = 0.0
  /// Counted work: days and works looked at.
  private(set) var work: Int64 = 0
  /// By day and word, what is left.
  private var left: Table<UInt64>
  /// What there is, from the last day of the best schedule back.
  private var mirrored: Table<UInt64>
  private var firstOfDay: Table<Int32>

  init(_ project: borrowing Project) {
    start = Table(repeating: 0, count: project.workCount)
    left = Table(repeating: 0, count: project.capacity.count)
    mirrored = Table(repeating: 0, count: project.capacity.count)
    firstOfDay = Table(repeating: 0, count: project.dayCount + 2)
    mirror(project, from: Int32(project.dayCount))
  }

  /// Lets schedules that are built backwards end on a day; beyond the first day of the project is as much as there.
  mutating func mirror(_ project: borrowing Project, from end: Int32) {
    for day in 0..<project.dayCount {
      let source = max(0, Int(end) - 1 - day)
      for word in 0..<project.wordCount {
        mirrored[day * project.wordCount + word] =
          project.capacity[source * project.wordCount + word]
      }
    }
  }

  /// Places works as early as they fit, in their order, in which each comes after what it waits for.
  ///
  /// - Parameters:
  ///   - list: All works.
  ///   - project: Whose works they are.
  ///   - isBackward: Whether time runs from the end.
  ///   - horizon: No schedule of use is longer; at most the project's days.
  /// - Returns: Days that the schedule takes; `nil` where that is more than the horizon.
  mutating func decode(
    _ list: borrowing Table<Int32>, _ project: borrowing Project, isBackward: Bool, horizon: Int32
  ) -> Int32? {
    let cells = Int(horizon) * project.wordCount
    if isBackward {
      left.copy(from: mirrored, length: cells)
      return place(list, project, project.backward, horizon)
    }
    left.copy(from: project.capacity, length: cells)
    return place(list, project, project.forward, horizon)
  }

  @inline(__always)
  private mutating func place(
    _ list: borrowing Table<Int32>, _ project: borrowing Project,
    _ direction: borrowing Project.Direction, _ horizon: Int32
  ) -> Int32? {
    var end: Int32 = 0
    for index in 0..<project.workCount {
      let next = list[index]
      var ready = direction.release[next]
      for at in direction.incoming.range(next) {
        let edge = direction.incoming[at]
        ready = max(ready, start[edge.work] &+ project.length[edge.work] &+ edge.gap)
      }
      guard let first = earliestFit(next, project, from: ready, horizon) else { return nil }
      for at in project.demands.range(next) {
        let demand = project.demands[at]
        var cell = Int(first) &* project.wordCount &+ Int(demand.word)
        for _ in 0..<project.length[next] {
          left[cell] &-= demand.amounts
          cell &+= project.wordCount
        }
      }
      start[next] = first
      end = max(end, first &+ project.length[next])
    }
    var critical = 0
    for index in 0..<project.workCount where start[index] &+ direction.tail[index] >= end {
      critical &+= 1
    }
    criticalShare = Double(critical) / Double(project.workCount)
    work &+= Int64(2 &* project.workCount)
    return end
  }

  /// Looks at every day at most once: days found clear stay clear, and a day in the way rules out every start before it.
  @inline(__always)
  private mutating func earliestFit(
    _ next: Int32, _ project: borrowing Project, from ready: Int32, _ horizon: Int32
  ) -> Int32? {
    let words = project.wordCount
    let length = Int(project.length[next])
    var first = Int(ready)
    var clear = first
    while true {
      let last = first &+ length &- 1
      guard last < Int(horizon) else { return nil }
      var conflict = clear &- 1
      for at in project.demands.range(next) {
        let demand = project.demands[at]
        var day = last
        while day > conflict {
          let rest = left[day &* words &+ Int(demand.word)] &- demand.amounts
          if rest & Project.guards != Project.guards {
            conflict = day
            break
          }
          day &-= 1
        }
        work &+= Int64(last &- day)
      }
      if conflict < clear { return Int32(first) }
      clear = last &+ 1
      first = conflict &+ 1
    }
  }

  /// Lists works by their finish, last first, as the other direction places them; of those that finish on one day the last of
  /// the former list first.
  ///
  /// - Complexity: O(works + days), by counting.
  mutating func turn(
    _ list: borrowing Table<Int32>, into turned: inout Table<Int32>, _ project: borrowing Project,
    length: Int32
  ) {
    for day in 0...Int(length) { firstOfDay[day] = 0 }
    for index in 0..<project.workCount {
      firstOfDay[length - start[index] - project.length[index] + 1] += 1
    }
    for day in 1...max(1, Int(length)) { firstOfDay[day] += firstOfDay[day - 1] }
    var place = project.workCount - 1
    while place >= 0 {
      let next = list[place]
      let day = length - start[next] - project.length[next]
      turned[firstOfDay[day]] = next
      firstOfDay[day] += 1
      place -= 1
    }
  }
}
