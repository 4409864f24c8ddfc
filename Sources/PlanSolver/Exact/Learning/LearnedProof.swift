package import PlanModel

/// What the search that learns, all by itself, says about a problem.
package struct LearnedProof: Sendable {
  /// Of the best schedule that it found or was given, in minor units.
  package var cost: Int64
  /// Whether nothing cheaper exists.
  package var isProved: Bool
}

/// Proves by learning alone, without the search to the end that `solve` tries first.
///
/// - Parameters:
///   - problem: What is to be decided.
///   - workLimit: Counted work.
///   - isPriced: Whether reduced costs of a short relaxation take part.
/// - Returns: What was proved; `nil` where no schedule that keeps the hard demands was known to start from.
package func learnedProof(
  of problem: Problem, workLimit: Int64, isPriced: Bool
) -> LearnedProof? {
  var search = Search(CompiledProblem(problem), seed: 1, Meter(workLimit: workLimit, watch: nil))
  search.start(from: [], problem)
  guard search.bestScore.violation == 0, search.board.instance.costShift == 0 else { return nil }
  var relaxation = Relaxation(search.board)
  if isPriced { search.climb(&relaxation, rounds: 30) }
  let isProved = search.proveByLearning(&relaxation, isPriced: isPriced, until: 1)
  return LearnedProof(cost: search.bestScore.cost, isProved: isProved)
}

/// What of a known schedule a model and the clauses learned from it deny; each a mistake.
package struct LearnedDenial: Sendable {
  /// Clauses learned before anything as cheap was found.
  package var clauses: Int
  /// Of them, how many the schedule breaks.
  package var broken: Int
  /// Whether the propagators accept the schedule.
  package var isAccepted: Bool
}

/// Looks for schedules that cost no more than a known one, and holds what is learned on the way against that one.
///
/// - Parameters:
///   - problem: What is to be decided.
///   - witness: A schedule that keeps all hard demands.
///   - cost: What it costs.
///   - isPriced: Whether reduced costs of a short relaxation take part.
/// - Returns: What is denied.
package func learnedDenial(
  of problem: Problem, witness: Schedule, cost: Int64, isPriced: Bool
) -> LearnedDenial {
  var search = Search(CompiledProblem(problem), seed: 1, Meter(workLimit: 1 << 40, watch: nil))
  search.start(from: [witness], problem)
  var relaxation = Relaxation(search.board)
  if isPriced { search.climb(&relaxation, rounds: 30, keeping: cost) }
  var learner = search.learner(&relaxation, costLimit: cost, isPriced: isPriced)
  _ = learner.run(until: 3_000_000, search.board.instance, relaxation.network)
  var reader = search.learner(&relaxation, costLimit: cost, isPriced: isPriced)
  var denial = LearnedDenial(clauses: learner.clauses.clauses.count, broken: 0, isAccepted: true)
  for work in reader.model.works {
    let variable = reader.model.variable[reader.model.startNode[work]]
    let placed = witness.placements[Int(work)]
    let start = placed?.start ?? reader.model.never
    denial.isAccepted =
      denial.isAccepted && reader.tell(variable, start, search.board.instance, relaxation.network)
    let choice = reader.model.choice[work]
    guard choice >= 0, let placed else { continue }
    denial.isAccepted =
      denial.isAccepted
      && reader.tell(choice, placed.option, search.board.instance, relaxation.network)
  }
  for index in 0..<learner.clauses.clauses.count {
    let clause = learner.clauses.clauses[index]
    let facts = (clause.start..<clause.start + clause.count).map { learner.clauses.facts[$0] }
    if facts.allSatisfy({ reader.isFalse($0) }) { denial.broken += 1 }
  }
  return denial
}

extension Learner {
  /// Decides that a variable has a value.
  fileprivate mutating func tell(
    _ variable: Int32, _ value: Int32, _ instance: borrowing Instance,
    _ network: borrowing Network
  ) -> Bool {
    for fact in [Fact.atLeast(variable, value), Fact.atMost(variable, value)] {
      guard !isFalse(fact) else { return false }
      if !isTrue(fact) { decide(fact) }
      guard propagate(instance, network) else { return false }
    }
    return true
  }
}
