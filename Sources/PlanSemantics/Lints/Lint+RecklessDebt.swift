internal import PlanModel
internal import PlanSyntax

extension Lint {
  /// A debt taken recklessly that nothing pays.
  static let recklessDebt = Lint(
    code: .recklessDebt, title: "a debt taken recklessly, and nothing pays it",
    reason: "reckless debt buys nothing that was worth its tax (Fowler, 2009: the technical debt"
      + " quadrant)"
  ) { subject in
    subject.plan.debts.indices.filter { index in
      subject.plan.debts[index].quadrant?.hasPrefix("reckless") ?? false
        && !subject.isPaid(DebtID(index))
    }.map { index in
      let declined = subject.payer(of: DebtID(index)).map { subject[$0].name.shortened }
      return Diagnostic(
        .recklessDebt,
        "`\(subject.plan.debts[index].name.shortened)` was taken recklessly, and nothing pays it",
        at: subject.places[DebtID(index)], label: "never paid",
        helps: [
          declined.map { "do `\($0)`, which would pay it, if only as `could`" }
            ?? "add the initiative that `pays` it, even as `could`: then its price is known"
        ])
    }
  }
}
