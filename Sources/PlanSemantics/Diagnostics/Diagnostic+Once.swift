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

  /// One of each place and code: what a loop or template makes wrong is wrong in every round, with other values in the words.
  ///
  /// - Complexity: O(n).
  func oncePerPlace() -> [Diagnostic] {
    var seen: Set<MistakePlace> = []
    return filter { seen.insert(MistakePlace($0)).inserted }
  }

  private struct Mistake: Hashable {
    let code: DiagnosticCode
    let span: Span?
    let headline: String
  }
}

/// What makes two findings of different rounds of a loop one.
struct MistakePlace: Hashable {
  let code: DiagnosticCode
  let span: Span?

  init(_ diagnostic: Diagnostic) {
    code = diagnostic.code
    span = diagnostic.span
  }
}
