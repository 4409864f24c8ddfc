internal import PlanInsight
internal import PlanModel
internal import PlanSemantics
internal import PlanSyntax

/// Answers questions about a checked plan, and solves it only when one of them needs a schedule.
struct QuestionAnswers {
  private let interpreter: Interpreter
  private let checked: CheckedPlan
  private let effort: SearchEffort
  /// The schedule, once a question needed it.
  private var solved: SolvedPlan?
  private(set) var facts: ScheduleFacts?
  /// The schedule as it was asked, once a question needed it.
  private(set) var answer: Answer?
  /// Whether the schedule that was looked at breaks demands of the plan.
  var isInfeasible: Bool { answer.map { !$0.solution.isFeasible } ?? false }
  /// Whether figures of deferral are known that are upper limits only.
  private(set) var hasUnprovedDeferrals = false

  /// - Parameters:
  ///   - checked: What is asked; `nil` comes of a plan with errors, of which nothing is.
  ///   - effort: How hard to search when a question needs a schedule.
  ///   - answer: A schedule that is known already, with its figures of deferral.
  init?(_ checked: CheckedPlan, _ effort: SearchEffort, knowing answer: Answer? = nil) {
    guard let interpreter = checked.interpreter, checked.plan != nil else { return nil }
    self.interpreter = interpreter
    self.checked = checked
    self.effort = effort
    if let answer { note(answer, hasDeferrals: true) }
  }

  /// The same of a plan that is solved.
  ///
  /// - Parameters:
  ///   - solved: The plan and its schedule, of which everything is asked.
  ///   - answer: That schedule, with the questions that need no other solve.
  init?(_ solved: SolvedPlan, knowing answer: Answer) {
    self.init(solved.checked, solved.effort)
    self.solved = solved
    note(answer, hasDeferrals: false)
  }

  /// The value of a question.
  ///
  /// Schedule and deferral figures are computed for the first question that needs them and kept for the others.
  ///
  /// - Throws: `BrokenRule` when the schedule is not one.
  mutating func answer(_ question: Question) throws(BrokenRule) -> Evaluation {
    try settled(\.need) { $0.evaluate(question, facts: $1) }
  }

  /// What a check comes to.
  ///
  /// - Throws: `BrokenRule` when the schedule is not one.
  mutating func result(of check: CheckQuestion) throws(BrokenRule) -> CheckResult {
    try settled(\.need) { $0.evaluate(check, facts: $1) }
  }

  /// What the expressions of a `report` block come to.
  ///
  /// - Throws: `BrokenRule` when the schedule is not one.
  mutating func result(of report: ReportQuestion) throws(BrokenRule) -> ReportResult {
    try settled(\.need) { $0.evaluate(report, facts: $1) }
  }

  /// Whether a question needed the schedule already.
  var isSolved: Bool { answer != nil }

  /// The plan's schedule, solved now unless a question needed it before.
  ///
  /// - Throws: `BrokenRule` when the schedule is not one.
  mutating func schedule() throws(BrokenRule) -> Answer {
    if let answer { return answer }
    let solved = try solve(checked, effort)
    self.solved = solved
    let answer = scheduled(solved)
    note(answer, hasDeferrals: false)
    return answer
  }

  private mutating func settled<Result>(
    _ need: (Result) -> ScheduleNeed, _ ask: (Interpreter, ScheduleFacts?) -> Result
  ) throws(BrokenRule) -> Result {
    var result = ask(interpreter, facts)
    // Each round adds what the one before was missing; there are three things to add.
    while need(result) > .nothing, need(result) > known {
      try learn(need(result))
      result = ask(interpreter, facts)
    }
    return result
  }

  /// What the facts at hand answer.
  private var known: ScheduleNeed {
    facts?.known ?? .nothing
  }

  private mutating func learn(_ need: ScheduleNeed) throws(BrokenRule) {
    let solved: SolvedPlan
    if let earlier = self.solved { solved = earlier } else { solved = try solve(checked, effort) }
    self.solved = solved
    let answer =
      switch need {
      case .nothing, .schedule: scheduled(solved)
      case .outlooks: simulated(solved)
      case .deferrals: asked(solved)
      }
    note(answer, hasDeferrals: need == .deferrals)
  }

  private mutating func note(_ answer: Answer, hasDeferrals: Bool) {
    facts = ScheduleFacts(answer, hasDeferrals: hasDeferrals)
    self.answer = answer
    hasUnprovedDeferrals = answer.deferrals.contains { deferral in
      guard case .costs(_, isProved: false)? = deferral?.step(.by(answer.plan.cycle))?.net else {
        return false
      }
      return true
    }
  }
}
