internal import PlanModel
internal import PlanSyntax

extension Lint {
  /// A debt that was to be gone by now.
  static let expiredDebt = Lint(
    code: .expiredDebt, title: "a debt that has expired",
    reason: "a debt with a day of its own is a decision to revisit; the day that goes by unseen"
      + " makes it one that nobody took"
  ) { subject in
    subject.plan.debts.indices.compactMap { index in
      let debt = subject.plan.debts[index]
      guard let expires = debt.expires, expires < subject.plan.asOf else { return nil }
      return Diagnostic(
        .expiredDebt, "`\(debt.name.shortened)` expired on \(expires)",
        at: subject.places[DebtID(index)], label: "expired",
        helps: ["take it out if it is gone; else say until when it is kept, or what `pays` it"])
    }
  }
}
