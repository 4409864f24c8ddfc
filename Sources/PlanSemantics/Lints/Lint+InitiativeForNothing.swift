internal import PlanModel
internal import PlanSyntax

extension Lint {
  /// An initiative of which the plan does not say what it is good for, although most of them serve goals.
  ///
  /// A plan that mostly works without goals has other ways to say what things are for. What pays a debt, has
  /// a value of its own or is waited for by another has its reason.
  static let initiativeForNothing = Lint(
    code: .initiativeForNothing, title: "an initiative that serves no goal",
    reason: "what serves no goal cannot be compared with what does, and is argued for by volume"
      + " instead (Reinertsen, 2009: quantify the cost of delay)"
  ) { subject in
    let serving = subject.open.count { !subject[$0].goals.isEmpty }
    guard serving * 2 > subject.open.count else { return [] }
    var isAwaited = Array(repeating: false, count: subject.plan.initiatives.count)
    for id in subject.open {
      for wait in subject.waits(of: id) {
        if let other = subject.initiative(of: wait.on), other != id {
          isAwaited[other.index] = true
        }
      }
    }
    return subject.open.filter { id in
      let initiative = subject[id]
      let isWorth = !initiative.urgency.isEmpty && !initiative.urgency.isAssumed
      return initiative.goals.isEmpty && initiative.pays.isEmpty && !isWorth
        && !isAwaited[id.index]
    }.map { id in
      Diagnostic(
        .initiativeForNothing,
        "`\(subject[id].name.shortened)` serves no goal, as most others do",
        at: subject.places[id], label: "for which goal?",
        helps: ["say what it is for: `serves`, `pays`, or a `cost_of_delay` of its own"])
    }
  }
}
