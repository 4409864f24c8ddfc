internal import PlanSyntax

/// Words of other tools that stand as values: `High` for a priority, `in_progress` for a status.
enum ForeignValues {
  /// What of the words that a property takes was meant; empty where there is no telling.
  ///
  /// - Parameters:
  ///   - text: As it was written, with or without quotes.
  ///   - words: What the property takes.
  /// - Returns: At most three, the likeliest first.
  static func meant(by text: String, among words: [String]) -> [String] {
    guard text.utf8.count <= textLengthMax else { return [] }
    let joined = text.lowercased().split { " -".contains($0) }.joined(separator: "_")
    if words.contains(joined) { return [joined] }
    let known = (meanings[joined] ?? []).filter(words.contains)
    return known.isEmpty ? Spelling.nearest(to: joined, among: words) : Array(known.prefix(1))
  }

  /// What a yes or no was written as.
  static func truth(of text: String) -> Bool? {
    switch text.lowercased() {
    case "yes", "y", "on", "true": true
    case "no", "n", "off", "false": false
    default: nil
    }
  }

  /// The longest text that could be such a word.
  private static let textLengthMax = 40

  private static let rows: [(words: String, meanings: [String])] = [
    // Priorities.
    ("p0 prio_0 blocker critical highest urgent must_have mandatory required 0 1 high", ["must"]),
    ("p1 major should_have medium normal 2", ["should"]),
    ("p2 minor could_have nice_to_have low 3 optional", ["could"]),
    ("p3 p4 lowest trivial wont_have won't will_not never 4 5", ["wont"]),
    // Where things stand.
    ("to_do todo open new backlog planned not_started draft idea selected ready", ["proposed"]),
    (
      "in_progress doing started wip ongoing running in_development in_review review testing",
      ["active"]
    ),
    ("on_hold hold blocked waiting parked suspended", ["paused"]),
    (
      "closed resolved complete completed finished shipped released delivered fertig",
      ["done", "met"]
    ),
    ("canceled dropped rejected abandoned killed wont_do won't_do", ["cancelled"]),
    // Kinds of work.
    ("story epic user_story task improvement request product new_feature", ["feature"]),
    ("bug defect tech_debt technical_debt maintenance refactoring refactor ktlo", ["debt"]),
    ("spike research poc prototype discovery pilot", ["experiment"]),
    ("infrastructure infra platform foundation architecture enablement", ["enabler"]),
    ("compliance security risk legal regulatory", ["risk_reducer"]),
    ("productivity tooling automation developer_experience", ["multiplier"]),
    // Levels and promises.
    ("hi h very_high 5 strong", ["high"]),
    ("med mid m moderate average", ["medium"]),
    ("lo l very_low weak none", ["low"]),
    ("confirmed promised signed guaranteed", ["committed"]),
    ("requested", ["asked"]),
    ("known notified informed", ["aware"]),
    ("late slipped overdue", ["missed"]),
    ("weeks weekly sprint", ["week"]),
    ("months monthly", ["month"]),
    ("quarters quarterly", ["quarter"]),
    ("years yearly annually annual", ["year"]),
  ]

  private static let meanings: [String: [String]] = {
    var result: [String: [String]] = [:]
    for row in rows {
      for word in row.words.split(separator: " ") {
        result[String(word), default: []] += row.meanings
      }
    }
    return result
  }()
}
