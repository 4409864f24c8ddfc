package import PlanModel

extension SchedulingModel {
  /// The dependency of a work that a hold speaks of, as an index into `Work.after`; `nil` where it speaks of something else.
  ///
  /// - Complexity: O(dependencies).
  package func dependency(behind hold: Hold, ofWork index: Int) -> Int? {
    let after = plan.works[workIDs[index].index].after
    switch hold {
    case .external(let external): return after.firstIndex { $0.on == .external(external) }
    case .precedence(let anchor): return after.firstIndex { matches($0, anchor) }
    default: return nil
    }
  }

  private func matches(_ dependency: Dependency, _ anchor: Problem.Anchor) -> Bool {
    switch (anchor, dependency.on) {
    case (.finish(let work), .work(let id)), (.start(let work), .work(let id)):
      return workIDs[Int(work)] == id
    case (.finish(let work), .initiative(let id)), (.start(let work), .initiative(let id)):
      return plan.works[workIDs[Int(work)].index].initiative == id
    case (.initiativeStart(let initiative), .initiative(let id)): return id.raw == initiative
    case (.milestone(let milestone), .milestone(let id)):
      return plan.milestones[id.index].initiative.raw
        == problem.milestones[Int(milestone)].initiative
    default: return false
    }
  }
}
