internal import PlanModel
internal import PlanSyntax

extension Lint {
  /// Slices whose shares of the effort or of the worth are not a whole.
  static let slicesAddUp = Lint(
    code: .slicesAddUp, title: "slices that do not add up",
    reason:
      "what no slice takes is neither planned nor paid for, and what two take is counted twice"
  ) { subject in
    subject.plan.initiatives.indices.compactMap { index in
      let initiative = subject.plan.initiatives[index]
      guard initiative.partOf == nil, let first = initiative.slice else { return nil }
      let slices =
        [first]
        + subject.plan.parts(of: InitiativeID(index)).compactMap {
          subject.plan.initiatives[$0.index].slice
        }
      let part = sum(slices.map(\.part))
      let worth = sum(slices.map(\.worth))
      guard part != .one || worth != .one else { return nil }
      let wrong =
        part != .one
        ? "\(part.percentText()) of its effort" : "\(worth.percentText()) of its worth"
      return Diagnostic(
        .slicesAddUp, "the slices of `\(initiative.name.shortened)` come to \(wrong)",
        at: subject.places[InitiativeID(index)], label: "not a whole",
        helps: ["let each `\(part != .one ? "part" : "worth")` say its share of a whole: 100 %"])
    }
  }
}

private func sum(_ shares: [Rational]) -> Rational {
  shares.reduce(.zero) { $0.plus($1) ?? $0 }
}
