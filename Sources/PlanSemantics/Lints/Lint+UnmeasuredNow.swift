internal import PlanModel
internal import PlanSyntax

extension Lint {
  /// What is in Now and has nobody who answers for it, nothing it is measured by, or no estimate that its dates could
  /// rest on.
  ///
  /// What the plan pins to Now is a promise, and found without a schedule. What only starts there by the schedule lacks
  /// what others of the plan have: where nobody owns anything, owners are kept elsewhere. A measure of a goal that it serves
  /// will do, and so does `done_when`.
  static let unmeasuredNow = Lint(
    code: .unmeasuredNow, title: "something in Now without owner, measure or estimate",
    reason: "Now is what is promised: somebody answers for it, one can see that it worked, and its"
      + " dates rest on more than a guess (Bastow, 2012: Now, Next, Later)",
    find: { subject in
      subject.pinnedToNow.compactMap { subject.unmeasured($0, "is in Now", expecting: .all) }
    },
    findScheduled: { subject, schedule in
      let usual = Expectations(usualIn: subject)
      return subject.scheduled(in: 0, by: schedule).compactMap { id in
        subject.unmeasured(id, "starts in Now by the schedule", expecting: usual)
      }
    })
}

/// What something in Now is to have.
private struct Expectations {
  var owner: Bool
  var measure: Bool
  var estimate: Bool

  static let all = Expectations(owner: true, measure: true, estimate: true)

  private init(owner: Bool, measure: Bool, estimate: Bool) {
    self.owner = owner
    self.measure = measure
    self.estimate = estimate
  }

  /// What some of the plan's open initiatives have.
  init(usualIn subject: LintSubject) {
    owner = subject.open.contains { subject.hasOwner($0) }
    measure = subject.open.contains { subject.isMeasured($0) }
    estimate = subject.open.contains { !subject[$0].isEffortAssumed }
  }
}

extension LintSubject {
  /// The warning for an initiative that lacks something; `how` says how it came into Now.
  fileprivate func unmeasured(
    _ id: InitiativeID, _ how: String, expecting expected: Expectations
  ) -> Diagnostic? {
    var missing: [String] = []
    var helps: [String] = []
    if expected.owner, !hasOwner(id) {
      missing.append("an owner")
      helps.append("say who answers for it: `owner`")
    }
    if expected.measure, !isMeasured(id) {
      missing.append("a measure")
      helps.append("add a `metric`, or say what it is `done_when`")
    }
    if expected.estimate, self[id].isEffortAssumed {
      missing.append("an estimate")
      helps.append("estimate its `effort`: without one its dates are a guess")
    }
    guard !missing.isEmpty else { return nil }
    return Diagnostic(
      .unmeasuredNow,
      "`\(self[id].name.shortened)` \(how) without \(listed(missing, or: true))",
      at: places[id], label: "not ready to begin", helps: helps)
  }

  fileprivate func hasOwner(_ id: InitiativeID) -> Bool {
    self[id].words.owner != nil || self[id].words.accountable != nil
  }

  fileprivate func isMeasured(_ id: InitiativeID) -> Bool {
    !self[id].metrics.isEmpty || self[id].words.doneWhen != nil
      || self[id].goals.contains { !plan.goals[$0.index].metrics.isEmpty }
  }
}
