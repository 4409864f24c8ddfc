internal import PlanSyntax

/// What formatting breaks of what is true of every layout; empty when it is one.
///
/// A second run changes nothing, and tokens (commas aside, some of which only separate what a newline separates too),
/// comments and the codes of the diagnostics are those of the file as it was.
package func formatViolations(of bytes: [UInt8]) -> [String] {
  let before = parse(testSource(bytes))
  let formatted = format(before)
  let after = parse(testSource(formatted))
  var found: [String] = []
  if format(after) != formatted { found.append("a second run changes the layout") }
  if words(before) != words(after) { found.append("the tokens change") }
  if comments(before) != comments(after) { found.append("the comments change") }
  if before.diagnostics.map(\.code.text) != after.diagnostics.map(\.code.text) {
    found.append("the diagnostics change")
  }
  return found
}

private func words(_ parsed: ParseResult) -> [String] {
  (0..<parsed.tree.tokenCount).map { parsed.tree.token($0).text }.filter { $0 != "," }
}

private func comments(_ parsed: ParseResult) -> [Substring] {
  let tree = parsed.tree
  return (0..<tree.tokenCount).flatMap { index in
    let token = tree.token(index)
    let trivia = tree.source.text(TextRange(start: token.triviaStart, end: token.range.start))
    return trivia.split { $0.isNewline }.compactMap { line -> Substring? in
      guard let start = line.firstIndex(of: "#") else { return nil }
      let end = line.lastIndex { !$0.isWhitespace } ?? start
      return line[start...end]
    }
  }
}
