internal import PlanSyntax

extension [Diagnostic] {
  /// Each mistake once: what stands in a function is found by looking at it and by each question that calls it.
  ///
  /// - Complexity: O(n).
  func eachOnce() -> [Diagnostic] {
    var seen: Set<Mistake> = []
    return filter {
      seen.insert(Mistake(code: $0.code, span: $0.span, headline: $0.headline)).inserted
    }
  }

  private struct Mistake: Hashable {
    let code: DiagnosticCode
    let span: Span?
    let headline: String
  }
}
