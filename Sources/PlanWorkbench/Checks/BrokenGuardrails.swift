internal import PlanInsight
internal import PlanModel
internal import PlanSyntax

/// A finding for each guardrail that a schedule breaks, with the periods in which it does.
///
/// - Parameters:
///   - answer: The schedule.
///   - places: Where the guardrails stand, in the plan's order.
/// - Returns: Warnings, and errors for hard ones.
func brokenGuardrails(in answer: Answer, at places: [Span]) -> [Diagnostic] {
  zip(answer.guardrails, places).compactMap { shares, place in
    let broken = shares.periods.filter { !$0.isKept }
    guard !broken.isEmpty else { return nil }
    let guardrail = answer.plan.guardrails[shares.guardrail]
    let periods = broken.count == 1 ? "one period" : "\(broken.count) periods"
    return Diagnostic(
      guardrail.isHard ? .brokenHardGuardrail : .brokenGuardrail,
      "guardrail `\(guardrail.name)` is not kept in \(periods) of \(shares.periods.count)",
      at: place, label: label(guardrail, broken, answer), notes: broken.map(sentence))
  }
}

private func label(
  _ guardrail: Guardrail, _ broken: [GuardrailShares.Period], _ answer: Answer
) -> String {
  if guardrail.isHard { return "no schedule was found that keeps it" }
  guard answer.plan.printsMoney else { return "what is missing counts as lost" }
  let price = broken.reduce(Money.zero) { $0 + $1.price }
  return "what is missing costs \(price.text(answer.plan.currency, significantDigits: 3))"
}

/// "1 Jul 2026 to 30 Sep 2026: 12 % (12 pw of 97 pw), at least 30 % is demanded".
private func sentence(_ period: GuardrailShares.Period) -> String {
  let share = period.share?.percentText() ?? "nothing"
  var text = "\(period.days.lowerBound.text) to \(period.days.upperBound.text): \(share)"
  text += " (\(period.counted.personWeeksText) of \(period.all.personWeeksText))"
  if let most = period.limits.atMost, period.isTooMuch {
    return text + ", at most \(most.percentText()) is allowed"
  }
  if let least = period.limits.atLeast { text += ", at least \(least.percentText()) is demanded" }
  if period.owed > .zero { text += ", and \(period.owed.personWeeksText) is owed from before" }
  return text
}

extension DiagnosticCode {
  /// A soft one, which may be broken at a price.
  static let brokenGuardrail = DiagnosticCode("W0591")
  static let brokenHardGuardrail = DiagnosticCode("E0591")
}
