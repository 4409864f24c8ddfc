internal import PlanSyntax

/// The candidate that was most likely meant, for "did you mean".
enum Spelling {
  /// Only so many candidates are compared: enough for any plan written by hand, and an error in a generated plan of a
  /// hundred thousand names stays instant.
  static let candidatesMax = 20_000

  /// The nearest candidate within a third of the word's length; of equals the first in the alphabet.
  static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    suggestions(for: word, among: candidates.prefix(candidatesMax)).first
  }
}
