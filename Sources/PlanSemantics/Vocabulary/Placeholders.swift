internal import PlanSyntax

/// Words that stand where a value is not known yet, or that say a value in no unit: `TBD`, `ASAP`, `half`, `M`.
enum Placeholders {
  struct Meaning {
    /// Under the word.
    let label: String
    let help: String
    /// What it is in the language's own terms, where that is certain.
    var replacement: String?
  }

  /// What a word was meant for where a value of a type is wanted; `nil` for words that say nothing there.
  static func meaning(of word: String, as type: ValueType?) -> Meaning? {
    let text = word.lowercased()
    let words = type?.words ?? []
    // `todo` is a status as well.
    guard words.isEmpty || ForeignValues.meant(by: text, among: words).isEmpty else { return nil }
    if unknown.contains(text) {
      return Meaning(
        label: "not a value",
        help: "leave the property out until it is known: most have a default, and reports say so")
    }
    guard let type else { return nil }
    if type == .boolean, let truth = ForeignValues.truth(of: text) {
      return Meaning(
        label: "here it is `\(truth)`", help: "yes is `true` and no is `false`",
        replacement: "\(truth)")
    }
    if type.takesShares, let share = shares[text] {
      return Meaning(
        label: "here it is `\(share)`", help: "a share is written as a percentage",
        replacement: share)
    }
    if type.takesDates { return date(text) }
    if type.takesEffort, sizes.contains(text) {
      return Meaning(
        label: "a size is no effort",
        help:
          "how long a size takes is yours to say: S may be `1pw..2pw..3pw`, M `2pw..4pw..8pw`, L `4pw..8pw..16pw`"
      )
    }
    return nil
  }

  private static func date(_ text: String) -> Meaning? {
    if soon.contains(text) {
      return Meaning(
        label: "not a day",
        help:
          "leave it out: all work starts as early as it pays; what waiting costs is a `cost_of_delay`"
      )
    }
    if text.count == 2, text.hasPrefix("q"), let quarter = text.last?.wholeNumberValue,
      (1...4).contains(quarter)
    {
      return Meaning(
        label: "of which year?", help: "a quarter is written with its year: `2026-Q\(quarter)`")
    }
    guard text.count >= 3,
      let month = months.firstIndex(where: { $0 == text || $0.prefix(3) == text })
    else { return nil }
    let digits = month < 9 ? "0\(month + 1)" : "\(month + 1)"
    return Meaning(
      label: "of which year?", help: "a month is written with its year: `2026-\(digits)`")
  }

  private static let unknown: Set<String> = [
    "tbd", "tba", "tbc", "todo", "unknown", "na", "undefined", "null", "nil", "pending", "unclear",
    "unestimated",
  ]
  private static let soon: Set<String> = [
    "asap", "immediately", "now", "soon", "today", "tomorrow", "urgent", "someday", "later",
  ]
  private static let sizes: Set<String> = [
    "xs", "s", "m", "l", "xl", "xxl", "small", "medium", "large", "tiny", "huge",
  ]
  private static let shares = [
    "half": "50%", "third": "33%", "quarter": "25%", "full": "100%", "all": "100%",
    "whole": "100%", "zero": "0%", "certain": "100%",
  ]
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}

extension Diagnostic {
  /// A word that was meant as a value and is none.
  static func placeholder(_ word: Word, _ meaning: Placeholders.Meaning) -> Diagnostic {
    Diagnostic(
      .unknownName, "`\(word.text.shortened)` is no value that a plan can count with",
      at: word.span, label: meaning.label, helps: [meaning.help],
      fixes: meaning.replacement.map {
        [Fix("write `\($0)`", safety: .safe, edits: [Edit(word.span, $0)])]
      } ?? [])
  }
}

extension ValueType {
  private func contains(_ isWanted: (ValueType) -> Bool) -> Bool {
    switch self {
    case .list(let element): element.contains(isWanted)
    case .either(let types): types.contains { $0.contains(isWanted) }
    default: isWanted(self)
    }
  }

  fileprivate var takesShares: Bool {
    contains { [.share, .percent, .shareRange, .shareChange].contains($0) }
  }

  fileprivate var takesDates: Bool { contains { [.firstDay, .lastDay, .dateRange].contains($0) } }

  fileprivate var takesEffort: Bool { contains { [.effort, .effortAmount].contains($0) } }
}
