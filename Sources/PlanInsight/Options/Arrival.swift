package import PlanModel

/// Something came in and is not negotiable: what can be done about it (MODEL, "Levers"; PRACTICE, "Offer options with prices").
extension Alternatives {
  /// - Parameters:
  ///   - initiative: What came in: an initiative of the plan that has not begun.
  ///   - model: The plan with it.
  ///   - base: Its schedule.
  ///   - inquiry: Solves.
  /// - Complexity: A few dozen solves.
  package init(
    arrivalOf initiative: InitiativeID, in model: SchedulingModel, base: Solution,
    inquiry: Inquiry
  ) {
    var without = model.problem
    var seed = base.schedule
    for index in [initiative.index] + model.plan.parts(of: initiative).map(\.index) {
      without.initiatives[index].selection = .forbidden
      for work in without.initiatives[index].works { seed.placements[Int(work)] = nil }
    }
    let reference = inquiry.reference(without, from: seed)
    let drafts = Drafts(
      initiative: initiative, model: model, reference: reference, inquiry: inquiry)
    let arrival = Arrival(drafts)
    let kinds = arrival.kinds
    let found = inquiry.workers.answers(kinds.count) { arrival.row(kinds[$0]) }
    self.init(
      initiative: initiative, reference: reference,
      rows: Self.withBestSwaps(found.compactMap(\.self)))
  }

  /// Of the swaps only the best: nobody weighs a dozen.
  private static func withBestSwaps(_ rows: [Alternative]) -> [Alternative] {
    let swaps = rows.indices.filter { if case .swap = rows[$0].kind { true } else { false } }
    let best = swaps.sorted { (rows[$0].total, $0) < (rows[$1].total, $1) }.prefix(swapsShownMax)
    return rows.indices.filter { !swaps.contains($0) || best.contains($0) }.map { rows[$0] }
  }

  private static let swapsShownMax = 3
}

extension Inquiry {
  /// The plan that others are compared with, solved with more work than any of them.
  func reference(_ problem: Problem, from seed: Schedule) -> Solution {
    let proved = prover.map { [$0(problem, [seed])] } ?? []
    let found = (proved + alternatives.searches(of: problem).map { $0([seed]) }).filter(
      \.isFeasible)
    let cost = seed.totalDelayCost(in: problem)
    let known = Solution(
      schedule: seed, delayCost: cost, softCost: seed.aimCost(in: problem).addingClamped(-cost),
      lowerBound: .min, work: 0)
    let best = found.min { $0.aimCost < $1.aimCost }
    guard let best, best.aimCost <= known.aimCost || !problem.demandsBroken(by: seed).isEmpty else {
      return known
    }
    return best
  }
}

/// Which alternatives there are when something came in, and what each comes to.
private struct Arrival: Sendable {
  private let drafts: Drafts
  private let initiative: InitiativeID
  private let model: SchedulingModel

  init(_ drafts: Drafts) {
    self.drafts = drafts
    initiative = drafts.initiative
    model = drafts.model
  }

  /// So many swaps are solved.
  private static let swapsMax = 8
  private static let third = Rational(1, 3) ?? .zero

  var kinds: [Alternative.Kind] {
    var kinds: [Alternative.Kind] = [.sayNothing, .planAnew, .keepAll]
    kinds += swaps.map { .swap($0) }
    kinds += model.plan.parts(of: initiative).isEmpty ? scope : [.firstSlice]
    kinds += people.map { .people($0) }
    if let later { kinds.append(.waits(until: later)) }
    return kinds
  }

  func row(_ kind: Alternative.Kind) -> Alternative? {
    let problem = model.problem
    switch kind {
    case .sayNothing: return nothingSaid
    case .planAnew: return drafts.including(kind, in: problem)
    case .keepAll:
      var all = problem
      for index in all.initiatives.indices
      where drafts.reference.schedule.isDone(index, in: problem)
        && !all.initiatives[index].works.isEmpty
      {
        all.initiatives[index].selection = .required
      }
      return drafts.including(kind, in: all)
    case .swap(let other):
      return drafts.including(
        kind, in: drafts.inquiry.problem(of: model.plan, with: [.leftOut(other)]))
    case .firstSlice:
      let parts = model.plan.parts(of: initiative).map { WhatIf.leftOut($0) }
      return drafts.including(kind, in: drafts.inquiry.problem(of: model.plan, with: parts))
    case .lessScope(let share):
      return drafts.including(
        kind, in: drafts.inquiry.problem(of: model.plan, with: less(share)))
    case .people(let change):
      return drafts.including(
        kind, in: drafts.inquiry.problem(of: model.plan, with: [change]), paying: [change])
    case .waits(let horizon):
      let span = model.plan.horizons[horizon.index]
      let first = max(problem.firstDay, model.day(of: span.first))
      return drafts.including(
        kind, in: problem, within: first...max(first, model.day(of: span.last)))
    case .goOn, .pivot, .onlyUntil, .remainder, .stop: return nil
    }
  }

