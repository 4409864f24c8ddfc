// Texts, in one line or in triple quotes, and the interpolations in them.
extension Lexer {
  mutating func openText() {
    let start = position
    let isTriple = isTripleQuote(at: position)
    position += isTriple ? 3 : 1
    emit(.quote, from: start)
    modes.append(Mode(kind: isTriple ? .tripleText : .text, start: start))
  }

  mutating func openInterpolation() {
    let start = position
    position += 2
    emit(.interpolationStart, from: start)
    modes.append(Mode(kind: .interpolation, start: start))
  }

  /// Reads one thing inside an open text: its end, a `\(`, or a segment up to either.
  mutating func textPart(_ mode: Mode) {
    let start = position
    let isTriple = mode.kind == .tripleText
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        if isTriple, !isTripleQuote(at: position) { break }
        if position > start { emit(.textSegment, from: start) }
        let end = position
        position += isTriple ? 3 : 1
        modes.removeLast()
        return emit(.quoteEnd, from: end)
      case UInt8(ascii: "\\"):
        if byte(position + 1) == UInt8(ascii: "(") {
          if position > start { emit(.textSegment, from: start) }
          return openInterpolation()
        }
        escape()
        continue
      case UInt8(ascii: "\n"):
        if isTriple { break }
        return closeAtLineEnd(segmentStart: start)
      default:
        break
      }
      position += 1
    }
    if isTriple {
      emit(.textSegment, from: start)
    } else {
      closeAtLineEnd(segmentStart: start)
    }
  }

  /// Closes everything that one line has to close.
  ///
  /// A text in triple quotes stays open.
  mutating func closeModesAtNewline() {
    guard let innermost = modes.last, innermost.kind != .tripleText else { return }
    let line = modes[((modes.lastIndex { $0.kind == .tripleText }) ?? -1).advanced(by: 1)...]
    // In `"x \(a"` the last quote opens a text, but what is missing is the `)`.
    unclosed(line.first { $0.kind == .interpolation } ?? innermost)
    while let mode = modes.last, mode.kind != .tripleText {
      modes.removeLast()
      emit(.unterminated, from: position)
    }
  }

  mutating func closeModesAtEnd() {
    guard let innermost = modes.last else { return }
    unclosed(innermost)
    while modes.popLast() != nil { emit(.unterminated, from: position) }
  }

  /// Ends a text that its line did not end: before the braces at the line's end that it must have swallowed.
  private mutating func closeAtLineEnd(segmentStart start: Int) {
    position = endOfUnclosedText(from: start, lineEnd: position)
    if position > start { emit(.textSegment, from: start) }
    closeModesAtNewline()
  }

  /// Where a text without its quote was probably meant to end.
  ///
  /// `team a "A {` means `team a "A" {`, and in `{ why: "x }` the brace closes the body: cutting there keeps the braces
  /// of the file in balance, so that one missing quote is one mistake.
  private func endOfUnclosedText(from start: Int, lineEnd: Int) -> Int {
    var end = lineEnd
    let text = bytes[start..<lineEnd]
    var surplus = text.count { $0 == UInt8(ascii: "}") } - text.count { $0 == UInt8(ascii: "{") }
    func skipBlanks() {
      while end > start, [32, 9, 13].contains(bytes[end - 1]) { end -= 1 }
    }
    skipBlanks()
    if surplus < 0, end > start, bytes[end - 1] == UInt8(ascii: "{") {
      end -= 1
      skipBlanks()
    }
    while surplus > 0, end > start, bytes[end - 1] == UInt8(ascii: "}") {
      end -= 1
      surplus -= 1
      skipBlanks()
    }
    return end
  }

  private func isTripleQuote(at offset: Int) -> Bool {
    (0..<3).allSatisfy { byte(offset + $0) == UInt8(ascii: "\"") }
  }

  /// Passes `\n`, `\t`, `\"`, `\\` or `\u{1F680}`.
  private mutating func escape() {
    let start = position
    position += 1
    switch byte(position) {
    case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "\""), UInt8(ascii: "\\"):
      position += 1
    case UInt8(ascii: "u") where byte(position + 1) == UInt8(ascii: "{"):
      var end = position + 2
      while byte(end).isWordByte { end += 1 }
      let digits = String(decoding: bytes[position + 2..<min(end, bytes.count)], as: UTF8.self)
      position = end
      if byte(end) == UInt8(ascii: "}") { position += 1 }
      if Escape.scalar(digits) == nil || byte(end) != UInt8(ascii: "}") {
        invalidEscape(from: start)
      }
    default:
      // The character behind the backslash, unless the line ends here.
      if position < bytes.count, byte(position) != UInt8(ascii: "\n") { position += 1 }
      while byte(position) & 0xC0 == 0x80 { position += 1 }
      invalidEscape(from: start)
    }
  }
}

/// What the escapes of a text stand for.
enum Escape {
  /// The character of `\u{…}`; `nil` if the digits are not hexadecimal or name none.
  static func scalar(_ digits: String) -> Unicode.Scalar? {
    guard digits.utf8.count <= 8, let value = UInt32(digits, radix: 16) else { return nil }
    return Unicode.Scalar(value)
  }
}
