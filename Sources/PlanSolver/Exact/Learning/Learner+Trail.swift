extension Learner {
  @inline(__always)
  func isTrue(_ fact: Fact) -> Bool { bound[fact.half] >= fact.value }

  @inline(__always)
  func isFalse(_ fact: Fact) -> Bool { bound[fact.half ^ 1] >= 1 &- fact.value }

  // MARK: Days of nodes

  @inline(__always)
  func lower(_ node: Int32) -> Int32 { day(of: node, at: bound[model.variable[node] &* 2]) }

  @inline(__always)
  func upper(_ node: Int32) -> Int32 {
    day(of: node, at: 0 &- bound[model.variable[node] &* 2 &+ 1])
  }

  @inline(__always)
  func day(of node: Int32, at value: Int32) -> Int32 {
    let row = model.imageRow[node]
    return row < 0 ? value : model.image[row + value]
  }

  @inline(__always)
  func atLeast(_ node: Int32, _ day: Int32) -> Fact {
    .atLeast(model.variable[node], firstValue(node, day))
  }

  @inline(__always)
  func atMost(_ node: Int32, _ day: Int32) -> Fact {
    .atMost(model.variable[node], firstValue(node, day &+ 1) &- 1)
  }

  /// The least value of a node's variable at which it is no earlier than a day; never falls with the value.
  @inline(__always)
  private func firstValue(_ node: Int32, _ day: Int32) -> Int32 {
    let row = model.imageRow[node]
    guard row >= 0 else { return day }
    var low: Int32 = 0
    var high = model.never &+ 1
    while low < high {
      let middle = (low &+ high) >> 1
      if model.image[row + middle] >= day { high = middle } else { low = middle &+ 1 }
    }
    return low
  }

  // MARK: Moving bounds

  /// The strongest form of a fact, given which values its variable has.
  @inline(__always)
  private func rounded(_ fact: Fact) -> Int32 {
    let base = Int(fact.variable) &* model.width
    if fact.isUpper {
      let value = min(0 &- fact.value, Int32(model.width) &- 1)
      return value < 0 ? 1 : 0 &- model.lastAllowed[base &+ Int(value)]
    }
    let value = max(fact.value, 0)
    return Int(value) >= model.width
      ? Int32(model.width) : model.nextAllowed[base &+ Int(value)]
  }

  /// The weakest form of a fact: the bound before it, of which it is the first that goes beyond, and one.
  @inline(__always)
  func weakened(_ fact: Fact) -> Fact {
    let base = Int(fact.variable) &* model.width
    if fact.isUpper {
      let above = Int(0 &- fact.value) &+ 1
      guard above >= 0, above < model.width else { return fact }
      return Fact(half: fact.half, value: 1 &- model.nextAllowed[base &+ above])
    }
    let below = Int(fact.value) &- 1
    guard below >= 0, below < model.width else { return fact }
    return Fact(half: fact.half, value: model.lastAllowed[base &+ below] &+ 1)
  }

  /// Makes a fact true.
  ///
  /// - Returns: Whether it can be; where not, `conflict` says what cannot hold together.
  @inline(__always)
  mutating func set(_ fact: Fact, _ reason: Reason) -> Bool {
    guard bound[fact.half] < fact.value else { return true }
    return move(fact, reason)
  }

  private mutating func move(_ fact: Fact, _ reason: Reason) -> Bool {
    let value = rounded(fact)
    let other = bound[fact.half ^ 1]
    guard value &+ other <= 0 else {
      failure = Failure(
        fact: Fact(half: fact.half, value: value), reason: reason,
        against: Fact(half: fact.half ^ 1, value: 1 &- value))
      return false
    }
    trail.append(
      Change(
        half: fact.half, value: value, former: bound[fact.half],
        formerChange: latest[fact.half], level: Int32(levels.count), reason: reason,
        need: AnalysisState.unneeded))
    bound[fact.half] = value
    latest[fact.half] = Int32(trail.count - 1)
    return true
  }

  /// Opens a level with a decision.
  mutating func decide(_ fact: Fact) {
    levels.append(Level(change: Int32(trail.count), reason: Int32(reasons.count)))
    _ = set(fact, Reason(kind: .decision))
  }

  mutating func backtrack(to level: Int) {
    guard levels.count > level else { return }
    let target = levels[level]
    while trail.count > Int(target.change) {
      let change = trail.removeLast()
      bound[change.half] = change.former
      latest[change.half] = change.formerChange
      let variable = change.half >> 1
      for place in model.claimsOfVariable.range(variable) {
        capacity.mark(model.claimsOfVariable[place])
      }
      priced.widen(variable)
    }
    reasons.truncate(to: Int(target.reason))
    levels.truncate(to: level)
    head = min(head, trail.count)
    decisions.reopen(above: level)
    costIsStale = true
    priced.isStale = true
    ruled.isStale = true
  }

  /// The value of a half before a change was made.
  func value(of half: Int32, before change: Int32) -> Int32 {
    var place = latest[half]
    while place >= change { place = trail[place].formerChange }
    return place < 0 ? rootBound[half] : trail[place].value
  }

  // MARK: Propagating

  /// Carries what is new to every propagator until nothing moves.
  ///
  /// - Returns: Whether nothing speaks against what is decided; else `conflict` says what does.
  mutating func propagate(
    _ instance: borrowing Instance, _ network: borrowing Network
  ) -> Bool {
    if isFine(instance, network) { return true }
    head = trail.count
    return false
  }

  private mutating func isFine(
    _ instance: borrowing Instance, _ network: borrowing Network
  ) -> Bool {
    while true {
      while head < trail.count {
        let change = trail[head]
        head += 1
        guard visitClauses(change), tell(change, instance, network) else { return false }
      }
      guard propagateCapacity() else { return false }
      if head < trail.count { continue }
      if costIsStale {
        guard propagateCost(network) else { return false }
        if head < trail.count { continue }
      }
      if priced.isStale {
        guard propagatePrices() else { return false }
        if head < trail.count { continue }
      }
      if ruled.isStale, !propagateRules(instance, network) { return false }
      return true
    }
  }

  private mutating func tell(
    _ change: Change, _ instance: borrowing Instance, _ network: borrowing Network
  ) -> Bool {
    let variable = change.half >> 1
    for place in model.relationsOfHalf.range(change.half) {
      guard carry(model.relationsOfHalf[place], network) else { return false }
    }
    let staffed = model.staffedWork[variable]
    if staffed >= 0 {
      guard propagateStaffing(staffed, instance) else { return false }
    }
    for place in model.claimsOfVariable.range(variable) {
      capacity.mark(model.claimsOfVariable[place])
    }
    costIsStale = true
    priced.isStale = true
    ruled.isStale = true
    return true
  }
}
