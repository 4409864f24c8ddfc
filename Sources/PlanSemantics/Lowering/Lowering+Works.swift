internal import PlanModel
internal import PlanSyntax

// Works: who does how much with how many.
extension Lowering {
  mutating func lowerWorks(of id: DeclarationID, _ initiative: InitiativeID) {
    let first = plan.works.count
    let blocks = table.children(of: id, .work)
    let slices = table.children(of: id, .slice)
    appendFirstSlice(of: id, initiative, slices)
    for block in blocks.isEmpty && slices.isEmpty ? [id] : blocks {
      if table[block].kind == .work { indices[block.index] = Int32(plan.works.count) }
      appendWork(WorkSource(block: block, initiative: id), initiative, siblings: blocks.count)
    }
    if let own = PropertyWord.ofTheOneWork.first(where: { reader.has($0, of: id) }),
      slices.isEmpty, let work = blocks.first
    {
      report(.effortTwice(own, at: place(own, id), work: table[work]))
    }
    checkModes(of: id)
    takeFallbacks(of: id, initiative)
    plan.initiatives[initiative.index].works = first..<plan.works.count
    settleDone(id, initiative)
    appendLaterSlices(of: id, initiative, slices)
  }

  private mutating func appendWork(
    _ source: WorkSource, _ initiative: InitiativeID, siblings: Int
  ) {
    let block = source.block
    let (team, skill) = crew(of: source)
    let days = fixedDays(of: source)
    let isFixed = days != nil || reader.has(.length, of: block)
    let estimate =
      isFixed
      ? Estimate(exactly: days.map { fixedEffort(of: source, $0) } ?? .zero)
      : mainEstimate(of: source, initiative)
    var work = Work(
      name: name(of: block), label: label(of: block), initiative: initiative, team: team,
      skill: skill, estimate: estimate, effort: .zero, spread: .zero, staffingTenths: [10],
      notBefore: notBefore(of: block), after: [], progress: progress(of: source))
    work.spent = spent(on: block)
    work.readers = readers(of: block)
    work.isProtected =
      table[block].kind == .work && boolean(.protected, of: block)
    work.length = days.map {
      length($0, work.progress, team)
    }
    plan.works.append(work)
    workSources.append(source)
    places.works.append(table[block].place)
  }

  // MARK: Who

  mutating func crew(of source: WorkSource) -> (TeamID, SkillID?) {
    let blocks = [source.block, source.initiative]
    var team: TeamID?
    if let owner = blocks.first(where: { reader.has(.team, of: $0) }) {
      team = references(.team, of: owner).first.map { TeamID($0) }
      // Reported already; the largest team makes no second mistake of what follows.
      if team == nil { team = largestTeam }
    } else if blocks.contains(where: { isAttempted(.team, of: $0) }) {
      team = largestTeam
    } else if table.top(.team).count == 1 {
      team = TeamID(0)
      assume(
        name(of: source.initiative), "no team said: the only one, `\(plan.teams[0].name)`, does it")
    }
    let known = team ?? everyone()
    guard let owner = blocks.first(where: { reader.has(.skill, of: $0) }),
      let skill = references(.skill, of: owner).first.map({ SkillID($0) })
    else { return (known, nil) }
    if plan.skills[skill.index].team != known {
      // A work on another team than its initiative's is not bound by the initiative's skill.
      guard owner == source.block else { return (known, nil) }
      report(
        .skillOfOtherTeam(
          plan.skills[skill.index].name, at: place(.skill, owner),
          of: plan.teams[plan.skills[skill.index].team.index].name,
          wanted: plan.teams[known.index].name))
      return (known, nil)
    }
    return (known, skill)
  }

  private var largestTeam: TeamID? {
    plan.teams.indices.map { TeamID($0) }.max { headsEver($0, nil) < headsEver($1, nil) }
  }

  // MARK: How much

  /// An effort in the plan's shape; `nil` when it is not written or was reported.
  func estimate(_ word: PropertyWord, of id: DeclarationID) -> Estimate? {
    guard var estimate = reader.value(word, of: id)?.estimate else { return nil }
    estimate.shape = shape
    return estimate
  }

