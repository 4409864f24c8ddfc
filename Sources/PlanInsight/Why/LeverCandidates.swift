package import PlanModel

/// Which changes may bring an initiative forward: those of what stands in its chain, and of who gives way if it is brought
/// forward without any.
struct LeverCandidates {
  private let initiative: InitiativeID
  private let links: [CriticalChain.Link]
  private let decision: Inclusion
  private let target: Why.Target
  private let model: SchedulingModel
  private let schedule: Schedule

  /// So many of each kind are looked at: a page has room for no more, and every one is a solve.
  private static let eachKindMax = 6

  init(
    _ initiative: InitiativeID, chains: [CriticalChain], decision: Inclusion, target: Why.Target,
    model: SchedulingModel, schedule: Schedule
  ) {
    self.initiative = initiative
    links = chains.flatMap(\.links)
    self.decision = decision
    self.target = target
    self.model = model
    self.schedule = schedule
  }

  var all: [WhatIf] {
    var known: Set<WhatIf> = []
    return [people, scope, externals, precedences, limits, deadlines, swaps]
      .flatMap { $0.prefix(Self.eachKindMax) }
      .filter { known.insert($0).inserted }
  }

  /// The works of the chain and its own.
  private var works: [Int] {
    let own = model.problem.initiatives[initiative.index].works.map { Int($0) }
    var seen: Set<Int> = []
    return (own + links.reversed().map { Int($0.work) }).filter { seen.insert($0).inserted }
  }

  private func planned(_ work: Int) -> Work { model.plan.works[model.workIDs[work].index] }

  /// One more from the next month on and from the one after, in the teams that it is about, while that can still help.
  private var people: [WhatIf] {
    var seen: Set<TeamID> = []
    let teams = works.map { planned($0) }.filter { seen.insert($0.team).inserted }
    let last = model.date(ofDay: target.days.upperBound)
    return teams.flatMap { work -> [WhatIf] in
      let next = model.plan.asOf.nextMonth
      return [next, next.nextMonth].filter { $0 <= last }.map {
        .person(work.team, work.skill, from: $0, until: nil)
      }
    }
  }

  /// Two weeks less, or four, of what has not begun and may be cut.
  private var scope: [WhatIf] {
    works.filter { isOpen($0) }.flatMap { work -> [WhatIf] in
      [2, 4].map { Effort(personWeeks: $0) }
        .filter { $0.minutes * 2 <= planned(work).effort.minutes }
        .map { .lessEffort(model.workIDs[work], $0) }
    }
  }

  private func isOpen(_ work: Int) -> Bool {
    let planned = planned(work)
    return planned.progress == .open && !planned.isProtected && planned.length == nil
  }

  /// What others owe, two weeks earlier or four.
  private var externals: [WhatIf] {
    let awaited = works.flatMap { planned($0).after }.compactMap { dependency -> ExternalID? in
      guard case .external(let id) = dependency.on,
        model.plan.externals[id.index].commitment != .met
      else { return nil }
      return id
    }
    return awaited.flatMap { id -> [WhatIf] in
      [10, 20].map { .sooner(id, workingDays: $0) }
    }
  }

  /// What it waits for among our own work, if it began without that.
  private var precedences: [WhatIf] {
    links.compactMap { link in
      guard case .precedence = link.hold,
        let index = model.dependency(behind: link.hold, ofWork: Int(link.work))
      else { return nil }
      return .notWaiting(model.workIDs[Int(link.work)], dependency: index)
    }
  }

  private var limits: [WhatIf] {
    works.map { planned($0).team }.filter { model.plan.teams[$0.index].wip != nil }
      .map { .wip($0) }
  }

  /// Of those who give way, a month more for what has a date.
  private var deadlines: [WhatIf] {
    decision.givesWay.map { InitiativeID(Int($0.initiative)) }
      .filter { !model.plan.initiatives[$0.index].urgency.deadlines.isEmpty }
      .map { .laterDeadline($0, by: .months(1)) }
  }

  /// Of those who give way or hold people that it waits for, one that is not done.
  private var swaps: [WhatIf] {
    let holders = links.flatMap { link -> [Int32] in
      switch link.hold {
      case .heads(_, let works), .wip(_, let works):
        works.map { model.problem.works[Int($0)].initiative }
      default: []
      }
    }
    let needed = Set(model.problem.needed(for: initiative.raw))
    return (holders + decision.givesWay.map(\.initiative)).filter { index in
      !needed.contains(index) && model.problem.isOpen(Int(index))
        && model.problem.initiatives[Int(index)].selection == .free
        && schedule.isDone(Int(index), in: model.problem)
    }.map { .leftOut(InitiativeID(Int($0))) }
  }
}

extension CivilDate {
  /// The first day of the month that comes next.
  package var nextMonth: CivilDate {
    let (year, month, _) = fields
    return CivilDate(year: year, month: month, day: 1)?.adding(months: 1) ?? self
  }
}
