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
  }

  /// Another name of the same thing.
  static func same(_ words: String, _ meanings: ForeignWord.Meaning...) -> Row {
    Row(words: words, meanings: meanings, isSame: true, advice: nil)
  }

  /// Something near it; the reader has to look at the value.
  static func near(
    _ words: String, _ meanings: ForeignWord.Meaning..., advice: String? = nil
  ) -> Row {
    Row(words: words, meanings: meanings, isSame: false, advice: advice)
  }

  /// Something that plans do not have.
  static func nothing(_ words: String, advice: String) -> Row {
    Row(words: words, meanings: [], isSame: false, advice: advice)
  }
}
