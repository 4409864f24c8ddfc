/// A chain of schedules of a project, each built from the one before it in the other direction of time, after a small change.
///
/// Building a schedule from its own end closes gaps (double justification: Valls, Ballestín & Quintanilla 2005), and costs no
/// more than building it again in the same direction; so every step of the annealing is half of a justification too, as the
/// two populations of Debels & Vanhoucke (2007) are for a genetic algorithm.
struct ProjectChain: ~Copyable {
  private(set) var decoder: ProjectDecoder
  /// The shortest schedule and its length, in open days.
  private(set) var bestStart: Table<Int32>
  private(set) var bestLength = Int32.max
  /// Works in the order in which the next step places them.
  private var list: Table<Int32>
  private var changed: Table<Int32>
  private var energy = Double.infinity
  private var length: Int32 = 0
  /// No list after the present one may take longer.
  private var most: Int32 = 0
  /// The direction of the next step.
  private var isBackward = false

  init(_ project: borrowing Project) {
    decoder = ProjectDecoder(project)
    bestStart = Table(repeating: 0, count: project.workCount)
    list = Table(repeating: 0, count: project.workCount)
    changed = Table(repeating: 0, count: project.workCount)
  }

  /// Begins with a list in which each work comes after what it waits for.
  ///
  /// - Returns: Whether what it gives fits into the project's days.
  mutating func open(_ order: [Int32], _ project: borrowing Project) -> Bool {
    for (place, work) in order.enumerated() { list[place] = work }
    changed.copy(from: list)
    isBackward = false
    begin(project)
    guard let length = build(project, from: 0, limit: most) else { return false }
    accept(length, project)
    return true
  }

  /// Changes the list a little and goes on from what it gives, if that is no worse or the heat allows.
  ///
  /// - Parameters:
  ///   - temperature: In open days.
  ///   - project: Whose works they are.
  ///   - random: Where choices come from.
  /// - Returns: Whether the shortest schedule became shorter.
  mutating func step(
    _ temperature: Double, _ project: borrowing Project, _ random: inout RandomStream
  ) -> Bool {
    changed.copy(from: list)
    var place = project.workCount
    let center = random.below(project.workCount)
    for _ in 0..<Self.shiftsOfStep {
      let from = center - Self.spread + random.below(2 * Self.spread + 1)
      let within = min(max(from, 0), project.workCount - 1)
      place = min(place, shift(within, project, &random))
    }
    let limit = energy + temperature * random.exponential()
    guard let length = build(project, from: place, limit: Int32(min(limit, Double(most)))),
      energy(length, project) <= limit
    else { return false }
    let former = bestLength
    accept(length, project)
    // Only what is built ahead is sure to keep to dates; so a schedule that promises to be better is turned at once.
    if isBackward == false, length < bestLength {
      changed.copy(from: list)
      if let turned = build(project, from: 0, limit: most) { accept(turned, project) }
    }
    return bestLength < former
  }

  /// Begins with a new list.
  private mutating func begin(_ project: borrowing Project) {
    decoder.forget()
    // Much longer than the one before it is of no use.
    let room = Int(length) * 2 + Self.roomForLonger
    most = Int32(length == 0 ? project.dayCount : min(project.dayCount, room))
  }

  private mutating func build(
    _ project: borrowing Project, from place: Int, limit: Int32
  ) -> Int32? {
    decoder.decode(
      changed, from: place, project, isBackward: isBackward, most: most, limit: limit)
  }

  private func energy(_ length: Int32, _ project: borrowing Project) -> Double {
    Double(length) + decoder.criticalShare * project.meanLength * Self.criticalWeight
  }

  private mutating func accept(_ length: Int32, _ project: borrowing Project) {
    energy = energy(length, project)
    self.length = length
    decoder.turn(changed, into: &list, project, length: length)
    if !isBackward, length < bestLength {
      bestLength = length
      bestStart.copy(from: decoder.start)
      decoder.mirror(project, from: length)
    }
    isBackward.toggle()
    begin(project)
  }

  /// Moves a work some places to the front or the back, as far as what it waits for or what waits for it lets it.
  ///
  /// - Returns: The first place that changed.
  private mutating func shift(
    _ from: Int, _ project: borrowing Project, _ random: inout RandomStream
  ) -> Int {
    let work = changed[from]
    let reach = 1 + random.below(Self.reach)
    var place = from
    if random.below(2) == 0 {
      let last = max(0, from - reach)
      while place > last, !waits(work, for: changed[place - 1], project) {
        changed[place] = changed[place - 1]
        place -= 1
      }
    } else {
      let last = min(project.workCount - 1, from + reach)
      while place < last, !waits(changed[place + 1], for: work, project) {
        changed[place] = changed[place + 1]
        place += 1
      }
    }
    changed[place] = work
    return place == from ? project.workCount : min(place, from)
  }

  @inline(__always)
  private func waits(_ work: Int32, for other: Int32, _ project: borrowing Project) -> Bool {
    isBackward
      ? project.backward.waits(work, for: other) : project.forward.waits(work, for: other)
  }

  /// One change is often none, as the work finds its former place; more than three destroy more than they find.
  private static let shiftsOfStep = 3
  /// Changes of one step begin within so many places of each other: what comes before them is built already.
  private static let spread = 15
  /// The most places that a work moves at once.
  private static let reach = 25
  /// What it weighs, in lengths of a work, that all works are critical: of schedules of one length those are nearer to a shorter
  /// one that have few such works.
  private static let criticalWeight = 0.1
  /// For projects so short that twice their length is next to nothing.
  private static let roomForLonger = 40
}
