package import PlanModel

/// A demand of the plan that no money outweighs.
///
/// Initiatives are indices of the problem and of the plan.
package enum HardDemand: Hashable, Sendable {
  /// A `must`, or work that has begun.
  case isDone(initiative: Int32)
  /// A deadline without a price.
  case isFinished(initiative: Int32, by: Int32)
  /// A pin to a horizon.
  case starts(initiative: Int32, in: ClosedRange<Int32>)
  /// A budget, as an index of the problem and of the plan.
  case staysWithin(budget: Int32)
  /// A hard guardrail, as an index of the problem and of the plan.
  case keeps(guardrail: Int32)

  /// Whose demand it is; `nil` for one that is made of many.
  package var initiative: Int32? {
    switch self {
    case .isDone(let initiative), .isFinished(let initiative, _), .starts(let initiative, _):
      initiative
    case .staysWithin, .keeps: nil
    }
  }
}

extension Problem.Initiative {
  /// Whether anything may be wrong with when it is done, or whether.
  fileprivate var isDemanded: Bool {
    !works.isEmpty && (selection == .required || latestFinish != nil || startWindow != nil)
  }
}

extension Problem {
  /// The hard demands that a schedule breaks, in the order of the initiatives, then budgets and guardrails.
  package func demandsBroken(by schedule: Schedule) -> [HardDemand] {
    var broken: [HardDemand] = []
    for index in initiatives.indices where initiatives[index].isDemanded {
      let initiative = initiatives[index]
      let id = Int32(index)
      guard let start = schedule.start(of: index, in: self),
        let finish = schedule.finish(of: index, in: self)
      else {
        if initiative.selection == .required { broken.append(.isDone(initiative: id)) }
        continue
      }
      if let latest = initiative.latestFinish, finish > latest {
        broken.append(.isFinished(initiative: id, by: latest))
      }
      if let window = initiative.startWindow, !window.contains(start) {
        broken.append(.starts(initiative: id, in: window))
      }
    }
    return broken + demands(schedule.rulesBroken(in: self))
  }

  /// What a solver reports as broken, in this module's terms.
  package func demands(_ broken: [BrokenDemand]) -> [HardDemand] {
    var demands: [HardDemand] = []
    for demand in broken.map({ self.demand($0) }) where demands.last != demand {
      demands.append(demand)
    }
    return demands
  }

  private func demand(_ broken: BrokenDemand) -> HardDemand {
    switch broken {
    case .undone(let initiative): .isDone(initiative: initiative)
    case .late(let initiative, let latestFinish, _, _):
      .isFinished(initiative: initiative, by: latestFinish)
    case .outsideWindow(let initiative, let start):
      .starts(
        initiative: initiative,
        in: initiatives[Int(initiative)].startWindow ?? start...start)
    // Whichever of its periods it is.
    case .overBudget(let budget, _, _): .staysWithin(budget: budget)
    case .offGuardrail(let guardrail, _, _): .keeps(guardrail: guardrail)
    }
  }
}
