/// Rows of reduced costs, each of which bounds what all days and ways together may cost more than the relaxation at its
/// prices.
///
/// A sum of functions of one variable, or of start and way of one work, and what they may come to.
struct PricedState: ~Copyable {
  /// Something may have moved since the rows were last looked at.
  var isStale = true
  fileprivate(set) var count = 0
  /// By row, variable and value.
  fileprivate var single = Stack<Int64>()
  /// By row, option and start.
  fileprivate var double = Stack<Int64>()
  /// By row, the value of the relaxation, scaled, and the scale.
  fileprivate var value = Stack<Int64>()
  fileprivate var scale: Int64 = 1
  /// By row and term, its least within the bounds and where that is; what is below 0 is not known.
  fileprivate var least = Stack<Int64>()
  fileprivate var place = Stack<Int32>()
  fileprivate var singleCount = 0
  fileprivate var doubleCount = 0
  fileprivate var termCount = 0
  /// Works with a choice; their terms come after those of variables.
  fileprivate var staffed: [Int32] = []
  /// By work, where it stands among them.
  fileprivate var order: [Int32] = []
  fileprivate var widened: [Bool] = []

  /// Forgets the leasts of a variable whose bounds were given back.
  @inline(__always)
  mutating func widen(_ variable: Int32) {
    guard count > 0 else { return }
    widened[Int(variable)] = true
  }
}

extension Learner {
  /// Adds a row from prices of the relaxation.
  ///
  /// - Parameters:
  ///   - costs: What `reducedCosts` gives.
  ///   - value: The relaxation's value at the same prices.
  ///   - scale: Units of the two in a minor unit.
  ///   - instance: The compiled problem.
  mutating func addPrices(
    _ costs: borrowing ReducedCosts, value: Int64, scale: Int64, _ instance: borrowing Instance
  ) {
    backtrack(to: 0)
    preparePrices(costs)
    let base = priced.single.count
    for variable in 0..<Int32(model.variableCount) {
      for value in 0..<Int32(model.width) {
        priced.single.append(nextAllowed(variable, value) == value ? 0 : Settling.impossible)
      }
    }
    for node in model.variable.indices {
      let variable = Int(model.variable[node])
      for each in 0..<Int(model.never) + 1 {
        let day = Int(self.day(of: Int32(node), at: Int32(each)))
        add(costs.day[node * (Int(model.never) + 1) + day], base + variable * model.width + each)
      }
    }
    for cell in costs.start.indices {
      priced.double.append(min(costs.start[cell], Settling.impossible))
    }
    for subject in model.works where model.choice[subject] < 0 {
      let variable = Int(model.variable[model.startNode[subject]])
      let row = Int(instance.works.firstOption[subject]) * Int(model.never)
      for day in 0..<Int(model.never) {
        add(costs.start[row + day], base + variable * model.width + day)
      }
    }
    for _ in 0..<priced.termCount {
      priced.least.append(-1)
      priced.place.append(0)
    }
    priced.value.append(value)
    priced.scale = scale
    priced.count += 1
    priced.isStale = true
  }

  private mutating func add(_ cost: Int64, _ cell: Int) {
    priced.single[cell] = min(
      Settling.impossible, priced.single[cell] + min(cost, Settling.impossible))
  }

  private mutating func preparePrices(_ costs: borrowing ReducedCosts) {
    guard priced.count == 0 else { return }
    priced.singleCount = model.variableCount * model.width
    priced.doubleCount = costs.start.count
    priced.staffed = model.works.filter { model.choice[$0] >= 0 }
    priced.order = Array(repeating: -1, count: model.choice.count)
    for (index, subject) in priced.staffed.enumerated() {
      priced.order[Int(subject)] = Int32(index)
    }
    priced.termCount = model.variableCount + priced.staffed.count
    priced.widened = Array(repeating: false, count: model.variableCount)
  }

  // MARK: Propagating

  /// Holds every row against what it may come to, and bounds each term by what the others leave.
  mutating func propagatePrices() -> Bool {
    priced.isStale = false
    guard priced.count > 0 else { return true }
    forgetWidened()
    for row in 0..<priced.count {
      guard propagatePrices(row) else { return false }
    }
    return true
  }

  private mutating func forgetWidened() {
    for variable in 0..<model.variableCount where priced.widened[variable] {
      priced.widened[variable] = false
      let staffed = model.staffedWork[variable]
      for row in 0..<priced.count {
        priced.least[row * priced.termCount + variable] = -1
        if staffed >= 0 {
          priced.least[
            row * priced.termCount + model.variableCount
              + Int(priced.order[Int(staffed)])] = -1
        }
      }
    }
    work += Int64(model.variableCount) / 8
  }

