internal import PlanModel

// What an initiative waits for or makes way for: the links on which a move is walked back.
extension MoveComparison {
  /// What its first work stands behind, and those that start later than agreed: another that was to come later may be the first
  /// only because of them.
  func behindLate(_ index: Int) -> [Int] {
    let late = model.problem.initiatives[index].works.filter { isLater(work: $0) }
    return late.flatMap { behind(holds[Int($0)]) } + behind(firstHold(of: index))
  }

  /// What the works of an initiative stand behind: any of them may be why it ends later, though it starts as agreed.
  func behindNow(_ index: Int) -> [Int] {
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
  func behindThen(_ index: Int) -> [Int] {
    guard let start = then[index]?.lowerBound ?? now[index]?.lowerBound else { return [] }
    let teams = teams(of: index)
    return model.plan.initiatives.indices.filter { other in
      guard other != index, let end = then[other]?.upperBound else { return false }
      let gap = end.days(until: start)
      return gap > 0 && gap <= Self.gapDaysMax && !teams.isDisjoint(with: self.teams(of: other))
    }
  }

  /// What has its people in the days it was to have and was not agreed to be there; of what comes sooner, what was to have them in
  /// the days it has now and is not there.
  func places(of index: Int) -> [Int] {
    if isLater(index) { return newcomers(to: then[index], of: index, from: then, to: now) }
    if isEarlier(index) { return newcomers(to: now[index], of: index, from: now, to: then) }
    return []
  }

  /// Those that share people with one and run in some days in one schedule and not in another.
  private func newcomers(
    to days: ClosedRange<CivilDate>?, of index: Int, from other: [ClosedRange<CivilDate>?],
    to one: [ClosedRange<CivilDate>?]
  ) -> [Int] {
    guard let days else { return [] }
    let teams = teams(of: index)
    return one.indices.filter { subject in
      guard subject != index, one[subject]?.overlaps(days) ?? false else { return false }
      return !(other[subject]?.overlaps(days) ?? false)
        && !teams.isDisjoint(with: self.teams(of: subject))
    }
  }

  /// Between the end of one and the start of the next in the place it leaves: a weekend, a holiday and some slack.
  private static let gapDaysMax = 14

  private func teams(of index: Int) -> Set<TeamID> {
    Set(model.plan.initiatives[index].works.map { model.plan.works[$0].team })
  }

  /// What holds the work that starts first.
  func firstHold(of index: Int) -> Hold? {
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
