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

  package var initiative: Int32 {
    switch self {
    case .isDone(let initiative), .isFinished(let initiative, _), .starts(let initiative, _):
      initiative
    }
  }
}

extension Problem {
  /// The hard demands that a schedule breaks, in the order of the initiatives.
  package func demandsBroken(by schedule: Schedule) -> [HardDemand] {
    var broken: [HardDemand] = []
    for (index, initiative) in initiatives.enumerated() where !initiative.works.isEmpty {
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
    return broken
  }

  /// What a solver reports as broken, in this module's terms.
  package func demands(_ broken: [BrokenDemand]) -> [HardDemand] {
    broken.map { demand in
      switch demand {
      case .undone(let initiative): .isDone(initiative: initiative)
      case .late(let initiative, let latestFinish, _, _):
        .isFinished(initiative: initiative, by: latestFinish)
      case .outsideWindow(let initiative, let start):
        .starts(
          initiative: initiative,
          in: initiatives[Int(initiative)].startWindow ?? start...start)
      }
    }
  }
}
