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
    var kinds: [Alternative.Kind] = [.pivot]
    if departure.isNeeded { kinds.append(.remainder(Departure.quarter)) }
    kinds.append(.stop)
    let found = inquiry.workers.answers(kinds.count) { [kinds] in departure.row(kinds[$0]) }
    let goOn = drafts.row(.goOn, base.schedule, of: model.problem)
    self.init(
      initiative: initiative, reference: base, rows: [goOn] + found.compactMap(\.self))
  }
}

private struct Departure: Sendable {
  private let drafts: Drafts
  private let initiative: InitiativeID
  private let model: SchedulingModel

  /// What others need of a thing is taken to be a quarter of what is left of it, where it has no slices that say so.
  static let quarter = Rational(1, 4) ?? .zero

  init(_ drafts: Drafts) {
    self.drafts = drafts
    initiative = drafts.initiative
    model = drafts.model
  }

  /// Whether something waits for it.
  var isNeeded: Bool {
    model.problem.links.contains { link in
      model.problem.initiative(of: link.from) == initiative.raw
        && model.problem.works[Int(link.to)].initiative != initiative.raw
    }
  }

  func row(_ kind: Alternative.Kind) -> Alternative? {
    switch kind {
    case .pivot:
      var problem = model.problem
      var hasOther = false
      for work in problem.initiatives[initiative.index].works {
        let other = problem.works[Int(work)].options.filter { $0.mode > 0 }
        guard !other.isEmpty else { continue }
        hasOther = true
        // Numbers of options stay, so that schedules compare: the usual way is only closed.
        for index in problem.works[Int(work)].options.indices
        where problem.works[Int(work)].options[index].mode == 0 {
          problem.works[Int(work)].options[index].earliestStart = problem.lastDay
        }
      }
      return hasOther ? drafts.solved(kind, problem) : nil
    case .remainder(let share):
      var problem = drafts.inquiry.problem(of: model.plan, with: less(share))
      let undone = problem.initiatives[initiative.index].undoneCost
      problem.initiatives[initiative.index].cost =
        problem.initiatives[initiative.index].cost.map { _ in undone }
      return drafts.solved(kind, problem)
    case .stop:
      return drafts.solved(kind, model.problem.stopping(initiative.index))
    default: return nil
    }
  }

  private func less(_ share: Rational) -> [WhatIf] {
    model.plan.initiatives[initiative.index].works.compactMap { index in
      let work = model.plan.works[index]
      guard model.workIndices[index] != nil, work.length == nil,
        let kept = share.times(Rational(work.effort.minutes))?.rounded
      else { return nil }
      return .lessEffort(
        WorkID(index), Effort(minutes: work.effort.minutes - max(1, kept)))
    }
  }
}
