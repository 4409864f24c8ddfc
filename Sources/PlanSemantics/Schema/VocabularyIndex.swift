/// The closed sets of words that properties take, each once.
enum VocabularyIndex {
  /// In the order of the table of properties.
  static let sets: [[String]] = {
    var sets: [[String]] = []
    for word in PropertyWord.allCases {
      let words = word.type.words
      if !words.isEmpty, !sets.contains(words) { sets.append(words) }
    }
    return sets
  }()

  /// All of their words.
  static let words = Set(sets.flatMap(\.self))

  /// Every word of a set that has this one, which tells what else may stand beside it.
  static func companions(of word: String) -> [String] {
    sets.filter { $0.contains(word) }.flatMap(\.self)
  }
}