  private func slack(_ row: Int) -> Int64 {
    let most = (costLimit &+ costConstant) &* priced.scale
    return most - priced.value[row]
  }

  private mutating func propagatePrices(_ row: Int) -> Bool {
    let slack = slack(row)
    var total: Int64 = 0
    for term in 0..<priced.termCount {
      total = min(Settling.impossible, total + least(row, term))
    }
    work += Int64(priced.termCount) / 2
    let reason = Reason(kind: .price, place: Int32(row))
    if total > slack {
      conflict.truncate(to: 0)
      failure = nil
      analysis.reasons.truncate(to: 0)
      givePrices(row, beside: -1, before: Int32(trail.count), spare: total - slack - 1)
      for index in 0..<analysis.reasons.count { conflict.append(analysis.reasons[index]) }
      return false
    }
    for variable in 0..<Int32(model.variableCount) {
      let term = row * priced.termCount + Int(variable)
      let most = slack - total + priced.least[term]
      let base = row * priced.singleCount + Int(variable) * model.width
      var first = bound[variable * 2]
      var last = 0 - bound[variable * 2 + 1]
      guard first < last else { continue }
      guard priced.single[base + Int(first)] > most || priced.single[base + Int(last)] > most
      else { continue }
      while first <= last, priced.single[base + Int(first)] > most {
        first = nextAllowed(variable, first + 1)
      }
      while last >= first, priced.single[base + Int(last)] > most {
        last = lastAllowed(variable, last - 1)
      }
      work += 2
      guard set(.atLeast(variable, first), reason), set(.atMost(variable, last), reason) else {
        return false
      }
    }
    return true
  }

  @inline(__always)
  private func nextAllowed(_ variable: Int32, _ value: Int32) -> Int32 {
    Int(value) < model.width
      ? model.nextAllowed[Int(variable) * model.width + Int(value)] : Int32(model.width)
  }

  @inline(__always)
  private func lastAllowed(_ variable: Int32, _ value: Int32) -> Int32 {
    value >= 0 ? model.lastAllowed[Int(variable) * model.width + Int(value)] : -1
  }

  /// The least of a term within the bounds.
  @inline(__always)
  private mutating func least(_ row: Int, _ term: Int) -> Int64 {
    let cell = row * priced.termCount + term
    if term < model.variableCount {
      let first = bound[term * 2]
      let last = 0 - bound[term * 2 + 1]
      let place = priced.place[cell]
      if priced.least[cell] >= 0, place >= first, place <= last { return priced.least[cell] }
      let (least, at) = self.least(row, Int32(term), first, last)
      priced.least[cell] = least
      priced.place[cell] = at
      work += Int64(last - first) / 4
      return least
    }
    let subject = priced.staffed[term - model.variableCount]
    let start = model.variable[model.startNode[subject]]
    let choice = model.choice[subject]
    let (first, last) = (bound[start * 2], 0 - bound[start * 2 + 1])
    let (low, high) = (bound[choice * 2], 0 - bound[choice * 2 + 1])
    let known = priced.place[cell]
    if priced.least[cell] >= 0 {
      let (way, day) = (known / Int32(model.width), known % Int32(model.width))
      if day >= first, day <= last, way >= low, way <= high { return priced.least[cell] }
    }
    let (least, at) = leastOfWork(row, subject, (first, last), (low, high))
    priced.least[cell] = least
    priced.place[cell] = at
    work += Int64(last - first) * Int64(high - low + 1) / 4
    return least
  }

  private func least(
    _ row: Int, _ variable: Int32, _ first: Int32, _ last: Int32
  ) -> (Int64, Int32) {
    let base = row * priced.singleCount + Int(variable) * model.width
    var least = priced.single[base + Int(first)]
    var at = first
    var value = first
    while value < last, least > 0 {
      value += 1
      if priced.single[base + Int(value)] < least {
        least = priced.single[base + Int(value)]
        at = value
      }
    }
    return (least, at)
  }

  /// Over starts and ways; "never" costs nothing here.
  private func leastOfWork(
    _ row: Int, _ subject: Int32, _ starts: (first: Int32, last: Int32),
    _ ways: (first: Int32, last: Int32)
  ) -> (Int64, Int32) {
    if starts.last >= model.never {
      return (0, ways.first * Int32(model.width) + model.never)
    }
    let firstOption = Int(model.firstOption[subject])
    var least = Settling.impossible
    var at = ways.first * Int32(model.width) + starts.first
    for way in ways.first...ways.last {
      let base = row * priced.doubleCount + (firstOption + Int(way)) * Int(model.never)
      for day in starts.first...starts.last where priced.double[base + Int(day)] < least {
        least = priced.double[base + Int(day)]
        at = way * Int32(model.width) + day
      }
    }
    return (least, at)
  }

  // MARK: Reasons

