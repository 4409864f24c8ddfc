import PlanModel

extension Answer {
  /// Asks of what is left undone, the dearest first, what doing it would cost and who would give way.
  ///
  /// Of what was decided against nobody asks, and of what has no works or is begun there is nothing to ask.
  ///
  /// - Parameter inquiry: Solves; only the first of its searches is asked.
  /// - Complexity: One solve for each of at most `Answer.inclusionsMax`.
  package mutating func askInclusions(_ inquiry: Inquiry) {
    let problem = model.problem
    inclusions = Array(repeating: nil, count: problem.initiatives.count)
    guard solution.isFeasible else { return }
    let subjects = problem.initiatives.indices.filter { index in
      undone[index] != nil && problem.isOpen(index)
        && problem.initiatives[index].selection != .forbidden
    }.sorted { left, right in
      (undone[right]?.untilEnd ?? 0, left) < (undone[left]?.untilEnd ?? 0, right)
    }.prefix(Answer.inclusionsMax)
    let asker = Inclusions(problem, base: solution, inquiry: inquiry.ofOneStream)
    let asked = Array(subjects)
    let found = inquiry.workers.answers(asked.count) { place in
      asker.inclusion(of: asked[place], within: nil)
    }
    for inclusion in found { inclusions[Int(inclusion.initiative)] = inclusion }
  }

  /// A report has a line for each, and each is a solve; `plan defer` asks about all.
  private static let inclusionsMax = 12
}
