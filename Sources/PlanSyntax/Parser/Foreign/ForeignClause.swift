/// Clauses of other query languages, by the words that begin them.
enum ForeignClause {
  case orderBy
  case limit
  case select

  /// - Parameters:
  ///   - word: The word that stands where a clause may.
  ///   - next: What follows it, without which the word may be anything.
  init?(_ word: String, _ next: SyntaxKind) {
    switch (word.lowercased(), next) {
    case ("order", .byWord), ("sorted", .byWord): self = .orderBy
    case ("limit", .number), ("top", .number), ("first", .number): self = .limit
    case ("select", .identifier), ("select", .leftBracket): self = .select
    default: return nil
    }
  }

  /// What the language says.
  var mend: String {
    switch self {
    case .orderBy: "sort"
    case .limit: "take"
    case .select: "show"
    }
  }
}

extension Parser {
  func foreignClause() -> Diagnostic {
    let mend = ForeignClause(excerpt(position), next)?.mend ?? "sort"
    return Diagnostic(
      .foreignClause, "no clause begins with `\(excerpt(position))`", at: here,
      label: "here it is `\(mend)`",
      fixes: [.init("write `\(mend)`", safety: .safe, edits: [.init(here, mend)])])
  }

  func equalsForComparison() -> Diagnostic {
    Diagnostic(
      .equalsForColon, "`=` defines, and `==` compares", at: here, label: "a comparison",
      fixes: [.init("write `==`", safety: .safe, edits: [.init(here, "==")])])
  }
}
