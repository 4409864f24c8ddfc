internal import PlanModel

extension Instance {
  /// Compiles the precedences; those onto running work say nothing, since it starts whatever else.
  static func links(_ problem: Problem) -> Links {
    var incoming = [[Incoming]](repeating: [], count: problem.works.count)
    var outgoing = [[Int32]](repeating: [], count: problem.works.count)
    var afterInitiative = [[Int32]](repeating: [], count: problem.initiatives.count)
    var afterMilestone = [[Int32]](repeating: [], count: problem.milestones.count)
    var successors = [[Int32]](repeating: [], count: problem.initiatives.count)
    var predecessors = [[Int32]](repeating: [], count: problem.initiatives.count)
    for link in problem.links where problem.works[Int(link.to)].fixedStart == nil {
      let owner: Int32
      let row = link.lag * problem.lastDay
      switch link.from {
      case .finish(let work), .start(let work):
        outgoing[Int(work)].append(link.to)
        owner = problem.works[Int(work)].initiative
      case .initiativeStart(let initiative):
        afterInitiative[Int(initiative)].append(link.to)
        owner = initiative
      case .milestone(let milestone):
        afterMilestone[Int(milestone)].append(link.to)
        owner = problem.milestones[Int(milestone)].initiative
      }
      let (kind, index) = compiled(link.from)
      incoming[Int(link.to)].append(Incoming(kind: kind, index: index, lagRow: row))
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

  private static func compiled(_ anchor: Problem.Anchor) -> (AnchorKind, Int32) {
    switch anchor {
    case .finish(let work): (.finish, work)
    case .start(let work): (.start, work)
    case .initiativeStart(let initiative): (.initiativeStart, initiative)
    case .milestone(let milestone): (.milestone, milestone)
    }
  }
}
