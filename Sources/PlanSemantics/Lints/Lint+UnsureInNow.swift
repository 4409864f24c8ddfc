internal import PlanModel
internal import PlanSyntax

extension Lint {
  /// What the plan puts into Now waits for somebody who has promised nothing.
  static let unsureInNow = Lint(
    code: .unsureInNow, title: "an external that Now needs and nobody has agreed to",
    reason: "asked is not agreed: what is promised for Now may wait only for what is promised too"
  ) { subject in
    var found: [Diagnostic] = []
    var isTold = Array(repeating: false, count: subject.plan.externals.count)
    for id in subject.pinnedToNow {
      for wait in subject.waits(of: id) {
        guard case .external(let external) = wait.on, !isTold[external.index],
          [.unknown, .asked, .aware].contains(subject.plan.externals[external.index].commitment)
        else { continue }
        isTold[external.index] = true
        let name = subject.plan.externals[external.index].name.shortened
        let needed = subject[id].name.shortened
        let commitment = subject.plan.externals[external.index].commitment.rawValue
        found.append(
          Diagnostic(
            .unsureInNow,
            "`\(needed)` is in Now and needs `\(name)`, which is only `\(commitment)`",
            at: subject.places[external],
            secondary: subject.places[id].map { [Diagnostic.Label($0, "needs it")] } ?? [],
            helps: ["get it `agreed`, plan a `fallback`, or let `\(needed)` wait"]))
      }
    }
    return found
  }
}
