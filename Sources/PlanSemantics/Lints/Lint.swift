package import PlanSyntax

/// A habit that the practice of planning warns of, and how to see it in a plan.
///
/// A lint never makes a plan wrong: what it finds are warnings.
package struct Lint: Sendable {
  package let code: DiagnosticCode
  /// What is found, in a few words.
  package let title: String
  /// Why it matters, and who says so.
  package let reason: String
  /// What it finds, in the order of the plan.
  let find: @Sendable (LintSubject) -> [Diagnostic]

  /// Every lint of a resolved plan, in the order of their codes.
  package static let all: [Lint] = [
    .goalNobodyServes, .initiativeForNothing, .loneSkill, .everythingIsMust,
    .recklessDebt, .expiredDebt, .debtNeverPaid, .choiceOfOne, .unsureInNow,
    .unmeasuredNow, .falsePrecision, .hoursCountedTwice,
  ]

  /// The codes of all lints, of a resolved plan and of single properties, in their order.
  static let codes: [String] =
    ([.pointEstimate, .progressIgnored, .debtPaidTwice] + all.map(\.code)).map(\.text)

  /// What all lints find in a plan without errors.
  ///
  /// - Complexity: O(plan × lints).
  static func findings(in subject: LintSubject) -> [Diagnostic] {
    all.flatMap { $0.find(subject) }
  }
}
