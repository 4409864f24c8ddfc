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
    // What comes of it when, what that costs, what is asked. No picture: the sheet may be full of what three minutes are read for, and
    // what was thought of says less than what would have to go. One line a goal stays empty where a goal lacks what is left out, bars
    // of what that costs say what the list says.
    case .exec:
      [
        .summary, .goals, .asks, .now, .next, .later, .money, .risks, .notDoing, .doubts, .changes,
        .assumptions, .method,
      ]
    // Position and risk; nothing of how the work is done.
    case .board:
      [
        .summary, .goals, .risks, .money, .doubts, .notDoing, .asks, .changes, .assumptions,
        .method,
      ]
    // What users get, what has to be there before, how sure it is.
    case .product:
      [
        .summary, .features, .enablers, .map, .measures, .gates, .choices, .notDoing, .asks,
        .doubts, .changes, .unenforced, .assumptions, .method,
      ]
    // Risks first; then who does what, what decides the end, and how full everybody is.
    case .engineering:
      [
        .summary, .risks, .dependencies, .timeline, .works, .chain, .map, .load, .people,
        .freezes, .milestones, .gates, .signals, .guardrails, .benefits, .checks, .changes,
        .notDoing, .doubts, .unenforced, .assumptions, .method,
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
