/// The table of words from other tools, a row for all that mean the same.
///
/// Phrases have `_` between their words.
enum ForeignWords {
  struct Row: Sendable {
    /// Separated by blanks.
    let words: String
    let meanings: [ForeignWord.Meaning]
    let isSame: Bool
    let advice: String?
    let isAdviceOnly: Bool
  }

  /// Another name of the same thing.
  static func same(_ words: String, _ meanings: ForeignWord.Meaning...) -> Row {
    Row(words: words, meanings: meanings, isSame: true, advice: nil, isAdviceOnly: false)
  }

  /// Something near it; the reader has to look at the value.
  static func near(
    _ words: String, _ meanings: ForeignWord.Meaning..., advice: String? = nil
  ) -> Row {
    Row(words: words, meanings: meanings, isSame: false, advice: advice, isAdviceOnly: false)
  }

  /// Something whose place another thing takes: what it means is not missing, and cannot be had by a rename.
  static func instead(
    _ words: String, of meanings: ForeignWord.Meaning..., advice: String
  ) -> Row {
    Row(words: words, meanings: meanings, isSame: false, advice: advice, isAdviceOnly: true)
  }

  /// Something that plans do not have.
  static func nothing(_ words: String, advice: String) -> Row {
    Row(words: words, meanings: [], isSame: false, advice: advice, isAdviceOnly: true)
  }
}
