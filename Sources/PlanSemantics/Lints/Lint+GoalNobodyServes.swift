internal import PlanModel
internal import PlanSyntax

extension Lint {
  /// A goal that no initiative serves.
  static let goalNobodyServes = Lint(
    code: .goalNobodyServes, title: "a goal that nothing serves",
    reason: "a goal without work behind it is a wish: opportunity trees (Torres, 2021) begin with"
      + " the outcome and end with what is tried for it"
  ) { subject in
    var isServed = Array(repeating: false, count: subject.plan.goals.count)
    for initiative in subject.plan.initiatives
    where initiative.priority != .wont && initiative.status != .cancelled {
      for goal in initiative.goals { isServed[goal.index] = true }
    }
    return subject.plan.goals.indices.filter { !isServed[$0] }.map { index in
      Diagnostic(
        .goalNobodyServes, "nothing serves the goal `\(subject.plan.goals[index].name.shortened)`",
        at: subject.places[GoalID(index)], label: "served by nothing",
        helps: [
          "write `serves: \(subject.plan.goals[index].name.shortened)` on what works"
            + " towards it, or take the goal out"
        ])
    }
  }
}
