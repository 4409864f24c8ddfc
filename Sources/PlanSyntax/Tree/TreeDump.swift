extension SyntaxTree {
  /// The tree as indented text, one node or token a line, for tests and for curious readers.
  package var dump: String {
    var result = ""
    // An explicit stack: a tree may be higher than a call stack is deep.
    var stack: [(element: Element, depth: Int)] = [(.node(root), 0)]
    while let (element, depth) = stack.popLast() {
      result += String(repeating: "  ", count: depth)
      switch element {
      case .token(let token):
        result += "\(token.kind) \(debugText(token.range))\n"
      case .node(let node):
        result += "\(node.kind)\n"
        for inner in elements(of: node).reversed() { stack.append((inner, depth + 1)) }
      }
    }
    return result
  }

  /// The tokens as text, one a line; `+` stands before those that begin a line.
  package var tokenDump: String {
    var result = ""
    for index in 0..<tokenCount {
      let token = token(index)
      result += "\(token.hasNewlineBefore ? "+" : " ")\(token.kind) \(debugText(token.range))\n"
    }
    return result
  }

  private enum Element {
    case node(SyntaxNode)
    case token(SyntaxToken)
  }

  /// Tokens and nodes directly in a node, in source order.
  private func elements(of node: SyntaxNode) -> [Element] {
    let nodes = node.children.map {
      (place: $0.tokenRange.lowerBound, isToken: 0, Element.node($0))
    }
    let tokens = node.tokens.map { (place: $0.index, isToken: 1, Element.token($0)) }
    // An empty node stands before the token at its place.
    return (nodes + tokens).enumerated().sorted { left, right in
      (left.element.place, left.element.isToken, left.offset)
        < (right.element.place, right.element.isToken, right.offset)
    }.map(\.element.2)
  }

  private func debugText(_ range: TextRange) -> String {
    String(
      source.text(range).unicodeScalars.flatMap { $0.escaped(asASCII: false).unicodeScalars }
        .reduce(into: String.UnicodeScalarView()) { $0.append($1) })
  }
}
