internal import PlanSyntax

/// The candidates that were most likely meant, for "did you mean".
enum Spelling {
  /// Only so many candidates are compared: enough for any plan written by hand, and an error in a generated plan of a
  /// hundred thousand names stays instant.
  static let candidatesMax = 20_000

  /// The nearest candidates within a third of the word's length, all of them equally near; where there is none, those that
  /// the word is a part of or that are a part of it, `platform` and `platform_team`.
  ///
  /// - Complexity: O(candidates · length²).
  static func nearest(
    to word: String, among candidates: some Sequence<String>
  ) -> [String] {
    let candidates = candidates.prefix(candidatesMax)
    let near = suggestions(for: word, among: candidates)
    guard near.isEmpty else { return near }
    let parts = word.lowercased().split(separator: "_")
    guard !parts.isEmpty, word.utf8.count >= partLengthMin else { return [] }
    let related = candidates.filter { candidate in
      let others = candidate.split(separator: "_")
      return candidate != word && candidate.utf8.count >= partLengthMin
        && candidate.utf8.count <= 64
        && (others.starts(with: parts) || parts.starts(with: others)
          || others.suffix(parts.count) == parts[...] || parts.suffix(others.count) == others[...])
    }
    return Array(Set(related).sorted().prefix(suggestedMax))
  }

  /// A part of a name that is shorter says nothing: half of all names begin with some such letters.
  private static let partLengthMin = 4
}
