package import PlanSyntax

extension Interpreter {
  /// What a check comes to, as a reader of the plan is told it: an error for each element that it does not hold for, and
  /// what is wrong with the check itself.
  package func diagnostics(of result: CheckResult, _ check: CheckQuestion) -> [Diagnostic] {
    result.diagnostics
      + result.failures.map { failure in
        var place: Span?
        if case .reference(let reference)? = failure.element { place = self.place(of: reference) }
        return .failedCheck(check, failure, element: place)
      }
  }
}

extension Diagnostic {
  /// - Parameters:
  ///   - check: What was asked.
  ///   - failure: What it came to.
  ///   - element: Where the element stands, if it stands anywhere.
  /// - Returns: An error at the condition.
  fileprivate static func failedCheck(
    _ check: CheckQuestion, _ failure: CheckResult.Failure, element: Span?
  ) -> Diagnostic {
    let subject = failure.element.map { " for `\($0.plainText.shortened)`" } ?? ""
    let saying = failure.saying.map { ": \($0.shortened(to: sayingLengthMax))" } ?? ""
    return Diagnostic(
      .failedCheck, "check `\(check.name)` does not hold\(subject)\(saying)",
      at: check.require?.span ?? check.place, label: "this is false",
      secondary: element.map { [Label($0, "for this")] } ?? [],
      notes: failure.parts.map(\.sentence))
  }
}

extension CheckResult.Failure {
  /// The element as readers know it: `login`; `nil` for the plan as a whole.
  package var subject: String? { element.map { $0.plainText.shortened(to: valueLengthMax) } }
}

extension CheckResult.Part {
  /// "`count(metrics)` is 0", with the source in backticks.
  package var sentence: String { "`\(source.shortened(to: sourceLengthMax))` is \(stated)" }

  private var stated: String {
    switch value {
    case .none: "none"
    case .list(let values) where values.isEmpty: "empty"
    default: value.plainText.shortened(to: valueLengthMax)
    }
  }
}

/// Characters of what a plan has to say of an element.
private let sayingLengthMax = 200
/// Characters of a condition's part: about a line.
private let sourceLengthMax = 80
/// Characters of a value: a list of every initiative is told to be one, not told.
private let valueLengthMax = 120
