internal import PlanInsight
internal import PlanModel
internal import PlanReport
internal import PlanSemantics
internal import PlanSyntax

/// Which report of a plan is wanted.
package struct ReportSelection: Sendable {
  /// The word of an audience: `board`; `nil` for those who plan.
  package var audience: String?
  /// The name of a `report` block; `nil` for what every plan has.
  package var report: String?

  package init(audience: String? = nil, report: String? = nil) {
    self.audience = audience
    self.report = report
  }

  /// The words of audiences, in their order.
  package static let audiences = Audience.allCases.map(\.rawValue)
}

/// A report whose own texts are mistaken, or would tell its readers what they may not see.
package struct MisreadReport: Error {
  private let answers: Answers

  fileprivate init(_ diagnostics: [Diagnostic], _ checked: CheckedPlan) {
    answers = Answers(
      results: [], diagnostics: diagnostics, sources: checked.texts, ofPlan: checked.diagnostics,
      notEnforced: checked.notEnforced, isOfInfeasiblePlan: false, schedule: [])
  }

  /// What is wrong, as `Answers.findings` has it.
  package func findings(_ form: FindingsForm, _ style: TextStyle) -> String {
    answers.findings(form, style)
  }
}

extension CheckedPlan {
  /// Whether a report can be made, before anything is solved for it.
  ///
  /// - Throws: Where the plan has no `report` of the name, or may not be seen by the audience.
  package func admit(_ selection: ReportSelection) throws(Misasked) {
    guard let plan else { return }
    let audience = try view(selection)?.audience ?? Audience(rawValue: selection.audience ?? "")
    if let audience, !plan.readers.include(audience) {
      throw Misasked(
        "the plan is confidential, and `\(audience.rawValue)` may not see it",
        help: "its `confidential` says who may")
    }
  }

  /// The `report` block that is wanted; `nil` where none is.
  fileprivate func view(_ selection: ReportSelection) throws(Misasked) -> ReportView? {
    guard let name = selection.report else { return nil }
    let reports = plan?.reports ?? []
    if let view = reports.first(where: { $0.name == name }) { return view }
    let near = nearest(to: name, among: reports.map(\.name))
    throw Misasked(
      "the plan has no report `\(name.shortened)`",
      help: near.isEmpty
        ? reports.isEmpty
          ? "write one: `report board \"For the board\" { audience: board }`"
          : "it has \(reports.map { "`\($0.name)`" }.joined(separator: ", "))"
        : "did you mean \(near.map { "`\($0)`" }.joined(separator: " or "))?")
  }
}

/// A schedule with everything that was asked of it, of which any number of reports is made.
package struct AskedPlan: Sendable {
  let solved: SolvedPlan
  let answer: Answer
  let checks: [CheckOutcome]
}

/// A report for somebody, or one that the plan has.
///
/// - Parameters:
///   - asked: The plan, its schedule, and what was asked of it.
///   - selection: Which report.
/// - Returns: The report in every form.
/// - Throws: `Misasked` where the plan has no such report; `MisreadReport` where what the plan has to say in it is mistaken.
package func report(_ asked: AskedPlan, _ selection: ReportSelection) throws -> Report {
  let checked = asked.solved.checked
  try checked.admit(selection)
  guard let view = try checked.view(selection) else {
    return report(asked, ReportRequest(audience: selection.audience.flatMap(Audience.init)))
  }
  return report(asked, try requested(view, asked))
}

/// The report that is asked for, in every form.
func report(_ asked: AskedPlan, _ request: ReportRequest) -> Report {
  let (answer, checks) = (asked.answer, asked.checks)
  return Report(
    document: PlanReport.report(answer, request, checks: checks),
    version: answer.plan.scenario?.label ?? "As planned",
    csv: { initiativesCSV(answer, request) },
    json: { try json(answer, request, checks: checks) })
}

/// What a `report` block asks for, its figures filled in.
private func requested(_ view: ReportView, _ asked: AskedPlan) throws -> ReportRequest {
  var request = ReportRequest(
    audience: view.audience, title: view.label, sections: view.sections,
    isConfidential: view.readers != .everybody)
  let checked = asked.solved.checked
  guard let question = checked.interpreter?.reports.first(where: { $0.name == view.name }),
    var answers = QuestionAnswers(checked, asked.solved.effort, knowing: asked.answer)
  else { return request }
  let result = try answers.result(of: question)
  if !result.diagnostics.isEmpty { throw MisreadReport(result.diagnostics, checked) }
  request.title = result.title ?? view.label
  request.initiatives = result.initiatives.map { members in
    Set(members.flatMap { [$0] + asked.answer.plan.parts(of: $0) }.map(\.index))
  }
  request.paragraphs = result.paragraphs.map {
    ReportParagraph(name: $0.name, heading: $0.label, text: $0.text, before: $0.before)
  }
  return request
}
