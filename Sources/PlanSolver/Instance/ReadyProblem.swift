package import PlanModel
internal import Synchronization

/// A problem with what is made of it before a search begins, made when first needed and once: for several searches of one problem.
package final class ReadyProblem: Sendable {
  package let problem: Problem
  private let compiledOnce = Mutex<CompiledProblem?>(nil)
  private let freedOnce = Mutex<ReadyProblem?>(nil)

  package init(_ problem: Problem) { self.problem = problem }

  var compiled: CompiledProblem {
    compiledOnce.withLock { made in
      let compiled = made ?? CompiledProblem(problem)
      made = compiled
      return compiled
    }
  }

  /// The same problem without budgets and guardrails.
  var withoutRules: ReadyProblem {
    freedOnce.withLock { made in
      let freed = made ?? ReadyProblem(problem.withoutRules())
      made = freed
      return freed
    }
  }
}
