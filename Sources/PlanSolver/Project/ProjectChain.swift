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
    guard let length = build(project) else { return false }
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
    for _ in 0..<Self.shiftsOfStep { shift(project, &random) }
    guard let length = build(project),
      energy(length, project) <= energy + temperature * random.exponential()
    else { return false }
    let former = bestLength
    accept(length, project)
    // Only what is built ahead is sure to keep to dates; so a schedule that promises to be better is turned at once.
    if isBackward == false, length < bestLength {
      changed.copy(from: list)
      if let turned = build(project) { accept(turned, project) }
    }
    return bestLength < former
  }

  private mutating func build(_ project: borrowing Project) -> Int32? {
    // Much longer than the one before it is of no use.
    let most = Int(length) * 2 + Self.roomForLonger
    let horizon = length == 0 ? project.dayCount : min(project.dayCount, most)
    return decoder.decode(changed, project, isBackward: isBackward, horizon: Int32(horizon))
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
  }

  /// Moves a work some places to the front or the back, as far as what it waits for or what waits for it lets it.
  private mutating func shift(_ project: borrowing Project, _ random: inout RandomStream) {
    let from = random.below(project.workCount)
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
  }

  @inline(__always)
  private func waits(_ work: Int32, for other: Int32, _ project: borrowing Project) -> Bool {
    isBackward
      ? project.backward.waits(work, for: other) : project.forward.waits(work, for: other)
  }

  /// One change is often none, as the work finds its former place; more than two destroy more than they find.
  private static let shiftsOfStep = 2
  /// The most places that a work moves at once.
  private static let reach = 25
  /// What it weighs, in lengths of a work, that all works are critical: of schedules of one length those are nearer to a shorter
  /// one that have few such works.
  private static let criticalWeight = 0.1
  /// For projects so short that twice their length is next to nothing.
  private static let roomForLonger = 40
}
