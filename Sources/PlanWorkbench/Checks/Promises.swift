internal import PlanInsight
internal import PlanReport
internal import PlanSemantics
internal import PlanSyntax

/// What came of the checks that stand in a plan.
package struct Promises: Sendable {
  /// In the order of the plan.
  let outcomes: [CheckOutcome]
  /// An error for each element that a check does not hold for, what is wrong with the checks themselves, and, where a
  /// schedule was needed, the guardrails that it breaks.
  let diagnostics: [Diagnostic]
  /// What a reader should know besides, a line each.
  package let remarks: [String]

  /// Nothing was asked.
  package static let none = Promises(outcomes: [], diagnostics: [], remarks: [])

  /// Whether every check was answered and holds.
  package var areKept: Bool { !diagnostics.contains { $0.severity == .error } }

  /// How much is wrong with the checks themselves.
  var mistakeCount: Int {
    diagnostics.count {
      $0.severity == .error && $0.code != .failedCheck && $0.code != .brokenHardGuardrail
    }
  }

  /// How many hold, as the end of a line; empty where there is nothing to say.
  var verdict: String {
    let failed = outcomes.count { !$0.failures.isEmpty }
    let guardrails = diagnostics.count { $0.code == .brokenHardGuardrail }
    var text =
      switch (outcomes.count, failed) {
      case (0, _): ""
      case (1, 0): "; its check holds"
      case (let count, 0): "; its \(count) checks hold"
      case (1, _): "; its check does not hold"
      case (let count, 1): "; 1 of its \(count) checks does not hold"
      case (let count, _): "; \(failed) of its \(count) checks do not hold"
      }
    if guardrails > 0 {
      text += "; \(guardrails) hard guardrail\(guardrails == 1 ? " is" : "s are") not kept"
    }
    return text
  }

  var summaries: [DiagnosticJSON.CheckSummary] {
    outcomes.map {
      DiagnosticJSON.CheckSummary(
        name: $0.name, label: $0.label, asked: $0.count, failed: $0.failures.count)
    }
  }
}

/// Asks every check of a plan.
///
/// The plan is solved when a check needs its schedule, and not otherwise.
///
/// - Parameters:
///   - checked: A plan; of one with errors nothing is asked.
///   - effort: How hard to search if it has to be solved.
/// - Returns: What came of them.
/// - Throws: `BrokenRule` when a schedule of ours is none.
package func promises(
  _ checked: CheckedPlan, _ effort: SearchEffort
) throws(BrokenRule) -> Promises {
  try promises(checked, QuestionAnswers(checked, effort))
}

/// The same of a schedule that is known already.
func promises(_ solved: SolvedPlan, knowing answer: Answer) -> Promises {
  let answers = QuestionAnswers(solved.checked, solved.effort, knowing: answer)
  // Nothing is left to be solved, so that nothing can go wrong.
  return (try? promises(solved.checked, answers)) ?? .none
}

private func promises(
  _ checked: CheckedPlan, _ answers: QuestionAnswers?
) throws(BrokenRule) -> Promises {
  guard let interpreter = checked.interpreter, var answers else { return .none }
  var outcomes: [CheckOutcome] = []
  var diagnostics: [Diagnostic] = []
  var remarks: [String] = []
  for check in interpreter.checks {
    let result = try answers.result(of: check)
    diagnostics += interpreter.diagnostics(of: result, check)
    remarks += result.remarks.map { "check `\(check.name)`: \($0.text)" }
    outcomes.append(CheckOutcome(check, result, interpreter))
  }
  if let answer = answers.answer {
    diagnostics += brokenGuardrails(in: answer, at: interpreter.guardrailPlaces)
  }
  if answers.isInfeasible {
    remarks.append(
      "no schedule keeps every demand of the plan; the checks are asked of the nearest one")
  }
  return Promises(outcomes: outcomes, diagnostics: diagnostics, remarks: remarks)
}

extension CheckOutcome {
  fileprivate init(_ check: CheckQuestion, _ result: CheckResult, _ interpreter: Interpreter) {
    let labels = interpreter.labels(of: result.failures.map(\.element))
    self.init(
      name: check.name, label: check.label, count: result.count,
      failures: zip(result.failures, labels).map { failure, label in
        Failure(
          subject: failure.subject, label: label ?? failure.subject, saying: failure.saying,
          values: failure.parts.map(\.sentence))
      })
  }
}
