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
  private var prefix: ProjectPrefix

  init(_ project: borrowing Project) {
    start = Table(repeating: 0, count: project.workCount)
    left = Table(repeating: 0, count: project.capacity.count)
    mirrored = Table(repeating: 0, count: project.capacity.count)
    firstOfDay = Table(repeating: 0, count: project.dayCount + 2)
    prefix = ProjectPrefix(project)
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

  /// Another list begins that changes are tried on.
  mutating func forget() { prefix.forget() }

  /// Places works as early as they fit, in their order, in which each comes after what it waits for.
  ///
  /// - Parameters:
  ///   - list: All works.
  ///   - changed: The first place at which it may differ from the lists since `forget`.
  ///   - project: Whose works they are.
  ///   - isBackward: Whether time runs from the end, as it does in all lists since `forget`.
  ///   - most: No list since `forget` may take longer.
  ///   - limit: No schedule of use is longer.
  /// - Returns: Days that the schedule takes; `nil` where that is more than the limit.
  mutating func decode(
    _ list: borrowing Table<Int32>, from changed: Int, _ project: borrowing Project,
    isBackward: Bool, most: Int32, limit: Int32
  ) -> Int32? {
    let cells = Int(most) * project.wordCount
    var begin = (place: 0, end: Int32(0))
    if let known = prefix.resume(before: changed, list, &start, &left, cells: cells) {
      begin = known
    } else {
      if isBackward {
        left.copy(from: mirrored, length: cells)
      } else {
        left.copy(from: project.capacity, length: cells)
      }
    }
    let limit = min(limit, most)
    return isBackward
      ? place(list, from: begin, changed, project, project.backward, limit, cells)
      : place(list, from: begin, changed, project, project.forward, limit, cells)
  }

  @inline(__always)
  private mutating func place(
    _ list: borrowing Table<Int32>, from begin: (place: Int, end: Int32), _ changed: Int,
    _ project: borrowing Project, _ direction: borrowing Project.Direction, _ limit: Int32,
    _ cells: Int
  ) -> Int32? {
    var (index, end) = begin
    while index < project.workCount {
      if index <= changed, prefix.lacks(index) {
        prefix.keep(list, start, left, end: end, cells: cells)
      }
      let stop = min(project.workCount, index &+ prefix.spacing)
      let last =
        project.wordCount == 1
        ? place(list, index..<stop, project, direction, limit, words: 1)
        : place(list, index..<stop, project, direction, limit, words: project.wordCount)
      guard let last else { return nil }
      end = max(end, last)
      index = stop
    }
    var critical = 0
    for index in 0..<project.workCount where start[index] &+ direction.tail[index] >= end {
      critical &+= 1
    }
    criticalShare = Double(critical) / Double(project.workCount)
    return end
  }

  /// Places some works of a list.
  ///
  /// - Returns: The last day on which one finishes; `nil` where the rest cannot be finished within the limit.
  @inline(__always)
  private mutating func place(
    _ list: borrowing Table<Int32>, _ places: Range<Int>, _ project: borrowing Project,
    _ direction: borrowing Project.Direction, _ limit: Int32, words: Int
  ) -> Int32? {
    var end: Int32 = 0
    for index in places {
      let next = list[index]
      let length = project.length[next]
      var ready = direction.release[next]
      for at in direction.incoming.range(next) {
        let edge = direction.incoming[at]
        ready = max(ready, start[edge.work] &+ project.length[edge.work] &+ edge.gap)
      }
      let latest = limit &- direction.tail[next]
      guard
        let first = earliestFit(next, length, project, from: ready, through: latest, words: words)
      else {
        work &+= Int64(2 &* (index &- places.lowerBound))
        return nil
      }
      for word in 0..<words {
        let amounts = project.amounts[Int(next) &* words &+ word]
        var cell = Int(first) &* words &+ word
        for _ in 0..<length {
          left[cell] &-= amounts
          cell &+= words
        }
      }
      start[next] = first
      end = max(end, first &+ length)
    }
    work &+= Int64(2 &* places.count)
    return end
  }

  /// Looks at every day at most once: days found clear stay clear, and a day in the way rules out every start before it.
  @inline(__always)
  private mutating func earliestFit(
    _ next: Int32, _ length: Int32, _ project: borrowing Project, from ready: Int32,
    through latest: Int32, words: Int
  ) -> Int32? {
    var first = Int(ready)
    var clear = first
    while first <= Int(latest) {
      let last = first &+ Int(length) &- 1
      var conflict = clear &- 1
      for word in 0..<words {
        let amounts = project.amounts[Int(next) &* words &+ word]
        var day = last
        while day > conflict {
          let rest = left[day &* words &+ word] &- amounts
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
    return nil
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
