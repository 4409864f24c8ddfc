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

  /// What all lints find in a plan without errors.
  ///
  /// - Complexity: O(plan × lints).
  static func findings(in subject: LintSubject) -> [Diagnostic] {
    all.flatMap { $0.find(subject).abridged() }
  }
}

extension [Diagnostic] {
  /// Shown of one lint; the first few say it all.
  private static var shownMax: Int { 5 }

  /// The first few, the last of which counts those left out: a habit is one thing to tell, however often it shows.
  fileprivate func abridged() -> [Diagnostic] {
    guard count > Self.shownMax else { return self }
    var shown = Array(prefix(Self.shownMax))
    shown[Self.shownMax - 1].notes.append("and \(count - Self.shownMax) more like it")
    return shown
  }
}
