internal import PlanInsight
internal import PlanReport
internal import PlanSemantics
internal import PlanSyntax

/// What came of the checks that stand in a plan.
package struct Promises: Sendable {
  /// In the order of the plan.
  let outcomes: [CheckOutcome]
  /// An error for each element that a check does not hold for, and what is wrong with the checks themselves.
  let diagnostics: [Diagnostic]

  /// Nothing was asked.
  package static let none = Promises(outcomes: [], diagnostics: [])

  /// Whether every check was answered and holds.
  package var areKept: Bool { diagnostics.isEmpty }

  /// How much is wrong with the checks themselves.
  var mistakeCount: Int { diagnostics.count { $0.code != .failedCheck && $0.severity == .error } }

  /// How many hold, as the end of a line; empty where there are none.
  var verdict: String {
    guard !outcomes.isEmpty else { return "" }
    let failed = outcomes.count { !$0.failures.isEmpty }
    if failed == 0 {
      return outcomes.count == 1 ? "; its check holds" : "; its \(outcomes.count) checks hold"
    }
    if outcomes.count == 1 { return "; its check does not hold" }
    return "; \(failed) of its \(outcomes.count) checks \(failed == 1 ? "does" : "do") not hold"
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
  for check in interpreter.checks {
    let result = try answers.result(of: check)
    diagnostics += interpreter.diagnostics(of: result, check)
    outcomes.append(CheckOutcome(check, result, interpreter))
  }
  return Promises(outcomes: outcomes, diagnostics: diagnostics)
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
