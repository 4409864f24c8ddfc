internal import PlanModel

extension Instance {
  /// Compiles the precedences that hold in every mode; those onto running work say nothing, since it starts whatever else.
  static func links(_ problem: Problem) -> Links {
    var incoming = [[Incoming]](repeating: [], count: problem.works.count)
    var outgoing = [[Int32]](repeating: [], count: problem.works.count)
    var afterInitiative = [[Int32]](repeating: [], count: problem.initiatives.count)
    var afterMilestone = [[Int32]](repeating: [], count: problem.milestones.count)
    var successors = [[Int32]](repeating: [], count: problem.initiatives.count)
    var predecessors = [[Int32]](repeating: [], count: problem.initiatives.count)
    for link in problem.links
    where link.mode == nil && problem.works[Int(link.to)].fixedStart == nil {
      let owner = owner(of: link.from, in: problem)
      switch link.from {
      case .finish(let work), .start(let work):
        outgoing[Int(work)].append(link.to)
      case .initiativeStart(let initiative):
        afterInitiative[Int(initiative)].append(link.to)
      case .milestone(let milestone):
        afterMilestone[Int(milestone)].append(link.to)
      }
      incoming[Int(link.to)].append(Self.incoming(link, in: problem))
      let waiting = problem.works[Int(link.to)].initiative
      guard owner != waiting, !successors[Int(owner)].contains(waiting) else { continue }
      successors[Int(owner)].append(waiting)
      predecessors[Int(waiting)].append(owner)
    }
    return Links(
      incoming: Rows(incoming), outgoing: Rows(outgoing), afterInitiative: Rows(afterInitiative),
      afterMilestone: Rows(afterMilestone), successors: Rows(successors),
      predecessors: Rows(predecessors))
  }

  /// The initiative that has to be done for an anchor to happen.
  static func owner(of anchor: Problem.Anchor, in problem: Problem) -> Int32 {
    switch anchor {
    case .finish(let work), .start(let work): problem.works[Int(work)].initiative
    case .initiativeStart(let initiative): initiative
    case .milestone(let milestone): problem.milestones[Int(milestone)].initiative
    }
  }

  /// A link as the waiting work sees it.
  static func incoming(_ link: Problem.Link, in problem: Problem) -> Incoming {
    let (kind, index) = compiled(link.from)
    return Incoming(kind: kind, index: index, lagRow: link.lag * problem.lastDay)
  }

  private static func compiled(_ anchor: Problem.Anchor) -> (AnchorKind, Int32) {
    switch anchor {
    case .finish(let work): (.finish, work)
    case .start(let work): (.start, work)
    case .initiativeStart(let initiative): (.initiativeStart, initiative)
    case .milestone(let milestone): (.milestone, milestone)
    }
  }
}
