import PlanSyntax
import Testing

/// Parses a text and holds what is true of every parse; then does the same with every token left out and every token doubled.
///
/// - Returns: The parse of the text itself.
@discardableResult
func assertParses(
  _ text: String, mutating: Bool = true, location: SourceLocation = #_sourceLocation
) -> ParseResult {
  let source = SourceText(text)
  let result = parse(source)
  expectWhole(result, location)
  guard mutating else { return result }
  let bytes = source.bytes
  // The last token is the end of the file, which has no bytes.
  for index in 0..<result.tree.tokenCount - 1 {
    let range = result.tree.token(index).range
    let (start, end) = (Int(range.start), Int(range.end))
    let without = Array(bytes[..<start] + bytes[end...])
    let doubled = Array(bytes[..<end] + bytes[start..<end] + bytes[end...])
    for mutant in [without, doubled] {
      expectWhole(parse(SourceText(file: source.file, path: source.path, bytes: mutant)), location)
    }
  }
  return result
}

/// Expects that a tree gives its bytes back, that only blanks and comments stand between tokens, that nodes nest, and that every
/// diagnostic points into the file.
func expectWhole(_ result: ParseResult, _ location: SourceLocation = #_sourceLocation) {
  let tree = result.tree
  let bytes = tree.source.bytes
  if tree.bytes != bytes { Issue.record("bytes are lost", sourceLocation: location) }
  var end: Int32 = 0
  for index in 0..<tree.tokenCount {
    let range = tree.token(index).range
    if range.start < end || range.end < range.start {
      Issue.record("token \(index) overlaps", sourceLocation: location)
    }
    if !isTrivia(bytes[Int(end)..<Int(range.start)]) {
      Issue.record("token \(index) leaves bytes out before it", sourceLocation: location)
    }
    end = range.end
  }
  if Int(end) != bytes.count { Issue.record("the end is missing", sourceLocation: location) }
  if tree.root.tokenRange != 0..<tree.tokenCount {
    Issue.record("the root does not cover the file", sourceLocation: location)
  }
  expectNesting(tree, location)
  for diagnostic in result.diagnostics {
    let spans = [diagnostic.span].compactMap(\.self) + diagnostic.secondary.map(\.span)
    for range in spans.map(\.range)
    where range.start < 0 || range.end < range.start || Int(range.end) > bytes.count {
      Issue.record("\(diagnostic.code.text) points outside", sourceLocation: location)
    }
  }
}

/// Expects that children stand in order inside their parents.
///
/// With a stack of its own: trees may be high.
private func expectNesting(_ tree: SyntaxTree, _ location: SourceLocation) {
  var stack = [tree.root]
  while let node = stack.popLast() {
    var next = node.tokenRange.lowerBound
    for child in node.children {
      let range = child.tokenRange
      if range.lowerBound < next || range.upperBound > node.tokenRange.upperBound {
        Issue.record("a \(child.kind) does not nest in its \(node.kind)", sourceLocation: location)
      }
      next = range.upperBound
      stack.append(child)
    }
  }
}

/// Whether bytes are blanks, newlines, comments, a no-break space or a byte order mark.
private func isTrivia(_ bytes: ArraySlice<UInt8>) -> Bool {
  var isComment = false
  for byte in bytes {
    switch byte {
    case 10: isComment = false
    case UInt8(ascii: "#"): isComment = true
    case 32, 9, 13, 0xC2, 0xA0, 0xEF, 0xBB, 0xBF: break
    default: if !isComment { return false }
    }
  }
  return true
}
