internal import PlanModel

/// Finds what moved between an agreed schedule and one of now, and walks back from each move to what caused it.
struct MoveComparison {
  let model: SchedulingModel
  let schedule: Schedule
  let agreed: AgreedSchedule
  /// The agreed schedule with the lengths of now; `nil` where nothing of it can be done any more.
  let kept: Schedule?
  let holds: [Hold?]
  /// Calendar days by which a start may differ and has not moved.
  private let toleranceDays: Int
  /// By initiative, where it is now and where it was to be.
  let now: [ClosedRange<CivilDate>?]
  let then: [ClosedRange<CivilDate>?]

  init(
    _ schedule: Schedule, holds: [Hold?], agreed: AgreedSchedule, _ model: SchedulingModel,
    toleranceDays: Int = AgreedSchedule.toleranceDays
  ) {
    self.model = model
    self.schedule = schedule
    self.holds = holds
    self.toleranceDays = toleranceDays
    self.agreed = agreed
    kept = model.agreedSchedule
    now = model.plan.initiatives.indices.map { index in
      let id = InitiativeID(index)
      guard let start = model.startDate(of: id, in: schedule),
        let finish = model.finishDate(of: id, in: schedule)
      else { return nil }
      return min(start, finish)...max(start, finish)
    }
    then = agreed.initiatives.map { $0?.days }
  }

  var added: [Int] {
    model.plan.initiatives.indices.filter {
      agreed.initiatives[$0] == nil && model.plan.initiatives[$0].isOpen
    }
  }

  var moves: [Move] {
    model.plan.initiatives.indices.compactMap { index in
      guard hasMoved(index) else { return nil }
      return Move(
        initiative: index, agreed: then[index], now: now[index],
        churn: schedule.churn(of: index, in: model.problem), cause: cause(of: index))
    }
  }

  private func hasMoved(_ index: Int) -> Bool {
    guard agreed.initiatives[index] != nil, model.plan.initiatives[index].isOpen else {
      return false
    }
    guard let then = then[index], let now = now[index] else {
      return (then[index] == nil) != (now[index] == nil)
    }
    return abs(then.lowerBound.days(until: now.lowerBound)) > toleranceDays
  }

  // MARK: Causes

  private func cause(of index: Int) -> Move.Cause {
    if isBegun(index) { return .begun }
    let root = root(of: index)
    // What it waits for has another place only because it takes longer itself.
    if root?.how.isChoice ?? true, let own = changedLength(of: index) { return .follows(own) }
    if let root { return .follows(root) }
    if let date = then[index]?.lowerBound, date < model.plan.asOf, now[index] != nil,
      now[index].map({ $0.lowerBound > date }) ?? false
    {
      return .passed
    }
    guard let hold = firstHold(of: index) else { return .cheaperOrder }
    return hold.isOfPlan && isLater(index) ? .held(hold) : .cheaperOrder
  }

  private func isBegun(_ index: Int) -> Bool {
    model.plan.initiatives[index].works.contains { model.plan.works[$0].progress != .open }
  }

  func isLater(_ index: Int) -> Bool {
    guard let then = then[index], let now = now[index] else { return false }
    return now.lowerBound > then.lowerBound
  }

  func isEarlier(_ index: Int) -> Bool {
    guard let then = then[index], let now = now[index] else { return false }
    return now.lowerBound < then.lowerBound
  }

  /// What of its chain is not as agreed, the farthest back; `nil` where all of it is.
  ///
  /// Later than agreed, the chain of now tells; earlier, what it stood behind in the agreed schedule.
  private func root(of index: Int) -> Move.Change? {
    var visited = Array(repeating: false, count: now.count)
    visited[index] = true
    let isLater = isLater(index)
    // The last is looked at first: what it stands behind tells more than whose place is whose.
    var frontier = places(of: index) + (isLater ? behindLate(index) : behindThen(index))
    var nearest: Move.Change?
    while let next = frontier.popLast() {
      guard !visited[next] else { continue }
      visited[next] = true
      if let change = change(of: next) {
        nearest = change
        if !change.how.isChoice { return change }
      }
      // What is in the way because it moved there itself is asked for its own reason.
      frontier += isLater ? behindNow(next) : []
      if !isLater || isEarlier(next) { frontier += behindThen(next) }
      frontier.insert(contentsOf: places(of: next), at: 0)
    }
    return nearest
  }

  /// Whether it takes longer or less long than agreed, also where it is left undone for that.
  private func changedLength(of index: Int) -> Move.Change? {
    let longer = workingDaysMore(of: index)
    return longer == 0 ? nil : Move.Change(initiative: index, how: .length(workingDays: longer))
  }

  /// How an initiative itself differs from what was agreed, whatever moved it.
  private func change(of index: Int) -> Move.Change? {
    guard agreed.initiatives[index] != nil else {
      return Move.Change(initiative: index, how: .added)
    }
    guard let then = then[index], let now = now[index] else {
      return (self.then[index] == nil) == (self.now[index] == nil)
        ? nil : Move.Change(initiative: index, how: .selection)
    }
    if isBegun(index), then.lowerBound != now.lowerBound {
      return Move.Change(initiative: index, how: .begun)
    }
    if let longer = changedLength(of: index) { return longer }
    if isRestaffed(index) { return Move.Change(initiative: index, how: .staffing) }
    guard hasMoved(index) else { return nil }
    if let hold = firstHold(of: index), hold.isOfPlan, isLater(index) {
      return Move.Change(initiative: index, how: .held(hold))
    }
    return Move.Change(initiative: index, how: .order)
  }
}

extension Hold {
  /// Whether a date or a rule of the plan holds, rather than other work.
  fileprivate var isOfPlan: Bool {
    switch self {
    case .notBefore, .external, .finished, .pin, .freeze, .joining, .today, .begun, .budget,
      .guardrail:
      true
    case .precedence, .heads, .wip, .slack: false
    }
  }
}
