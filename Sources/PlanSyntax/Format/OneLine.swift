extension SourceText {
  /// A piece of the source on one line, to be quoted: comments left out, and commas where lines separated items.
  ///
  /// - Complexity: O(bytes of the piece).
  package func onOneLine(_ range: TextRange) -> String {
    let piece = SourceText(file: file, path: path, bytes: Array(text(range).utf8))
    var lexer = Lexer(piece)
    lexer.run()
    let tokens = lexer.tokens
    var line = ""
    var open: [SyntaxKind] = []
    for index in 0..<tokens.count where tokens.kinds[index] != .endOfFile {
      let kind = tokens.kinds[index]
      if index > 0, tokens.ends[index - 1] < tokens.starts[index] {
        let before = tokens.kinds[index - 1]
        let separates = tokens.newlineBefore[index] && open.last == .leftBrace
        if separates, before != .leftBrace, before != .comma, !before.continuesLine, !kind.closes {
          line += ","
        }
        line += " "
      }
      let words = piece.text(tokens.range(index))
      // A text over several lines stays one text.
      line += words.split(separator: "\n").joined(separator: " ")
      switch kind {
      case .leftBrace, .leftBracket, .leftParen: open.append(kind)
      case _ where kind.closes: _ = open.popLast()
      default: break
      }
    }
    return line
  }
}
