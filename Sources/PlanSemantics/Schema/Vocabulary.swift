package import PlanModel

/// Words that a property takes and that are nobody's names.
package enum Vocabulary {
  /// Those of the language; `plan { kinds: […] }` adds more.
  package static let initiativeKinds = [
    "feature", "bet", "enabler", "risk_reducer", "multiplier", "experiment", "debt",
  ]
  package static let quadrants = [
    "prudent_deliberate", "prudent_inadvertent", "reckless_deliberate", "reckless_inadvertent",
  ]
  package static let periods = ["week", "month", "quarter", "year"]
  /// Kinds of block that a decision is about.
  package static let decidable = ["scenario", "initiative", "option"]
  package static let audiences = Audience.allCases.map(\.rawValue)
  /// What a report may be made of.
  package static let sections = [
    "summary", "goals", "money", "features", "enablers", "works", "measures", "deadlines",
    "checks", "changes", "timeline", "now", "next", "later", "milestones", "gates", "signals",
    "not_doing", "waiting", "impact", "load", "kinds", "guardrails", "budgets", "people",
    "freezes", "chain", "map", "risks", "dependencies", "benefits", "decisions", "choices",
    "asks", "doubts", "unenforced", "assumptions", "method",
  ]
  package static let levels = ["low", "medium", "high"]
  /// How sure a level of confidence is.
  package static func share(ofLevel word: String) -> Rational? {
    switch word {
    case "high": .one
    case "medium": Rational(4, 5)
    case "low": Rational(1, 2)
    default: nil
    }
  }

  /// Shapes of an estimate, and points of it.
  package static let estimates = ["pert", "triangular", "lognormal", "mean", "p50", "p80"]
}
