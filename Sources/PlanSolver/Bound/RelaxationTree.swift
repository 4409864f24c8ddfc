extension Search {
  /// Splits what the relaxation leaves open until no part of it can hold anything cheaper than the best, if the work allowed
  /// is enough for that.
  ///
  /// Branch and bound (Land & Doig 1960) on Lagrangian bounds: each part starts from the prices of the whole, loses what
  /// they show too dear, and is split where the choices of successive prices differ most, on whether an initiative is done
  /// or on when a work starts.
  ///
  /// - Parameters:
  ///   - relaxation: At good prices; its domains are used up.
  ///   - end: The share of what may be used up at which to give up.
  /// - Returns: Whether every part was closed: the best is then optimal.
  mutating func closeParts(_ relaxation: inout Relaxation, until end: Double) -> Bool {
    guard bestScore.violation == 0, !board.instance.hasLeads else { return false }
    var tree = PartTree(board.instance, relaxation, end: end)
    split(&relaxation, &tree, depth: 0)
    return !tree.isCut
  }

  /// Deeper trees are hopeless, and recursion has to end somewhere.
  private static var depthMax: Int { 400 }

  private mutating func split(
    _ relaxation: inout Relaxation, _ tree: inout PartTree, depth: Int
  ) {
    if share() >= tree.end || depth > Self.depthMax { tree.isCut = true }
    if tree.isCut || isClosed(&relaxation, &tree, isRoot: depth == 0) { return }
    guard let branch = probe(&relaxation, &tree) else {
      // One way is left, whose list costs no more than it, or none is.
      if !tree.isDeadEnd { tryList(relaxation, withOptions: true) }
      return
    }
    let saved = relaxation.save()
    relaxation.restrict(branch, isFirst: true, board.instance)
    split(&relaxation, &tree, depth: depth + 1)
    if tree.isCut { return }
    relaxation.restore(saved, board.instance)
    relaxation.restrict(branch, isFirst: false, board.instance)
    split(&relaxation, &tree, depth: depth + 1)
  }

  /// Moves the prices of a part uphill while that promises to close it.
  private mutating func isClosed(
    _ relaxation: inout Relaxation, _ tree: inout PartTree, isRoot: Bool
  ) -> Bool {
    let table = (scale: relaxation.table.scale, unit: relaxation.table.costUnit)
    guard relaxation.propagate(board.instance) else { return true }
    tree.parts += 1
    tree.clearTally()
    var best = Int64.min
    var former = Int64.min
    var factor = 0.5
    for round in 0..<Self.roundsOfPart {
      let counted = relaxation.work
      guard let value = relaxation.evaluate(board.instance) else { return true }
      board.work += relaxation.work - counted
      if value > (bestScore.cost - table.unit) * table.scale { return true }
      if round > 0 { tree.tally(relaxation) }
      let isBest = value > best
      if isBest {
        best = value
        tree.value = value
        let slack = (bestScore.cost - table.unit) * table.scale - value
        if relaxation.fix(slack: slack, board.instance) {
          guard relaxation.propagate(board.instance) else { return true }
        }
      }
      if round % Self.roundsOfLook == Self.roundsOfLook - 1 {
        // What is missing has to come within a few more looks.
        let missing = bestScore.cost * table.scale - best
        if former > Int64.min, best - former < missing / Self.looksWorthIt { break }
        former = best
      }
      if share() >= tree.end { break }
      let target = bestScore.cost * table.scale
      guard
        relaxation.step(factor, towards: target, from: best, isBest: isBest, board.instance)
      else { break }
      if !isBest { factor *= 0.95 }
    }
    if tree.parts % Self.partsPerList == 0 { tryList(relaxation, withOptions: false) }
    return false
  }

  // MARK: Where to split

  /// Looks a few prices ahead on both sides of each likely split, and takes the one after which least is missing.
  ///
  /// Strong branching (Applegate, Bixby, Chvátal & Cook 1995). What is closed on the way stays closed.
  ///
  /// - Returns: `nil` where one way is left, or none, which `tree.isDeadEnd` tells.
  private mutating func probe(
    _ relaxation: inout Relaxation, _ tree: inout PartTree
  ) -> PartTree.Branch? {
    let most = (bestScore.cost - relaxation.table.costUnit) * relaxation.table.scale
    tree.isDeadEnd = false
    tree.rootMissing = max(tree.rootMissing, most - tree.value)
    let share = Double(most - tree.value) / Double(max(1, tree.rootMissing))
    let candidates = tree.candidates(
      relaxation, board.instance,
      limit: 1 + Int(share * Double(Self.probesMax)))
    guard candidates.count > 1 else { return candidates.first }
    let value = tree.value
    var best: PartTree.Branch?
    var bestScore = -1.0
    for candidate in candidates {
      let saved = relaxation.save()
      relaxation.restrict(candidate, isFirst: true, board.instance)
      let left = lookAhead(&relaxation, above: most)
      relaxation.restore(saved, board.instance)
      relaxation.restrict(candidate, isFirst: false, board.instance)
      let right = lookAhead(&relaxation, above: most)
      relaxation.restore(saved, board.instance)
      guard left != nil || right != nil else {
        tree.isDeadEnd = true
        return nil
      }
      if left == nil || right == nil {
        relaxation.restrict(candidate, isFirst: right == nil, board.instance)
        guard relaxation.propagate(board.instance) else {
          tree.isDeadEnd = true
          return nil
        }
      }
      let missing = Double(max(1, most - value))
      let near = min(missing, Double(max(0, (left ?? most) - value))) / missing
      let far = min(missing, Double(max(0, (right ?? most) - value))) / missing
      let score = (near + 0.01) * (far + 0.01)
      if score > bestScore, left != nil, right != nil {
        bestScore = score
        best = candidate
      }
    }
    // Where every candidate was decided, the next look finds others.
    return best ?? tree.candidates(relaxation, board.instance, limit: 1).first
  }

  /// The best bound of a few prices; `nil` when it closes the part.
  private mutating func lookAhead(_ relaxation: inout Relaxation, above most: Int64) -> Int64? {
    guard relaxation.propagate(board.instance) else { return nil }
    var best = Int64.min
    var factor = 0.5
    for _ in 0..<Self.roundsOfProbe {
      let counted = relaxation.work
      guard let value = relaxation.evaluate(board.instance), value <= most else { return nil }
      board.work += relaxation.work - counted
      let isBest = value > best
      best = max(best, value)
      guard relaxation.step(factor, towards: most, from: best, isBest: isBest, board.instance)
      else { break }
      if !isBest { factor *= 0.8 }
    }
    return best
  }

  private static var probesMax: Int { 8 }
  private static var roundsOfProbe: Int { 4 }
  private static var roundsOfPart: Int { 60 }
  private static var roundsOfLook: Int { 6 }
  private static var looksWorthIt: Int64 { 5 }
  private static var partsPerList: Int { 4 }
}

