extension Learner {
  /// Which bound of which end a relation moved.
  private enum Way {
    static let forward: Int32 = 0
    static let backward: Int32 = 1
    static let neverToo: Int32 = 2
    static let doneToo: Int32 = 3
  }

  // MARK: Precedences and what covers what

  /// Carries bounds from one end of a relation to the other.
  mutating func carry(_ relation: Int32, _ network: borrowing Network) -> Bool {
    work += 1
    let edge = model.relations[relation]
    let earliest = network.release[edge.row + lower(edge.from)]
    if earliest > lower(edge.to) {
      guard set(atLeast(edge.to, earliest), reason(relation, Way.forward)) else { return false }
    }
    let latest = upper(edge.to)
    if network.release[edge.row + upper(edge.from)] > latest {
      let last = firstRelease(edge, after: latest, network) - 1
      guard set(atMost(edge.from, last), reason(relation, Way.backward)) else { return false }
    }
    guard edge.kind == .covers else { return true }
    if lower(edge.to) >= model.never {
      guard set(atLeast(edge.from, model.never), reason(relation, Way.neverToo)) else {
        return false
      }
    }
    if upper(edge.from) < model.never {
      guard set(atMost(edge.to, model.never - 1), reason(relation, Way.doneToo)) else {
        return false
      }
    }
    return true
  }

  private func reason(_ relation: Int32, _ way: Int32) -> Reason {
    Reason(kind: .relation, place: relation, count: way)
  }

