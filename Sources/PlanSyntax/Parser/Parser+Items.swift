// How an item ends, and what is done when it does not.
extension Parser {
  enum BodyRule {
    case optional
    case required(after: String)
    case none
  }

  /// Items up to the end of the file, or to where an earlier parse of it takes over.
  mutating func restOfFile() {
    while !at(.endOfFile) {
      items()
      if hasRejoined { return }
      if at(.rightBrace) { extraBraces() }
    }
  }

  /// What is left of an item: its body, and anything that should not be there.
  mutating func rest(_ rule: BodyRule) {
    if case .none = rule { return }
    if !atItemEnd, !at(.leftBrace), !atProperty, !atBlock {
      report(unexpectedAfterItem())
      skipRestOfHeader()
    }
    if at(.leftBrace) {
      if !onSameLine { report(braceOnNextLine()) }
      return body()
    }
    if case .required(let what) = rule { report(expectedBody(after: what)) }
  }

  /// Sees to it that something separates the item from the next one.
  mutating func endOfItem() {
    if atItemEnd {
      if atCommaInNumber {
        commaInNumber()
      } else if at(.comma) {
        bump()
      }
      return
    }
    if current.isWord {
      // `people: 6 availability: 70%` lacks a comma and nothing else.
      return report(missingSeparator())
    }
    report(unexpectedAfterItem())
    skipRestOfHeader()
    if at(.leftBrace) { skipBody() }
  }

  /// Passes a line that begins with no word, and the body behind it if there is one.
  mutating func skipUnreadable() {
    if at(.leftBrace) { return skipBody() }
    skipOne()
    skipRestOfHeader()
    if at(.leftBrace), onSameLine { skipBody() }
  }

  /// Reads a body that belongs to nothing, for the mistakes in it.
  private mutating func skipBody() {
    let marker = start()
    body()
    finish(marker, .error)
  }

  /// Passes `,000` of a number that was written `4,000`.
  private mutating func commaInNumber() {
    report(commaInsideNumber())
    let marker = start()
    bump()
    bump()
    while at(.comma), isAdjacent, next == .number, isAdjacent(after: 1) {
      bump()
      bump()
    }
    finish(marker, .error)
  }

  /// Whether a comma stands between digits, as in `4,000`.
  var atCommaInNumber: Bool {
    at(.comma) && isAdjacent && next == .number && isAdjacent(after: 1)
      && position > 0 && tokens.kinds[position - 1] == .number
  }

  private func isAdjacent(after distance: Int) -> Bool {
    let index = position + distance
    return index < tokens.count && tokens.starts[index] == tokens.ends[index - 1]
  }

  /// Passes the `}` of a body, or says that it is missing.
  mutating func closeBrace(_ opener: Int) {
    if at(.rightBrace), !indentationEndsBody(of: opener) { return bump() }
    hasUnclosedBrace = true
    // Several blocks may end at one place, and each of them lacks its own brace.
    reportedAt = Self.nowhere
    if !endIsSwallowed { report(unclosedBrace(opener)) }
  }

  /// Passes a run of `}` that close nothing.
  mutating func extraBraces() {
    report(extraBrace())
    let marker = start()
    while at(.rightBrace) { bump() }
    finish(marker, .error)
  }
}
