package import PlanModel

/// What it costs to do something now that a schedule does later or not at all, and who gives way.
package struct Inclusion: Sendable {
  /// Index of the initiative in the problem and the plan.
  package var initiative: Int32
  package var price: Deferral.Net
  /// Minor units by which the plan loses less with it, where it was declined although it pays; else 0.
  package var gains: Int64 = 0
  /// The day before which it cannot start whatever is planned anew, where that is what stands in the way.
  package var earliest: Int32?
  /// Minor units that the price is proved to reach; above 0, or `nil`.
  package var atLeast: Int64?
  /// Who is worse off by it, the dearest first.
  package var givesWay: [Movement]
  /// The best schedule found with it; `nil` where none keeps the hard demands.
  package var schedule: Schedule?
  /// The price as each of several searches found it, `Int64.max` where a hard demand breaks; below 0 where it gains.
  package var found: [Int64]
}

extension Problem {
  /// The problem in which an initiative has to be done, and to start on one of some days if any are named.
  ///
  /// What it waits for has to be done with it. A pin of its own or a decision not to do it is laid aside; those of others
  /// hold.
  package func insisting(on initiative: Int, within days: ClosedRange<Int32>?) -> Problem {
    var problem = self
    problem.initiatives[initiative].selection = .required
    problem.initiatives[initiative].startWindow = days
    return problem
  }

  /// What has to be done before an initiative, whatever mode is chosen, and the initiative itself at the end.
  ///
  /// - Complexity: O(links × depth).
  package func needed(for initiative: Int32) -> [Int32] {
    var order: [Int32] = [initiative]
    var next = 0
    while next < order.count {
      let subject = order[next]
      next += 1
      for link in links where link.mode == nil && works[Int(link.to)].initiative == subject {
        let before = self.initiative(of: link.from)
        if before != subject, !order.contains(before) { order.append(before) }
      }
    }
    return order.reversed()
  }
}

