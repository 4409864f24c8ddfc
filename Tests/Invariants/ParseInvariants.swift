package import PlanSyntax

// What is true of every parse, whatever the bytes. Unit tests ask it of cases, fuzz targets of anything.

/// What a parse breaks of what is true of every parse; empty when it is one.
///
/// The tree gives its bytes back, only blanks and comments stand between tokens, nodes nest, and every diagnostic points
/// into the file.
package func violations(in parsed: ParseResult) -> [String] {
  let tree = parsed.tree
  let bytes = tree.source.bytes
  var found: [String] = []
  if tree.bytes != bytes { found.append("bytes are lost") }
  var end: Int32 = 0
  for index in 0..<tree.tokenCount {
    let range = tree.token(index).range
    if range.start < end || range.end < range.start {
      // Nothing else can be said of tokens out of order, and slices of them would trap.
      return found + ["token \(index) overlaps the one before it"]
    }
    if !isTrivia(bytes[Int(end)..<Int(range.start)]) {
      found.append("token \(index) leaves bytes out before it")
    }
    end = range.end
  }
  if Int(end) != bytes.count { found.append("the end is missing") }
  if tree.root.tokenRange != 0..<tree.tokenCount { found.append("the root covers not the file") }
  return found + nestingViolations(in: tree) + placeViolations(in: parsed)
}

/// Bytes of one file under the name that tests give it.
package func testSource(_ bytes: [UInt8]) -> SourceText {
  SourceText(file: FileID(raw: 0), path: "test.plan", bytes: bytes)
}

/// Children stand in order inside their parents.
///
/// With a stack of its own: trees may be high.
private func nestingViolations(in tree: SyntaxTree) -> [String] {
  var found: [String] = []
  var stack = [tree.root]
  while let node = stack.popLast() {
    var next = node.tokenRange.lowerBound
    for child in node.children {
      let range = child.tokenRange
      if range.lowerBound < next || range.upperBound > node.tokenRange.upperBound {
        found.append("a \(child.kind) does not nest in its \(node.kind)")
      }
      next = range.upperBound
      stack.append(child)
    }
  }
  return found
}

/// Spans, labels and edits lie in the file, and a place has a label.
private func placeViolations(in parsed: ParseResult) -> [String] {
  let count = parsed.tree.source.bytes.count
  return parsed.diagnostics.flatMap { diagnostic in
    let edits = diagnostic.fixes.flatMap(\.edits).map(\.span)
    let spans = [diagnostic.span].compactMap(\.self) + diagnostic.secondary.map(\.span) + edits
    var found = spans.map(\.range).filter {
      $0.start < 0 || $0.end < $0.start || Int($0.end) > count
    }.map { "\(diagnostic.code.text) points to \($0.start)..<\($0.end) of \(count) bytes" }
    if diagnostic.span == nil || diagnostic.label.isEmpty {
      found.append("\(diagnostic.code.text) says nothing of its place")
    }
    return found
  }
}

/// Whether bytes are blanks, newlines, comments, no-break spaces or a byte order mark.
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
