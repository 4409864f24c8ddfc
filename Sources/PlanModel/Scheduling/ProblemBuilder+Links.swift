// Precedences. What has happened already is a date, and a date is an earliest start; only what the schedule decides is a link.

/// A lag and how it counts.
struct LagKey: Hashable {
  let kind: Dependency.Kind
  let lags: [Elapsed]
}

/// A work that waits, in all of its modes or in one.
struct Waiting {
  /// Index into `Problem.works`.
  let work: Int32
  let mode: Int32?
}

extension ProblemBuilder {
  mutating func addLinks() {
    for index in workIDs.indices {
      let work = plan.works[workIDs[index].index]
      // What runs, runs.
      guard work.progress == .open else { continue }
      for dependency in work.after {
        // What every mode waits for is the work's; the rest is each mode's own.
        if work.openModes.allSatisfy({ $0.after.contains(dependency) }) {
          add(dependency, to: Waiting(work: Int32(index), mode: nil))
        } else {
          add(dependency, to: Waiting(work: Int32(index), mode: 0))
        }
      }
      for (number, mode) in work.openModes.enumerated() {
        for dependency in mode.after where !isShared(dependency, by: work) {
          add(dependency, to: Waiting(work: Int32(index), mode: Int32(number) + 1))
        }
      }
    }
  }

  private func isShared(_ dependency: Dependency, by work: Work) -> Bool {
    work.after.contains(dependency) && work.openModes.allSatisfy { $0.after.contains(dependency) }
  }

  private mutating func add(_ dependency: Dependency, to work: Waiting) {
    switch dependency.on {
    case .external(let external):
      let promised = plan.externals[external.index]
      let slip = promised.commitment == .met ? 0 : promised.slipDays.mean
      let date = calendar.date(promised.date, plusWorkingDays: Int(slip))
      wait(for: date, dependency, work)
    case .work(let target): link(to: target, dependency, work)
    case .milestone(let target): link(to: target, dependency, work)
    case .initiative(let target): link(to: target, dependency, work)
    }
  }

  private mutating func link(to target: WorkID, _ dependency: Dependency, _ work: Waiting) {
    if case .finished(let date) = plan.works[target.index].progress {
      return wait(for: date, dependency, work)
    }
    guard let index = workIndices[target.index] else { return waitForever(work) }
    switch dependency.kind {
    case .finishToStart: append(.finish(work: index), dependency, work)
    case .startToStart:
      if case .running(let started, _) = plan.works[target.index].progress {
        return wait(for: started, dependency, work)
      }
      append(.start(work: index), dependency, work)
    }
  }

  private mutating func link(to target: InitiativeID, _ dependency: Dependency, _ work: Waiting) {
    let initiative = plan.initiatives[target.index]
    if let finished = initiative.finished { return wait(for: finished, dependency, work) }
    if initiative.status == .cancelled { return waitForever(work) }
    switch dependency.kind {
    case .finishToStart:
      for each in initiative.works { link(to: WorkID(each), dependency, work) }
    case .startToStart:
      let started = initiative.works.compactMap { each -> CivilDate? in
        switch plan.works[each].progress {
        case .open: nil
        case .running(let started, _): started
        case .finished(let date): date
        }
      }
      if let first = started.min() { return wait(for: first, dependency, work) }
      append(.initiativeStart(Int32(target.index)), dependency, work)
    }
  }

  private mutating func link(to target: MilestoneID, _ dependency: Dependency, _ work: Waiting) {
    let milestone = plan.milestones[target.index]
    if let met = milestone.met { return wait(for: met, dependency, work) }
    if let finished = plan.initiatives[milestone.initiative.index].finished {
      return wait(for: finished, dependency, work)
    }
    if plan.initiatives[milestone.initiative.index].status == .cancelled {
      return waitForever(work)
    }
    guard let index = problemMilestone(target) else { return }
    append(.milestone(index), dependency, work)
  }

  /// `nil` when what has been delivered already is enough.
  private mutating func problemMilestone(_ id: MilestoneID) -> Int32? {
    if let known = milestoneIndices[id] { return known }
    guard let milestone = Problem.Milestone(id, plan: plan, workIndices: workIndices) else {
      return nil
    }
    let index = Int32(problem.milestones.count)
    problem.milestones.append(milestone)
    milestoneIndices[id] = index
    return index
  }

  private mutating func wait(for date: CivilDate, _ dependency: Dependency, _ work: Waiting) {
    let shifted = calendar.date(date, plus: dependency.lags)
    let next = dependency.kind == .finishToStart ? shifted.adding(days: 1) : shifted
    let earliest = clamped(day(of: next))
    hold(work, until: earliest)
  }

  /// What it waits for is cancelled, so it cannot be done either.
  private mutating func waitForever(_ work: Waiting) {
    hold(work, until: problem.lastDay)
  }

  /// A day before which the work, or one mode of it, does not start.
  private mutating func hold(_ waiting: Waiting, until day: Int32) {
    let index = Int(waiting.work)
    guard let mode = waiting.mode else {
      problem.works[index].earliestStart = max(problem.works[index].earliestStart, day)
      return
    }
    for option in problem.works[index].options.indices
    where problem.works[index].options[option].mode == mode {
      let former = problem.works[index].options[option].earliestStart
      problem.works[index].options[option].earliestStart = max(former, day)
    }
  }

  private mutating func append(
    _ anchor: Problem.Anchor, _ dependency: Dependency, _ work: Waiting
  ) {
    let table = lagTable(LagKey(kind: dependency.kind, lags: dependency.lags))
    problem.links.append(Problem.Link(from: anchor, lag: table, to: work.work, mode: work.mode))
  }

  private mutating func lagTable(_ key: LagKey) -> Int32 {
    if let known = lagIndices[key] { return known }
    let table = (0..<problem.lastDay).map { day in
      let shifted = calendar.date(plan.start.adding(days: Int(day)), plus: key.lags)
      let earliest = self.day(of: shifted) + (key.kind == .finishToStart ? 1 : 0)
      return clamped(earliest)
    }
    let index = Int32(problem.lags.count)
    problem.lags.append(Problem.LagTable(earliestStart: table))
    lagIndices[key] = index
    return index
  }
}
