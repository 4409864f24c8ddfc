extension Kind {
  /// All blocks of the kind, as a query begins with them: `initiatives`, `debts`.
  package var plural: String {
    switch self {
    case .allow: "allowances"
    case .deny: "denials"
    case .away: "absences"
    case .cancelled: "cancellations"
    case .health: "standings"
    case .lend: "loans"
    case .otherwise: "consequences"
    case .progress: "progress_notes"
    default:
      ["s", "x", "z", "h"].contains(rawValue.suffix(1)) ? rawValue + "es" : rawValue + "s"
    }
  }

  /// The kind whose blocks a word stands for; `nil` for any other word.
  package init?(plural: String) {
    guard let kind = Kind.byPlural[plural] else { return nil }
    self = kind
  }

  private static let byPlural = Dictionary(
    Kind.allCases.map { ($0.plural, $0) }, uniquingKeysWith: { first, _ in first })
}
