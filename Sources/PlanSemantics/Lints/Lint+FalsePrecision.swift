internal import PlanModel
internal import PlanSyntax

extension Lint {
  /// A day in the middle of a month for what the plan itself puts into its last horizon.
  static let falsePrecision = Lint(
    code: .falsePrecision, title: "a day for something that is put into Later",
    reason: "the further away, the wider the cone of uncertainty (Boehm, 1981): a day in Later is"
      + " read as a promise and is none"
  ) { subject in
    guard subject.plan.horizons.count > 1 else { return [] }
    return subject.open.compactMap { id in
      guard subject[id].pin?.index == subject.plan.horizons.count - 1 else { return nil }
      let own = subject[id].notBefore.map { [$0] } ?? []
      let dues = subject.plan.milestones.filter { $0.initiative == id }.compactMap(\.due)
      // A month or a quarter is its first or its last day; those are not precise.
      guard let day = (own + dues).first(where: { !$0.isEdgeOfMonth }) else { return nil }
      return Diagnostic(
        .falsePrecision, "`\(subject[id].name.shortened)` is in Later, and \(day) is exact",
        at: subject.places[id],
        helps: ["write the month or the quarter, or nothing: its horizon says enough"])
    }
  }
}

extension CivilDate {
  fileprivate var isEdgeOfMonth: Bool { day == 1 || adding(days: 1).day == 1 }
}
