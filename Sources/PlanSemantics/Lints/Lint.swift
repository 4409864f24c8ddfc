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
  /// What it finds in the resolved plan, in its order; nothing where whoever reads properties looks for it.
  let find: @Sendable (LintSubject) -> [Diagnostic]
  /// What only a schedule shows of it; `nil` for the many that need none.
  let findScheduled: (@Sendable (LintSubject, LintSchedule) -> [Diagnostic])?

  init(
    code: DiagnosticCode, title: String, reason: String,
    find: @escaping @Sendable (LintSubject) -> [Diagnostic] = { _ in [] },
    findScheduled: (@Sendable (LintSubject, LintSchedule) -> [Diagnostic])? = nil
  ) {
    self.code = code
    self.title = title
    self.reason = reason
    self.findScheduled = findScheduled
    self.find = find
  }

  /// Every lint, in the order of their codes.
  package static let all: [Lint] = [
    .pointEstimate, .progressIgnored, .debtPaidTwice,
    .goalNobodyServes, .initiativeForNothing, .loneSkill, .everythingIsMust,
    .recklessDebt, .expiredDebt, .debtNeverPaid, .choiceOfOne, .unsureInNow,
    .unmeasuredNow, .falsePrecision, .hoursCountedTwice, .idleDeadline,
    .unfillableStaff, .slicesAddUp, .headcountPassed, .agreedAndGone, .agreedAndMoved,
  ]

  /// What all lints find in a plan without errors.
  ///
  /// - Complexity: O(plan × lints).
  static func findings(in subject: LintSubject) -> [Diagnostic] {
    all.flatMap { $0.find(subject) }
  }
}
