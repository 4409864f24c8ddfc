internal import PlanModel

/// A compiled problem and what holds in all its schedules, read by any number of searches at once.
///
/// They stay where they are in memory and are read through plain pointers. As stored properties of what the search writes they
/// would be copied to the stack, a thousand bytes for each work placed, whenever a method that writes reads them.
final class CompiledProblem: @unchecked Sendable {
  let instance: UnsafeMutablePointer<Instance>
  let heads: UnsafeMutablePointer<Heads>
  /// What was compiled, for whatever has to be held against its words.
  let problem: Problem
  let urgency: Urgency
  /// The same for searches of projects; `nil` where it is none.
  let project: UnsafeMutablePointer<Project>?

  /// - Parameters:
  ///   - problem: What is compiled.
  ///   - known: One of the same shape, whose tables are used and not made again.
  init(_ problem: Problem, shapeOf known: CompiledProblem? = nil) {
    assert(known.map { problem.hasShape(of: $0.problem) } ?? true)
    self.problem = problem
    instance = UnsafeMutablePointer.allocate(capacity: 1)
    if let known {
      instance.initialize(to: Instance(problem, shapeOf: known))
    } else {
      instance.initialize(to: Instance(problem))
    }
    heads = UnsafeMutablePointer.allocate(capacity: 1)
    heads.initialize(to: Heads(instance.pointee))
    urgency = Urgency(instance.pointee, heads.pointee)
    guard let draft = ProjectDraft(instance.pointee) else {
      project = nil
      return
    }
    let address = UnsafeMutablePointer<Project>.allocate(capacity: 1)
    address.initialize(to: Project(draft))
    project = address
  }

  // Nothing writes to any of them after this initialiser, which is what makes sharing it safe.
  deinit {
    project?.deinitialize(count: 1)
    project?.deallocate()
    heads.deinitialize(count: 1)
    heads.deallocate()
    instance.deinitialize(count: 1)
    instance.deallocate()
  }
}
