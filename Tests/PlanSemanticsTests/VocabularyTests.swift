internal import PlanSyntax
internal import Testing

@testable import PlanSemantics

/// The table of words from other tools, held to the schema that it leads to.
@Suite struct VocabularyTests {
  private static let rows = ForeignWords.properties + ForeignWords.blocks

  /// A row that no place can use says nothing.
  @Test func everyRowLeadsSomewhereOrSaysWhatToDo() {
    for row in Self.rows {
      #expect(!row.meanings.isEmpty || row.advice != nil, "\(row.words)")
      for meaning in row.meanings { #expect(isReachable(meaning), "\(row.words): \(meaning.text)") }
    }
  }

  @Test func wordsAreWrittenAsTheyAreLookedUp() {
    for row in Self.rows {
      for word in row.words.split(separator: " ") {
        #expect(word == word.lowercased())
        #expect(ForeignWord.named(String(word)) != nil, "\(word) is longer than what is looked up")
      }
    }
  }

  /// A word of the language in its place is right, and nothing is to be said of it.
  @Test func noRowTakesAWordFromItsOwnBlock() {
    for row in Self.rows where row.isSame {
      for case .property(let meant) in row.meanings {
        let owners = Kind.allCases.filter { Schema.property(meant, of: $0) != nil }
        for word in row.words.split(separator: " ").compactMap({ PropertyWord(word: String($0)) }) {
          #expect(!owners.contains { Schema.property(word, of: $0) != nil }, "\(word)")
        }
      }
      for case .block in row.meanings {
        #expect(row.words.split(separator: " ").allSatisfy { Kind(word: String($0)) == nil })
      }
    }
  }

  /// Whether a time is people's or the calendar's is told by the word of the property.
  @Test func hintsOfTheParserAreTheSchemas() {
    let effort = PropertyWord.allCases.filter {
      $0.type.holds { $0 == .effort || $0 == .effortAmount || $0 == .effortRate }
    }
    #expect(Set(effort.map(\.rawValue)) == PropertyHints.effort)
    let elapsed = PropertyWord.allCases.filter {
      $0.type.holds { [.elapsed, .elapsedRange, .slip, .offsetRange].contains($0) }
    }
    #expect(Set(elapsed.map(\.rawValue)) == PropertyHints.elapsed)
    let changes = PropertyWord.allCases.filter {
      $0.type.holds { $0 == .change || $0 == .shareChange }
    }
    let blocks = Schema.blocks.filter { $0.principal.map(changes.contains) ?? false }
    #expect(
      Set(changes.map(\.rawValue) + blocks.map(\.kind.rawValue)) == PropertyHints.change)
  }

  private func isReachable(_ meaning: ForeignWord.Meaning) -> Bool {
    switch meaning {
    case .property(let word): Kind.allCases.contains { Schema.property(word, of: $0) != nil }
    case .block(let kind):
      Schema.topLevel.contains(kind)
        || Kind.allCases.contains { Schema.block($0).children.contains(kind) }
    }
  }
}

extension ValueType {
  fileprivate func holds(_ isWanted: (ValueType) -> Bool) -> Bool {
    switch self {
    case .list(let element): element.holds(isWanted)
    case .either(let types): types.contains { $0.holds(isWanted) }
    default: isWanted(self)
    }
  }
}
