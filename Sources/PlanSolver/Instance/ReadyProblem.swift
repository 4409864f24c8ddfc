package import PlanModel
internal import Synchronization

/// A problem with what is made of it before a search begins, made when first needed and once: for several searches of one problem.
package final class ReadyProblem: Sendable {
  package let problem: Problem
  /// One of the same shape, which has most of what has to be made.
  private let known: CompiledProblem?
  private let compiledOnce = Mutex<CompiledProblem?>(nil)
  private let freedOnce = Mutex<ReadyProblem?>(nil)

  /// - Parameters:
  ///   - problem: What is to be searched.
  ///   - base: One that it was made from by changing a few things; where those leave the shape alone, its tables are used.
  package convenience init(_ problem: Problem, like base: ReadyProblem? = nil) {
    let known = base.flatMap { problem.hasShape(of: $0.problem) ? $0.compiled : nil }
    self.init(problem, known: known)
  }

  private init(_ problem: Problem, known: CompiledProblem?) {
    self.problem = problem
    self.known = known
  }

  var compiled: CompiledProblem {
    compiledOnce.withLock { made in
      let compiled = made ?? CompiledProblem(problem, shapeOf: known)
      made = compiled
      return compiled
    }
  }

  /// The same problem without budgets and guardrails.
  var withoutRules: ReadyProblem {
    freedOnce.withLock { made in
      let freed = made ?? ReadyProblem(problem.withoutRules(), known: known ?? compiled)
      made = freed
      return freed
    }
  }
}
