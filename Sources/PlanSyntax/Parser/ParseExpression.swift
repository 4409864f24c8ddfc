/// Parses a text that is one expression: what a command line or a prompt asks.
///
/// Never fails; line ends in it end nothing. A `print` before it, as it would stand in a file, is passed over.
///
/// - Complexity: O(bytes).
package func parseExpression(_ source: SourceText) -> ExpressionResult {
  var lexer = Lexer(source)
  lexer.run()
  var parser = Parser(source, lexer.tokens, lexicalMistakes: lexer.diagnostics)
  let tree = parser.parseQuestion()
  var diagnostics = parser.allDiagnostics(with: lexer.diagnostics).inOrder()
  if let offset = Utf8.firstInvalidOffset(source.bytes[...]) {
    diagnostics = [invalidUTF8(source, at: offset)]
  }
  let node = tree.root.children.first { $0.kind.isExpression }
  return ExpressionResult(
    expression: diagnostics.isEmpty ? node.map { Expression($0) } : nil, diagnostics: diagnostics)
}

/// What parsing one expression gives.
package struct ExpressionResult: Sendable {
  /// `nil` when anything is wrong with it.
  package let expression: Expression?
  package let diagnostics: [Diagnostic]
}

extension Parser {
  fileprivate mutating func parseQuestion() -> SyntaxTree {
    let marker = start()
    if at(.printWord) { bump() }
    // As inside parentheses: a shell's text may have several lines.
    bracketDepth += 1
    if at(.endOfFile) {
      report(emptyExpression())
      missing()
    } else {
      expression()
      if atCommaInNumber {
        report(commaInsideNumber())
      } else if !at(.endOfFile) {
        report(unexpectedAfterExpression())
      }
    }
    while !at(.endOfFile) { skipOne() }
    return finishTree(marker)
  }

  private func emptyExpression() -> Diagnostic {
    Diagnostic(
      .emptyExpression, "there is nothing to answer", at: gap, label: "expected an expression",
      helps: ["ask for a list, such as `initiatives where priority == must`, or for a value"])
  }

  private func unexpectedAfterExpression() -> Diagnostic {
    var help = "one expression is asked at a time; several values stand in a list: `[a, b]`"
    if current.isWord, position > 0, tokens.kinds[position - 1] == .number {
      help = "a unit is written onto its number, without a blank: `2pw`, `3mo`, `40k`, `70%`"
    } else if let clause = suggestions(for: excerpt(position), among: clauseWords).first {
      help = "did you mean `\(clause)`?"
    } else if current.isWord {
      help = "a text of several words stands in quotes: `\"…\"`"
    }
    return Diagnostic(
      .unexpectedAfterExpression, "\(seen) is one thing too many", at: here,
      label: "expected an operator, a clause or the end", helps: [help])
  }
}

/// Words that go on with an expression.
private let clauseWords = ["where", "sort", "group", "take", "show", "as", "and", "or", "in", "of"]