  /// Says why prices moved a bound as far as is needed.
  mutating func explainPrice(_ row: Int32, _ needed: Fact, before change: Int32) {
    let row = Int(row)
    let variable = needed.variable
    let base = row * priced.singleCount + Int(variable) * model.width
    var others: Int64 = 0
    for term in 0..<priced.termCount where term != Int(variable) {
      others = min(Settling.impossible, others + leastBefore(row, term, change))
    }
    let slack = slack(row)
    // The values that are too dear, from the needed one to where the bound was, and on as far as that goes.
    var gap = Int64.max
    if needed.isUpper {
      let above = Int(0 - needed.value) + 1
      var value = above
      let last = Int(0 - rootBound[variable * 2 + 1])
      while value <= last, priced.single[base + value] + others > slack {
        gap = min(gap, priced.single[base + value])
        value += 1
      }
      if value <= last { analysis.reasons.append(.atMost(variable, Int32(value) - 1)) }
    } else {
      var value = Int(needed.value) - 1
      let first = Int(rootBound[variable * 2])
      while value >= first, priced.single[base + value] + others > slack {
        gap = min(gap, priced.single[base + value])
        value -= 1
      }
      if value >= first { analysis.reasons.append(.atLeast(variable, Int32(value) + 1)) }
    }
    guard gap < Int64.max else { return }
    givePrices(row, beside: Int(variable), before: change, spare: gap + others - slack - 1)
  }

  private func leastBefore(_ row: Int, _ term: Int, _ change: Int32) -> Int64 {
    if term < model.variableCount {
      let half = Int32(term) * 2
      return least(
        row, Int32(term), value(of: half, before: change), 0 - value(of: half + 1, before: change)
      ).0
    }
    let subject = priced.staffed[term - model.variableCount]
    let start = model.variable[model.startNode[subject]] * 2
    let choice = model.choice[subject] * 2
    return leastOfWork(
      row, subject,
      (value(of: start, before: change), 0 - value(of: start + 1, before: change)),
      (value(of: choice, before: change), 0 - value(of: choice + 1, before: change))
    ).0
  }

  /// Adds the facts by which terms come to what they do, without those that can be spared.
  private mutating func givePrices(
    _ row: Int, beside own: Int, before change: Int32, spare: Int64
  ) {
    var spare = spare
    for term in 0..<priced.termCount where term != own {
      let now = leastBefore(row, term, change)
      guard now > 0 else { continue }
      let root = leastBefore(row, term, 0)
      guard now > root else { continue }
      if now - root <= spare {
        spare -= now - root
        continue
      }
      if term < model.variableCount {
        giveEnds(row, Int32(term), change, now, &spare)
      } else {
        giveWork(row, priced.staffed[term - model.variableCount], change, now)
      }
    }
    work += Int64(priced.termCount)
  }

  /// The widest bounds of a variable within which a term still comes to enough.
  private mutating func giveEnds(
    _ row: Int, _ variable: Int32, _ change: Int32, _ now: Int64, _ spare: inout Int64
  ) {
    let base = row * priced.singleCount + Int(variable) * model.width
    var enough = now - spare
    let first = rootBound[variable * 2]
    let last = 0 - rootBound[variable * 2 + 1]
    var low = value(of: variable * 2, before: change)
    var high = 0 - value(of: variable * 2 + 1, before: change)
    var reached = now
    while low > first, priced.single[base + Int(low) - 1] >= enough {
      low -= 1
      reached = min(reached, priced.single[base + Int(low)])
    }
    while high < last, priced.single[base + Int(high) + 1] >= enough {
      high += 1
      reached = min(reached, priced.single[base + Int(high)])
    }
    enough = reached
    spare -= now - enough
    if low > first { analysis.reasons.append(.atLeast(variable, low)) }
    if high < last { analysis.reasons.append(.atMost(variable, high)) }
  }

  private mutating func giveWork(_ row: Int, _ subject: Int32, _ change: Int32, _ now: Int64) {
    let halves = [model.variable[model.startNode[subject]] * 2, model.choice[subject] * 2]
    var values: [Int32] = []
    for half in halves {
      values.append(value(of: half, before: change))
      values.append(value(of: half + 1, before: change))
    }
    for index in values.indices {
      let half = halves[index / 2] + Int32(index % 2)
      let kept = values[index]
      guard kept > rootBound[half] else { continue }
      values[index] = rootBound[half]
      let least = leastOfWork(row, subject, (values[0], 0 - values[1]), (values[2], 0 - values[3]))
      if least.0 < now { values[index] = kept }
    }
    for index in values.indices {
      let half = halves[index / 2] + Int32(index % 2)
      if values[index] > rootBound[half] {
        analysis.reasons.append(Fact(half: half, value: values[index]))
      }
    }
  }
}
