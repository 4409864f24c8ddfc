/// Clauses: facts of which one has to be true, and how useful each clause was lately.
///
/// Two facts of each are watched (Moskewicz, Madigan, Zhao, Zhang & Malik 2001).
struct ClauseStore: ~Copyable {
  struct Clause: BitwiseCopyable {
    var start: Int32
    var count: Int32
    var activity: Float
  }

  private(set) var clauses = Stack<Clause>()
  var facts = Stack<Fact>()
  /// By watch, two a clause: the next on its list, and the bound from which on what it watches is false.
  var next = Stack<Int32>()
  var threshold = Stack<Int32>()
  /// By half whose bound makes facts false, the first watch on its list, −1 for none.
  var first: Table<Int32>
  private var gain: Float = 1
  private var limit = Self.firstLimit

  init(halves: Int) { first = Table(repeating: -1, count: halves) }

  var literalCount: Int { facts.count }
  var isCrowded: Bool { clauses.count > limit }

  /// Clauses kept before the less useful half goes, and how many more after each such time.
  private static var firstLimit: Int { 4_000 }
  private static var limitGrowth: Int { 500 }

  /// - Parameter learned: The fact that becomes true first, then one of those that became false last.
  /// - Returns: The number of the clause.
  mutating func add(_ learned: borrowing Stack<Fact>) -> Int32 {
    let clause = Int32(clauses.count)
    clauses.append(
      Clause(start: Int32(facts.count), count: Int32(learned.count), activity: gain))
    for index in 0..<learned.count { facts.append(learned[index]) }
    watch(clause)
    return clause
  }

  private mutating func watch(_ clause: Int32) {
    let start = clauses[clause].start
    for place in 0..<Int32(2) {
      next.append(-1)
      threshold.append(0)
      hang(clause * 2 + place, on: facts[start + place])
    }
  }

  /// Puts a watch on the list of what makes a fact false.
  @inline(__always)
  mutating func hang(_ watch: Int32, on fact: Fact) {
    let opposite = fact.opposite
    next[watch] = first[opposite.half]
    threshold[watch] = opposite.value
    first[opposite.half] = watch
  }

  // MARK: Usefulness

  mutating func bump(_ clause: Int32) {
    clauses[clause].activity += gain
    guard clauses[clause].activity > 1e20 else { return }
    for index in 0..<clauses.count { clauses[index].activity *= 1e-20 }
    gain *= 1e-20
  }

  mutating func decay() { gain /= 0.999 }

  /// Forgets the less useful half, and what is true or false for good; nothing may be decided meanwhile.
  ///
  /// - Parameter isTrue: Whether a fact is true for good.
  mutating func reduce(_ isTrue: (Fact) -> Bool) {
    limit += Self.limitGrowth
    var ranked: [(activity: Float, clause: Int32)] = []
    for clause in 0..<Int32(clauses.count) {
      let isShort = clauses[clause].count <= 2
      ranked.append((isShort ? .infinity : clauses[clause].activity, clause))
    }
    ranked.sort { ($1.activity, $0.clause) < ($0.activity, $1.clause) }
    let kept = ranked.prefix(clauses.count / 2).map(\.clause).sorted()
    var lists: [(activity: Float, facts: [Fact])] = []
    for clause in kept {
      let start = Int(clauses[clause].start)
      let all = (start..<start + Int(clauses[clause].count)).map { facts[$0] }
      guard !all.contains(where: isTrue) else { continue }
      let open = all.filter { !isTrue($0.opposite) }
      // With fewer than two left it has become a bound.
      if open.count > 1 { lists.append((clauses[clause].activity, open)) }
    }
    clauses.truncate(to: 0)
    facts.truncate(to: 0)
    next.truncate(to: 0)
    threshold.truncate(to: 0)
    first.fill(-1)
    for list in lists {
      clauses.append(
        Clause(
          start: Int32(facts.count), count: Int32(list.facts.count), activity: list.activity))
      for fact in list.facts { facts.append(fact) }
      watch(Int32(clauses.count - 1))
    }
  }
}

extension Learner {
  /// Looks at the clauses of which a watched fact has become false.
  mutating func visitClauses(_ change: Change) -> Bool {
    let half = change.half
    var previous: Int32 = -1
    var watch = clauses.first[half]
    while watch >= 0 {
      work += 1
      let following = clauses.next[watch]
      let threshold = clauses.threshold[watch]
      guard threshold <= change.value, threshold > change.former else {
        previous = watch
        watch = following
        continue
      }
      let clause = clauses.clauses[watch >> 1]
      let start = clause.start
      let zeroth = clauses.facts[start].opposite
      if zeroth.half == half, zeroth.value == threshold {
        let other = clauses.facts[start + 1]
        clauses.facts[start + 1] = clauses.facts[start]
        clauses.facts[start] = other
      }
      let other = clauses.facts[start]
      if isTrue(other) {
        previous = watch
        watch = following
        continue
      }
      if let place = openFact(of: clause) {
        let fact = clauses.facts[place]
        clauses.facts[place] = clauses.facts[start + 1]
        clauses.facts[start + 1] = fact
        if previous >= 0 {
          clauses.next[previous] = following
        } else {
          clauses.first[half] = following
        }
        clauses.hang(watch, on: fact)
        // Hung before the rest of the list that is being walked.
        if previous < 0, clauses.first[half] == watch { previous = watch }
        watch = following
        continue
      }
      previous = watch
      if isFalse(other) {
        failure = nil
        conflict.truncate(to: 0)
        for place in start..<start + clause.count {
          conflict.append(clauses.facts[place].opposite)
        }
        clauses.bump(watch >> 1)
        return false
      }
      guard set(other, Reason(kind: .clause, place: watch >> 1)) else { return false }
      watch = following
    }
    return true
  }

  /// A fact beyond the two that are watched which is not false.
  @inline(__always)
  private mutating func openFact(of clause: ClauseStore.Clause) -> Int32? {
    var place = clause.start + 2
    let end = clause.start + clause.count
    while place < end {
      work += 1
      if !isFalse(clauses.facts[place]) { return place }
      place += 1
    }
    return nil
  }
}
