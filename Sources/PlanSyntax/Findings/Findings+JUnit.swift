internal import PlanText

// For the test reports of build servers, in the form that they took over from JUnit's Ant task; there is no standard of it, so
// what is written is what Jenkins, GitLab, GitHub's reporters and Azure all read.
extension Findings {
  /// The document: a case for each check of the plan, and one for each error.
  ///
  /// A plan without errors has a case that says so, since a suite without cases is taken for one that was not run. Warnings
  /// are told, but make nothing fail.
  package var junit: String {
    let errors = shown.filter { $0.severity == .error }
    let failed = checks.count { !$0.failures.isEmpty }
    let cases =
      (errors.isEmpty ? [passed("no errors")] : errors.map(errorCase)) + checks.map(checkCase)
    let count = "\(cases.count)"
    let warnings = shown.filter { $0.severity == .warning }.map(rendered).joined(separator: "\n")
    let suite = XMLElement(
      "testsuite",
      [
        "name": path, "tests": count, "failures": "\(failed)", "errors": "\(errors.count)",
        "skipped": "0",
      ], cases + (warnings.isEmpty ? [] : [XMLElement("system-out", [:], text: warnings)]))
    return XMLElement(
      "testsuites",
      ["name": "plan check", "tests": count, "failures": "\(failed)", "errors": "\(errors.count)"],
      [suite]
    ).document
  }

  private func passed(_ name: String) -> XMLElement {
    XMLElement("testcase", ["classname": path, "name": name])
  }

  private func errorCase(_ diagnostic: Diagnostic) -> XMLElement {
    let place = sources.place(of: diagnostic.span)
    let at = place.map { ":\($0.start.line):\($0.start.column)" } ?? ""
    let file = place?.source.path ?? path
    let error = XMLElement(
      "error", ["type": diagnostic.code.text, "message": diagnostic.headline],
      text: rendered(diagnostic))
    return XMLElement(
      "testcase", ["classname": file, "name": "\(diagnostic.code.text)\(at)", "file": file], [error]
    )
  }

  private func checkCase(_ check: Check) -> XMLElement {
    // A check without a label is called by its name.
    let name = check.label == check.name ? check.name : "\(check.name): \(check.label)"
    guard !check.failures.isEmpty else { return passed("check \(name)") }
    let message = "does not hold for \(check.failures.count) of \(check.asked)"
    let failure = XMLElement(
      "failure", ["type": "check", "message": message],
      text: check.failures.joined(separator: "\n") + "\n")
    return XMLElement("testcase", ["classname": path, "name": "check \(name)"], [failure])
  }

  private func rendered(_ diagnostic: Diagnostic) -> String {
    DiagnosticRenderer(sources).render(diagnostic)
  }
}
