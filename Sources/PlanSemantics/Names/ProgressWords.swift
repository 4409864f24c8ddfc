/// What `progress` may change: what happened, and the team as it turned out to be.
enum ProgressWords {
  static func allows(_ word: PropertyWord, of kind: Kind) -> Bool {
    switch kind {
    case .initiative, .work, .slice:
      [
        .started, .finished, .spent, .remaining, .staff, .team, .skill, .status, .note,
      ].contains(word) && Schema.property(word, of: kind) != nil
    case .milestone, .gate: [.met, .note].contains(word)
    case .external: [.met, .date, .slip, .commitment, .note].contains(word)
    default: false
    }
  }

  /// For the error.
  static let listed = [
    "`started`", "`finished`", "`spent`", "`remaining`", "`met`", "`staff`", "`team`", "`status`",
  ]
}
