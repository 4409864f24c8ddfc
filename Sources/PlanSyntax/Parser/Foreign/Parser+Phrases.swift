// Words that stand together and are one thing: `blocked by: …`, `due-date: …`, `team Web Team { … }`, `status: In Progress`.
extension Parser {
  /// How many words the name of an item seems to have, where that is more than one and the header goes on behind them;
  /// `nil` for a name as it should be.
  var wordsOfName: Int? {
    guard onSameLine, current.isWord && next.isWord || isDash(0) else { return nil }
    var count = 0
    var hasDash = false
    while count < phraseMax, isOnLine(count) {
      if kind(after: count).isWord {
        count += 1
      } else if isDash(count) {
        hasDash = true
        count += 2
      } else {
        break
      }
    }
    guard count > 1, isOnLine(count) else { return nil }
    switch kind(after: count) {
    case .colon: return count
    case .quote, .leftBrace: return hasDash ? nil : count
    default: return nil
    }
  }

  /// Whether a `-` stands between two words without blanks.
  private func isDash(_ distance: Int) -> Bool {
    isOnLine(distance) && kind(after: distance) == .minus && isTight(distance)
      && isOnLine(distance + 1) && isTight(distance + 1) && kind(after: distance + 1).isWord
  }

  /// Passes a name of several words.
  ///
  /// Before a colon they may be a property of two tools' words, which is for the schema to say; before a label or a body
  /// they are a name, and a name is one word.
  mutating func nameOfWords(_ count: Int) {
    let marker = start()
    if kind(after: count) != .colon { report(nameOfSeveralWords(count)) }
    for _ in 0..<count { bump() }
    finish(marker, .name)
  }

  private func nameOfSeveralWords(_ count: Int) -> Diagnostic {
    let range = TextRange(
      start: tokens.starts[position], end: tokens.ends[position + count - 1])
    let span = Span(file: source.file, range: range)
    let mended = source.text(range).joinedName
    return Diagnostic(
      .unexpectedAfterItem,
      "a name is one word, and `\(source.text(range).shortened)` are \(count)",
      at: span, label: "as `\(mended.shortened)`",
      helps: ["what readers see is the label, in quotes behind the name"],
      fixes: [.init("write `\(mended.shortened)`", safety: .unsafe, edits: [.init(span, mended)])])
  }

  /// What to say where `status: In Progress` stands: a value that is one word, and others behind it.
  func valueOfWords() -> Diagnostic? {
    guard current.isWord, position > 1, tokens.kinds[position - 1].isWord,
      tokens.kinds[position - 2] == .colon
    else { return nil }
    var last = 0
    while last + 1 < phraseMax, isOnLine(last + 1), kind(after: last + 1).isWord { last += 1 }
    let range = TextRange(start: tokens.starts[position - 1], end: tokens.ends[position + last])
    let span = Span(file: source.file, range: range)
    let text = source.text(range)
    return Diagnostic(
      .unexpectedAfterItem, "a value is one word, and `\(text.shortened)` are \(last + 2)",
      at: span,
      label: "a text stands in quotes, a name has `_` for blanks",
      fixes: [
        .init("write it as text", safety: .unsafe, edits: [.init(span, "\"\(text)\"")]),
        .init(
          "write the name `\(text.joinedName.shortened)`", safety: .unsafe,
          edits: [.init(span, text.joinedName)]),
      ])
  }

  // MARK: Signs of spreadsheets and lists

  /// `* initiative …`, `- initiative …`.
  var isBullet: Bool {
    (at(.star) || at(.minus)) && !onSameLine && isOnLine(1) && next.isWord && !isTight(1)
  }

  func bullet() -> Diagnostic {
    let range = TextRange(start: tokens.starts[position], end: tokens.starts[position + 1])
    return Diagnostic(
      .expectedItem, "an item has no `\(excerpt(position))` before it", at: here,
      label: "a list of text has such signs",
      fixes: [
        .init(
          "remove it", safety: .safe,
          edits: [.init(Span(file: source.file, range: range), "")])
      ])
  }

  /// What stands behind the sign, read as the item that it is.
  mutating func endOfBullet() {
    if atProperty { item() } else { statement() }
  }

  /// `% complete: 50`.
  var isPercentComplete: Bool {
    at(.unknown) && next.isWord && kind(after: 2) == .colon
      && source.text(tokens.range(position)) == "%"
  }

  func percentComplete() -> Diagnostic {
    let range = TextRange(start: tokens.starts[position], end: tokens.ends[position + 1])
    return Diagnostic(
      .expectedItem, "`\(source.text(range).shortened)` is no property",
      at: Span(file: source.file, range: range), label: "an item begins with a word",
      helps: ["how far something is, is said in effort: `spent: 3pw` and `remaining: 5pw`"])
  }

  func equalsBeforeValue() -> Diagnostic {
    Diagnostic(
      .expectedExpression, "a value begins without `=`", at: here, label: "one sign too many",
      fixes: [.init("remove `=`", safety: .safe, edits: [.init(here, "")])])
  }

  /// `Q3 2026 { … }`.
  func blockOfDate() -> Diagnostic {
    let range = TextRange(start: tokens.starts[position - 1], end: tokens.ends[position])
    return Diagnostic(
      .expectedItem, "`\(source.text(range).shortened)` opens no block",
      at: Span(file: source.file, range: range), label: "not the name of anything",
      helps: [
        "when something is done follows from the plan; a stretch of it is a `horizon`, and `in: now` pins to one"
      ])
  }
}

/// Words that are looked at for one phrase: the longest of other tools have four.
private let phraseMax = 6

extension String {
  /// As the name of a block: small letters, digits, and `_` for everything else.
  package var joinedName: String {
    let parts = lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return parts.joined(separator: "_")
  }
}
