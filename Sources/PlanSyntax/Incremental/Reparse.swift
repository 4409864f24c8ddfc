/// Parses a file again after an edit of it, and reads only what the edit may have changed.
///
/// The result is that of parsing the file afresh: the same tree, and the same diagnostics in the same order. How:
///
/// 1. The statement of the file that the edit touches is found. The lexer begins at a line before it and stops at a line
///    behind the edit that begins with a token the old file has there too, with no text open: from there on every token is the
///    same. (Lines are what makes this sure: no token but a text in triple quotes looks beyond its line.)
/// 2. The parser begins at the last statement that begins a line and before which nothing has looked at what changed. Its
///    state there was written down by the parse before (`Checkpoint`). It stops at a statement among the same tokens before
///    which its state is what it was then: from there on it would do what it did.
/// 3. Nodes, tokens and diagnostics before and behind are taken over, moved. Trees are columns of numbers (`NodeArena`), so
///    that is copying, about as fast as memory is.
///
/// The statements of a file are the grain of it, as in most editors' parsers that keep trees (Wagner, "Practical algorithms
/// for incremental software development environments", 1997, reuses any subtree, for a bookkeeping in every node). A plan has
/// hundreds of short ones.
///
/// Read as a whole is what has a mistake that reaches to the end of the file, before the edit or after it: a `{` that is never
/// closed, bytes that are no UTF-8, a limit. So is an empty file.
///
/// - Parameters:
///   - old: What parsing the file before the edit gave, by `parse` or by this function.
///   - edit: The change; a range that reaches beyond the file is taken as far as the file goes.
/// - Returns: What `parse` gives for the file after the edit.
/// - Complexity: O(bytes of the statements touched) for reading, O(bytes of the file) for copying.
package func reparse(_ old: ParseResult, after edit: SourceEdit) -> ParseResult {
  let edit = edit.clamped(to: Int32(truncatingIfNeeded: old.tree.source.bytes.count))
  let source = old.tree.source.applying(edit)
  return Reparse(old, edit)?.result(source) ?? parse(source)
}

/// How a file is read again.
private struct Reparse {
  let old: SyntaxTree
  let record: ParseRecord
  let edit: SourceEdit
  /// The checkpoint to begin at; `nil` is the beginning of the file.
  let first: Int?

  /// `nil` if the old parse has left nothing to begin with.
  init?(_ parsed: ParseResult, _ edit: SourceEdit) {
    guard let record = parsed.record else { return nil }
    old = parsed.tree
    self.record = record
    self.edit = edit
    // No token that ends before the line of the edit can have changed.
    let line = old.source.lineStarts[old.source.line(at: edit.range.start)]
    let changed = Int32(truncatingIfNeeded: old.tokens.firstToken(endingFrom: line))
    let tokens = old.tokens
    first = record.checkpoints[..<record.checkpoints.firstIndex(from: changed)].lastIndex {
      $0.token + Checkpoint.lookahead <= changed && $0.examinedEnd <= changed
        && tokens.newlineBefore[Int($0.token)]
    }
  }

  /// The parse of the file after the edit; `nil` if it has to be read as a whole.
  func result(_ source: SourceText) -> ParseResult? {
    let firstToken = first.map { Int(record.checkpoints[$0].token) } ?? 0
    var tokens = TokenTable(byteCount: source.bytes.count)
    tokens.append(0..<firstToken, of: old.tokens, shiftedBy: 0)
    var lexer = Lexer(source, behind: tokens)
    let start = lexer.position
    let rejoined = lexer.run { offset -> Int? in
      let place = Int32(truncatingIfNeeded: offset) - edit.shift
      return place >= edit.range.end ? old.tokens.lineStart(at: place) : nil
    }
    guard Utf8.firstInvalidOffset(source.bytes[start..<lexer.position]) == nil else { return nil }
    let sameFrom = lexer.tokens.count
    let oldSame = rejoined ?? old.tokens.count
    let mistakes = lexicalMistakes(
      from: start, lexer.diagnostics, to: rejoined.map { old.tokens.starts[$0] })
    lexer.tokens.append(oldSame..<old.tokens.count, of: old.tokens, shiftedBy: edit.shift)
    var parser = Parser(source, lexer.tokens, lexicalMistakes: mistakes)
    let tree = parser.parseRest(
      EarlierParse(
        tree: old, record: record, tokenShift: Int32(truncatingIfNeeded: sameFrom - oldSame),
        byteShift: edit.shift, sameFrom: sameFrom), at: first)
    return conclude(parser, tree, lexicalMistakes: mistakes)
  }

  /// What the lexer finds in the whole file: what it found before the part that it has read again, in it, and behind it.
  private func lexicalMistakes(
    from start: Int, _ found: [Diagnostic], to end: Int32?
  ) -> [Diagnostic] {
    let start = Int32(truncatingIfNeeded: start)
    let before = record.lexicalMistakes.prefix { ($0.span?.range.start ?? 0) < start }
    guard let end else { return before + found }
    let behind = record.lexicalMistakes.drop { ($0.span?.range.start ?? 0) < end }
    return before + found + behind.map { $0.shifted(by: edit.shift) }
  }
}

extension Parser {
  fileprivate mutating func parseRest(_ earlier: EarlierParse, at index: Int?) -> SyntaxTree {
    let marker = start()
    resume(earlier, at: index)
    restOfFile()
    return finishTree(marker)
  }
}
