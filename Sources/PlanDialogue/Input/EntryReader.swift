internal import PlanSyntax

/// Where the entries of a text begin and end: a line is one, and a block is one however many lines it has.
package struct EntryReader: Sendable {
  /// In order; blank lines and lines of comments between them are part of none.
  package private(set) var entries: [TypedEntry] = []
  /// Whether the last one is still to be gone on with: a bracket is open, or the line ends in an operator.
  package private(set) var isOpen = false
  /// How many brackets are open at the end.
  package private(set) var depth = 0

  /// - Complexity: O(length).
  package init(_ text: String) {
    let source = SourceText(file: FileID(raw: 0), path: "", bytes: Array(text.utf8))
    let tree = parse(source).tree
    var first: SyntaxToken?
    var last: SyntaxToken?
    var depth = 0
    for index in 0..<tree.tokenCount {
      let token = tree.token(index)
      if let begun = first, let end = last,
        token.kind == .endOfFile || startsLine(token, behind: end, source)
      {
        let goesOn = depth > 0 || continues(begun, end)
        if token.kind == .endOfFile || !goesOn {
          isOpen = goesOn
          entries.append(entry(begun, end, source))
          first = nil
          depth = goesOn ? depth : 0
        }
      }
      if token.kind == .endOfFile { break }
      if first == nil { first = token }
      last = token
      switch token.kind {
      case .leftBrace, .leftBracket, .leftParen, .interpolationStart: depth += 1
      case .rightBrace, .rightBracket, .rightParen, .interpolationEnd: depth = max(0, depth - 1)
      case .quote where token.text == "\"\"\"": depth += 1
      case .quoteEnd where token.text == "\"\"\"": depth = max(0, depth - 1)
      default: break
      }
    }
    self.depth = isOpen ? depth : 0
  }

  private func startsLine(
    _ token: SyntaxToken, behind end: SyntaxToken, _ source: SourceText
  ) -> Bool {
    source.line(at: token.range.start) > source.line(at: end.range.end)
  }

  /// A command takes words, and ends with its line whatever they are.
  private func continues(_ first: SyntaxToken, _ last: SyntaxToken) -> Bool {
    guard last.kind.continuesLine else { return false }
    return first.kind != .colon && CommandTable.command(first.text) == nil
  }

  private func entry(
    _ first: SyntaxToken, _ last: SyntaxToken, _ source: SourceText
  ) -> TypedEntry {
    TypedEntry(
      text: source.text(TextRange(start: first.range.start, end: last.range.end)),
      line: source.line(at: first.range.start) + 1)
  }
}

/// One line, or one block, as it was typed.
package struct TypedEntry: Hashable, Sendable {
  package let text: String
  /// In which line of the whole text it begins, from 1.
  package let line: Int
}
