// Items: the one shape that everything in a plan has.
extension Parser {
  mutating func file() {
    let marker = start()
    while !at(.endOfFile) {
      items()
      if at(.rightBrace) { extraBraces() }
    }
    finish(marker, .file)
  }

  mutating func body() {
    let marker = start()
    guard enter() else { return finish(marker, .body) }
    defer { leave() }
    let outerBrackets = bracketDepth
    bracketDepth = 0
    let opener = position
    bump()
    items(of: opener)
    closeBrace(opener)
    bracketDepth = outerBrackets
    finish(marker, .body)
  }

  /// Items up to a closing brace or the end.
  ///
  /// - Parameter opener: The token `{` of the body; `nil` in a file.
  mutating func items(of opener: Int? = nil) {
    while !at(.endOfFile), !at(.rightBrace) {
      if let opener, indentationEndsBody(of: opener) { return }
      if at(.comma) {
        bump()
        continue
      }
      let before = position
      if atProperty { item() } else { statement() }
      endOfItem()
      if position == before { skipOne() }
    }
  }

  mutating func item() {
    guard current.isWord else {
      report(expectedItem())
      return skipUnreadable()
    }
    let marker = start()
    bump()
    if onSameLine, current.isWord || at(.interpolationStart) { name() }
    if onSameLine, at(.quote) { text() }
    if onSameLine, at(.colon) || at(.equals) {
      if at(.equals) { report(equalsForColon()) }
      bump()
      value()
    }
    rest(.optional)
    finish(marker, .item)
  }

  mutating func name() {
    let marker = start()
    if current.isReservedInExpressions, next != .interpolationStart { report(reservedWord()) }
    repeat {
      if at(.interpolationStart) { interpolation() } else { bump() }
    } while isAdjacent && (current.isWord || at(.number) || at(.interpolationStart))
    finish(marker, .name)
  }

  mutating func path(_ what: String) {
    let marker = start()
    if current.isWord, onSameLine {
      bump()
    } else {
      report(expectedName(what))
    }
    while at(.dot), onSameLine {
      bump()
      if current.isWord, onSameLine { bump() } else { report(expectedName("a name after the dot")) }
    }
    finish(marker, .path)
  }
}

// How an item ends, and what is done when it does not.
extension Parser {
  enum BodyRule {
    case optional
    case required(after: String)
    case none
  }

  /// The expression after `:` or `=`, which may stand on the next line, unless that begins an item of its own.
  mutating func value() {
    if !onSameLine, atProperty || at(.rightBrace) {
      report(expectedExpression())
      return missing()
    }
    expression()
  }

  /// What is left of an item: its body, and anything that should not be there.
  mutating func rest(_ rule: BodyRule) {
    if case .none = rule { return }
    if !atItemEnd, !at(.leftBrace), !atProperty {
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
      if at(.comma), isAdjacent, next == .number, isAdjacent(after: 1), isNumberBefore {
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
  private mutating func skipUnreadable() {
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

  private var isNumberBefore: Bool { position > 0 && tokens.kinds[position - 1] == .number }

  private func isAdjacent(after distance: Int) -> Bool {
    let index = position + distance
    return index < tokens.count && tokens.starts[index] == tokens.ends[index - 1]
  }

  /// Passes the `}` of a body, or says that it is missing.
  mutating func closeBrace(_ opener: Int) {
    if at(.rightBrace), !indentationEndsBody(of: opener) { return bump() }
    hasUnclosedBrace = true
    if !endIsSwallowed { report(unclosedBrace(opener)) }
  }

  /// Passes a run of `}` that close nothing.
  private mutating func extraBraces() {
    report(extraBrace())
    let marker = start()
    while at(.rightBrace) { bump() }
    finish(marker, .error)
  }
}
