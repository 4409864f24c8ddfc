import PlanModel

extension Search {
  /// Ruin and recreate (Schrimpf, Schneider, Stamm-Wilbrandt & Dueck, 2000) with late acceptance (Burke & Bykov, 2017), which
  /// needs no temperature and no exponential.
  ///
  /// - Parameters:
  ///   - workLimit: Days looked at, in all.
  ///   - bound: Where to stop: nothing costs less.
  mutating func improve(until workLimit: Int64, bound: Int64) {
    let movable = (0..<Int32(instance.initiatives)).filter { initiative in
      let subject = instance.problem.initiatives[Int(initiative)]
      return !subject.works.isEmpty && subject.selection != .forbidden
        && !subject.works.allSatisfy { instance.problem.works[Int($0)].fixedStart != nil }
    }
    guard !movable.isEmpty else { return }
    let neighbourhoods = Neighbourhoods(instance, movable: movable)
    restoreBest()
    var current = board.value().scalar(penalty: instance.penalty)
    var history = [Int64](repeating: current, count: Self.historyLength)
    var round = 0
    var roundsSinceBest = 0
    while board.work < workLimit, !isSettled(bound) {
      let before = placements(of: movable)
      ruinAndRecreate(movable, neighbourhoods)
      let value = board.value().scalar(penalty: instance.penalty)
      let slot = round % Self.historyLength
      if value <= current || value <= history[slot] {
        current = value
        let old = bestValue
        keepIfBetter()
        if bestValue != old { roundsSinceBest = 0 }
      } else {
        put(before, for: movable)
      }
      history[slot] = min(history[slot], current)
      round += 1
      roundsSinceBest += 1
      if roundsSinceBest == Self.patience {
        // Stuck: back to the best, with a memory that lets it climb again.
        restoreBest()
        current = bestValue.scalar(penalty: instance.penalty)
        let room = current / 50
        history = Array(repeating: current.addingClamped(room), count: Self.historyLength)
        roundsSinceBest = 0
      }
      // A round that places nothing looks at no days, and still has to count.
      board.count(1)
    }
  }

  /// Longer accepts worse schedules for longer.
  private static var historyLength: Int { 40 }
  /// Rounds without a better schedule before starting again from the best.
  private static var patience: Int { 3_000 }

  private func isSettled(_ bound: Int64) -> Bool {
    bestValue.broken == 0 && bestValue.cost <= bound
  }

  // MARK: A round

  private mutating func ruinAndRecreate(
    _ movable: [Int32], _ neighbourhoods: Neighbourhoods
  ) {
    let size = 2 + random.below(min(7, max(1, movable.count - 1)))
    var removed = neighbourhoods.choose(size, board: board, random: &random)
    for initiative in removed { giveUpCollecting(initiative, into: &removed) }
    // What is undone gets a chance with the others.
    for initiative in movable
    where !board.isDone(initiative) && !removed.contains(initiative) && random.below(3) != 0 {
      removed.append(initiative)
    }
    arrange(&removed)
    insert(removed, staffing: .mixed)
  }

  /// Lifts an initiative and its successors, noting which.
  private mutating func giveUpCollecting(_ initiative: Int32, into removed: inout [Int32]) {
    giveUp(initiative)
    for successor in instance.successors[Int(initiative)] where !removed.contains(successor) {
      removed.append(successor)
      giveUpCollecting(successor, into: &removed)
    }
  }

  /// The order in which what was removed comes back, and what of it stays out.
  private mutating func arrange(_ removed: inout [Int32]) {
    switch random.below(4) {
    case 0: shuffle(&removed)
    default:
      // By worth for effort, blurred.
      let noise = random.below(2) == 0 ? 0.3 : 1.0
      var keyed = removed.map { initiative in
        (
          key: instance.worth[Int(initiative)] * (1 + noise * (2 * random.unit() - 1)),
          initiative: initiative
        )
      }
      keyed.sort { ($0.key, -$0.initiative) > ($1.key, -$1.initiative) }
      removed = keyed.map(\.initiative)
    }
    if removed.count > 1, random.below(8) == 0 {
      let out = removed[random.below(removed.count)]
      if instance.problem.initiatives[Int(out)].selection != .required {
        removed.removeAll { $0 == out }
      }
    }
  }

  private mutating func shuffle(_ list: inout [Int32]) {
    for index in list.indices.dropFirst() { list.swapAt(index, random.below(index + 1)) }
  }

  // MARK: Going back

  private func placements(of initiatives: [Int32]) -> [Schedule.Placement] {
    initiatives.flatMap { initiative in
      instance.problem.initiatives[Int(initiative)].works.map { work in
        Schedule.Placement(
          start: board.start[work], finish: board.finish[work], option: board.option[work])
      }
    }
  }

  private mutating func put(_ placements: [Schedule.Placement], for initiatives: [Int32]) {
    var index = 0
    var moved: [(Int32, Schedule.Placement)] = []
    for initiative in initiatives {
      for work in instance.problem.initiatives[Int(initiative)].works {
        let old = placements[index]
        index += 1
        guard board.start[work] != old.start || board.option[work] != old.option else { continue }
        guard instance.problem.works[Int(work)].fixedStart == nil else { continue }
        if board.isPlaced(work) { board.lift(work) }
        if old.start >= 0 { moved.append((work, old)) }
      }
    }
    for (work, old) in moved { board.place(work, start: old.start, option: old.option) }
  }
}
