/// How good a schedule is, by the aims in their order; smaller is better.
struct Score: Comparable {
  /// Hard demands broken: each counts `brokenUnit` and the days it is off.
  var violation: Int64
  /// Delay cost, the price of soft demands and churn, shifted as the instance says.
  var cost: Int64
  /// Weight of what is left undone.
  var undone: Int64
  /// Σ spread × finish, so that the riskiest comes first.
  var exposure: Int64

  /// Fewer broken demands are better than less broken ones.
  static let brokenUnit: Int64 = 1 << 24

  static let worst = Score(violation: .max, cost: .max, undone: .max, exposure: .max)

  static func < (left: Score, right: Score) -> Bool {
    if left.violation != right.violation { return left.violation < right.violation }
    if left.cost != right.cost { return left.cost < right.cost }
    if left.undone != right.undone { return left.undone < right.undone }
    return left.exposure < right.exposure
  }
}

extension Board {
  /// The score of what is on the board, every initiative being whole.
  ///
  /// - Complexity: O(works + goal members).
  mutating func score() -> Score {
    var score = Score(violation: 0, cost: 0, undone: 0, exposure: 0)
    for initiative in 0..<Int32(instance.initiativeCount) where instance.hasWorks(initiative) {
      guard isDone(initiative) else {
        score.cost += instance.initiatives.undoneCost[initiative]
        score.undone += Int64(instance.initiatives.weight[initiative])
        score.violation += violation(ofUndone: initiative)
        continue
      }
      for work in instance.initiatives.workRange(initiative) {
        score.exposure += instance.works.spread[work] &* Int64(finish[work])
      }
      let last = lastFinish(of: initiative)
      score.cost += instance.cost(initiative, finish: last)
      score.violation += violation(of: initiative, finish: last)
    }
    for goal in 0..<Int32(instance.goalCount) { score.cost += cost(ofGoal: goal) }
    if !instance.agreements.isEmpty { score.cost += churn() }
    if !instance.rules.isEmpty { addRules(to: &score) }
    return score
  }

  /// What is broken by leaving an initiative undone.
  @inline(__always)
  func violation(ofUndone initiative: Int32) -> Int64 {
    instance.initiatives.selection[initiative] == Instance.Initiatives.required
      ? Score.brokenUnit + Int64(instance.dayCount) : 0
  }

  /// What is broken by an initiative that is finished on a day.
  func violation(of initiative: Int32, finish last: Int32) -> Int64 {
    var violation: Int64 = 0
    let late = last - instance.initiatives.latestFinish[initiative]
    if late > 0 { violation += Score.brokenUnit + Int64(late) }
    let windowLast = instance.initiatives.windowLast[initiative]
    let windowFirst = instance.initiatives.windowFirst[initiative]
    if windowLast < Int32.max {
      let first = firstStart(of: initiative)
      if first > windowLast { violation += Score.brokenUnit + Int64(first - windowLast) }
      if first < windowFirst { violation += Score.brokenUnit + Int64(windowFirst - first) }
    }
    return violation
  }

  func cost(ofGoal goal: Int32) -> Int64 {
    lastFinish(ofGoal: goal).map { instance.cost(ofGoal: goal, finish: $0) }
      ?? instance.goals.undoneCost[goal]
  }

  /// When the last of a goal's members is finished, `nil` when one is not done; not before the goal's floor, which may be −1.
  func lastFinish(ofGoal goal: Int32) -> Int32? {
    var latest = instance.goals.floor[goal]
    for place in instance.goals.members.range(goal) {
      let member = instance.goals.members[place]
      guard isDone(member) else { return nil }
      latest = max(latest, lastFinish(of: member))
    }
    for choice in instance.goals.firstChoice[goal]..<instance.goals.firstChoice[goal + 1] {
      var done = instance.dayCount
      for place in instance.goals.choices.range(choice) {
        let member = instance.goals.choices[place]
        if isDone(member) { done = min(done, lastFinish(of: member)) }
      }
      guard done < instance.dayCount else { return nil }
      latest = max(latest, done)
    }
    return latest
  }

  /// When the last of an initiative's placed works is finished.
  @inline(__always)
  func lastFinish(of initiative: Int32) -> Int32 {
    var last: Int32 = 0
    for work in instance.initiatives.workRange(initiative) { last = max(last, finish[work]) }
    return last
  }
}
