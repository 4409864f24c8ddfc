internal import PlanSyntax

/// What the language says for a word that other tools use: `after` for `depends_on`, `initiative` for `epic`.
///
/// Spelling finds no way from one to the other; whoever comes from a spreadsheet, Jira, MS Project or TaskJuggler writes it
/// all the same. The rows stand in `ForeignWords`.
struct ForeignWord: Sendable {
  /// What may be meant, the likeliest first; which it is depends on where it stands and on the value behind it.
  let meanings: [Meaning]
  /// Whether it is another name of the same thing, so that writing the one for the other changes nothing.
  let isSame: Bool
  /// What to do where no word of the language stands for it, or none that the value fits.
  let advice: String?
  /// Whether what it may mean is told and never written, as points for time.
  let isAdviceOnly: Bool

  enum Meaning: Hashable, Sendable {
    case property(PropertyWord)
    case block(Kind)

    var text: String {
      switch self {
      case .property(let word): word.rawValue
      case .block(let kind): kind.rawValue
      }
    }
  }

  /// The row of a word, or of a phrase whose words are joined by `_`; capitals count as small letters.
  ///
  /// - Complexity: O(length of the word).
  static func named(_ text: String) -> ForeignWord? {
    guard text.utf8.count <= wordLengthMax else { return nil }
    return byWord[text.lowercased()]
  }

  /// What it may be called where a property may stand: those that the block has and the value fits, or a block whose header
  /// takes such a value, as in `deadline: 2027-01-15`.
  func asProperties(of kind: Kind, with value: Expression?) -> [Meaning] {
    meanings.filter { meaning in
      switch meaning {
      case .property(let word):
        return Schema.property(word, of: kind).map { $0.status != .later } ?? false
          && (value?.mayFit(word.type) ?? true)
      case .block(let child):
        guard Schema.block(kind).children.contains(child),
          let principal = Schema.block(child).principal
        else { return false }
        return !Schema.block(child).needsName && (value?.mayFit(principal.type) ?? true)
      }
    }
  }

  /// The kind of block it is called in another, or at the top.
  ///
  /// - Parameters:
  ///   - parent: The block it stands in; `nil` at the top of a file.
  ///   - taken: A kind of which there is one already, and may be no other.
  /// - Returns: `nil` where it is none that may stand there.
  func asBlock(in parent: Kind?, besides taken: Kind?) -> Kind? {
    let allowed = parent.map { Schema.block($0).children } ?? Schema.topLevel
    return meanings.lazy.compactMap { meaning in
      guard case .block(let kind) = meaning, allowed.contains(kind), kind != taken else {
        return nil
      }
      return kind
    }.first
  }

  /// The longest word that is looked up: no row is longer.
  private static let wordLengthMax = 40

  private static let byWord: [String: ForeignWord] = {
    var rows: [String: ForeignWord] = [:]
    for row in ForeignWords.properties + ForeignWords.blocks {
      for word in row.words.split(separator: " ") {
        let known = rows[String(word)]
        // A word that is both, such as `goal`, has its meanings one after the other.
        let more = row.meanings.filter { !(known?.meanings.contains($0) ?? false) }
        rows[String(word)] = ForeignWord(
          meanings: (known?.meanings ?? []) + more,
          isSame: (known?.isSame ?? true) && row.isSame, advice: known?.advice ?? row.advice,
          isAdviceOnly: known?.isAdviceOnly ?? row.isAdviceOnly)
      }
    }
    return rows
  }()
}
