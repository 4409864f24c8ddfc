package import PlanModel

/// Something is to be stopped: whether to go on, to do it otherwise, to finish what others need of it, or to stop.
///
/// What was spent is in none of the figures: it is spent whatever is decided.
extension Alternatives {
  /// - Parameters:
  ///   - initiative: An initiative of the schedule.
  ///   - model: The plan.
  ///   - base: Its schedule, which goes on.
  ///   - inquiry: Solves.
  package init(
    departureOf initiative: InitiativeID, in model: SchedulingModel, base: Solution,
    inquiry: Inquiry
  ) {
    let drafts = Drafts(
      initiative: initiative, model: model, reference: base, inquiry: inquiry)
    let departure = Departure(drafts)
    let kinds = departure.kinds
    let found = inquiry.workers.answers(kinds.count) { departure.row(kinds[$0]) }
    let goOn = drafts.row(.goOn, base.schedule, of: model.problem)
    self.init(
      initiative: initiative, reference: base, rows: [goOn] + found.compactMap(\.self),
      isValued: !model.plan.initiatives[initiative.index].urgency.isAssumed)
  }
}

private struct Departure: Sendable {
  private let drafts: Drafts
  private let initiative: InitiativeID
  private let model: SchedulingModel

  /// What others need of a thing is taken to be a quarter of what is left of it, where no slice and no milestone says so.
  private static let quarter = Rational(1, 4) ?? .zero

  init(_ drafts: Drafts) {
    self.drafts = drafts
    initiative = drafts.initiative
    model = drafts.model
  }

  private var works: Range<Int> { model.plan.initiatives[initiative.index].works }

  var kinds: [Alternative.Kind] {
    var kinds: [Alternative.Kind] = works.filter { model.workIndices[$0] != nil }.flatMap { work in
      model.plan.works[work].modes.indices.map { .pivot(WorkID(work), mode: $0) }
    }
    if drafts.subjects.count > 1 {
      kinds.append(.firstSlice)
    } else {
      kinds += [part].compactMap(\.self)
    }
    return kinds + [.stop]
  }

  /// What those need who wait for it; `nil` where nobody does.
  private var part: Alternative.Kind? {
    var milestones: [MilestoneID] = []
    var isWholeAwaited = false
    for (index, planned) in model.plan.works.enumerated()
    where planned.initiative != initiative && isPlanned(index) {
      for dependency in planned.after where dependency.via == nil {
        switch dependency.on {
        case .initiative(initiative): isWholeAwaited = true
        case .work(let work) where works.contains(work.index): isWholeAwaited = true
        case .milestone(let milestone)
        where model.plan.milestones[milestone.index].initiative == initiative:
          milestones.append(milestone)
        default: break
        }
      }
    }
    if isWholeAwaited { return .remainder(Departure.quarter) }
    let last = milestones.max {
      model.plan.milestones[$0.index].share < model.plan.milestones[$1.index].share
    }
    // Of several works it hangs on the schedule which of them a milestone needs.
    return works.count == 1 ? last.map { .onlyUntil($0) } : nil
  }

  private func isPlanned(_ work: Int) -> Bool {
    model.workIndices[work].map { drafts.reference.schedule.placements[Int($0)] != nil } ?? false
  }

  func row(_ kind: Alternative.Kind) -> Alternative? {
    switch kind {
    case .pivot(let work, let mode):
      return drafts.solved(kind, changed(by: [.otherWay(work, mode: mode)]))
    case .firstSlice:
      return drafts.solved(kind, changed(by: model.plan.parts(of: initiative).map { .leftOut($0) }))
    case .onlyUntil(let milestone):
      return drafts.solved(kind, worthless(changed(by: [.onlyUntil(milestone)])))
    case .remainder(let share): return drafts.solved(kind, worthless(changed(by: less(share))))
    case .stop:
      return drafts.solved(kind, model.problem.stopping(initiative.index))
    default: return nil
    }
  }

  private func changed(by changes: [WhatIf]) -> Problem {
    drafts.inquiry.problem(of: model.plan, with: changes)
  }

  /// The same where the initiative is lost whenever what is done of it is done.
  private func worthless(_ problem: Problem) -> Problem {
    var problem = problem
    let undone = problem.initiatives[initiative.index].undoneCost
    problem.initiatives[initiative.index].cost =
      problem.initiatives[initiative.index].cost.changed { _ in undone }
    return problem
  }

  private func less(_ share: Rational) -> [WhatIf] {
    works.compactMap { index in
      let work = model.plan.works[index]
      guard model.workIndices[index] != nil, work.length == nil,
        let kept = share.times(Rational(work.effort.minutes))?.rounded
      else { return nil }
      return .lessEffort(
        WorkID(index), Effort(minutes: work.effort.minutes - max(1, kept)))
    }
  }
}
