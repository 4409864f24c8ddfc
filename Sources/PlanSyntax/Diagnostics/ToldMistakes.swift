/// The mistakes that a reader has been told: each is told once, however often it is found.
///
/// What stands in a function is found by looking at it and by every question that calls it; what stands in a loop is found
/// in each of its rounds; what all scenarios share is found in every one.
package struct ToldMistakes: Sendable {
  private var told: Set<Key> = []

  /// What makes two findings one mistake.
  package enum Sameness: Sendable {
    /// One code at one place in the same words.
    case words
    /// One code at one place: in another round of a loop the same mistake has other values in its words.
    case place
  }

  private struct Key: Hashable {
    let code: DiagnosticCode
    let span: Span?
    let headline: String?
  }

  package init() {}

  /// Notes a finding down; `false` when it has been told already.
  ///
  /// - Complexity: O(1).
  package mutating func insert(_ diagnostic: Diagnostic, sameBy sameness: Sameness) -> Bool {
    let headline = sameness == .words ? diagnostic.headline : nil
    return told.insert(Key(code: diagnostic.code, span: diagnostic.span, headline: headline))
      .inserted
  }
}

extension [Diagnostic] {
  /// Each mistake once, the first finding of each.
  ///
  /// - Complexity: O(n).
  package func toldOnce(sameBy sameness: ToldMistakes.Sameness) -> [Diagnostic] {
    var told = ToldMistakes()
    return filter { told.insert($0, sameBy: sameness) }
  }
}
