/// What surely runs when: the time table of each resource and limit.
struct CapacityState: ~Copyable {
  /// By row and day, what surely running works take.
  fileprivate(set) var used: Table<Int32>
  /// By claim, the days on which it surely runs, as the table has them, and what it takes.
  fileprivate var parts: Table<Part>
  /// Claims whose bounds have moved.
  fileprivate var open = Stack<Int32>()
  fileprivate var isOpen: Table<Bool>
  /// By row, the days on which more runs than when works were last held against it.
  fileprivate var firstGrown: Table<Int32>
  fileprivate var lastGrown: Table<Int32>
  /// Claims to hold against the time table because they have moved themselves.
  fileprivate var moved: Table<Bool>

  fileprivate struct Part: BitwiseCopyable {
    var first: Int32
    var last: Int32
    var amount: Int32
  }

  init(_ model: borrowing LearningModel) {
    used = Table(repeating: 0, count: model.capacity.count)
    parts = Table(repeating: Part(first: 0, last: -1, amount: 0), count: model.claims.count)
    isOpen = Table(repeating: true, count: model.claims.count)
    for claim in 0..<Int32(model.claims.count) { open.append(claim) }
    firstGrown = Table(repeating: Int32.max, count: model.rowCount)
    lastGrown = Table(repeating: -1, count: model.rowCount)
    moved = Table(repeating: true, count: model.claims.count)
  }

  @inline(__always)
  mutating func mark(_ claim: Int32) {
    guard !isOpen[claim] else { return }
    isOpen[claim] = true
    open.append(claim)
  }
}

extension Learner {
  /// Brings the time table up to date and moves what cannot run beside what surely does.
  mutating func propagateCapacity() -> Bool {
    while capacity.open.count > 0 {
      let claim = capacity.open.removeLast()
      capacity.isOpen[claim] = false
      capacity.moved[claim] = true
      update(claim)
    }
    for row in 0..<Int32(model.rowCount) {
      let first = capacity.firstGrown[row]
      let last = capacity.lastGrown[row]
      capacity.firstGrown[row] = Int32.max
      capacity.lastGrown[row] = -1
      var isFine = first > last || !isOverfull(row, first, last)
      for place in model.claimsOfRow.range(row) where isFine {
        let claim = model.claimsOfRow[place]
        let subject = model.claims[claim].work
        let isReached =
          first <= last && lower(model.startNode[subject]) <= last
          && upper(model.finishNode[subject]) >= first
        guard capacity.moved[claim] || isReached else { continue }
        capacity.moved[claim] = false
        isFine = pushStart(claim) && pushFinish(claim)
      }
      guard isFine else {
        // What was not looked at stays to be.
        capacity.firstGrown[row] = first
        capacity.lastGrown[row] = last
        return false
      }
    }
    return true
  }

  private mutating func update(_ claim: Int32) {
    let subject = model.claims[claim].work
    let row = Int(model.claims[claim].row) &* Int(model.never)
    let former = capacity.parts[claim]
    var first = upper(model.startNode[subject])
    var last = min(lower(model.finishNode[subject]), model.never &- 1)
    let amount = least(of: claim)
    if first >= model.never || first > last || amount == 0 {
      first = 0
      last = -1
    }
    guard first != former.first || last != former.last || amount != former.amount else { return }
    var day = former.first
    while day <= former.last {
      capacity.used[row &+ Int(day)] &-= former.amount
      day &+= 1
    }
    day = first
    while day <= last {
      capacity.used[row &+ Int(day)] &+= amount
      day &+= 1
    }
    work += Int64(max(0, former.last &- former.first) &+ max(0, last &- first)) / 4 &+ 1
    capacity.parts[claim] = CapacityState.Part(first: first, last: last, amount: amount)
    guard first <= last else { return }
    let index = model.claims[claim].row
    capacity.firstGrown[index] = min(capacity.firstGrown[index], first)
    capacity.lastGrown[index] = max(capacity.lastGrown[index], last)
  }

  /// What a claim takes at least, whichever of the ways that are left is chosen.
  @inline(__always)
  private func least(of claim: Int32) -> Int32 {
    let base = Int32(model.amounts.range(claim).lowerBound)
    let choice = model.choice[model.claims[claim].work]
    guard choice >= 0 else { return model.amounts[Int(base)] }
    var least = Int32.max
    for way in bound[choice * 2]...(0 - bound[choice * 2 + 1]) {
      least = min(least, model.amounts[Int(base + way)])
    }
    return least
  }

