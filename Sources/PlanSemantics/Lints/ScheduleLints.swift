package import PlanSyntax

/// The lints of a plan that are still to be looked for once it has a schedule, with what the plan says of them.
package struct ScheduleLints: Sendable {
  private let subject: LintSubject
  private let rules: LintRules

  init(_ subject: LintSubject, _ rules: LintRules) {
    self.subject = subject
    self.rules = rules
  }

  /// Whether the plan says anything of lints that need a schedule.
  package var isRuled: Bool { rules.concern(LintRules.scheduled) }

  /// What the schedule shows, without what is allowed and with errors for what is denied.
  ///
  /// - Complexity: O(plan × lints).
  package func findings(in schedule: LintSchedule) -> [Diagnostic] {
    var rules = rules
    let found = Lint.all.flatMap { $0.findScheduled?(subject, schedule) ?? [] }
    return rules.applied(to: found.inOrder(), knowing: .schedule)
  }
}
