internal import PlanModel
internal import PlanSyntax

extension Lint {
  /// A day in the middle of a month for what stands in the last horizon.
  ///
  /// What the plan pins there is found without a schedule, what only starts there with one.
  static let falsePrecision = Lint(
    code: .falsePrecision, title: "a day for something that is in Later",
    reason: "the further away, the wider the cone of uncertainty (Boehm, 1981): a day in Later is"
      + " read as a promise and is none",
    find: { subject in
      guard let last = subject.lastHorizon else { return [] }
      return subject.open.filter { subject[$0].pin?.index == last }.compactMap { id in
        subject.falselyPrecise(id, "is in Later")
      }
    },
    findScheduled: { subject, schedule in
      guard let last = subject.lastHorizon else { return [] }
      return subject.scheduled(in: last, by: schedule).compactMap { id in
        subject.falselyPrecise(id, "starts in Later by the schedule")
      }
    })
}

extension LintSubject {
  /// Where there is more than one: a plan of a single horizon has no Later.
  fileprivate var lastHorizon: Int? {
    plan.horizons.count > 1 ? plan.horizons.count - 1 : nil
  }

  /// The warning for an initiative with an exact day; `how` says how it came into Later.
  fileprivate func falselyPrecise(_ id: InitiativeID, _ how: String) -> Diagnostic? {
    let own = self[id].notBefore.map { [$0] } ?? []
    let dues = plan.milestones.filter { $0.initiative == id }.compactMap(\.due)
    // A month or a quarter is its first or its last day; those are not precise.
    guard let day = (own + dues).first(where: { !$0.isEdgeOfMonth }) else { return nil }
    return Diagnostic(
      .falsePrecision, "`\(self[id].name.shortened)` \(how), and \(day) is exact",
      at: places[id], label: "too far away for a day",
      helps: ["write the month or the quarter, or nothing: its horizon says enough"])
  }
}

extension CivilDate {
  fileprivate var isEdgeOfMonth: Bool { day == 1 || adding(days: 1).day == 1 }
}