  mutating func mainEstimate(
    of source: WorkSource, _ initiative: InitiativeID
  ) -> Estimate {
    let block = source.block
    let isKnown = reader.has(.effort, of: block) || isOver(source)
    guard let estimate = estimate(.effort, of: block) else {
      if !isKnown {
        if let remaining = self.estimate(.remaining, of: block) { return remaining }
        plan.initiatives[initiative.index].isEffortAssumed = true
        assume(
          table.path(of: block), "no effort said: 1..4..12 person-weeks are taken, never promised")
      }
      return Estimate(
        low: Effort(personWeeks: 1), likely: Effort(personWeeks: 4),
        high: Effort(personWeeks: 12), shape: shape)
    }
    return withSpread(estimate, block)
  }

  /// An estimate as it is written, or of a single figure what is taken around it.
  mutating func withSpread(_ estimate: Estimate, _ block: DeclarationID) -> Estimate {
    // Three points that are one are a claim of certainty, which whoever writes it has thought about; one point is not.
    guard case .quantity = reader.value(.effort, of: block), estimate.high > .zero else {
      return estimate
    }
    assume(table.path(of: block), "a single figure for its effort: 0.8 to 1.8 times it is taken")
    let point = estimate.likely.minutes
    let low = Effort(minutes: Rational(point * 4, 5)?.rounded ?? point)
    let high = Effort(minutes: Rational(point * 9, 5)?.rounded ?? point)
    report(
      .pointEstimate(
        at: place(.effort, block), sourceText(.effort, block), low: low, high: high))
    return Estimate(low: low, likely: estimate.likely, high: high, shape: shape)
  }

  private func sourceText(_ word: PropertyWord, _ id: DeclarationID) -> String {
    reader.expression(word, of: id).map { reader.source(of: $0.span) } ?? ""
  }

  private func isOver(_ source: WorkSource) -> Bool {
    reader.has(.finished, of: source.block) || reader.has(.finished, of: source.initiative)
      || [.done, .cancelled].contains(status(of: source.initiative))
  }

  // MARK: What happened

  func spent(on block: DeclarationID) -> Effort? { reader.value(.spent, of: block)?.effort }

  mutating func progress(of source: WorkSource) -> Work.Progress {
    let block = source.block
    let started = happened(.started, of: block)
    for owner in [block, source.initiative] {
      guard let finished = happened(.finished, of: owner) else { continue }
      if owner == block, let started, finished < started {
        report(
          .endBeforeStart(
            .finished, finished, at: place(.finished, block), .started, started,
            place(.started, block)))
      }
      return .finished(on: finished)
    }
    let spent = spent(on: block) ?? .zero
    guard reader.has(.started, of: block) || spent > .zero || reader.has(.remaining, of: block)
    else { return .open }
    if started == nil, !reader.has(.started, of: block) {
      assume(
        table.path(of: block), "it runs, and no start is said: today, \(plan.asOf), is taken")
    }
    return .running(started: started ?? plan.asOf, spent: spent)
  }

  /// Done is done: every work is finished when the initiative is, and the other way round.
  private mutating func settleDone(_ id: DeclarationID, _ initiative: InitiativeID) {
    let range = plan.initiatives[initiative.index].works
    if plan.initiatives[initiative.index].status == .done {
      var finished = happened(.finished, of: id)
      for index in range {
        if case .finished(let day) = plan.works[index].progress {
          finished = max(finished ?? day, day)
        }
      }
      if finished == nil, !reader.has(.finished, of: id) {
        assume(name(of: id), "done, and no day is said: today, \(plan.asOf), is taken")
      }
      let last = finished ?? plan.asOf
      for index in range {
        if case .finished = plan.works[index].progress { continue }
        plan.works[index].progress = .finished(on: last)
      }
      plan.initiatives[initiative.index].finished = last
      return
    }
    var last: CivilDate?
    for index in range {
      guard case .finished(let day) = plan.works[index].progress else { return }
      last = max(last ?? day, day)
    }
    guard plan.initiatives[initiative.index].status != .cancelled else { return }
    plan.initiatives[initiative.index].finished = last
    plan.initiatives[initiative.index].status = .done
  }
}

extension PropertyWord {
  /// What an initiative says of its one work, and leaves to its works when it has several.
  fileprivate static let ofTheOneWork: [PropertyWord] = [
    .effort, .length, .remaining, .spent, .started,
  ]
}
