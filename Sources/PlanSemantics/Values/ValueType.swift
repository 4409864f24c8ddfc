/// What a property may hold: the one closed list that the table of properties is written in.
///
/// `evaluate(_:expecting:)` turns an expression into a value of one of these; the accessors of `Value+Model.swift` then
/// read it as the model's own types.
package indirect enum ValueType: Hashable, Sendable {
  case number
  /// A whole number, not negative.
  case count
  /// People: whole heads or tenths, not negative.
  case heads
  /// Any percentage.
  case percent
  /// 0 % to 100 %, shares and chances alike.
  case share
  /// Working days or calendar months, not negative.
  case elapsed
  /// A length of time, or the least and the most of it.
  case elapsedRange
  /// Three points of how late something may be, or one; working time.
  case slip
  /// One, two or three points of effort, not negative.
  case effort
  /// Effort that is known: progress.
  case effortAmount
  /// Not negative.
  case money
  case moneyRate
  case labourRate
  case effortRate
  case percentRate
  /// The first day of what is written.
  case firstDay
  /// The last day of what is written.
  case lastDay
  /// Inclusive days; a day or a quarter will do.
  case dateRange
  /// Half-open, counted from the plan's start: `0mo..3mo`.
  case offsetRange
  /// `80%..90%`.
  case shareRange
  /// Heads from..to, ascending; one will do.
  case headsRange
  /// `800ms -> 200ms`.
  case change
  /// A share, or where it stands and where it shall go: `30% -> 80%`.
  case shareChange
  /// Any amount with any unit: what a metric reads.
  case measure
  case text
  case boolean
  /// One of these words.
  case symbol(of: [String])
  /// A declaration of one of these kinds; of any when empty.
  case reference(to: [String])
  /// The same, perhaps with a lag: `storage + 1w`.
  case dependency(on: [String])
  /// Where a list is wanted one value will do.
  case list(of: ValueType)
  /// The first that fits.
  case either([ValueType])
  case any
}

extension ValueType {
  /// Who answers for something: a name in quotes, or a `person` of the plan.
  package static let personOrText = ValueType.either([.text, .reference(to: ["person"])])

  /// Whether text in quotes will do.
  var takesText: Bool {
    switch self {
    case .text: true
    case .list(let element): element.takesText
    case .either(let types): types.contains(where: \.takesText)
    default: false
    }
  }

  /// What is wanted, with an example, as it stands after "takes": "an effort such as `6pw` or `4pw..6pw..10pw`".
  package var description: String {
    switch self {
    case .symbol(let words): words.count == 1 ? quote(words[0]) : "one of \(quotedList(words))"
    case .reference(let kinds):
      kinds.isEmpty ? "the name of a declaration" : "the name of \(kindList(kinds))"
    case .dependency(let kinds):
      "\(ValueType.reference(to: kinds).description), perhaps with a lag such as `+ 1w`"
    case .list(let element): "\(element.description), or a list of such"
    case .either(let types): types.map(\.description).joined(separator: ", or ")
    default: example.map { "\(name) such as \($0)" } ?? name
    }
  }

  /// What is wanted, without the example: "an effort".
  package var name: String {
    switch self {
    case .number: "a number"
    case .count: "a whole number"
    case .heads: "a number of people"
    case .percent: "a percentage"
    case .share: "a share from 0 % to 100 %"
    case .elapsed: "a length of time"
    case .elapsedRange: "a length of time, or a range"
    case .slip: "working time"
    case .effort, .effortAmount: "an effort"
    case .money: "an amount of money"
    case .moneyRate: "money per time"
    case .labourRate: "a price of people's time"
    case .effortRate: "effort per time"
    case .percentRate: "per cent per time"
    case .firstDay, .lastDay: "a date"
    case .dateRange: "a range of dates"
    case .offsetRange: "a stretch of time from the plan's start"
    case .shareRange: "a range of shares"
    case .headsRange: "a number of people, or a range"
    case .change: "a change"
    case .shareChange: "a share, or a change of it,"
    case .measure: "an amount"
    case .text: "text in quotes"
    case .boolean: "`true` or `false`"
    case .symbol: "a word"
    case .reference, .dependency: "a name"
    case .list: "a list"
    case .either(let types): types.map(\.name).joined(separator: ", or ")
    case .any: "a value"
    }
  }

  private var example: String? {
    switch self {
    case .number: "`3` or `2.5`"
    case .count: "`3`"
    case .heads: "`6` or `4.5`"
    case .percent, .share: "`70%`"
    case .elapsed: "`6w` or `3mo`"
    case .elapsedRange: "`3mo` or `3mo..6mo`"
    case .slip: "`2w` or `0w..2w..8w`"
    case .effort: "`6pw` or `4pw..6pw..10pw`"
    case .effortAmount: "`3pw`"
    case .money: "`$40k`"
    case .moneyRate: "`$60k/week`"
    case .labourRate: "`$4k/pw`"
    case .effortRate: "`15h/week` or `8/day * 15min`"
    case .percentRate: "`5%/month`"
    case .firstDay, .lastDay: "`2026-07-01` or `2026-Q3`"
    case .dateRange: "`2026-07-01..2026-09-30` or `2026-Q3`"
    case .offsetRange: "`0mo..3mo`"
    case .shareRange: "`80%..90%`"
    case .headsRange: "`3` or `2..3`"
    case .change: "`800ms -> 200ms`"
    case .shareChange: "`80%` or `30% -> 80%`"
    case .measure: "`185ms`, `$4M` or `70%`"
    default: nil
    }
  }
}

private func quote(_ word: String) -> String { "`\(word)`" }

/// "`a`, `b` or `c`"; long lists are cut.
private func quotedList(_ words: [String]) -> String {
  joined(words.prefix(wordsShownMax).map(quote), isCut: words.count > wordsShownMax)
}

/// "an initiative, a work or a milestone".
private func kindList(_ kinds: [String]) -> String {
  joined(
    kinds.prefix(wordsShownMax).map { word in
      // `external` and `initiative` take "an", `unit`-like words do not occur among kinds.
      ("aeiou".contains(word.prefix(1)) ? "an " : "a ") + word
    }, isCut: kinds.count > wordsShownMax)
}

/// How many words an error lists before it says "…": more are not read.
private let wordsShownMax = 12

private func joined(_ words: [String], isCut: Bool) -> String {
  if isCut { return words.joined(separator: ", ") + ", …" }
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " or " + last
}
