internal import PlanModel

extension Learner {
  /// Adds what budgets and guardrails ask.
  mutating func addRules(_ board: borrowing Board) {
    guard !board.instance.rules.isEmpty else { return }
    ruled = RuledState(model, board)
  }

  /// Holds what is missing of rules in any case, and what the days of nodes cost at least, against the limit.
  mutating func propagateRules(
    _ instance: borrowing Instance, _ network: borrowing Network
  ) -> Bool {
    ruled.isStale = false
    guard !ruled.isEmpty else { return true }
    for place in ruled.works.indices { note(place, box(place)) }
    let days = costOfDays(network)
    guard days.addingClamped(costOfRules(instance)) > costLimit else { return true }
    conflict.truncate(to: 0)
    failure = nil
    analysis.reasons.truncate(to: 0)
    for place in ruled.works.indices { giveWork(place, beside: days, instance) }
    let spare = days.addingClamped(costOfRules(instance)) - costLimit - 1
    giveCosts(beside: -1, before: Int32(trail.count), spare: spare, network)
    for index in 0..<analysis.reasons.count { conflict.append(analysis.reasons[index]) }
    return false
  }

  private func costOfDays(_ network: borrowing Network) -> Int64 {
    model.costNodes.reduce(0) { $0 + network.cost[network.costRow[$1] + lower($1)] }
  }

  private mutating func costOfRules(_ instance: borrowing Instance) -> Int64 {
    work += ruled.workOfCost
    return ruled.cost(instance.rules)
  }

  private mutating func note(_ place: Int, _ box: RuledState.Box) {
    work += Int64(ruled.note(place, box, model) / 2 + 1)
  }

  /// Bounds of a work with one way to do it have none for that.
  private func halves(_ place: Int) -> SIMD4<Int32> {
    let subject = ruled.works[place]
    let start = model.variable[model.startNode[subject]] * 2
    let way = model.choice[subject] * 2
    return SIMD4(start, start + 1, way, way < 0 ? way : way + 1)
  }

  private func box(_ place: Int) -> RuledState.Box {
    let halves = halves(place)
    var box = RuledState.Box(halves: .zero)
    for side in halves.indices where halves[side] >= 0 { box.halves[side] = bound[halves[side]] }
    return box
  }

  /// Adds what of a work's bounds it takes for the limit to be passed, with those of the works before it as wide as was found.
  ///
  /// Each bound in turn is moved back as far as that allows, and left there.
  private mutating func giveWork(
    _ place: Int, beside days: Int64, _ instance: borrowing Instance
  ) {
    let halves = halves(place)
    var box = box(place)
    for side in [2, 3, 1, 0] where halves[side] >= 0 {
      let root = rootBound[halves[side]]
      // What is known to suffice, and the widest that may.
      var enough = bound[halves[side]]
      var low = root
      while low < enough {
        let tried = low == root ? low : low + (enough - low) / 2
        box.halves[side] = tried
        note(place, box)
        if days.addingClamped(costOfRules(instance)) > costLimit {
          enough = tried
        } else {
          low = tried + 1
        }
      }
      box.halves[side] = enough
      note(place, box)
      if enough > root { analysis.reasons.append(Fact(half: halves[side], value: enough)) }
    }
  }
}
