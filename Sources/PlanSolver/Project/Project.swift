/// A problem of one aim, for searches that build whole schedules a hundred thousand times a second: one initiative whose works,
/// each of one way and one length, are to be finished as early as they can be.
///
/// The resource-constrained project scheduling problem (Pritsker, Watters & Wolfe 1969). Days are counted on a clock of open days.
/// What a work takes of four resources, or what a day has left of them, stands side by side in one word, so that one subtraction
/// compares all four.
struct Project: ~Copyable {
  let workCount: Int
  /// Open days, the length of every row by day.
  let dayCount: Int
  /// Words a day, with four resources each.
  let wordCount: Int
  /// Days that each work takes.
  let length: Table<Int32>
  /// What each work takes, its words in a row.
  let amounts: Table<UInt64>
  /// What each day has, its words in a row, guards set.
  let capacity: Table<UInt64>
  /// The project from its beginning to its end, and the other way round.
  let forward: Direction
  let backward: Direction
  /// The day of each open day in the problem.
  let openDays: Table<Int32>
  let meanLength: Double

  /// The bits that stay set as long as no resource of a word is short.
  static let guards: UInt64 = 0x8000_8000_8000_8000
  /// The largest amount that leaves its guard alone.
  static let amountMax: Int32 = 0x7fff
  static let resourcesOfWord = 4
  static let bitsOfAmount = 16

  /// Precedence as it looks in one direction of time.
  struct Direction: ~Copyable {
    let incoming: Rows<Edge>
    /// The first open day of each work by its own dates.
    let release: Table<Int32>
    /// Days from the start of each work to the end of all, at least.
    let tail: Table<Int32>

    /// Whether a work waits for another directly.
    func waits(_ work: Int32, for other: Int32) -> Bool {
      for place in incoming.range(work) where incoming[place].work == other { return true }
      return false
    }
  }

  /// A precedence as the work that waits sees it.
  struct Edge: BitwiseCopyable {
    var work: Int32
    /// Open days between the two, none below zero.
    var gap: Int32
  }

  init(_ draft: ProjectDraft) {
    workCount = draft.length.count
    dayCount = draft.openDays.count
    let resources = draft.capacity.count
    let words = max(1, (resources + Self.resourcesOfWord - 1) / Self.resourcesOfWord)
    wordCount = words
    length = Table(draft.length)
    amounts = Table(
      draft.demands.flatMap { amounts in (0..<words).map { Self.packed(amounts, word: $0) } })
    var capacity: [UInt64] = []
    for day in draft.openDays.indices {
      let amounts = draft.capacity.map { $0[day] }
      for word in 0..<words { capacity.append(Self.packed(amounts, word: word) | Self.guards) }
    }
    self.capacity = Table(capacity)
    var outgoing = [[Edge]](repeating: [], count: draft.length.count)
    for (work, edges) in draft.incoming.enumerated() {
      for edge in edges {
        outgoing[Int(edge.work)].append(Edge(work: Int32(work), gap: edge.gap))
      }
    }
    let none = [Int32](repeating: 0, count: draft.length.count)
    forward = Direction(
      incoming: Rows(draft.incoming), release: Table(draft.release),
      tail: Table(Self.tails(draft.length, following: outgoing, beyond: none)))
    backward = Direction(
      incoming: Rows(outgoing), release: Table(none),
      tail: Table(Self.tails(draft.length, following: draft.incoming, beyond: draft.release)))
    openDays = Table(draft.openDays)
    meanLength = Double(draft.length.reduce(0, +)) / Double(max(1, draft.length.count))
  }

  private static func packed(_ amounts: [Int32], word: Int) -> UInt64 {
    var packed: UInt64 = 0
    for (lane, amount) in amounts.dropFirst(word * resourcesOfWord).prefix(resourcesOfWord)
      .enumerated()
    {
      packed |= UInt64(amount) << UInt64(lane * bitsOfAmount)
    }
    return packed
  }

  /// The longest paths from the start of each work on, with what comes beyond its own length.
  private static func tails(
    _ length: [Int32], following: [[Edge]], beyond: [Int32]
  ) -> [Int32] {
    var tails = zip(length, beyond).map { $0 + $1 }
    // No path has more steps than there are works; a circle would go on for ever.
    for _ in 0...length.count {
      var moved = false
      for work in length.indices {
        for edge in following[work] {
          let tail = length[work] + edge.gap + tails[Int(edge.work)]
          guard tail > tails[work] else { continue }
          tails[work] = tail
          moved = true
        }
      }
      guard moved else { break }
    }
    return tails
  }
}
