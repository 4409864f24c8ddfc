internal import PlanModel
internal import PlanSyntax

extension Lint {
  /// A debt called prudent that nothing pays and that never expires.
  static let debtNeverPaid = Lint(
    code: .debtNeverPaid, title: "a prudent debt that is never paid",
    reason: "debt is prudent when its repayment is planned (Fowler, 2009); with neither a payer"
      + " nor a day it is only debt"
  ) { subject in
    subject.plan.debts.indices.filter { index in
      let debt = subject.plan.debts[index]
      return debt.quadrant?.hasPrefix("prudent") ?? false && debt.expires == nil
        && !subject.isPaid(DebtID(index))
    }.map { index in
      let declined = subject.payer(of: DebtID(index)).map { subject[$0].name.shortened }
      return Diagnostic(
        .debtNeverPaid,
        "`\(subject.plan.debts[index].name.shortened)` is called prudent, and nothing ever pays it",
        at: subject.places[DebtID(index)], label: "never paid",
        helps: [
          declined.map { "do `\($0)`, which would pay it, or say when it `expires` by itself" }
            ?? "add the initiative that `pays` it, or say when it `expires` by itself"
        ])
    }
  }
}
