package import PlanSyntax

/// The lints of a plan that are still to be looked for once it has a schedule, with what the plan says of them.
package struct ScheduleLints: Sendable {
  private let subject: LintSubject
  private let rules: LintRules

  init(_ subject: LintSubject, _ rules: LintRules) {
    self.subject = subject
    self.rules = rules
  }

  /// What the schedule shows, without what is allowed and with errors for what is denied.
  ///
  /// - Complexity: O(plan × lints).
  package func findings(in schedule: LintSchedule) -> [Diagnostic] {
    var rules = rules
    let found = Lint.all.flatMap { $0.findScheduled?(subject, schedule) ?? [] }
    return rules.applied(to: found.inOrder(), knowing: .schedule)
  }
}
