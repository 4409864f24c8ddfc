internal import Invariants
package import PlanSyntax
package import Testing

/// Parses a text and holds what is true of every parse; then does the same with every token left out and every token doubled, each
/// parsed afresh and again after that edit.
///
/// What is true: the bytes come back, tokens and nodes nest, diagnostics point into the file, and a safe fix mends its mistake.
///
/// - Returns: The parse of the text itself.
@discardableResult
package func assertParses(
  _ text: String, mutating: Bool = true, location: SourceLocation = #_sourceLocation
) -> ParseResult {
  let source = SourceText(text)
  let result = parse(source)
  expectWhole(result, location)
  guard mutating else { return result }
  // The last token is the end of the file, which has no bytes.
  for index in 0..<result.tree.tokenCount - 1 {
    let range = result.tree.token(index).range
    let token = Array(source.bytes[Int(range.start)..<Int(range.end)])
    let end = TextRange(start: range.end, end: range.end)
    for edit in [SourceEdit(range, []), SourceEdit(end, token)] {
      let (mutant, differences) = reparsed(result, after: edit)
      report(differences, mutant, location)
      expectWhole(mutant, location)
    }
  }
  return result
}

/// Expects what is true of every parse.
package func expectWhole(_ result: ParseResult, _ location: SourceLocation = #_sourceLocation) {
  report(violations(in: result) + fixViolations(in: result), result, location)
}

private func report(_ found: [String], _ result: ParseResult, _ location: SourceLocation) {
  guard !found.isEmpty else { return }
  let text = result.tree.source.text(TextRange(start: 0, end: result.tree.root.range.end))
  Issue.record("\(found.joined(separator: "\n"))\n\(text)", sourceLocation: location)
}
