package import PlanModel

/// Hard demands of a plan that cannot hold together, and what it costs to give up one of them.
package struct Conflict: Sendable {
  package let demands: [ConflictDemand]
  /// Whether a schedule of the others was found without each of them.
  package let isIrreducible: Bool
  /// Whether it is proved that no schedule keeps all of `demands`, and not only that none was found.
  package let isProved: Bool
  /// One for each demand that is enough to give up alone, the cheapest first.
  package let waysOut: [WayOut]

  /// What a conflict is made of.
  package enum ConflictDemand: Hashable, Sendable {
    case hard(HardDemand)
    /// Index into the problem's freezes.
    case freeze(Int32)
  }

  /// A schedule of the whole plan without one of the demands.
  package struct WayOut: Sendable {
    package let givenUp: ConflictDemand
    package let schedule: Schedule
    /// Total cost of delay of that schedule in minor units.
    package let delayCost: Int64
    /// The same with the price of soft demands.
    fileprivate let aimCost: Int64

    /// Works that are left undone.
    fileprivate var undoneCount: Int { schedule.placements.count { $0 == nil } }
  }

  /// Finds an irreducible conflict by leaving out for good one demand after the other that is not needed for it, and solves the
  /// plan without each of those that are left.
  ///
  /// A deletion filter (Chinneck & Dravnieks 1991). What is asked about the demands alone is asked of the initiatives that they need, at no cost, so that most answers are
  /// proved.
  /// It is `nil` where the answer keeps every demand, and where there are more demands than are asked about.
  ///
  /// - Parameters:
  ///   - problem: What was solved.
  ///   - solution: Its answer.
  ///   - solve: Solves the problem of one question.
  /// - Complexity: One small solve for each hard demand, and one of the whole plan for each of the conflict.
  package init?(
    _ problem: Problem, _ solution: Solution, solve: Inquiry.Resolve
  ) {
    guard !solution.isFeasible else { return nil }
    var kept = ConflictDemand.all(in: problem)
    guard kept.count <= Self.demandsMax else { return nil }
    let whole = Self.verdict(kept, of: problem, solve)
    guard whole != .holds else { return nil }
    var isIrreducible = true
    for demand in kept {
      let rest = kept.filter { $0 != demand }
      let verdict = Self.verdict(rest, of: problem, solve)
      // What is proved stays proved: only a smaller conflict that is proved as well takes its place.
      if verdict == .proved || (verdict == .notFound && whole == .notFound) {
        kept = rest
      } else if verdict == .notFound {
        isIrreducible = false
      }
    }
    demands = kept
    self.isIrreducible = isIrreducible
    isProved = whole == .proved
    waysOut = kept.enumerated().compactMap { index, demand -> (Int, WayOut)? in
      guard demand.canBeGivenUp(in: problem) else { return nil }
      let answer = solve(problem.without([demand]), [solution.schedule])
      guard answer.isFeasible else { return nil }
      let way = WayOut(
        givenUp: demand, schedule: answer.schedule,
        delayCost: answer.schedule.totalDelayCost(in: problem),
        aimCost: answer.schedule.aimCost(in: problem))
      return (index, way)
    }.sorted {
      // Of those that cost the same, later is better than not at all.
      ($0.1.aimCost, $0.1.undoneCount, $0.0) < ($1.1.aimCost, $1.1.undoneCount, $1.0)
    }.map(\.1)
  }

  /// Each takes a solve; a plan with more is told what its nearest schedule breaks.
  private static let demandsMax = 400

  private enum Verdict {
    case holds
    case proved
    case notFound
  }

  /// Whether a set of demands can hold together.
  private static func verdict(
    _ demands: [ConflictDemand], of problem: Problem, _ solve: Inquiry.Resolve
  ) -> Verdict {
    let answer = solve(problem.reduced(to: demands), [])
    if answer.isFeasible { return .holds }
    return answer.isProvedInfeasible ? .proved : .notFound
  }
}

