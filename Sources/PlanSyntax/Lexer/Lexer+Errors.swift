// What the lexer has to say; the recovery is with the caller.
extension Lexer {
  func span(_ start: Int, _ end: Int) -> Span {
    let range = TextRange(
      start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end))
    return Span(file: source.file, range: range)
  }

  private mutating func report(_ diagnostic: Diagnostic) {
    if diagnostics.count < diagnosticsCollectedMax { diagnostics.append(diagnostic) }
  }

  /// A text or an interpolation that its line, or the file, leaves open.
  mutating func unclosed(_ mode: Mode) {
    let end = position
    switch mode.kind {
    case .text:
      // Nothing follows: the quote was probably meant to close a text.
      let isEmpty = end == mode.start + 1
      let fix = Diagnostic.Fix(
        "close the text", safety: .unsafe, edits: [.init(span(end, end), "\"")])
      report(
        Diagnostic(
          .unclosedText, "this text is never closed", at: span(mode.start, end),
          label: "no closing `\"` on this line",
          helps: [
            isEmpty
              ? "if this quote ends a text, the `\"` at its beginning is missing"
              : "close it with `\"`; a text of several lines stands between `\"\"\"`"
          ], fixes: isEmpty ? [] : [fix]))
    case .tripleText:
      report(
        Diagnostic(
          .unclosedText, "this text is never closed", at: span(mode.start, mode.start + 3),
          label: "no closing `\"\"\"` up to the end of the file",
          helps: ["close it with `\"\"\"` on a line of its own"]))
    case .interpolation:
      report(
        Diagnostic(
          .unclosedInterpolation, "this `\\(` is never closed",
          at: span(mode.start, mode.start + 2), label: "no `)` for it on this line",
          helps: ["close it with `)` on the same line"]))
    }
  }

  mutating func invalidEscape(from start: Int) {
    report(
      Diagnostic(
        .invalidEscape, "`\(source.excerpt(start, position))` stands for nothing in a text",
        at: span(start, position), label: "no such escape",
        helps: [
          "write `\\n`, `\\t`, `\\\"`, `\\\\`, `\\u{20AC}` or `\\(name)`; a backslash itself is `\\\\`"
        ]))
  }

  mutating func malformedDate(from start: Int) {
    let text = source.excerpt(start, position)
    report(
      Diagnostic(
        .malformedDate, "`\(text)` is not a date", at: span(start, position),
        label: "expected a day, month, quarter or week",
        helps: [
          "write `2026-07-01`, `2026-07`, `2026-Q3` or `2026-W28`; a subtraction has blanks round `-`"
        ]))
  }

  /// Passes a run of bytes that begin nothing and says so once.
  mutating func unknown() {
    let start = position
    // What touches something unknown is part of the same mistake.
    let isReported =
      tokens.kinds.last == .unknown && tokens.ends.last == Int32(start)
      || diagnostics.count == diagnosticsCollectedMax
    if !isReported, let quoted = foreignQuotes() {
      position = quoted.end
      emit(.unknown, from: start)
      return report(foreignText(start, quoted))
    }
    let first = bytes[position]
    repeat { position += 1 } while position < bytes.count && continuesUnknownRun(first)
    let text = source.excerpt(start, position)
    let isLetter = text.unicodeScalars.contains { $0.value >= 0x80 && $0.properties.isAlphabetic }
    if isLetter { while byte(position).isWordByte || byte(position) >= 0x80 { position += 1 } }
    emit(.unknown, from: start)
    guard !isReported else { return }
    report(
      Diagnostic(
        .unknownCharacter,
        isLetter
          ? "`\(source.excerpt(start, position))` is no name" : "`\(text)` has no meaning here",
        at: span(start, position), label: "not part of the language",
        helps: [Self.help(first, text: text, next: byte(position), isLetter: isLetter)],
        fixes: Self.replacement(text).map {
          [.init("write `\($0)`", safety: .safe, edits: [.init(span(start, position), $0)])]
        } ?? []))
  }

  private func continuesUnknownRun(_ first: UInt8) -> Bool {
    let next = bytes[position]
    if next == first { return true }
    if next >= 0x80 { return CurrencySign.length(bytes, at: position) == nil }
    // Control characters come in runs where a file is no text at all.
    return next < 0x20 && ![9, 10, 13].contains(next)
  }

  /// Bytes that are searched for the second quote, so that a line of quotes is not searched again for each of them.
  private static let foreignTextMax = 200

  /// Where a text between quotes of another language begins and ends, if one stands here and ends on its line.
  private func foreignQuotes() -> (quoteLength: Int, end: Int)? {
    guard [UInt8(ascii: "'"), 0xC2, 0xE2].contains(bytes[position]) else { return nil }
    for (opener, closer) in [("'", "'"), ("“", "”"), ("„", "“"), ("«", "»"), ("‘", "’")] {
      let (opening, closing) = (Array(opener.utf8), Array(closer.utf8))
      guard bytes[position...].starts(with: opening) else { continue }
      var offset = position + opening.count
      let end = min(bytes.count, position + Self.foreignTextMax)
      while offset < end, bytes[offset] != 10, bytes[offset] != UInt8(ascii: "\"") {
        if bytes[offset...].starts(with: closing) { return (opening.count, offset + closing.count) }
        offset += 1
      }
    }
    return nil
  }

  private func foreignText(_ start: Int, _ quoted: (quoteLength: Int, end: Int)) -> Diagnostic {
    let length = quoted.quoteLength
    return Diagnostic(
      .unknownCharacter, "texts stand in straight double quotes", at: span(start, quoted.end),
      label: "these quotes have no meaning here",
      fixes: [
        .init(
          "write `\"`", safety: .unsafe,
          edits: [
            .init(span(start, start + length), "\""),
            .init(span(quoted.end - length, quoted.end), "\""),
          ])
      ])
  }

  /// What an operator of other languages is here, where it can be nothing else.
  private static func replacement(_ text: String) -> String? {
    ["&&": "and", "||": "or", ";": ",", "→": "->", "≥": ">=", "≤": "<=", "≠": "!="][text]
  }

  private static func help(
    _ first: UInt8, text: String, next: UInt8, isLetter: Bool
  ) -> String {
    switch first {
    case UInt8(ascii: "'"): return "texts stand in double quotes: `\"…\"`"
    case UInt8(ascii: ";"): return "a new line or a comma separates items"
    case UInt8(ascii: "&"): return "write `and`"
    case UInt8(ascii: "|"): return "write `or`"
    case UInt8(ascii: "!") where next.isWordByte:
      return "write `not`; what has a name is called by it alone, wherever it stands"
    case UInt8(ascii: "!"): return "write `not`, or `!=` between two values"
    case UInt8(ascii: "%"): return "a percent is written onto its number: `70%`"
    case UInt8(ascii: "?"): return "a default is written `x ?? 0`, a choice `if a then b else c`"
    case UInt8(ascii: "\\"): return "a name is put together as `launch_\\(market)`"
    case UInt8(ascii: "$") where next == UInt8(ascii: "{"):
      return "what is put in stands in `\\(…)`; a piece that comes again is a `template`"
    case UInt8(ascii: "$"): return "the amount follows at once: `$40k`"
    default: break
    }
    if isLetter { return "names are made of `a-z`, `0-9` and `_`; other letters stand in texts" }
    if ["“", "”", "„", "«", "»", "‘", "’"].contains(where: text.contains) {
      return "texts stand in straight double quotes: `\"…\"`"
    }
    if ["–", "—", "−"].contains(where: text.contains) { return "write `-`, or `..` for a range" }
    if text.contains("…") { return "a range is written `1..2`" }
    if text.contains("→") { return "a change is written `->`" }
    if ["€", "£", "¥", "₹"].contains(where: text.hasPrefix) {
      return "the amount follows at once: `€40k`"
    }
    return "remove it, or put it into a text"
  }
}

extension SourceText {
  /// A piece of the source for a headline: one line, at most forty characters, nothing that a terminal would obey.
  func excerpt(_ start: Int, _ end: Int) -> String {
    let end = max(start, min(end, bytes.count))
    // Four bytes a character at most, and some to see that more follows.
    let piece = String(decoding: bytes[start..<min(end, start + 200)], as: UTF8.self)
    var result = ""
    for (index, character) in piece.enumerated() {
      if index == 40 { return result + "…" }
      let isControl = character.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
      result.append(isControl ? "�" : character)
    }
    return result
  }
}

/// Diagnostics kept of one file: readers are shown a hundred, and a file of junk must not fill the memory.
package let diagnosticsCollectedMax = 10_000
