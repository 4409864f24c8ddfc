/// Files that are no plans at all, as far as their first lines show: what would be wrong with each of their lines says less
/// than what they are.
enum OtherFormat {
  case table
  case json
  case yaml
  case markup

  /// Looks at the first lines.
  ///
  /// - Complexity: O(1): at most `tokensMax` tokens.
  init?(_ tree: SyntaxTree) {
    let tokens = tree.tokens
    guard tokens.count > 2 else { return nil }
    switch (tokens.kinds[0], tokens.kinds[1]) {
    case (.leftBrace, .quote), (.leftBrace, .rightBrace), (.leftBracket, .leftBrace),
      (.leftBracket, .quote), (.leftBracket, .leftBracket):
      self = .json
    case (.less, _): self = .markup
    default:
      if OtherFormat.isTable(tokens) {
        self = .table
      } else if OtherFormat.isIndented(tree) {
        self = .yaml
      } else {
        return nil
      }
    }
  }

  /// Tokens that are looked at: a header of a hundred columns.
  private static let tokensMax = 200

  /// Whether the first two lines are cells between commas.
  private static func isTable(_ tokens: TokenTable) -> Bool {
    var commas = 0
    var isSecond = false
    for index in 0..<min(tokens.count, tokensMax) {
      if index > 0, tokens.newlineBefore[index] {
        guard commas >= 2 else { return false }
        if isSecond { return true }
        (isSecond, commas) = (true, 0)
      }
      switch tokens.kinds[index] {
      case .comma: commas += 1
      case .number, .date, .quote, .quoteEnd, .textSegment, .minus, .slash, .dot, .unknown: break
      case .endOfFile: return isSecond && commas >= 2
      case let kind where kind.isWord: break
      default: return false
      }
    }
    return false
  }

  /// Whether a line begins with `- word:`, outside of braces: a list of YAML, and nothing of a plan's.
  private static func isIndented(_ tree: SyntaxTree) -> Bool {
    let tokens = tree.tokens
    for index in 0..<max(0, min(tokens.count, tokensMax) - 3) {
      if tokens.kinds[index] == .leftBrace { return false }
      if tokens.kinds[index] == .minus, tokens.newlineBefore[index],
        tokens.kinds[index + 1].isWord, tokens.kinds[index + 2] == .colon
      {
        return true
      }
    }
    return false
  }

  /// The one thing that is told of such a file.
  func diagnostic(_ source: SourceText) -> Diagnostic {
    let line = source.range(ofLine: 0)
    let span = Span(file: source.file, range: line)
    let (what, help) =
      switch self {
      case .table:
        (
          "a table, and no plan",
          "a row of a table is a block: `initiative search \"Search\" { team: web, effort: 6pw }`"
        )
      case .json:
        ("JSON, and no plan", "a plan is made of blocks without quotes: `team web { people: 4 }`")
      case .yaml:
        (
          "laid out as YAML, and no plan",
          "blocks have names and braces: `team web \"Web\" { people: 4 }`"
        )
      case .markup: ("markup, and no plan", "a plan is made of blocks: `team web { people: 4 }`")
      }
    return Diagnostic(
      .otherFormat, "this file is \(what)", at: span, label: "its first line",
      helps: [
        help,
        "a plan starts like this:\nlanguage: 1\nplan \"Our roadmap\" { start: 2026-07-01 }\ninitiative first \"The first thing to do\" { effort: 2pw }",
      ])
  }
}
