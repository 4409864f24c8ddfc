internal import PlanInsight
internal import PlanModel
internal import PlanSemantics
internal import PlanSolver
internal import PlanSyntax

// Questions asked of a plan: those that stand in it as `print`, and one from outside.

/// Answers the `print` statements of a plan, in their order.
///
/// The plan is solved when a question needs its schedule, and not otherwise.
///
/// - Parameters:
///   - checked: A plan without errors.
///   - effort: How hard to search if it has to be solved.
/// - Returns: The answers; none where the plan asks nothing.
/// - Throws: `BrokenRule` when a schedule of ours is none.
package func run(_ checked: CheckedPlan, _ effort: SearchEffort) throws(BrokenRule) -> Answers {
  var asking = Asking(checked, QuestionAnswers(checked, effort))
  for question in checked.interpreter?.prints ?? [] { try asking.ask(question) }
  return asking.answers
}

/// Answers one expression that is no part of the plan.
///
/// - Parameters:
///   - text: The expression; what is wrong with it is told with its place in this text.
///   - checked: A plan without errors.
///   - effort: How hard to search if it has to be solved.
/// - Returns: One answer, or what is wrong.
/// - Throws: `BrokenRule` when a schedule of ours is none.
package func query(
  _ text: String, _ checked: CheckedPlan, _ effort: SearchEffort
) throws(BrokenRule) -> Answers {
  try query(text, checked, QuestionAnswers(checked, effort))
}

/// The same of a plan in a session, whose schedule is at hand.
package func query(_ text: String, _ situation: Situation) throws(BrokenRule) -> Answers {
  guard let solved = situation.solved, let answer = situation.answer else {
    return try query(text, situation.checked, nil)
  }
  return try query(text, situation.checked, QuestionAnswers(solved, knowing: answer))
}

private func query(
  _ text: String, _ checked: CheckedPlan, _ schedule: QuestionAnswers?
) throws(BrokenRule) -> Answers {
  // No file of a plan has this number.
  let source = SourceText(file: FileID(raw: .max), path: "<query>", bytes: Array(text.utf8))
  let parsed = parseExpression(source)
  var asking = Asking(checked, schedule, question: source)
  asking.diagnostics = parsed.diagnostics
  if let expression = parsed.expression { try asking.ask(expression, in: source) }
  return asking.answers
}

/// Collects the answers to questions, one after the other.
private struct Asking {
  private let sources: [SourceText]
  private let ofPlan: [Diagnostic]
  private let notEnforced: [String]
  private let interpreter: Interpreter?
  private var schedule: QuestionAnswers?
  private var results: [Answers.Result] = []
  var diagnostics: [Diagnostic] = []

  init(_ checked: CheckedPlan, _ schedule: QuestionAnswers?, question: SourceText? = nil) {
    interpreter = checked.interpreter
    self.schedule = schedule
    ofPlan = checked.diagnostics
    notEnforced = checked.notEnforced
    sources = checked.texts + [question].compactMap(\.self)
  }

  var answers: Answers {
    Answers(
      results: results, diagnostics: diagnostics, sources: sources, ofPlan: ofPlan,
      notEnforced: notEnforced,
      isOfInfeasiblePlan: schedule?.isInfeasible == true,
      schedule: schedule?.hasUnprovedDeferrals == true
        ? ["figures of deferral that are not proved say at most so much"] : [])
  }

  mutating func ask(_ expression: Expression, in source: SourceText) throws(BrokenRule) {
    guard let interpreter else { return }
    try ask(interpreter.question(expression, in: source))
  }

  mutating func ask(_ question: Question) throws(BrokenRule) {
    guard let interpreter, let evaluation = try schedule?.answer(question) else { return }
    diagnostics += evaluation.diagnostics
    guard !evaluation.value.isPoison else { return }
    let facts = schedule?.facts
    results.append(
      Answers.Result(
        question: text(of: question.expression.span),
        shape: ValueShape(evaluation.value) { interpreter.fields(of: $0, facts: facts) },
        remarks: evaluation.remarks.map(\.text)))
  }

  /// A question as it is written, on one line.
  private func text(of place: Span) -> String {
    sources.first { $0.file == place.file }?.onOneLine(place.range) ?? ""
  }
}
