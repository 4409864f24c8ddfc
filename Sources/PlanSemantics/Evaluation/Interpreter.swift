package import PlanModel
package import PlanSyntax

/// What remains of an analysis for questions: expressions are evaluated against the plan without reading it again.
///
/// A value, so that questions may be asked from anywhere; each is answered as if it were the first, and the same question
/// has the same answer.
package struct Interpreter: Sendable {
  /// The `print` statements of the files, in their order.
  package let prints: [Question]
  /// The `check` blocks, in the order of the files.
  package let checks: [CheckQuestion]
  /// The `report` blocks, in the order of the files.
  package let reports: [ReportQuestion]
  let state: PropertyReader.State
  let model: LoweredPlan?

  init(_ reader: PropertyReader, _ model: LoweredPlan?) {
    state = reader.state
    self.model = model
    prints = reader.table.prints.map {
      Question(
        expression: $0.statement.value, place: $0.statement.span, scope: $0.scope,
        locals: $0.locals)
    }
    checks = reader.table.top(.check).map { CheckQuestion($0, reader) }
    reports = reader.table.top(.report).map { ReportQuestion($0, reader) }
  }

  /// What is wrong with the questions of the files, as far as can be told without a schedule.
  var findings: [Diagnostic] {
    prints.flatMap { evaluate($0, facts: nil).diagnostics }
      + checks.flatMap { evaluate($0, facts: nil).diagnostics }
      + reports.flatMap { evaluate($0, facts: nil).diagnostics }
  }

  /// Evaluates an expression that stands at the top of a text.
  ///
  /// - Parameters:
  ///   - expression: What is asked.
  ///   - source: The text it was read from, for the errors; `nil` when that is a file of the plan.
  ///   - facts: What a schedule knows; `nil` before there is one.
  ///   - efforts: What each initiative of the plan is taken to need instead of what is written, by its number; empty for that.
  /// - Returns: The value and what was wrong on the way to it.
  package func evaluate(
    _ expression: Expression, in source: SourceText?, facts: ScheduleFacts?,
    assuming efforts: [Effort] = []
  ) -> Evaluation {
    let reader = PropertyReader(
      state, model, extra: source, facts: facts, assuming: efforts)
    return reader.answer(
      Question(expression: expression, place: expression.span, scope: nil, source: source))
  }

  /// An expression from outside as a question, seen from the top of the plan.
  package func question(_ expression: Expression, in source: SourceText) -> Question {
    Question(expression: expression, place: expression.span, scope: nil, source: source)
  }

  /// Evaluates a question, seen from where it stands.
  ///
  /// - Parameters:
  ///   - question: What is asked.
  ///   - facts: What a schedule knows; `nil` before there is one.
  ///   - stepsMax: Operations it may take, where somebody waits for the answer.
  /// - Returns: The value and what was wrong on the way to it.
  package func evaluate(
    _ question: Question, facts: ScheduleFacts?, stepsMax: Int = Environment.stepsMax
  ) -> Evaluation {
    let reader = PropertyReader(
      state, model, extra: question.source, facts: facts, stepsMax: stepsMax)
    return reader.answer(question)
  }

  /// How much of a schedule an expression needs: found out by evaluating it without one.
  package func need(of question: Question) -> ScheduleNeed { evaluate(question, facts: nil).need }

  package func needsSchedule(_ expression: Expression) -> Bool {
    evaluate(expression, in: nil, facts: nil).need > .nothing
  }
}

/// An expression that somebody asks for, and where it stands.
package struct Question: Sendable {
  package let expression: Expression
  /// The whole statement.
  package let place: Span
  let scope: DeclarationID?
  /// Names of the loops it stands in.
  let locals: LocalScope.ID
  /// Where it is no file of the plan: the prompt, the command line.
  let source: SourceText?

  init(
    expression: Expression, place: Span, scope: DeclarationID?,
    locals: LocalScope.ID = LocalScope.none, source: SourceText? = nil
  ) {
    self.expression = expression
    self.place = place
    self.scope = scope
    self.locals = locals
    self.source = source
  }
}

/// What a question came to.
package struct Evaluation: Sendable {
  /// `.poison` where something is wrong, or where facts are missing.
  package let value: Value
  package let diagnostics: [Diagnostic]
  /// What a reader should know of the value although nothing is wrong with it.
  package let remarks: [Remark]
  /// What it needed and had not; `.nothing` where the value is final.
  package let need: ScheduleNeed
}
