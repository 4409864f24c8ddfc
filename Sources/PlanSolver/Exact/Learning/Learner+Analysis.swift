/// What the analysis of a conflict writes.
struct AnalysisState: ~Copyable {
  /// Of a change that no conflict needs.
  static var unneeded: Int32 { Int32.min }

  /// Facts that were just given as a reason.
  var reasons = Stack<Fact>()
  /// Changes below the level of the conflict that it needs.
  var below = Stack<Int32>()
  /// What must not all be false from now on: what follows at once, then the newest of the rest.
  var learned = Stack<Fact>()
}

extension Learner {
  /// Finds what suffices for the conflict at hand.
  ///
  /// - Returns: The level to go back to, on which the first of the learned facts follows; `nil` when nothing is left.
  mutating func analyse(
    _ instance: borrowing Instance, _ network: borrowing Network
  ) -> Int? {
    gatherConflict(instance, network)
    var level: Int32 = 0
    for index in 0..<analysis.reasons.count {
      level = max(level, self.level(of: analysis.reasons[index]))
    }
    guard level > 0 else { return nil }
    analysis.below.truncate(to: 0)
    var open = needReasons(at: level)
    var place = Int32(trail.count) - 1
    while true {
      while trail[place].need == AnalysisState.unneeded || trail[place].level != level {
        place -= 1
      }
      let change = trail[place]
      if open == 1 { break }
      trail[place].need = AnalysisState.unneeded
      open -= 1
      analysis.reasons.truncate(to: 0)
      explain(
        change.reason, weakened(Fact(half: change.half, value: change.need)), before: place,
        instance, network)
      open += needReasons(at: level)
      place -= 1
      work += 2
    }
    let decisive = weakened(Fact(half: trail[place].half, value: trail[place].need))
    decisions.bump(decisive, model)
    analysis.learned.truncate(to: 0)
    analysis.learned.append(decisive.opposite)
    let back = keepNeeded(instance, network)
    trail[place].need = AnalysisState.unneeded
    return back
  }

  private mutating func gatherConflict(
    _ instance: borrowing Instance, _ network: borrowing Network
  ) {
    analysis.reasons.truncate(to: 0)
    guard let failure else {
      for index in 0..<conflict.count { analysis.reasons.append(conflict[index]) }
      return
    }
    explain(
      failure.reason, weakened(failure.fact), before: Int32(trail.count), instance, network)
    analysis.reasons.append(weakened(failure.against))
    self.failure = nil
  }

  /// The change that first made a true fact true, −1 for what always was.
  @inline(__always)
  private func change(behind fact: Fact) -> Int32 {
    var place = latest[fact.half]
    assert(bound[fact.half] >= fact.value)
    while place >= 0, trail[place].former >= fact.value { place = trail[place].formerChange }
    return place
  }

  private func level(of fact: Fact) -> Int32 {
    let place = change(behind: fact)
    return place < 0 ? 0 : trail[place].level
  }

  /// Notes the reasons just given as needed.
  ///
  /// - Returns: How many of them are new and on the level.
  private mutating func needReasons(at level: Int32) -> Int {
    var found = 0
    for index in 0..<analysis.reasons.count {
      let fact = analysis.reasons[index]
      let place = change(behind: fact)
      guard place >= 0, trail[place].level > 0 else { continue }
      let isNew = trail[place].need == AnalysisState.unneeded
      trail[place].need = isNew ? fact.value : max(trail[place].need, fact.value)
      guard isNew else { continue }
      decisions.bump(fact, model)
      if trail[place].level == level { found += 1 } else { analysis.below.append(place) }
    }
    work += Int64(analysis.reasons.count)
    return found
  }

  /// Takes over what is needed of lower levels, without what follows from the rest or says less than the rest.
  ///
  /// - Returns: The highest level among it.
  private mutating func keepNeeded(
    _ instance: borrowing Instance, _ network: borrowing Network
  ) -> Int {
    var kept = 0
    for index in 0..<analysis.below.count {
      let place = analysis.below[index]
      let needed = weakened(Fact(half: trail[place].half, value: trail[place].need))
      guard !follows(place, needed, instance, network) else { continue }
      // What is left away stands behind what is kept, still needed until all are looked at.
      analysis.below[index] = analysis.below[kept]
      analysis.below[kept] = place
      kept += 1
    }
    for index in kept..<max(kept, analysis.below.count) {
      trail[analysis.below[index]].need = AnalysisState.unneeded
    }
    var newest: Int32 = 0
    for index in 0..<kept {
      let place = analysis.below[index]
      guard !isCovered(place) else { continue }
      let change = trail[place]
      analysis.learned.append(
        weakened(Fact(half: change.half, value: change.need)).opposite)
      let last = analysis.learned.count - 1
      if change.level > newest {
        newest = change.level
        let former = analysis.learned[1]
        analysis.learned[1] = analysis.learned[last]
        analysis.learned[last] = former
      }
    }
    for index in 0..<kept { trail[analysis.below[index]].need = AnalysisState.unneeded }
    return Int(newest)
  }

  /// Whether a later, stronger fact about the same half is kept.
  private func isCovered(_ place: Int32) -> Bool {
    var other = latest[trail[place].half]
    while other > place {
      if trail[other].need != AnalysisState.unneeded { return true }
      other = trail[other].formerChange
    }
    return false
  }

  /// Whether all that a change was made for is needed already.
  private mutating func follows(
    _ place: Int32, _ needed: Fact, _ instance: borrowing Instance,
    _ network: borrowing Network
  ) -> Bool {
    let reason = trail[place].reason
    guard reason.kind != .decision else { return false }
    analysis.reasons.truncate(to: 0)
    explain(reason, needed, before: place, instance, network)
    work += Int64(analysis.reasons.count)
    for index in 0..<analysis.reasons.count {
      let fact = analysis.reasons[index]
      let behind = change(behind: fact)
      guard behind >= 0, trail[behind].level > 0 else { continue }
      guard trail[behind].need != AnalysisState.unneeded, trail[behind].need >= fact.value else {
        return false
      }
    }
    return true
  }

  /// Gives the facts for which a change was made, or could have been as far as is needed.
  private mutating func explain(
    _ reason: Reason, _ needed: Fact, before change: Int32, _ instance: borrowing Instance,
    _ network: borrowing Network
  ) {
    switch reason.kind {
    case .decision: break
    case .facts:
      for place in reason.place..<reason.place + reason.count {
        analysis.reasons.append(reasons[place])
      }
    case .clause:
      let clause = clauses.clauses[reason.place]
      for place in clause.start + 1..<clause.start + clause.count {
        analysis.reasons.append(clauses.facts[place].opposite)
      }
      clauses.bump(reason.place)
    case .relation: explainRelation(reason, needed, network)
    case .staffing: explainStaffing(reason.place, needed, before: change, instance)
    case .cost: explainCost(needed, before: change, network)
    case .price: explainPrice(reason.place, needed, before: change)
    }
  }
}
