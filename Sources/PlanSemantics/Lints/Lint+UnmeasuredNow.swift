internal import PlanModel
internal import PlanSyntax

extension Lint {
  /// What is pinned to Now and has nobody who answers for it, or nothing it is measured by.
  ///
  /// A measure of a goal that it serves will do, and so does `done_when`.
  static let unmeasuredNow = Lint(
    code: .unmeasuredNow, title: "something in Now without owner or measure",
    reason: "Now is what is promised: somebody answers for it, and one can see that it worked"
      + " (Bastow, 2012: Now, Next, Later)"
  ) { subject in
    subject.pinnedToNow.compactMap { id in
      let initiative = subject[id]
      let hasOwner = initiative.words.owner != nil || initiative.words.accountable != nil
      let isMeasured =
        !initiative.metrics.isEmpty || initiative.words.doneWhen != nil
        || initiative.goals.contains { !subject.plan.goals[$0.index].metrics.isEmpty }
      guard !hasOwner || !isMeasured else { return nil }
      let missing =
        hasOwner ? "a measure" : isMeasured ? "an owner" : "an owner or a measure"
      return Diagnostic(
        .unmeasuredNow, "`\(initiative.name.shortened)` is in Now without \(missing)",
        at: subject.places[id],
        helps: [
          hasOwner
            ? "add a `metric`, or say what it is `done_when`"
            : isMeasured ? "say who answers for it: `owner`" : "say its `owner` and add a `metric`"
        ])
    }
  }
}
