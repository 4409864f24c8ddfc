internal import PlanModel
internal import PlanSyntax

extension Lint {
  /// What is in Now waits for somebody who has promised nothing.
  ///
  /// What the plan pins to Now is found without a schedule, what only starts there with one.
  static let unsureInNow = Lint(
    code: .unsureInNow, title: "an external that Now needs and nobody has agreed to",
    reason: "asked is not agreed: what is promised for Now may wait only for what is promised too",
    find: { subject in
      subject.unsure(neededBy: subject.pinnedToNow, "is in Now")
    },
    findScheduled: { subject, schedule in
      subject.unsure(
        neededBy: subject.scheduled(in: 0, by: schedule), "starts in Now by the schedule",
        toldBefore: subject.pinnedToNow)
    })
}

extension LintSubject {
  /// A warning for each external that nobody has agreed to, at the first of `needers` that waits for it.
  ///
  /// - Parameters:
  ///   - needers: What is in Now.
  ///   - how: How they came there.
  ///   - earlier: Others in Now, whose externals are told of already.
  /// - Returns: The warnings, in the order of the needers.
  fileprivate func unsure(
    neededBy needers: [InitiativeID], _ how: String, toldBefore earlier: [InitiativeID] = []
  ) -> [Diagnostic] {
    var isTold = Array(repeating: false, count: plan.externals.count)
    for external in earlier.flatMap(unsureExternals) { isTold[external.index] = true }
    return needers.flatMap { needer in
      unsureExternals(of: needer).compactMap { external in
        guard !isTold[external.index] else { return nil }
        isTold[external.index] = true
        let needed = self[needer].name.shortened
        let name = plan.externals[external.index].name.shortened
        let commitment = plan.externals[external.index].commitment.rawValue
        return Diagnostic(
          .unsureInNow, "`\(needed)` \(how) and needs `\(name)`, which is only `\(commitment)`",
          at: places[external], label: "only `\(commitment)`",
          secondary: places[needer].map { [Diagnostic.Label($0, "needs it")] } ?? [],
          helps: ["get it `agreed`, plan a `fallback`, or let `\(needed)` wait"])
      }
    }
  }

  private func unsureExternals(of id: InitiativeID) -> [ExternalID] {
    waits(of: id).compactMap { wait in
      guard case .external(let external) = wait.on,
        [.unknown, .asked, .aware].contains(plan.externals[external.index].commitment)
      else { return nil }
      return external
    }
  }
}