  /// It goes first, all others keep the order of their starts: nobody planned anything anew.
  private var nothingSaid: Alternative {
    let problem = model.problem.insisting(on: initiative.index, within: nil)
    let schedule = drafts.reference.schedule
    let needed =
      problem.needed(for: initiative.raw) + drafts.subjects.dropFirst().map { Int32($0) }
    let rest = problem.initiatives.indices.map { Int32($0) }
      .filter { !needed.contains($0) && schedule.isDone(Int($0), in: problem) }
      .sorted {
        let starts = (
          schedule.start(of: Int($0), in: problem) ?? 0,
          schedule.start(of: Int($1), in: problem) ?? 0
        )
        return (starts.0, $0) < (starts.1, $1)
      }
    var closed = problem
    for index in closed.initiatives.indices
    where !needed.contains(Int32(index)) && !rest.contains(Int32(index)) {
      closed.initiatives[index].selection = .forbidden
    }
    let found = ListSchedule.schedule(order: needed + rest, timing: Timing(closed))
    return drafts.row(
      .sayNothing, found, of: model.problem, breaks: model.problem.demandsBroken(by: found))
  }

  /// What is planned, has not begun and works with the same teams, those first that lose least by not being done.
  private var swaps: [InitiativeID] {
    let problem = model.problem
    let schedule = drafts.reference.schedule
    let teams = Set(
      model.plan.initiatives[initiative.index].works.map { model.plan.works[$0].team })
    let needed = Set(problem.needed(for: initiative.raw))
    let candidates = problem.initiatives.indices.filter { index in
      !drafts.subjects.contains(index) && !needed.contains(Int32(index)) && problem.isOpen(index)
        && problem.initiatives[index].selection == .free && schedule.isDone(index, in: problem)
        && model.plan.initiatives[index].works.contains {
          teams.contains(model.plan.works[$0].team)
        }
    }
    func loss(_ index: Int) -> Int64 {
      var loss = problem.initiatives[index].undoneCost
        .addingClamped(-schedule.cost(of: index, in: problem))
      for (goal, subject) in problem.goals.enumerated()
      where subject.waits(for: Int32(index), in: schedule, of: problem) {
        loss = loss.addingClamped(subject.undoneCost)
          .addingClamped(-schedule.cost(ofGoal: goal, in: problem))
      }
      return loss
    }
    return candidates.sorted { (loss($0), $0) < (loss($1), $1) }.prefix(Self.swapsMax)
      .map { InitiativeID($0) }
  }

  private var scope: [Alternative.Kind] {
    less(Self.third).isEmpty ? [] : [.lessScope(Self.third)]
  }

  /// So much less of each of its works that may be cut.
  private func less(_ share: Rational) -> [WhatIf] {
    model.plan.initiatives[initiative.index].works.compactMap { index in
      let work = model.plan.works[index]
      guard !work.isProtected, work.length == nil, work.progress == .open,
        let cut = share.times(Rational(work.effort.minutes))?.rounded, cut > 0
      else { return nil }
      return .lessEffort(WorkID(index), Effort(minutes: cut))
    }
  }

  /// One more for good, or for three months, in the team that has most to do with it.
  private var people: [WhatIf] {
    var efforts: [TeamID: Int64] = [:]
    for index in model.plan.initiatives[initiative.index].works {
      efforts[model.plan.works[index].team, default: 0] += model.plan.works[index].effort.minutes
    }
    let busiest = efforts.keys.sorted().max { (efforts[$0] ?? 0) < (efforts[$1] ?? 0) }
    guard let team = busiest else { return [] }
    let first = model.plan.asOf.nextMonth
    let last = model.plan.lastDayOfContract(from: first)
    let staying = WhatIf.person(team, nil, from: first, until: nil)
    // Whoever stays to the end of the plan is no contractor for it.
    return last < model.lastDate
      ? [staying, .person(team, nil, from: first, until: last)] : [staying]
  }

  /// The horizon after today's.
  private var later: HorizonID? {
    let now = model.horizon(ofDay: model.problem.firstDay)
    let next = HorizonID(now.index + 1)
    return model.plan.horizons.indices.contains(next.index) ? next : nil
  }
}
