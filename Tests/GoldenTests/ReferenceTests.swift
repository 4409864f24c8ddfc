import PlanWorkbench
import TestSupport
import Testing

/// The pages of `Grammar/` that are made from the tables of the language and from the catalogue of its codes.
@Suite struct ReferenceTests {
  @Test func thePageIsWhatTheTablesSay() {
    let style = TextStyle(width: 100, isColored: false)
    Golden.expect(reference().text(.markdown, style), at: "Grammar/reference.md")
  }

  @Test func thePageOfDiagnosticsIsWhatTheCatalogueSays() {
    let style = TextStyle(width: 100, isColored: false)
    Golden.expect(
      diagnosticsReference().text(.markdown, style), at: "Grammar/diagnostics.md")
  }

  /// Whatever the index lists can be asked for.
  @Test func everyWordOfTheIndexHasAPage() {
    let style = TextStyle(width: 100, isColored: false)
    let words = explainIndex().text(.markdown, style).split(separator: "`").enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    #expect(words.count > 200)
    for word in words where !word.hasPrefix("plan explain ") {
      #expect(explain(word) != nil, "\(word)")
    }
  }
}
