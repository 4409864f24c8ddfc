import PlanModel

// What each audience reads, and in which order: different documents, not filters of one.
extension Audience {
  /// One page: who leads or controls a business reads outcomes, money and risk in three minutes, and decides.
  var isBrief: Bool {
    switch self {
    case .exec, .board: true
    case .product, .engineering: false
    }
  }

  /// As it stands above the document.
  var readers: String {
    switch self {
    case .exec: "For executives"
    case .board: "For the board"
    case .product: "For product"
    case .engineering: "For engineering"
    }
  }

  var sections: [SectionKind] {
    switch self {
    // What comes of it when, what that costs, what is asked.
    case .exec:
      [
        .summary, .goals, .asks, .now, .next, .later, .money, .risks, .notDoing, .doubts, .changes,
        .assumptions, .method,
      ]
    // Position and risk; nothing of how the work is done.
    case .board:
      [.summary, .goals, .risks, .money, .doubts, .notDoing, .asks, .changes, .method]
    // What users get, what has to be there before, how sure it is.
    case .product:
      [
        .summary, .features, .enablers, .measures, .gates, .choices, .notDoing, .asks, .doubts,
        .changes, .unenforced, .assumptions, .method,
      ]
    // Risks first; then who does what, what decides the end, and how full everybody is.
    case .engineering:
      [
        .summary, .risks, .dependencies, .works, .chain, .load, .people, .freezes, .milestones,
        .gates, .signals, .guardrails, .benefits, .checks, .changes, .notDoing, .doubts,
        .unenforced, .assumptions, .method,
      ]
    }
  }

  /// Of a plan that cannot be carried out: why, and what it would take.
  var sectionsOfConflict: [SectionKind] {
    switch self {
    case .exec, .board: [.conflicts, .asks, .method]
    case .product: [.conflicts, .asks, .assumptions, .method]
    case .engineering: SectionKind.conflict
    }
  }
}

/// What keeps a brief report on one page that is read in three minutes.
package enum Brief {
  /// Three minutes at 220 words a minute, at which people read prose (Brysbaert, "How many words do we read per minute?", 2019, has
  /// 238 for English; tables and figures are slower).
  package static let wordsMax = 660
  /// Items of a stream, and of every other list, where there is room for them.
  package static let itemsMax = 4
  /// So many where there is not.
  static let itemsLeast = 2
  /// What a page does without first, where even that is too long; the full report has all of it.
  static let leastNeeded = [
    SectionKind.assumptions, .later, .doubts, .changes, .next, .risks, .money,
  ].map(\.rawValue)

  /// Words of a document as people count them, figures among them.
  static func words(_ sections: [Section]) -> Int {
    markdown(sections).split(whereSeparator: \.isWhitespace).count { word in
      word.contains { $0.isLetter || $0.isNumber }
    }
  }

  /// Room for the title and what stands below it.
  static let wordsOfLead = 40
  /// Rows of the table of goals.
  static let goalsMax = 5
  /// Characters of a label or a reason of the plan; what is longer belongs in the plan and not on one page.
  static let textMax = 90

  /// A text of the plan, cut at a blank where it is too long.
  static func cut(_ text: String) -> String {
    guard text.count > textMax else { return text }
    let head = text.prefix(textMax)
    let words = head.lastIndex { $0.isWhitespace }.map { head[..<$0] } ?? head
    return String(words) + "…"
  }
}
