// What the parser has to say about items and statements. Each function makes the diagnostic for the current token;
// `report` decides whether the reader hears it.
extension Parser {
  // MARK: Items

  func expectedItem() -> Diagnostic {
    Diagnostic(
      .expectedItem, "expected an item, found \(seen)", at: here,
      label: "an item begins with a word",
      helps: [
        unquotedWord() ?? "write `word: value`, or `word name \"label\" { … }`"
      ])
  }

  func slashesForComment() -> Diagnostic {
    let slashes = TextRange(start: tokens.starts[position], end: tokens.ends[position + 1])
    let span = Span(file: source.file, range: slashes)
    return Diagnostic(
      .expectedItem, "a comment begins with `#`", at: span, label: "no comment here",
      fixes: [.init("write `#`", safety: .safe, edits: [.init(span, "#")])])
  }

  func missingColon() -> Diagnostic {
    Diagnostic(
      .equalsForColon, "a property is written with `:`", at: here,
      label: "expected `:` before this", fixes: [insertion("write `:`", ":", at: gap)])
  }

  func unexpectedAfterItem() -> Diagnostic {
    if let mended = nameWithDashes() { return mended }
    if let words = valueOfWords() { return words }
    var help = "start a new line, or separate items by a comma"
    if current == .date || current == .number {
      help = "a value stands behind the `:` of its own word, on a new line or behind a comma"
    }
    if current == .quote { help = "a label stands between the name and the `:`" }
    if current.isWord { help = "a text of several words stands in quotes: `\"…\"`" }
    if current.isWord, position > 0, tokens.kinds[position - 1] == .number {
      help = "a unit is written onto its number, without a blank: `2pw`, `3mo`, `40k`, `70%`"
    }
    if current == .rightParen || current == .rightBracket { help = "remove it, or open it before" }
    return Diagnostic(
      .unexpectedAfterItem, "\(seen) is one thing too many", at: here,
      label: "expected the end of the item", helps: [help])
  }

  /// What to say where `one-step-checkout` stands for a name.
  private func nameWithDashes() -> Diagnostic? {
    guard at(.minus), position > 1, tokens.kinds[position - 1].isWord,
      tokens.kinds[position - 2].isWord
    else { return nil }
    var last = position
    while tokens.kinds[last] == .minus, tokens.ends[last - 1] == tokens.starts[last],
      tokens.ends[last] == tokens.starts[last + 1],
      tokens.kinds[last + 1].isWord || tokens.kinds[last + 1] == .number
    {
      last += 2
    }
    guard last > position else { return nil }
    let range = TextRange(start: tokens.starts[position - 1], end: tokens.ends[last - 1])
    let span = Span(file: source.file, range: range)
    let mended = source.text(range).joinedName
    return Diagnostic(
      .unexpectedAfterItem, "a name has no `-`", at: span,
      label: "names are made of `a-z`, `0-9` and `_`",
      fixes: [.init("write `\(mended.shortened)`", safety: .unsafe, edits: [.init(span, mended)])])
  }

  func missingSeparator() -> Diagnostic {
    if at(.andWord) || at(.orWord) {
      return Diagnostic(
        .missingSeparator, "items are not joined by \(seen)", at: here,
        label: "expected the end of the item",
        helps: ["say each of them by itself, on a line of its own or behind a comma"])
    }
    // Behind a word it may as well be text that lacks its quotes: `label: Phase two: launch`.
    let isCertain = atBlock || atProperty && !tokens.kinds[position - 1].isWord
    return Diagnostic(
      .missingSeparator, "nothing separates \(seen) from the item before it", at: here,
      label: "a new item begins here",
      helps: ["start a new line, or write a comma"],
      fixes: [insertion("insert a comma", ",", at: gap, isCertain: isCertain)])
  }

  func equalsForColon() -> Diagnostic {
    Diagnostic(
      .equalsForColon, "a property is written with `:`, not `=`", at: here, label: "expected `:`",
      fixes: [.init("write `:`", safety: .safe, edits: [.init(withBlanksBefore, ":")])])
  }

  /// The token, and the blanks that part it from the one before.
  private var withBlanksBefore: Span {
    var span = here
    while span.range.start > 0, [32, 9].contains(source.bytes[Int(span.range.start) - 1]) {
      span.range.start -= 1
    }
    return span
  }

  func colonForEquals() -> Diagnostic {
    Diagnostic(
      .equalsForColon, "a definition is written with `=`", at: here, label: "expected `=`",
      fixes: [.init("write `=`", safety: .safe, edits: [.init(here, "=")])])
  }