  /// The first day of `from` that releases `to` only after a day; beyond "never" where there is none.
  private func firstRelease(
    _ edge: Network.Edge, after day: Int32, _ network: borrowing Network
  ) -> Int32 {
    var low: Int32 = 0
    var high = model.never + 1
    while low < high {
      let middle = (low + high) / 2
      if network.release[edge.row + middle] > day { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Says why a relation moved a bound as far as is needed.
  mutating func explainRelation(
    _ reason: Reason, _ needed: Fact, _ network: borrowing Network
  ) {
    let edge = model.relations[reason.place]
    let base = Int(needed.variable) * model.width
    switch reason.count {
    case Way.forward:
      let below = max(0, min(needed.value, Int32(model.width)) - 1)
      let value = model.lastAllowed[base + Int(below)]
      guard value >= 0 else { return }
      let first = firstRelease(edge, after: day(of: edge.to, at: value), network)
      analysis.reasons.append(atLeast(edge.from, first))
    case Way.backward:
      let above = max(0, 0 - needed.value + 1)
      guard Int(above) < model.width else { return }
      let value = model.nextAllowed[base + Int(above)]
      guard Int(value) < model.width else { return }
      let released = network.release[edge.row + day(of: edge.from, at: value)]
      analysis.reasons.append(atMost(edge.to, released - 1))
    case Way.neverToo: analysis.reasons.append(atLeast(edge.to, model.never))
    default: analysis.reasons.append(atMost(edge.from, model.never - 1))
    }
  }

  // MARK: Start, way and finish of a work that can be done in several ways

  /// The bounds of a work's start, finish and way.
  private struct Box {
    var start: ClosedRange<Int32>
    var finish: ClosedRange<Int32>
    var way: ClosedRange<Int32>
  }

  mutating func propagateStaffing(_ subject: Int32, _ instance: borrowing Instance) -> Bool {
    let start = model.variable[model.startNode[subject]]
    let finish = model.variable[model.finishNode[subject]]
    let way = model.choice[subject]
    let box = Box(start: range(start), finish: range(finish), way: range(way))
    let reason = Reason(kind: .staffing, place: subject)
    guard let inner = shrunk(box, subject, instance) else {
      // Its start comes after its end.
      return set(.atLeast(start, box.start.upperBound + 1), reason)
    }
    return set(.atLeast(start, inner.start.lowerBound), reason)
      && set(.atMost(start, inner.start.upperBound), reason)
      && set(.atLeast(finish, inner.finish.lowerBound), reason)
      && set(.atMost(finish, inner.finish.upperBound), reason)
      && set(.atLeast(way, inner.way.lowerBound), reason)
      && set(.atMost(way, inner.way.upperBound), reason)
  }

  private func range(_ variable: Int32) -> ClosedRange<Int32> {
    bound[variable * 2]...(0 - bound[variable * 2 + 1])
  }

  /// The least box that holds all of a box in which finishes fit to starts and ways, `nil` for an empty one.
  private mutating func shrunk(
    _ box: Box, _ subject: Int32, _ instance: borrowing Instance
  ) -> Box? {
    var found: Box?
    func include(
      _ start: ClosedRange<Int32>, _ finish: ClosedRange<Int32>, _ way: ClosedRange<Int32>
    ) {
      guard let known = found else {
        found = Box(start: start, finish: finish, way: way)
        return
      }
      found = Box(
        start: union(known.start, start), finish: union(known.finish, finish),
        way: union(known.way, way))
    }
    if box.start.contains(model.never), box.finish.contains(model.never) {
      include(model.never...model.never, model.never...model.never, box.way)
    }
    let firstOption = instance.works.firstOption[subject]
    let lastStart = min(box.start.upperBound, model.never - 1)
    for way in box.way where box.start.lowerBound <= lastStart {
      let option = firstOption + way
      let row = Int(option) * Int(model.never)
      var first = box.start.lowerBound
      while first <= lastStart,
        !model.isAllowed[row + Int(first)]
          || instance.finishDay(option, from: first) < box.finish.lowerBound
      {
        first += 1
      }
      var last = lastStart
      while last >= first,
        !model.isAllowed[row + Int(last)]
          || instance.finishDay(option, from: last) > box.finish.upperBound
      {
        last -= 1
      }
      work += Int64(first - box.start.lowerBound + lastStart - last) / 4 + 1
      guard first <= last else { continue }
      include(
        first...last,
        instance.finishDay(option, from: first)...instance.finishDay(option, from: last),
        way...way)
    }
    return found
  }

  /// Says why a box shrank as far as is needed: what can be left away, one bound after the other, is.
  mutating func explainStaffing(
    _ subject: Int32, _ needed: Fact, before change: Int32, _ instance: borrowing Instance
  ) {
    let parts = [
      model.variable[model.startNode[subject]], model.variable[model.finishNode[subject]],
      model.choice[subject],
    ]
    var values: [Int32] = []
    for part in parts {
      values.append(value(of: part * 2, before: change))
      values.append(value(of: part * 2 + 1, before: change))
    }
    // The bound against which something was to be moved is no part of the reason.
    for index in values.indices {
      let half = parts[index / 2] * 2 + Int32(index % 2)
      guard values[index] > rootBound[half] else { continue }
      let kept = values[index]
      values[index] = rootBound[half]
      if !implies(values, parts, needed, subject, instance) { values[index] = kept }
    }
    for index in values.indices {
      let half = parts[index / 2] * 2 + Int32(index % 2)
      if values[index] > rootBound[half] {
        analysis.reasons.append(Fact(half: half, value: values[index]))
      }
    }
  }

  private mutating func implies(
    _ values: [Int32], _ parts: [Int32], _ needed: Fact, _ subject: Int32,
    _ instance: borrowing Instance
  ) -> Bool {
    func range(_ part: Int) -> ClosedRange<Int32> { values[part * 2]...(0 - values[part * 2 + 1]) }
    let box = Box(start: range(0), finish: range(1), way: range(2))
    guard let inner = shrunk(box, subject, instance) else { return true }
    let part = parts.firstIndex(of: needed.variable) ?? 0
    let shrunken = part == 0 ? inner.start : part == 1 ? inner.finish : inner.way
    return needed.isUpper
      ? shrunken.upperBound <= 0 - needed.value : shrunken.lowerBound >= needed.value
  }
}

private func union(_ left: ClosedRange<Int32>, _ right: ClosedRange<Int32>) -> ClosedRange<Int32> {
  min(left.lowerBound, right.lowerBound)...max(left.upperBound, right.upperBound)
}