/// Works out the price of inclusion of any initiative of one schedule.
package struct Inclusions: Sendable {
  private let problem: Problem
  private let base: Solution
  private let inquiry: Inquiry
  private let earliestStarts: [Int32?]

  /// - Parameters:
  ///   - problem: What was solved.
  ///   - base: Its schedule.
  ///   - inquiry: Solves.
  package init(_ problem: Problem, base: Solution, inquiry: Inquiry) {
    self.problem = problem
    self.base = base
    self.inquiry = inquiry
    earliestStarts = problem.earliestStarts
  }

  /// What it costs that an initiative starts on one of some days, or at all where none are named.
  ///
  /// - Parameters:
  ///   - initiative: Not begun, and with works.
  ///   - days: When it has to start.
  ///   - bounding: Whether a proved lower end is looked for, which takes another solve.
  ///   - near: A schedule in which it starts so, of a plan that differs little; the search begins there as well.
  ///   - workers: Who searches; the answer does not hang on how many they are.
  /// - Returns: The price, 0 where the schedule found is no dearer than the plan's.
  /// - Complexity: One solve for each stream.
  package func inclusion(
    of initiative: Int, within days: ClosedRange<Int32>?, bounding: Bool = false,
    near: Schedule? = nil, _ workers: Workers = Workers(threads: 1)
  ) -> Inclusion {
    if let impossible = impossible(initiative, within: days) { return impossible }
    let isDeclined = problem.initiatives[initiative].selection == .forbidden
    let question = problem.insisting(on: initiative, within: days)
    let seeds = [near].compactMap(\.self) + seeds(initiative, within: days)
    var best: (schedule: Schedule, cost: Int64)?
    var bound = Int64.min
    var broken: [BrokenDemand] = []
    var found: [Int64] = []
    // Of a plan that is proved, its neighbours often are too, and then one search is enough.
    let prover = bounding && base.isOptimal ? inquiry.prover : nil
    let proof = prover.map { prover in [{ @Sendable in prover(question, $0) }] } ?? []
    for answer in workers.answers(of: proof + inquiry.alternatives.searches(of: question), seeds) {
      guard answer.isFeasible else {
        broken = answer.broken
        found.append(.max)
        continue
      }
      let rise = answer.aimCost.addingClamped(-base.aimCost)
      found.append(isDeclined ? rise : max(0, rise))
      bound = max(bound, answer.lowerBound)
      if answer.aimCost < best?.cost ?? .max { best = (answer.schedule, answer.aimCost) }
    }
    // The search for a proof is no further opinion on the place in an order.
    if prover != nil, found.count > 1 { found.removeFirst() }
    while found.count < inquiry.alternatives.count { found.append(found.last ?? 0) }
    guard let best else {
      let demands = problem.demands(broken)
      return Inclusion(
        initiative: Int32(initiative),
        price: .breaks(demands.isEmpty ? [.isDone(initiative: Int32(initiative))] : demands),
        givesWay: [], schedule: nil, found: found)
    }
    if bounding, prover == nil, let search = inquiry.bound, bound < best.cost,
      best.cost.addingClamped(-base.aimCost) > inquiry.boundsSparingly ?? 0
    {
      bound = max(bound, search(question, [best.schedule]))
    }
    let least = bound == .min ? 0 : bound.addingClamped(-base.aimCost)
    return Inclusion(
      initiative: Int32(initiative),
      price: .costs(
        max(0, best.cost.addingClamped(-base.aimCost)),
        isProved: base.isOptimal && best.cost <= bound),
      gains: isDeclined ? max(0, base.aimCost.addingClamped(-best.cost)) : 0,
      atLeast: least > 0 ? least : nil,
      givesWay: Movement.givingWay(
        from: base.schedule, to: best.schedule, in: problem, except: Int32(initiative)),
      schedule: best.schedule, found: found)
  }

  /// The answer where no plan can do what is asked, found without a search; `nil` where that is not known.
  private func impossible(_ initiative: Int, within days: ClosedRange<Int32>?) -> Inclusion? {
    var answer = Inclusion(
      initiative: Int32(initiative), price: .breaks([.isDone(initiative: Int32(initiative))]),
      givesWay: [], schedule: nil,
      found: Array(repeating: .max, count: inquiry.alternatives.count))
    let declined = problem.needed(for: Int32(initiative)).first {
      Int($0) != initiative && problem.initiatives[Int($0)].selection == .forbidden
    }
    if let declined {
      answer.price = .breaks([.isDone(initiative: declined)])
      return answer
    }
    guard let earliest = earliestStarts[initiative] else { return answer }
    guard let days, earliest > days.upperBound else { return nil }
    answer.earliest = earliest
    return answer
  }

  /// Where searches begin: the schedule as it is, with what is asked for and what that needs put at the beginning, in the middle
  /// or at the end of the days it may start on, with many people or few.
  ///
  /// They are orders more than schedules: what does not fit makes way when the search builds from them.
  private func seeds(_ initiative: Int, within days: ClosedRange<Int32>?) -> [Schedule] {
    let first = days?.lowerBound ?? problem.firstDay
    let last = days?.upperBound ?? problem.horizonDay - 1
    let places = [(first, true), (first, false), ((first + last) / 2, true), (last, true)]
    return places.map { day, isCrowded in
      var seed = base.schedule
      let subjects = problem.needed(for: Int32(initiative))
      for (place, subject) in subjects.enumerated() {
        let start = max(problem.firstDay, day - Int32(clamping: subjects.count - 1 - place))
        for work in problem.initiatives[Int(subject)].works {
          let placed = base.schedule.placements[Int(work)]
          if let placed, placed.start <= start, Int(subject) != initiative { continue }
          let options = problem.works[Int(work)].options
          let usual = Int32(options.count { $0.mode == 0 })
          seed.placements[Int(work)] = Schedule.Placement(
            start: start, finish: start,
            option: placed?.option ?? (isCrowded ? max(0, usual - 1) : 0))
        }
      }
      return seed
    }
  }
}

extension Workers {
  /// The answers of searches up to the first that is proved: what it says, the others would only say again.
  fileprivate func answers(
    of searches: [@Sendable ([Schedule]) -> Solution], _ seeds: [Schedule]
  ) -> [Solution] {
    var answers: [Solution] = []
    while answers.last?.isSettled != true, answers.count < searches.count {
      let next = searches[answers.count...].prefix(threads)
      answers += self.answers(next.count) { next[next.startIndex + $0](seeds) }
    }
    return Array(answers.prefix(through: answers.firstIndex { $0.isSettled } ?? answers.count - 1))
  }
}

extension Solution {
  /// Whether no other search can say more.
  fileprivate var isSettled: Bool { isFeasible ? isOptimal : isProvedInfeasible }
}
