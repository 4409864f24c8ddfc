/// A node of a tree: what it is, where it stands, what is in it.
package struct SyntaxNode: Sendable {
  package let tree: SyntaxTree
  let id: Int32

  package var kind: SyntaxKind { tree.arena.kinds[Int(id)] }

  /// From its first token to its last; an empty node stands at the end of the token before it.
  package var range: TextRange {
    let tokens = tokenRange
    guard tokens.isEmpty else {
      return TextRange(
        start: tree.tokens.starts[tokens.lowerBound], end: tree.tokens.ends[tokens.upperBound - 1])
    }
    let place = tokens.lowerBound > 0 ? tree.tokens.ends[tokens.lowerBound - 1] : 0
    return TextRange(start: place, end: place)
  }

  package var span: Span { Span(file: tree.source.file, range: range) }

  /// Its source, with comments and blanks between its tokens.
  package var text: String { tree.source.text(range) }

  package var childCount: Int {
    Int(tree.arena.childEnds[Int(id)] - tree.arena.childStarts[Int(id)])
  }

  package func child(_ index: Int) -> SyntaxNode {
    let slot = Int(tree.arena.childStarts[Int(id)]) + index
    return SyntaxNode(tree: tree, id: tree.arena.children[slot])
  }

  /// Child nodes in source order.
  package var children: [SyntaxNode] { (0..<childCount).map { child($0) } }

  package func firstChild(_ kind: SyntaxKind) -> SyntaxNode? {
    for index in 0..<childCount where child(index).kind == kind { return child(index) }
    return nil
  }

  /// Its own tokens in source order: those that no child covers.
  package var tokens: [SyntaxToken] {
    var result: [SyntaxToken] = []
    forEachOwnToken { result.append($0) }
    return result
  }

  /// Its first own token of a kind.
  package func firstToken(_ kind: SyntaxKind) -> SyntaxToken? { firstToken { $0 == kind } }

  func firstToken(where matches: (SyntaxKind) -> Bool) -> SyntaxToken? {
    var found: SyntaxToken?
    forEachOwnToken { token in
      if found == nil, matches(token.kind) { found = token }
    }
    return found
  }

  /// Indices of all tokens that it covers, those of its children included.
  package var tokenRange: Range<Int> {
    Int(tree.arena.firstTokens[Int(id)])..<Int(tree.arena.endTokens[Int(id)])
  }

  private func forEachOwnToken(_ visit: (SyntaxToken) -> Void) {
    var next = tokenRange.lowerBound
    for index in 0..<childCount {
      let covered = child(index).tokenRange
      while next < covered.lowerBound {
        visit(tree.token(next))
        next += 1
      }
      next = max(next, covered.upperBound)
    }
    while next < tokenRange.upperBound {
      visit(tree.token(next))
      next += 1
    }
  }
}

extension SyntaxNode: Hashable {
  package static func == (left: SyntaxNode, right: SyntaxNode) -> Bool {
    left.tree === right.tree && left.id == right.id
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(tree))
    hasher.combine(id)
  }
}

/// One token of a tree.
package struct SyntaxToken: Sendable {
  package let tree: SyntaxTree
  package let index: Int

  package var kind: SyntaxKind { tree.tokens.kinds[index] }
  package var range: TextRange { tree.tokens.range(index) }
  package var span: Span { Span(file: tree.source.file, range: range) }
  package var text: String { tree.source.text(range) }
  package var hasNewlineBefore: Bool { tree.tokens.newlineBefore[index] }

  /// Where the blanks, newlines and comments before the token begin.
  package var triviaStart: Int32 { index > 0 ? tree.tokens.ends[index - 1] : 0 }
}
