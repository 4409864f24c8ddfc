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
  /// What it finds in the resolved plan, in its order.
  ///
  /// Nothing for those that others look for: whoever reads properties, or has a schedule.
  let find: @Sendable (LintSubject) -> [Diagnostic]
  /// Whether it also looks at the schedule, so that what it finds is not all known before.
  let needsSchedule: Bool

  init(
    code: DiagnosticCode, title: String, reason: String, needsSchedule: Bool = false,
    find: @escaping @Sendable (LintSubject) -> [Diagnostic] = { _ in [] }
  ) {
    self.code = code
    self.title = title
    self.reason = reason
    self.needsSchedule = needsSchedule
    self.find = find
  }

  /// Every lint, in the order of their codes.
  package static let all: [Lint] = [
    .pointEstimate, .progressIgnored, .debtPaidTwice,
    .goalNobodyServes, .initiativeForNothing, .loneSkill, .everythingIsMust,
    .recklessDebt, .expiredDebt, .debtNeverPaid, .choiceOfOne, .unsureInNow,
    .unmeasuredNow, .falsePrecision, .hoursCountedTwice,
  ]

  /// What all lints find in a plan without errors.
  ///
  /// - Complexity: O(plan × lints).
  static func findings(in subject: LintSubject) -> [Diagnostic] {
    all.flatMap { $0.find(subject) }
  }
}
