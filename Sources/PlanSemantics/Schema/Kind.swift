/// The word that opens a block: `initiative`, `team`.
package enum Kind: String, CaseIterable, Sendable {
  case plan
  case horizon
  case calendar
  case team
  case skill
  case hire
  case away
  case learn
  case upkeep
  case lend
  case referenceClass = "class"
  case goal
  case metric
  case initiative
  case work
  case slice
  case mode
  case milestone
  case risk
  case lowered
  case assume
  case otherwise
  case gate
  case reading
  case cancelled
  case health
  case external
  case fallback
  case debt
  case benefit
  case ask
  case decision
  case choice
  case option
  case budget
  case headcount
  case changeFreeze = "change_freeze"
  case guardrail
  case check
  case field
  case except
  case deadline
  case person
  case exchange
  case report
  case paragraph
  case allow
  case deny
  case progress
  case scenario
  /// A file that is imported under a name: what stands in it stands inside.
  case importedFile = "import"

  /// The kind of a block word; `nil` for any other word.
  ///
  /// - Complexity: O(1); the synthesized `init(rawValue:)` compares one case after the other.
  package init?(word: String) {
    guard let kind = Kind.byWord[word] else { return nil }
    self = kind
  }

  private static let byWord = Dictionary(
    uniqueKeysWithValues: Kind.allCases.map { ($0.rawValue, $0) })

  /// With its article, as sentences need it: "an initiative".
  package var withArticle: String {
    "aeiou".contains(rawValue.prefix(1)) ? "an \(rawValue)" : "a \(rawValue)"
  }
}
