internal import PlanModel

/// Finds what moved between an agreed schedule and one of now, and walks back from each move to what caused it.
struct MoveComparison {
  let model: SchedulingModel
  let schedule: Schedule
  let agreed: AgreedSchedule
  /// The agreed schedule with the lengths of now; `nil` where nothing of it can be done any more.
  let kept: Schedule?
  private let holds: [Hold?]
  /// Calendar days by which a start may differ and has not moved.
  private let toleranceDays: Int
  /// By initiative, where it is now and where it was to be.
  private let now: [ClosedRange<CivilDate>?]
  private let then: [ClosedRange<CivilDate>?]

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
    if root?.how.isChoice ?? true, let own = change(of: index), case .length = own.how {
      return .follows(own)
    }
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

  private func isLater(_ index: Int) -> Bool {
    guard let then = then[index], let now = now[index] else { return false }
    return now.lowerBound > then.lowerBound
  }

  private func isEarlier(_ index: Int) -> Bool {
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
    var frontier = isLater ? behindLate(index) : behindThen(index)
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
    }
    return nearest
  }

  /// What its first work stands behind, and those that start later than agreed: another that was to come later may be the first
  /// only because of them.
  private func behindLate(_ index: Int) -> [Int] {
    let late = model.problem.initiatives[index].works.filter { isLater(work: $0) }
    return late.flatMap { behind(holds[Int($0)]) } + behind(firstHold(of: index))
  }

  /// What the works of an initiative stand behind: any of them may be why it ends later, though it starts as agreed.
  private func behindNow(_ index: Int) -> [Int] {
    model.problem.initiatives[index].works.flatMap { behind(holds[Int($0)]) }
  }

  private func behind(_ hold: Hold?) -> [Int] {
    switch hold {
    case .precedence(let anchor): [owner(of: anchor)]
    case .heads(_, let works), .wip(_, let works):
      works.map { Int(model.problem.works[Int($0)].initiative) }
    default: []
    }
  }

  /// What ended in the fortnight before it was to start and shares a team with it, or is waited for.
  private func behindThen(_ index: Int) -> [Int] {
    guard let start = then[index]?.lowerBound ?? now[index]?.lowerBound else { return [] }
    let teams = teams(of: index)
    return model.plan.initiatives.indices.filter { other in
      guard other != index, let end = then[other]?.upperBound else { return false }
      let gap = end.days(until: start)
      return gap > 0 && gap <= Self.gapDaysMax && !teams.isDisjoint(with: self.teams(of: other))
    }
  }

  /// Between the end of one and the start of the next in the place it leaves: a weekend, a holiday and some slack.
  private static let gapDaysMax = 14

  private func teams(of index: Int) -> Set<TeamID> {
    Set(model.plan.initiatives[index].works.map { model.plan.works[$0].team })
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
    let longer = workingDaysMore(of: index)
    if longer != 0 {
      return Move.Change(initiative: index, how: .length(workingDays: longer))
    }
    if isRestaffed(index) { return Move.Change(initiative: index, how: .staffing) }
    guard hasMoved(index) else { return nil }
    if let hold = firstHold(of: index), hold.isOfPlan, isLater(index) {
      return Move.Change(initiative: index, how: .held(hold))
    }
    return Move.Change(initiative: index, how: .order)
  }

  /// What holds the work that starts first.
  private func firstHold(of index: Int) -> Hold? {
    let works = model.problem.initiatives[index].works.filter {
      schedule.placements[Int($0)] != nil
    }
    let first = works.min {
      (schedule.placements[Int($0)]?.start ?? 0, $0) < (
        schedule.placements[Int($1)]?.start ?? 0, $1
      )
    }
    return first.flatMap { holds[Int($0)] }
  }

  private func owner(of anchor: Problem.Anchor) -> Int {
    switch anchor {
    case .finish(let work), .start(let work): Int(model.problem.works[Int(work)].initiative)
    case .initiativeStart(let initiative): Int(initiative)
    case .milestone(let milestone): Int(model.problem.milestones[Int(milestone)].initiative)
    }
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
