/// Parses the bytes of one file.
///
/// Never fails: any bytes have a tree, from which the same bytes come back, and every mistake has one diagnostic. The
/// diagnostics are sorted by place.
///
/// - Complexity: O(bytes).
package func parse(_ source: SourceText) -> ParseResult {
  var lexer = Lexer(source)
  lexer.run()
  var parser = Parser(source, lexer.tokens, lexicalMistakes: lexer.diagnostics)
  let tree = parser.parseFile()
  if let offset = Utf8.firstInvalidOffset(source.bytes[...]) {
    // Where the bytes are no text, that is the only mistake worth telling.
    return unreadable(tree, [invalidUTF8(source, at: offset)])
  }
  if let format = OtherFormat(tree) { return unreadable(tree, [format.diagnostic(source)]) }
  if let result = conclude(parser, tree, lexicalMistakes: lexer.diagnostics) { return result }
  var diagnostics = parser.allDiagnostics(with: lexer.diagnostics)
  if let place = parser.gaveUpAt {
    // What a limit kept from being read has no mistakes of its own.
    diagnostics.removeAll { ($0.span?.range.start ?? 0) > place }
    return unreadable(tree, diagnostics)
  }
  if parser.hasUnclosedBrace {
    // Indentation may show where the brace was meant; if it explains the file no worse, its tree is the better guess.
    var guess = Parser(source, lexer.tokens, lexicalMistakes: lexer.diagnostics)
    guess.closesByIndentation = true
    let guessedTree = guess.parseFile()
    if !guess.gaveUp, guess.diagnostics.count <= parser.diagnostics.count {
      return readable(guessedTree, guess.allDiagnostics(with: lexer.diagnostics))
    }
  }
  return diagnostics.isEmpty
    ? unreadable(tree, [emptyPlan(source)])
    : readable(tree, diagnostics)
}

/// What a parse gives that has gone through to the end of a file that is not empty; `nil` if something has kept it from that.
///
/// Such a parse can be gone on with after an edit.
func conclude(
  _ parser: borrowing Parser, _ tree: SyntaxTree, lexicalMistakes: [Diagnostic]
) -> ParseResult? {
  let mistakeCount = max(parser.diagnostics.count, lexicalMistakes.count)
  guard mistakeCount < diagnosticsCollectedMax, !parser.hasUnclosedBrace, !parser.gaveUp else {
    return nil
  }
  // A file of another format is told as a whole.
  if OtherFormat(tree) != nil { return nil }
  let diagnostics = parser.allDiagnostics(with: lexicalMistakes)
  // Commas alone are separators of nothing, so a file of them is as empty as one without bytes.
  if diagnostics.isEmpty, tree.root.childCount == 0 { return nil }
  return readable(
    tree, diagnostics,
    ParseRecord(
      lexicalMistakes: lexicalMistakes, mistakes: parser.diagnostics,
      superseded: parser.superseded,
      checkpoints: parser.checkpoints), tokensRead: parser.tokensRead)
}

/// What parsing gives.
package struct ParseResult: Sendable {
  package let tree: SyntaxTree
  package let diagnostics: [Diagnostic]

  /// Whether the file was read to its end; not if it is empty, no UTF-8, or beyond a limit.
  ///
  /// Where it is false, what the tree lacks is no mistake of the reader: looking for a meaning would only add noise.
  package let isReadable: Bool

  /// Tokens that were read for it: all, or after an edit those of the statements that it touches.
  package let tokensRead: Int

  /// What `reparse` goes on from; `nil` when it has to begin again.
  let record: ParseRecord?
}

private func readable(
  _ tree: SyntaxTree, _ diagnostics: [Diagnostic], _ record: ParseRecord? = nil,
  tokensRead: Int? = nil
) -> ParseResult {
  ParseResult(
    tree: tree, diagnostics: diagnostics.inOrder(), isReadable: true,
    tokensRead: tokensRead ?? tree.tokenCount, record: record)
}

private func unreadable(_ tree: SyntaxTree, _ diagnostics: [Diagnostic]) -> ParseResult {
  ParseResult(
    tree: tree, diagnostics: diagnostics.inOrder(), isReadable: false,
    tokensRead: tree.tokenCount, record: nil)
}

func invalidUTF8(_ source: SourceText, at offset: Int) -> Diagnostic {
  let place = Int32(truncatingIfNeeded: offset)
  let isUTF16 = source.bytes.starts(with: [0xFF, 0xFE]) || source.bytes.starts(with: [0xFE, 0xFF])
  let hexadecimal = String(source.bytes[offset], radix: 16, uppercase: true)
  return Diagnostic(
    .invalidUTF8, "the file is not UTF-8 text",
    at: Span(file: source.file, range: TextRange(start: place, end: place + 1)),
    label: "the byte 0x\(hexadecimal) begins or ends no character",
    helps: [
      isUTF16
        ? "the file looks like UTF-16: save it as UTF-8"
        : "save the file as UTF-8; a plan is plain text, not a document or an archive"
    ])
}

private func emptyPlan(_ source: SourceText) -> Diagnostic {
  Diagnostic(
    .emptyPlan, "the plan is empty",
    at: Span(file: source.file, range: TextRange(start: 0, end: 0)), label: "nothing to plan yet",
    helps: [
      """
      a plan starts like this:
      language: 1
      plan "Our roadmap" { start: 2026-07-01 }
      initiative first "The first thing to do" { effort: 2pw }
      """
    ])
}
