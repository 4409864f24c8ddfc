internal import PlanModel
internal import PlanSemantics
internal import PlanSyntax
internal import Testing

/// Analyses a source as if it were read on 1 June 2026.
func analysed(_ source: String, asOf: CivilDate? = nil) -> (Analysis, [String]) {
  let text = SourceText(source)
  let parsed = parse(text)
  let analysis = analyse(
    [parsed.tree],
    AnalysisOptions(today: CivilDate(year: 2026, month: 6, day: 1), asOf: asOf))
  let all = (parsed.diagnostics + analysis.diagnostics).map { shortForm($0, in: text) }
  return (analysis, all)
}

/// `line:column code headline (labels of other places)`.
private func shortForm(_ diagnostic: Diagnostic, in text: SourceText) -> String {
  func place(_ span: Span?) -> String {
    guard let span else { return "-" }
    let position = text.position(at: span.range.start)
    return "\(position.line):\(position.column)"
  }
  let others = diagnostic.secondary.map { "\(place($0.span)) \($0.text)" }
  let tail = others.isEmpty ? "" : " (\(others.joined(separator: "; ")))"
  return "\(place(diagnostic.span)) \(diagnostic.code.text) \(diagnostic.headline)\(tail)"
}

/// What is wrong with a plan that begins with a language and a start, which need not be written each time.
///
/// Line 3 is the first of `body`.
func problems(_ body: String) -> [String] { analysed(framed(body)).1 }

/// The plan of a body without mistakes.
func plan(
  _ body: String, asOf: CivilDate? = nil, location: SourceLocation = #_sourceLocation
) throws -> Plan {
  let (analysis, problems) = analysed(framed(body), asOf: asOf)
  return try #require(
    analysis.plan, Comment(rawValue: problems.joined(separator: "\n")), sourceLocation: location)
}

private func framed(_ body: String) -> String {
  """
  language: 1
  plan "Test" { start: 2026-07-01, until: 2027-06-30 }
  \(body)
  """
}
