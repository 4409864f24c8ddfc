import PlanReport
import PlanSemantics
import Testing

/// The words that a `report` takes are the sections there are.
@Suite struct SectionWordsTests {
  @Test func everyWordIsASection() {
    for word in Vocabulary.sections { #expect(SectionKind(rawValue: word) != nil, "\(word)") }
  }

  /// Of a plan that cannot be carried out every report has these, and of others none.
  private static let ofConflicts: Set<SectionKind> = [.conflicts, .schedule]

  @Test func everySectionHasAWord() {
    for kind in SectionKind.allCases where !Self.ofConflicts.contains(kind) {
      #expect(Vocabulary.sections.contains(kind.rawValue), "\(kind)")
      #expect(WordMeanings.meaning(of: kind.rawValue, for: .sections) != nil, "\(kind)")
    }
  }
}