/// What one search over parts carries along.
struct PartTree: ~Copyable {
  let end: Double
  var isCut = false
  var parts = 0
  /// Whether the part at hand was found to hold nothing while it was probed.
  var isDeadEnd = false
  /// The best bound of the part at hand, scaled, and how far that of the whole is from closing it.
  var value: Int64 = 0
  var rootMissing: Int64 = 0
  /// By work, how often the choices of the part at hand did it, and the sums of its starts and of their squares.
  private var done: Table<Int32>
  private var sum: Table<Double>
  private var squares: Table<Double>
  private var rounds: Int32 = 0
  /// Money a day that hangs on a work.
  private let rate: Table<Double>

  init(_ instance: borrowing Instance, _ relaxation: borrowing Relaxation, end: Double) {
    self.end = end
    done = Table(repeating: 0, count: instance.workCount)
    sum = Table(repeating: 0, count: instance.workCount)
    squares = Table(repeating: 0, count: instance.workCount)
    var rates = [Double](repeating: 0, count: instance.workCount)
    var total = 0.0
    for work in 0..<instance.workCount where relaxation.network.startNode[work] >= 0 {
      let initiative = instance.works.initiative[work]
      let node = relaxation.network.completionNode[initiative]
      let first = relaxation.settling.domain.first[node]
      guard first < instance.dayCount else { continue }
      let rise =
        Double(instance.initiatives.undoneCost[initiative])
        - Double(instance.cost(initiative, finish: first))
      rates[work] = rise / Double(instance.dayCount - first)
      total += rates[work]
    }
    // What only enables others counts as well.
    let least = max(1, 0.2 * total / Double(max(instance.workCount, 1)))
    rate = Table(rates.map { $0 + least })
  }

  mutating func clearTally() {
    rounds = 0
    done.fill(0)
    sum.fill(0)
    squares.fill(0)
  }

  mutating func tally(_ relaxation: borrowing Relaxation) {
    rounds += 1
    for work in 0..<done.count where relaxation.network.startNode[work] >= 0 {
      let day = relaxation.settling.chosenDay[relaxation.network.startNode[work]]
      guard Int(day) < relaxation.table.days else { continue }
      done[work] += 1
      sum[work] += Double(day)
      squares[work] += Double(day) * Double(day)
    }
  }

  /// How a part is split in two.
  struct Branch: BitwiseCopyable {
    enum Kind: UInt8, BitwiseCopyable {
      /// Done, or not.
      case done
      /// Started by a day, or later or never.
      case start
      /// Staffed in one way, or another.
      case option
    }

    var kind: Kind
    var work: Int32
    /// The day, or the option.
    var value: Int32
    /// Whether the part that the choices lie in comes first.
    var isFirstLikely: Bool
  }