  private mutating func isOverfull(_ row: Int32, _ first: Int32, _ last: Int32) -> Bool {
    let base = Int(row) * Int(model.never)
    for day in first...last
    where capacity.used[base + Int(day)] > model.capacity[base + Int(day)] {
      conflict.truncate(to: 0)
      failure = nil
      let from = reasons.count
      // An amount may be more than there is all by itself.
      giveReasons(
        row, day, beside: -1,
        spare: capacity.used[base + Int(day)] - model.capacity[base + Int(day)] - 1)
      for place in from..<reasons.count { conflict.append(reasons[place]) }
      reasons.truncate(to: from)
      return true
    }
    work += Int64(last - first) / 8
    return false
  }

  /// Adds the facts by which works surely run on a day, without as much of them as can be spared.
  private mutating func giveReasons(_ row: Int32, _ day: Int32, beside own: Int32, spare: Int32) {
    var spare = spare
    for place in model.claimsOfRow.range(row) {
      let claim = model.claimsOfRow[place]
      let part = capacity.parts[claim]
      guard claim != own, part.first <= day, part.last >= day, part.amount > 0 else { continue }
      if part.amount <= spare {
        spare -= part.amount
        continue
      }
      let subject = model.claims[claim].work
      reasons.append(atMost(model.startNode[subject], day))
      reasons.append(atLeast(model.finishNode[subject], day))
      giveAmount(claim, part.amount)
    }
    work += Int64(model.claimsOfRow.range(row).count)
  }

  /// What was added to the reasons since there were so many, as one.
  private func givenReasons(since from: Int) -> Reason {
    Reason(kind: .facts, place: Int32(from), count: Int32(reasons.count - from))
  }

  /// Adds the facts by which a claim takes so much at least.
  private mutating func giveAmount(_ claim: Int32, _ amount: Int32) {
    let choice = model.choice[model.claims[claim].work]
    guard choice >= 0 else { return }
    let base = Int32(model.amounts.range(claim).lowerBound)
    let most = Int32(model.amounts.range(claim).count) - 1
    var low = bound[choice * 2]
    var high = 0 - bound[choice * 2 + 1]
    while low > 0, model.amounts[Int(base + low) - 1] >= amount { low -= 1 }
    while high < most, model.amounts[Int(base + high) + 1] >= amount { high += 1 }
    if low > 0 { reasons.append(.atLeast(choice, low)) }
    if high < most { reasons.append(.atMost(choice, high)) }
  }

  /// Whether a claim cannot run on a day beside what surely does, and by how much.
  @inline(__always)
  private func excess(_ claim: Int32, _ base: Int, _ day: Int32, _ amount: Int32) -> Int32 {
    let part = capacity.parts[claim]
    let own = part.first <= day && day <= part.last ? part.amount : 0
    return capacity.used[base + Int(day)] - own + amount - model.capacity[base + Int(day)]
  }

  /// A work that would run on a full day wherever it starts before it starts after it.
  private mutating func pushStart(_ claim: Int32) -> Bool {
    let subject = model.claims[claim].work
    let start = model.startNode[subject]
    let finish = model.finishNode[subject]
    let base = Int(model.claims[claim].row) * Int(model.never)
    let amount = least(of: claim)
    guard amount > 0 else { return true }
    while true {
      let first = lower(start)
      let last = min(lower(finish), model.never - 1)
      var day = last
      while day >= first, excess(claim, base, day, amount) <= 0 { day -= 1 }
      work += Int64(max(0, last - day)) / 4 + 1
      guard day >= first else { return true }
      let from = reasons.count
      reasons.append(atLeast(finish, day))
      giveAmount(claim, amount)
      giveReasons(
        model.claims[claim].row, day, beside: claim,
        spare: excess(claim, base, day, amount) - 1)
      guard set(atLeast(start, day + 1), givenReasons(since: from)) else { return false }
    }
  }

  /// A work that would run on a full day however late it finishes after it finishes before it.
  private mutating func pushFinish(_ claim: Int32) -> Bool {
    let subject = model.claims[claim].work
    let start = model.startNode[subject]
    let finish = model.finishNode[subject]
    let base = Int(model.claims[claim].row) * Int(model.never)
    let amount = least(of: claim)
    let first = upper(start)
    guard amount > 0, first < model.never else { return true }
    let last = min(upper(finish), model.never - 1)
    var day = first
    while day <= last, excess(claim, base, day, amount) <= 0 { day += 1 }
    work += Int64(max(0, day - first)) / 4 + 1
    guard day <= last else { return true }
    let from = reasons.count
    reasons.append(atMost(start, day))
    giveAmount(claim, amount)
    giveReasons(
      model.claims[claim].row, day, beside: claim, spare: excess(claim, base, day, amount) - 1)
    return set(atMost(finish, day - 1), givenReasons(since: from))
  }
}
