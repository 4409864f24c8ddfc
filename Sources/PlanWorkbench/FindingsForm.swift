internal import PlanSemantics
internal import PlanSyntax

/// The forms in which findings come.
package enum FindingsForm: String, CaseIterable, Sendable {
  /// Each with its place in the source and a way out.
  case human
  /// A line each.
  case short
  case json
  case sarif
  /// Annotations of GitHub Actions.
  case github
  /// A test report for build servers.
  case junit

  /// The form a file's ending asks for; `nil` when it asks for none.
  package init?(path: String) {
    switch path.split(separator: ".").last.map({ $0.lowercased() }) {
    case "txt": self = .human
    case "json": self = path.lowercased().hasSuffix(".sarif.json") ? .sarif : .json
    case "sarif": self = .sarif
    case "xml": self = .junit
    default: return nil
    }
  }
}

extension CheckedPlan {
  /// The findings as text, in the order of the file; empty for humans when there are none.
  ///
  /// - Parameters:
  ///   - form: For people or for programs.
  ///   - style: For people.
  ///   - promises: What came of the plan's checks, where they were asked.
  /// - Returns: Lines, or one document.
  package func findings(
    _ form: FindingsForm, _ style: TextStyle, with promises: Promises = .none
  ) -> String {
    let all = diagnostics + promises.diagnostics
    // As a test report has it, a check that does not hold is a test that fails, and no error besides.
    let told = form == .junit ? all.filter { $0.code != .failedCheck } : all
    let findings = Findings(
      told, texts, notEnforced: notEnforced, checks: promises.summaries)
    return form == .human ? style.render(all, texts) : findings.text(form)
  }
}

extension Answers {
  /// What is wrong with the plan that was asked, and with the questions; empty for humans when nothing is.
  ///
  /// - Parameters:
  ///   - form: For people or for programs.
  ///   - style: For people.
  /// - Returns: Lines, or one document. For people it tells of the questions alone.
  package func findings(_ form: FindingsForm, _ style: TextStyle) -> String {
    form == .human
      ? style.render(diagnostics, sources)
      : Findings(ofPlan + diagnostics, sources, notEnforced: notEnforced).text(form)
  }
}

extension TextStyle {
  func render(_ diagnostics: [Diagnostic], _ sources: [SourceText]) -> String {
    let renderer = DiagnosticRenderer(
      sources, style: isColored ? .ansi : .plain, width: isTerminal ? width : nil)
    return renderer.render(diagnostics)
  }
}

extension Findings {
  /// The findings in a form for programs; for people a line each.
  fileprivate func text(_ form: FindingsForm) -> String {
    switch form {
    case .human, .short: short
    case .json: json
    case .sarif: sarif(version: planVersion, rule: Findings.Rule.init(of:))
    case .github: github
    case .junit: junit
    }
  }
}

extension Findings.Rule {
  /// What the catalogue tells of a code; `nil` where it has no story yet.
  fileprivate init?(of code: DiagnosticCode) {
    guard let entry = Catalogue.entry(code.text) else { return nil }
    self.init(title: entry.title, story: entry.story.joined(separator: "\n\n"))
  }
}
