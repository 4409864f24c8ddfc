internal import PlanSyntax

extension SourceText {
  /// What takes a statement out of the file or the block it stands in.
  ///
  /// Alone on its lines it goes with them, with the comment lines that stand directly above it and with one of two blank
  /// lines around it, or with all that would then begin or end the file or its block; beside others it goes with the comma
  /// that parts it from them.
  ///
  /// - Parameters:
  ///   - statement: What goes.
  ///   - siblings: Everything in the same block, it among them, in order.
  /// - Returns: What is taken out, and nothing in its place.
  func removal(of statement: SyntaxNode, among siblings: [SyntaxNode]) -> SourceEdit {
    let range = statement.range
    let before = siblings.last { $0.range.end <= range.start && $0 != statement }
    let after = siblings.first { $0.range.start >= range.end && $0 != statement }
    var first = line(at: range.start)
    let last = line(at: range.end)
    let begins = isBlank(from: lineStarts[first], to: range.start)
    let isLast = after.map { line(at: $0.range.start) > last } ?? true
    guard begins, isLast, endsLine(behind: range.end) else {
      return inLine(range, before, after)
    }
    // A comment belongs to what it stands on, unless it heads a whole part of the file.
    var comment = first
    while comment > 0, isComment(line: comment - 1) { comment -= 1 }
    if comment < first, comment == 0 || isBlank(line: comment - 1) || isOpening(comment - 1) {
      first = comment
    }
    var end = last + 1
    var below = end
    while below < lineStarts.count, isBlank(line: below) { below += 1 }
    if below == lineStarts.count || isClosing(below) {
      while first > 0, isBlank(line: first - 1) { first -= 1 }
      end = below
    } else if first == 0 || isOpening(first - 1) {
      end = below
    } else if end < below, isBlank(line: first - 1) {
      end += 1
    }
    guard end < lineStarts.count else {
      // The last line of a file may have no end that could go with it, so that of the line before goes.
      let isEnded = bytes.last == UInt8(ascii: "\n")
      let start = isEnded || first == 0 ? lineStarts[first] : self.range(ofLine: first - 1).end
      return SourceEdit(TextRange(start: start, end: Int32(bytes.count)), [])
    }
    return SourceEdit(TextRange(start: lineStarts[first], end: lineStarts[end]), [])
  }

  private func inLine(
    _ range: TextRange, _ before: SyntaxNode?, _ after: SyntaxNode?
  ) -> SourceEdit {
    let line = line(at: range.start)
    if let before, self.line(at: before.range.end) == line {
      return SourceEdit(TextRange(start: before.range.end, end: range.end), [])
    }
    if let after, self.line(at: after.range.start) == self.line(at: range.end) {
      return SourceEdit(TextRange(start: range.start, end: after.range.start), [])
    }
    var end = Int(range.end)
    while end < bytes.count, bytes[end] == 0x20 { end += 1 }
    return SourceEdit(TextRange(start: range.start, end: Int32(end)), [])
  }

  /// Whether only a comma, blanks and a comment stand behind a place on its line.
  private func endsLine(behind offset: Int32) -> Bool {
    let rest = bytes[Int(offset)..<Int(endOfLine(at: offset))].drop {
      [0x20, 0x09, 0x0D, UInt8(ascii: ",")].contains($0)
    }
    return rest.isEmpty || rest.first == UInt8(ascii: "#")
  }

  private func isComment(line: Int) -> Bool {
    let range = range(ofLine: line)
    let text = bytes[Int(range.start)..<Int(range.end)].drop { $0 == 0x20 || $0 == 0x09 }
    return text.first == UInt8(ascii: "#")
  }

  /// Whether a line begins with the brace that closes a block.
  private func isClosing(_ line: Int) -> Bool {
    let range = range(ofLine: line)
    let text = bytes[Int(range.start)..<Int(range.end)].drop { $0 == 0x20 || $0 == 0x09 }
    return text.first == UInt8(ascii: "}")
  }

  /// Whether a line ends with the brace that opens a block.
  private func isOpening(_ line: Int) -> Bool {
    let range = range(ofLine: line)
    return bytes[Int(range.start)..<Int(range.end)].last == UInt8(ascii: "{")
  }
}
