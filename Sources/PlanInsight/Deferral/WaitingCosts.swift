package import PlanModel

/// What waiting costs: of all that is scheduled by how much later, of the rest what doing it now would take.
package struct WaitingCosts: Sendable {
  /// How long everything is put off; `nil` where the whole ladder was asked of a few.
  package var delay: Elapsed?
  /// Of what is scheduled and has not begun, the dearest to put off first.
  package var deferrals: [Ranked<Deferral>]
  /// For how many of them the rest was planned anew, where not for all: for those that lose most if everybody makes way.
  package var plannedAnew: Int?
  /// Of what is undone or starts after the horizon that today lies in, the cheapest to include first.
  package var inclusions: [Ranked<Inclusion>]
  /// The horizon that inclusion is into.
  package var horizon: HorizonID
  /// The best schedule that a question turned up, if it beats the plan's.
  package var cheaper: CheaperPlan?

  /// Something with the places in the order that it may have, from 1.
  package struct Ranked<Subject: Sendable>: Sendable {
    package var subject: Subject
    package var rank: ClosedRange<Int>
  }
}

extension WaitingCosts {
  /// Asks about the initiatives of a schedule that keeps the hard demands.
  ///
  /// - Parameters:
  ///   - subjects: Which initiatives; `nil` for all.
  ///   - delay: How long they are put off; `nil` for every delay of the ladder.
  ///   - model: The plan and its problem.
  ///   - base: Its schedule.
  ///   - inquiry: Solves.
  /// - Complexity: A few solves for each subject, as many as the ladder has rungs above the delay.
  package init(
    of subjects: [InitiativeID]?, by delay: Elapsed?, in model: SchedulingModel, base: Solution,
    inquiry: Inquiry
  ) {
    let problem = model.problem
    let asked =
      subjects.map { $0.map(\.index).sorted() } ?? Array(problem.initiatives.indices)
    let ladder = DeferralLadder(
      base: base, arcs: Arcs(base.schedule, timing: Timing(problem)),
      rungs: DeferralLadder.Rung.ladder(from: delay, in: model), streams: inquiry.streams,
      prover: inquiry.prover, bound: inquiry.bound, boundsSparingly: inquiry.boundsSparingly,
      isOfFirstAlone: delay != nil)
    let now = model.horizon(ofDay: problem.firstDay)
    let days =
      problem.firstDay...max(problem.firstDay, model.day(of: model.plan.horizons[now.index].last))
    let inclusions = Inclusions(problem, base: base, inquiry: inquiry)

    let round = ladder.round(of: asked, inquiry.workers)
    @Sendable func inclusion(_ place: Int) -> Inclusion? {
      let index = asked[place]
      let start = base.schedule.start(of: index, in: problem)
      let isLater = start.map { !days.contains($0) } ?? true
      // Of everything, what was declined and is worth nothing by the plan is no question.
      let canBeIncluded =
        base.isFeasible && isLater && problem.isOpen(index)
        && (subjects != nil || problem.initiatives[index].selection != .forbidden
          || problem.isValued(index))
      guard canBeIncluded else { return nil }
      return inclusions.inclusion(of: index, within: days, bounding: inquiry.bound != nil)
    }
    // All at once, and inclusions first, which take longest.
    let count = asked.count
    let answers = inquiry.workers.answers(
      2 * count, order: Array(0..<count) + round.order.map { count + $0 }
    ) { place -> (inclusion: Inclusion?, deferral: DeferralLadder.Finding?) in
      place < count ? (inclusion(place), nil) : (nil, round.answer(place - count))
    }
    let included = answers.prefix(count).compactMap(\.inclusion)
    let deferrals = answers.suffix(count).map(\.deferral)
    let found = deferrals.compactMap(\.self)
    plannedAnew = deferrals.plannedAnew
    self.delay = delay
    horizon = now
    // The best that was found of each is the figure that is shown: the least dear.
    self.deferrals = Self.ranked(
      found.map(\.deferral),
      by: { $0.step(of: delay)?.found ?? [] }, best: { $0.min() ?? 0 })
    // The cheapest comes first, and what cannot be at all last.
    self.inclusions = Self.ranked(
      included,
      by: { $0.found.map { $0 == .max ? .min : -$0 } }, best: { $0.max() ?? 0 })
    let offers =
      found.compactMap(\.cheaper)
      + included.compactMap { $0.offer(against: base, in: problem) }
    cheaper = offers.max { $0.saves < $1.saves }
  }

  /// Sorts by the best that was found, the largest first, of equals in the order given.
  private static func ranked<Subject: Sendable>(
    _ subjects: [Subject], by amounts: (Subject) -> [Int64], best: ([Int64]) -> Int64
  ) -> [Ranked<Subject>] {
    let found = subjects.map(amounts)
    let figures = found.map(best)
    let order = subjects.indices.sorted {
      figures[$0] != figures[$1] ? figures[$0] > figures[$1] : $0 < $1
    }
    let ranks = sharedRanks(found)
    return order.map { Ranked(subject: subjects[$0], rank: ranks[$0]) }
  }
}

extension Deferral {
  /// The step of a delay, the longest where all were asked.
  package func step(of delay: Elapsed?) -> Step? {
    guard let delay else { return steps.last }
    return steps.first { step in
      if case .by(let elapsed) = step.delay {
        elapsed.calendarDays == delay.calendarDays
      } else {
        false
      }
    }
  }
}

extension Inclusion {
  /// The schedule found with it, where that is cheaper than the plan's although it was not asked for.
  func offer(against base: Solution, in problem: Problem) -> CheaperPlan? {
    guard let schedule, problem.initiatives[Int(initiative)].selection != .forbidden else {
      return nil
    }
    let saves = base.aimCost.addingClamped(-schedule.aimCost(in: problem))
    guard saves > 0, problem.demandsBroken(by: schedule).isEmpty else { return nil }
    return CheaperPlan(schedule: schedule, saves: saves)
  }
}

extension Problem {
  /// Whether anything is lost while an initiative is not done.
  fileprivate func isValued(_ initiative: Int) -> Bool {
    initiatives[initiative].undoneCost > 0
      || goals.contains {
        $0.undoneCost > 0 && ($0.members + $0.choices.joined()).contains(Int32(initiative))
      }
  }

  /// Whether there is something of an initiative to decide on: it has works, and none has begun.
  package func isOpen(_ initiative: Int) -> Bool {
    let works = initiatives[initiative].works
    return !works.isEmpty && works.allSatisfy { self.works[Int($0)].fixedStart == nil }
  }
}
