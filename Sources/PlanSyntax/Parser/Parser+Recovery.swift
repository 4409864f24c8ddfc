// What is passed over after a mistake, so that the next item is read as it was meant.
extension Parser {
  /// Whether the current token ends an item: a new line, a comma, a closing brace, the end.
  var atItemEnd: Bool {
    !onSameLine || at(.comma) || at(.rightBrace) || at(.endOfFile)
  }

  /// Passes the rest of an item's line up to a body, as one error node.
  mutating func skipRestOfHeader() {
    guard !atItemEnd, !at(.leftBrace) else { return }
    let marker = start()
    var open = 0
    repeat {
      switch current {
      case .leftParen, .leftBracket: open += 1
      case .rightParen, .rightBracket: open -= 1
      default: break
      }
      skipToken()
      // A comma in brackets that the line closes again is no end.
    } while !at(.leftBrace) && (!atItemEnd || at(.comma) && onSameLine && open > 0)
    finish(marker, .error)
  }

  /// Passes the rest of a line, whatever stands on it.
  mutating func skipLine() {
    let marker = start()
    repeat { bump() } while onSameLine && !at(.endOfFile)
    finish(marker, .error)
  }

  /// Passes one token, or a text as a whole: what stands in a text ends nothing.
  private mutating func skipToken() {
    guard at(.quote) || at(.interpolationStart) else { return bump() }
    var open = 0
    repeat {
      switch current {
      case .quote, .interpolationStart: open += 1
      case .quoteEnd, .interpolationEnd, .unterminated: open -= 1
      default: break
      }
      bump()
    } while open > 0 && !at(.endOfFile)
  }

  /// Passes everything up to the end of the interpolation that the parser is in.
  mutating func skipToInterpolationEnd() {
    guard !at(.interpolationEnd), !at(.unterminated), !at(.endOfFile) else { return }
    let marker = start()
    repeat { skipToken() } while !at(.interpolationEnd) && !at(.unterminated) && !at(.endOfFile)
    finish(marker, .error)
  }

  /// Passes the current token as an error.
  mutating func skipOne() {
    let marker = start()
    skipToken()
    finish(marker, .error)
  }

  /// Adds an empty node where an expression should stand.
  mutating func missing() {
    let marker = start()
    finish(marker, .missing)
  }

  // MARK: Indentation

  /// Columns of indentation that are looked at, so that a megabyte of blanks is not counted for every item.
  private static let indentationMax = 400

  /// Blanks before the first token of the line that holds a token.
  func indentation(ofToken index: Int) -> Int {
    let line = source.lineStarts[source.line(at: tokens.starts[index])]
    var offset = Int(line)
    let end = min(Int(line) + Self.indentationMax, source.bytes.count)
    while offset < end, source.bytes[offset] == 32 || source.bytes[offset] == 9 { offset += 1 }
    return offset - Int(line)
  }

  /// Whether the current token's place says that the body of `opener` was meant to end before it.
  ///
  /// Asked only on the second try: the current token begins a line that is indented no further than the opener's line
  /// (a closing brace: less far, for at the same depth it is the body's own).
  func indentationEndsBody(of opener: Int) -> Bool {
    guard closesByIndentation, !onSameLine, !at(.endOfFile) else { return false }
    let own = indentation(ofToken: position)
    let outer = indentation(ofToken: opener)
    return at(.rightBrace) ? own < outer : own <= outer
  }
}