extension Conflict.ConflictDemand {
  /// All of a problem, in the order of the initiatives, then freezes, budgets and guardrails.
  fileprivate static func all(in problem: Problem) -> [Conflict.ConflictDemand] {
    var demands: [Conflict.ConflictDemand] = []
    for (index, initiative) in problem.initiatives.enumerated() where !initiative.works.isEmpty {
      let id = Int32(index)
      if initiative.selection == .required { demands.append(.hard(.isDone(initiative: id))) }
      if let latest = initiative.latestFinish {
        demands.append(.hard(.isFinished(initiative: id, by: latest)))
      }
      if let window = initiative.startWindow {
        demands.append(.hard(.starts(initiative: id, in: window)))
      }
    }
    for freeze in problem.freezes.indices { demands.append(.freeze(Int32(freeze))) }
    for budget in problem.budgets.indices {
      demands.append(.hard(.staysWithin(budget: Int32(budget))))
    }
    for guardrail in problem.guardrails.indices where problem.guardrails[guardrail].isHard {
      demands.append(.hard(.keeps(guardrail: Int32(guardrail))))
    }
    return demands
  }

  /// Running work cannot be undone.
  fileprivate func canBeGivenUp(in problem: Problem) -> Bool {
    guard case .hard(.isDone(let initiative)) = self else { return true }
    return !problem.isRunning(initiative)
  }
}

extension Problem {
  fileprivate func isRunning(_ initiative: Int32) -> Bool {
    initiatives[Int(initiative)].works.contains { works[Int($0)].fixedStart != nil }
  }

  /// The problem without some of its hard demands.
  fileprivate func without(_ demands: Set<Conflict.ConflictDemand>) -> Problem {
    var relaxed = self
    for index in relaxed.initiatives.indices {
      let id = Int32(index)
      let initiative = initiatives[index]
      if demands.contains(.hard(.isDone(initiative: id))), !isRunning(id) {
        relaxed.initiatives[index].selection = .free
      }
      if let latest = initiative.latestFinish,
        demands.contains(.hard(.isFinished(initiative: id, by: latest)))
      {
        relaxed.initiatives[index].latestFinish = nil
      }
      if let window = initiative.startWindow,
        demands.contains(.hard(.starts(initiative: id, in: window)))
      {
        relaxed.initiatives[index].startWindow = nil
      }
    }
    relaxed.budgets = budgets.indices
      .filter { !demands.contains(.hard(.staysWithin(budget: Int32($0)))) }.map { budgets[$0] }
    relaxed.guardrails = guardrails.indices
      .filter { !demands.contains(.hard(.keeps(guardrail: Int32($0)))) }.map { guardrails[$0] }
    let lifted = freezes.indices.filter { demands.contains(.freeze(Int32($0))) }
    guard !lifted.isEmpty else { return relaxed }
    for work in relaxed.works.indices {
      relaxed.works[work].freezes.removeAll { lifted.contains(Int($0)) }
    }
    return relaxed
  }

  /// The question whether some demands can hold together: what they do not need is left undone, and nothing costs.
  fileprivate func reduced(to demands: [Conflict.ConflictDemand]) -> Problem {
    let kept = Set(demands)
    var question = without(Set(Conflict.ConflictDemand.all(in: self).filter { !kept.contains($0) }))
    let free = CostRow([Int64](repeating: 0, count: Int(max(lastDay, 0))))
    question.guardrails.removeAll { !$0.isHard }
    // A share of all that is done may need anything.
    let needed =
      question.guardrails.isEmpty
      ? question.neededInitiatives() : question.initiatives.map { _ in true }
    for index in question.initiatives.indices {
      question.initiatives[index].cost = free
      question.initiatives[index].undoneCost = 0
      question.initiatives[index].agreement = nil
      if !needed[index] { question.initiatives[index].selection = .forbidden }
    }
    question.goals = []
    return question
  }

  /// The required, and what has to be done before them in every way.
  private func neededInitiatives() -> [Bool] {
    var isNeeded = initiatives.map { $0.selection == .required }
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for link in links where isNeeded[Int(works[Int(link.to)].initiative)] {
        let before = owner(of: link.from)
        if !isNeeded[before] {
          isNeeded[before] = true
          hasChanged = true
        }
      }
    }
    return isNeeded
  }

  private func owner(of anchor: Anchor) -> Int {
    switch anchor {
    case .finish(let work), .start(let work): Int(works[Int(work)].initiative)
    case .initiativeStart(let initiative): Int(initiative)
    case .milestone(let milestone): Int(milestones[Int(milestone)].initiative)
    }
  }
}
