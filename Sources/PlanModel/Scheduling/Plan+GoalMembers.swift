extension Plan {
  /// What each goal waits for, finished or not, as indices into `initiatives`; none where nobody serves it.
  ///
  /// - Returns: One list a goal, in the plan's order.
  /// - Complexity: O(goals + what initiatives serve).
  package func membersOfGoals() -> [[Int]] {
    var members = [[Int]](repeating: [], count: goals.count)
    for (index, initiative) in initiatives.enumerated() {
      // What will not be done by decision is no part of what the goal waits for.
      guard !initiative.isOptional, initiative.priority != .wont,
        initiative.status != .cancelled
      else { continue }
      for goal in initiative.goals where members[goal.index].last != index {
        members[goal.index].append(index)
      }
    }
    return members
  }
}
