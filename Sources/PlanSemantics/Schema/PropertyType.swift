/// What a property takes.
///
/// The evaluator knows values; this knows what a property makes of one: which side of a month it means, which words it
/// understands, what kind of declaration it may name.
package indirect enum PropertyType: Hashable, Sendable {
  case text
  case boolean
  /// A whole number within bounds.
  case integer(ClosedRange<Int64>)
  /// Heads, in steps of a tenth.
  case heads
  /// Heads, or a range of them.
  case staffing
  /// 0–100 %.
  case share
  case shareRange
  case date(DateSide)
  /// First to last day, both included; a month or quarter alone is a range as well.
  case dateRange
  case elapsed
  /// Offsets from the plan's start, half-open.
  case elapsedRange
  /// Best, likely and worst elapsed time.
  case elapsedEstimate
  /// A length of time, or one of `week month quarter year`.
  case period
  case effort
  /// Three points of effort, two (P10 to P90), or one.
  case estimate
  case money
  case moneyRate
  /// Money once, or again and again.
  case price
  /// Money for people's time.
  case labourRate
  /// People's time lost again and again.
  case effortRate
  /// A share gained again and again.
  case growthRate
  /// A baseline and a target.
  case change
  /// One of a few words.
  case word(Vocabulary)
  /// `low medium high`, or a percent.
  case confidence
  /// `low medium high`, or a number.
  case level
  /// The currency's code.
  case currency
  /// Declarations of these kinds, by name or path.
  case reference([Kind])
  /// What has to happen first, each with a lag: `storage + 1w`.
  case dependency
  /// A condition over initiatives, kept as it is written.
  case condition
  /// Several; one alone will do.
  case list(PropertyType)

  /// In the reader's words: what stands after "expected".
  package var description: String {
    switch self {
    case .text: "text in quotes"
    case .boolean: "`true` or `false`"
    case .integer(let bounds): "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)"
    case .heads: "a number of people"
    case .staffing: "a number of people or a range of them"
    case .share: "a percentage from 0% to 100%"
    case .shareRange: "a range of percentages"
    case .date: "a date"
    case .dateRange: "a range of dates"
    case .elapsed: "a length of time"
    case .elapsedRange: "a range of times from the plan's start"
    case .elapsedEstimate: "a length of time, or best..likely..worst"
    case .period: "a length of time, or `week`, `month`, `quarter`, `year`"
    case .effort: "an effort"
    case .estimate: "an effort, or best..likely..worst"
    case .money: "an amount of money"
    case .moneyRate: "money over time"
    case .price: "an amount of money, or money over time"
    case .labourRate: "money for an effort"
    case .effortRate: "an effort over time"
    case .growthRate: "a percentage over time"
    case .change: "a baseline and a target"
    case .word(let vocabulary): "one of \(vocabulary.listed)"
    case .confidence: "`low`, `medium`, `high` or a percentage"
    case .level: "`low`, `medium`, `high` or a number"
    case .currency: "the three letters of a currency"
    case .reference(let kinds):
      "the name of " + kinds.map(\.withArticle).joined(separator: " or ")
    case .dependency: "the name of an initiative, work, milestone or external, maybe with a lag"
    case .condition: "a condition"
    case .list(let element): element.description + ", or a list in brackets"
    }
  }
}

/// What a month or a quarter means where one day is wanted.
package enum DateSide: Hashable, Sendable {
  /// Its first day: `start from on not_before`.
  case first
  /// Its last day: `until to by deadline`.
  case last
  /// Nothing: it has to be a day.
  case day
}

/// The words that a property understands instead of names.
package enum Vocabulary: Hashable, Sendable {
  /// Those of the language and those of `plan { kinds: […] }`.
  case initiativeKind
  /// New words that the plan brings along.
  case declared
  case priority
  case status
  case commitment
  case quadrant
  case strength
  case estimateBasis
  case shareOf
  case catchUp

  /// In the order in which they are offered; empty where the plan brings its own.
  package var words: [String] {
    switch self {
    case .initiativeKind:
      ["feature", "bet", "enabler", "risk_reducer", "multiplier", "experiment", "debt"]
    case .declared: []
    case .priority: ["must", "should", "could", "wont"]
    case .status: ["proposed", "active", "paused", "done", "cancelled"]
    case .commitment: ["unknown", "asked", "aware", "agreed", "committed", "met", "missed"]
    case .quadrant:
      [
        "prudent_deliberate", "prudent_inadvertent", "reckless_deliberate", "reckless_inadvertent",
      ]
    case .strength: ["soft", "hard"]
    case .estimateBasis: ["mean", "p50", "p80", "pert", "triangular", "lognormal"]
    case .shareOf: ["effort"]
    case .catchUp: ["next_cycle"]
    }
  }

  package var listed: String { words.map { "`\($0)`" }.joined(separator: ", ") }
}
