internal import PlanInsight
internal import PlanModel
internal import PlanReport
internal import PlanSemantics
internal import PlanSyntax

/// What came of the checks that stand in a plan, and what else its schedule shows.
package struct Promises: Sendable {
  /// In the order of the plan.
  fileprivate(set) var outcomes: [CheckOutcome]
  /// An error for each element that a check does not hold for, what is wrong with the checks themselves, the guardrails
  /// that the schedule breaks, and the lints that it shows.
  fileprivate(set) var diagnostics: [Diagnostic]
  /// What a reader should know besides, a line each.
  package fileprivate(set) var remarks: [String]

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

  /// Lints of the schedule, and soft guardrails that it breaks.
  var warningCount: Int { diagnostics.count { $0.severity == .warning } }

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

  var summaries: [Findings.Check] {
    outcomes.map {
      Findings.Check(
        name: $0.name, label: $0.label, asked: $0.count, failures: $0.failures.map(\.sentence))
    }
  }
}

/// Asks every check of a plan, and looks at its schedule for guardrails that it breaks and for lints.
///
/// A large plan is not solved for lints alone.
///
/// - Parameters:
///   - checked: A plan; of one with errors nothing is asked.
///   - effort: How hard to search when it is solved.
/// - Returns: What came of it.
/// - Throws: `BrokenRule` when a schedule of ours is none.
package func promises(
  _ checked: CheckedPlan, _ effort: SearchEffort
) throws(BrokenRule) -> Promises {
  guard var answers = QuestionAnswers(checked, effort) else { return .none }
  var promises = try promises(checked, &answers)
  guard let interpreter = checked.interpreter, let lints = checked.scheduleLints else {
    return promises
  }
  guard answers.isSolved || isSolvedUnasked(checked, lints) else {
    promises.remarks.append(
      "a plan of more than \(solvedUnaskedMax) initiatives is not solved for lints alone; a rule such as `deny W0519` asks for it"
    )
    return promises
  }
  let answer = try answers.schedule()
  let shown =
    brokenGuardrails(in: answer, at: interpreter.guardrailPlaces)
    + lints.findings(in: LintSchedule(answer))
  promises.diagnostics += shown.inOrder()
  if !answer.solution.isFeasible {
    promises.remarks.append(
      "no schedule keeps every demand of the plan; what is said of its schedule is said of the nearest one"
    )
  }
  return promises
}

/// Open initiatives up to which a plan is solved for nothing but lints: what takes a second or two.
///
/// People check larger plans while they write them, and would wait for nothing that they asked for.
private let solvedUnaskedMax = 100

/// Whether the plan is solved although none of its checks needs it: it is small, or it says something of what only a
/// schedule shows.
private func isSolvedUnasked(_ checked: CheckedPlan, _ lints: ScheduleLints) -> Bool {
  guard let plan = checked.plan else { return false }
  return !plan.guardrails.isEmpty || lints.isRuled
    || plan.initiatives.count(where: \.isOpen) <= solvedUnaskedMax
}

/// The checks of a schedule that is known already.
func promises(_ solved: SolvedPlan, knowing answer: Answer) -> Promises {
  guard var answers = QuestionAnswers(solved.checked, solved.effort, knowing: answer) else {
    return .none
  }
  // Nothing is left to be solved, so that nothing can go wrong.
  return (try? promises(solved.checked, &answers)) ?? .none
}

private func promises(
  _ checked: CheckedPlan, _ answers: inout QuestionAnswers
) throws(BrokenRule) -> Promises {
  guard let interpreter = checked.interpreter else { return .none }
  var promises = Promises.none
  for check in interpreter.checks {
    let result = try answers.result(of: check)
    promises.diagnostics += interpreter.diagnostics(of: result, check)
    promises.remarks += result.remarks.map { "check `\(check.name)`: \($0.text)" }
    promises.outcomes.append(CheckOutcome(check, result, interpreter))
  }
  // What is wrong without a schedule has been said when the plan was read.
  for report in interpreter.reports {
    let known = interpreter.evaluate(report, facts: nil).diagnostics
    promises.diagnostics += try answers.result(of: report).diagnostics.filter { found in
      !known.contains { $0.code == found.code && $0.headline == found.headline }
    }
  }
  return promises
}

extension CheckOutcome {
  init(_ check: CheckQuestion, _ result: CheckResult, _ interpreter: Interpreter) {
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

extension CheckOutcome.Failure {
  /// "`search`: search has no metric; `count(metrics)` is 0".
  var sentence: String {
    let parts = ([saying].compactMap(\.self) + values).joined(separator: "; ")
    guard let subject else { return parts }
    return "`\(subject)`" + (parts.isEmpty ? "" : ": \(parts)")
  }
}