  /// The splits where the choices differ most, first the best; empty when only one way is left.
  func candidates(
    _ relaxation: borrowing Relaxation, _ instance: borrowing Instance, limit: Int
  ) -> [Branch] {
    var found: [(score: Double, branch: Branch)] = []
    for work in 0..<Int32(done.count) where relaxation.network.startNode[work] >= 0 {
      guard let (score, branch) = split(work, relaxation, instance) else { continue }
      found.append((score, branch))
    }
    found.sort { ($1.score, $0.branch.work) < ($0.score, $1.branch.work) }
    if found.isEmpty { return firstOpen(relaxation, instance).map { [$0] } ?? [] }
    return found.prefix(limit).map(\.branch)
  }

  /// The better split of a work and how much its choices differ, in money.
  private func split(
    _ work: Int32, _ relaxation: borrowing Relaxation, _ instance: borrowing Instance
  ) -> (score: Double, branch: Branch)? {
    let node = relaxation.network.startNode[work]
    let domain = relaxation.settling.nodeDomain(node)
    guard domain.first <= domain.last else { return nil }
    let count = Double(done[work])
    let share = count / Double(max(rounds, 1))
    var best: (score: Double, branch: Branch)?
    if domain.mayBeNever, done[work] > 0, done[work] < rounds {
      let score =
        min(share, 1 - share) * rate[work] * Double(instance.dayCount - domain.first) * 0.5
      best = (score, Branch(kind: .done, work: work, value: 0, isFirstLikely: share >= 0.5))
    }
    guard domain.first < domain.last, count > 0 else { return best }
    let mean = sum[work] / count
    let variance = max(0, squares[work] / count - mean * mean)
    let score = variance.squareRoot() * rate[work] * share
    guard score > best?.score ?? 0 else { return best }
    let day = min(domain.last - 1, max(domain.first, Int32(mean)))
    return (score, Branch(kind: .start, work: work, value: day, isFirstLikely: true))
  }

  /// The widest choice where all prices agree.
  private func firstOpen(
    _ relaxation: borrowing Relaxation, _ instance: borrowing Instance
  ) -> Branch? {
    var best: Branch?
    var bestWidth: Int32 = 0
    for work in 0..<Int32(done.count) where relaxation.network.startNode[work] >= 0 {
      let node = relaxation.network.startNode[work]
      let domain = relaxation.settling.nodeDomain(node)
      guard domain.first <= domain.last else { continue }
      let width = domain.last - domain.first + (domain.mayBeNever ? 1 : 0)
      guard width > bestWidth else { continue }
      bestWidth = width
      let chosen = relaxation.settling.chosenDay[node]
      best =
        domain.mayBeNever
        ? Branch(
          kind: .done, work: work, value: 0, isFirstLikely: chosen < instance.dayCount)
        : Branch(
          kind: .start, work: work, value: max(domain.first, min(domain.last - 1, chosen)),
          isFirstLikely: chosen < domain.last)
    }
    if best != nil { return best }
    for work in 0..<Int32(done.count) where relaxation.network.startNode[work] >= 0 {
      let domain = relaxation.settling.nodeDomain(relaxation.network.startNode[work])
      guard domain.first <= domain.last else { continue }
      var count = 0
      var last: Int32 = 0
      for option in instance.optionRange(work)
      where relaxation.settling.allows(option, on: domain.first) {
        count += 1
        last = option
      }
      if count > 1 { return Branch(kind: .option, work: work, value: last, isFirstLikely: true) }
    }
    return nil
  }
}

extension Relaxation {
  /// Takes one half of a split.
  mutating func restrict(
    _ branch: PartTree.Branch, isFirst: Bool, _ instance: borrowing Instance
  ) {
    let node = network.startNode[branch.work]
    let isLower = isFirst == branch.isFirstLikely
    switch branch.kind {
    case .done: settling.restrict(node, toDone: isLower)
    case .start: settling.restrict(node, to: branch.value, orEarlier: isLower)
    case .option:
      for option in instance.optionRange(branch.work)
      where isLower != (option == branch.value) {
        settling.forbid(option)
      }
    }
  }
}

extension Settling {
  func nodeDomain(_ node: Int32) -> (first: Int32, last: Int32, mayBeNever: Bool) {
    (domain.first[node], domain.last[node], domain.mayBeNever[node])
  }

  func allows(_ option: Int32, on day: Int32) -> Bool {
    isAllowed[Int(option) * days + Int(day)]
  }

  mutating func restrict(_ node: Int32, toDone isDone: Bool) {
    if isDone {
      domain.mayBeNever[node] = false
    } else {
      domain.last[node] = domain.first[node] - 1
    }
  }

  mutating func restrict(_ node: Int32, to day: Int32, orEarlier isEarlier: Bool) {
    if isEarlier {
      domain.last[node] = min(domain.last[node], day)
      domain.mayBeNever[node] = false
    } else {
      domain.first[node] = max(domain.first[node], day + 1)
    }
  }

  mutating func forbid(_ option: Int32) {
    for day in 0..<days { isAllowed[Int(option) * days + day] = false }
  }
}