  func commaInsideNumber() -> Diagnostic {
    // The groups that belong to the number: `1,000,000`.
    var last = position + 1
    while tokens.kinds[min(last + 2, tokens.count - 1)] == .number,
      tokens.kinds[last + 1] == .comma, tokens.ends[last] == tokens.starts[last + 1],
      tokens.ends[last + 1] == tokens.starts[last + 2]
    {
      last += 2
    }
    let range = TextRange(start: tokens.starts[position - 1], end: tokens.ends[last])
    let span = Span(file: source.file, range: range)
    let text = source.excerpt(Int(range.start), Int(range.end))
    let plain = text.filter { $0 != "," }
    let groupDigits = excerpt(position + 1).prefix { $0.isNumber }.count
    let mends =
      groupDigits == 3
      ? "one number is `\(plain)` or `\(text.replacingCommas(by: "_"))`"
      : "a decimal point is a point: `\(text.replacingCommas(by: "."))`"
    let number = groupDigits == 3 ? plain : text.replacingCommas(by: ".")
    let list = "[\(text.replacingCommas(by: ", "))]"
    return Diagnostic(
      .commaInNumber, "a number has no comma: `\(text)`", at: span,
      label: "one number, or several?",
      helps: ["\(mends); a list is `\(list)`"],
      fixes: text.hasSuffix("…")
        ? []
        : [
          .init("write one number, `\(number)`", safety: .unsafe, edits: [.init(span, number)]),
          .init("write a list, `\(list)`", safety: .unsafe, edits: [.init(span, list)]),
        ])
  }

  func braceOnNextLine() -> Diagnostic {
    Diagnostic(
      .braceOnNextLine, "`{` stands on the line of what it opens", at: here,
      label: "move it to the end of the line above",
      fixes: [
        .init("move the brace up", safety: .unsafe, edits: [.init(gap, " {"), .init(here, "")])
      ])
  }

  func unclosedBrace(_ opener: Int) -> Diagnostic {
    let atEnd = current == .endOfFile
    return Diagnostic(
      .unclosedBrace, "this `{` is never closed", at: span(opener), label: "opened here",
      secondary: [
        .init(
          here,
          atEnd ? "the file ends here" : "by its indentation, it was meant to close before this")
      ], helps: ["write `}` where the block ends"])
  }

  func extraBrace() -> Diagnostic {
    Diagnostic(
      .extraBrace, "this `}` closes nothing", at: here, label: "no `{` is open here",
      helps: ["remove it, or look for a `}` too many before it"])
  }

  func reservedWord() -> Diagnostic {
    .reservedWord(Word(text: excerpt(position), span: here))
  }

  // MARK: Statements

  func expectedName(_ what: String) -> Diagnostic {
    Diagnostic(
      .expectedName, "expected \(what), found \(onSameLine ? seen : "the end of the line")",
      at: onSameLine && current != .endOfFile ? here : gap, label: "expected \(what)",
      helps: ["names are made of `a-z`, `0-9` and `_`"])
  }

  func expectedWord(_ word: String, after what: String) -> Diagnostic {
    expected("`\(word)` after \(what)", help: "write `\(word)`")
  }

  func expectedBody(after what: String) -> Diagnostic {
    expected("a block after \(what)", help: "write `{ … }`, its `{` on the same line")
  }

  func expectedDefinition() -> Diagnostic {
    expected("`=` and a value", help: "write `let name = value` or `fn name(a, b) = value`")
  }

  func expectedImportedFile() -> Diagnostic {
    expected("the file to import", help: "write `import \"teams.plan\"`")
  }

  func expectedParameters() -> Diagnostic {
    expected(
      "`(` and the names of the parameters", help: "write `(a, b)`, or `()` if there are none")
  }

  private func expected(_ what: String, help: String) -> Diagnostic {
    let found = onSameLine ? seen : "the end of the line"
    return Diagnostic(
      .expectedInStatement, "expected \(what), found \(found)",
      at: onSameLine && current != .endOfFile ? here : gap, label: "expected \(what)",
      helps: [help])
  }

  func misplacedElse() -> Diagnostic {
    Diagnostic(
      .misplacedElse, "`else` stands on the line of the `}` before it", at: here,
      label: "belongs to an `if` block", helps: ["write `} else {`"])
  }
}

extension String {
  fileprivate func replacingCommas(by text: String) -> String {
    split(separator: ",", omittingEmptySubsequences: false).joined(separator: text)
  }
}

extension Diagnostic {
  /// A word of the language where a name should stand.
  package static func reservedWord(_ word: Word) -> Diagnostic {
    Diagnostic(
      .reservedWord, "`\(word.text)` is a word of the language and no name", at: word.span,
      label: "reserved", helps: ["choose another name, such as `\(word.text)_1`"])
  }
}
