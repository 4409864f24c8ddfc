// Items: the one shape that everything in a plan has.
extension Parser {
  mutating func file() {
    let marker = start()
    restOfFile()
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
      if opener == nil, endsAtCheckpoint() { return }
      let before = position
      continued = nil
      if atProperty { item() } else { statement() }
      endOfItem()
      if position == before { skipOne() }
    }
  }

  mutating func item() {
    guard current.isWord else {
      // `{{{` is one mistake.
      if at(.leftBrace), reportedAt == position - 1 { reportedAt = position }
      if isBullet {
        report(bullet())
        skipOne()
        return endOfBullet()
      }
      if isPercentComplete {
        supersede(tokens.range(position))
        report(percentComplete())
        return skipUnreadable()
      }
      if at(.slash), next == .slash {
        report(slashesForComment())
        return skipLine()
      }
      report(expectedItem())
      return skipUnreadable()
    }
    let marker = start()
    let outerProperty = propertyToken
    propertyToken = position
    defer { propertyToken = outerProperty }
    bump()
    if onSameLine, at(.number) || at(.date), next == .leftBrace {
      report(blockOfDate())
      bump()
      finish(marker, .error)
      return skipUnreadable()
    }
    if onSameLine, at(.number) || at(.date) {
      // `wip 2`: numbers are no names.
      report(missingColon())
      value()
      // What goes on after the value is another item.
      return finish(marker, .item)
    }
    if let words = wordsOfName {
      nameOfWords(words)
    } else if onSameLine, current.isWord || at(.interpolationStart) {
      name(isOfItem: true)
    }
    if onSameLine, at(.quote) { text() }
    if onSameLine, at(.colon) || at(.equals) {
      if at(.equals) { report(equalsForColon()) }
      bump()
      value()
    }
    rest(.optional)
    finish(marker, .item)
  }

  /// - Parameter isOfItem: Whether what it is the name of may turn out to be a property of two words, `blocked by: …`, of
  ///   which the schema knows more.
  mutating func name(isOfItem: Bool = false) {
    let marker = start()
    if current.isReservedInExpressions, next != .interpolationStart,
      !(isOfItem && next == .colon)
    {
      report(reservedWord())
    }
    _ = parts()
    finish(marker, .name)
  }

  /// A word, or a name that is put together of words, numbers and `\(…)` that touch each other.
  ///
  /// - Returns: Whether it is put together.
  mutating func parts() -> Bool {
    var isMade = false
    repeat {
      isMade = isMade || at(.interpolationStart)
      if at(.interpolationStart) { interpolation() } else { bump() }
    } while isAdjacent && (at(.interpolationStart) || isMade && (current.isWord || at(.number)))
    return isMade
  }

  mutating func path(_ what: String) {
    let marker = start()
    step(what)
    while at(.dot), onSameLine {
      bump()
      step("a name after the dot")
    }
    finish(marker, .path)
  }

  mutating func step(_ what: String) {
    guard current.isWord || at(.interpolationStart), onSameLine else {
      return report(expectedName(what))
    }
    _ = parts()
  }

  /// The expression after `:` or `=`, which may stand on the next line, unless that begins an item of its own.
  mutating func value() {
    if at(.equals), onSameLine, position > 0, tokens.kinds[position - 1] == .colon {
      // `effort: =2pw + 3pw`, as a cell of a spreadsheet begins.
      report(equalsBeforeValue())
      bump()
    }
    if !onSameLine, atProperty || at(.rightBrace) {
      report(expectedExpression())
      return missing()
    }
    expression()
  }
}
