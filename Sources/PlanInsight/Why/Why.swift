package import PlanModel

/// Why an initiative is where it is, and what would bring it into the horizon before (MODEL, "Why here").
package struct Why: Sendable {
  package var initiative: InitiativeID
  /// What holds its start, and what decides its finish where that is another chain; each begins with a constraint.
  ///
  /// None for what is left undone.
  package var chains: [CriticalChain]
  /// Where it is asked to start; `nil` where it is in the first horizon already, or has begun.
  package var target: Target?
  /// What it would take to decide so and change nothing else.
  package var decision: Inclusion?
  /// What would help, the cheapest first; no row costs more than the decision alone.
  package var levers: [Lever]
  /// A better schedule that was met on the way.
  package var cheaper: CheaperPlan?

  package struct Target: Hashable, Sendable {
    package var horizon: HorizonID
    package var days: ClosedRange<Int32>
  }
}

extension Why {
  /// - Parameters:
  ///   - initiative: What is asked about.
  ///   - model: The plan and its problem.
  ///   - base: Its schedule, which keeps the hard demands.
  ///   - inquiry: Solves.
  /// - Complexity: a few dozen solves.
  package init(
    _ initiative: InitiativeID, in model: SchedulingModel, base: Solution, inquiry: Inquiry
  ) {
    self.initiative = initiative
    let problem = model.problem
    let timing = Timing(problem)
    let holds = Holds(base.schedule, model: model, timing: timing)
    chains = Self.chains(of: initiative, base.schedule, holds: holds, timing: timing)
    target =
      problem.isOpen(initiative.index)
      ? Self.target(of: initiative, in: model, base.schedule) : nil
    levers = []
    guard let target else { return }
    let decision = Inclusions(problem, base: base, inquiry: inquiry)
      .inclusion(of: initiative.index, within: target.days, inquiry.workers)
    self.decision = decision
    cheaper = decision.offer(against: base, in: problem)
    let candidates = LeverCandidates(
      initiative, chains: chains, decision: decision, target: target, model: model,
      schedule: base.schedule
    ).all
    let searching = LeverSearch(
      initiative, within: target.days, decision: decision, model: model, base: base,
      inquiry: inquiry)
    let found = searching.levers(candidates)
    let limit = decision.schedule.map { $0.aimCost(in: problem).addingClamped(-base.aimCost) }
    levers = found.dominant.enumerated()
      .filter { $0.element.total < limit ?? .max }
      .sorted { ($0.element.total, $0.offset) < ($1.element.total, $1.offset) }
      .map(\.element)
  }

  private static func chains(
    of initiative: InitiativeID, _ schedule: Schedule, holds: Holds, timing: Timing
  ) -> [CriticalChain] {
    let works = timing.problem.initiatives[initiative.index].works.map { Int($0) }
      .filter { schedule.placements[$0] != nil }
    func start(_ work: Int) -> Int32 { schedule.placements[work]?.start ?? 0 }
    func finish(_ work: Int) -> Int32 { schedule.placements[work]?.finish ?? 0 }
    guard let first = works.min(by: { start($0) < start($1) }),
      let last = works.max(by: { finish($0) < finish($1) })
    else { return [] }
    let toFinish = CriticalChain(schedule, holds: holds, timing: timing, endingWith: last)
    guard !toFinish.links.contains(where: { $0.work == Int32(first) }) else { return [toFinish] }
    return [
      CriticalChain(schedule, holds: holds, timing: timing, endingWith: first), toFinish,
    ]
  }

  /// The horizon before that of its start that is not over; of what is undone the last.
  private static func target(
    of initiative: InitiativeID, in model: SchedulingModel, _ schedule: Schedule
  ) -> Target? {
    let first = model.problem.firstDay
    let last = model.problem.horizonDay - 1
    guard let start = schedule.start(of: initiative.index, in: model.problem) else {
      return Target(
        horizon: model.horizon(ofDay: last), days: first...max(first, last))
    }
    let horizon = model.horizon(ofDay: start)
    guard horizon.index > 0 else { return nil }
    let earlier = HorizonID(horizon.index - 1)
    let end = min(model.day(of: model.plan.horizons[earlier.index].last), last)
    guard end >= first else { return nil }
    return Target(horizon: earlier, days: first...end)
  }
}

extension [Lever] {
  /// Without those that do more of the same for nothing: four weeks of scope where two are enough.
  fileprivate var dominant: [Lever] {
    enumerated().filter { place, lever in
      !self[..<place].contains { $0.change.isMilder(than: lever.change) && $0.total <= lever.total }
    }.map(\.element)
  }
}

extension WhatIf {
  /// Whether it is less of the same change.
  fileprivate func isMilder(than other: WhatIf) -> Bool {
    switch (self, other) {
    case (.lessEffort(let work, let effort), .lessEffort(let otherWork, let otherEffort)):
      work == otherWork && effort < otherEffort
    case (.sooner(let external, let days), .sooner(let otherExternal, let otherDays)):
      external == otherExternal && days < otherDays
    default: false
    }
  }
}
