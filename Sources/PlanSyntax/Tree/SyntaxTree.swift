/// The lossless tree of one file.
///
/// Any bytes have a tree, and the tree gives the same bytes back (`bytes`). Most readers start at `file`, the typed view.
package final class SyntaxTree: Sendable {
  package let source: SourceText
  let tokens: TokenTable
  let arena: NodeArena
  private let rootID: Int32

  init(source: SourceText, tokens: TokenTable, arena: NodeArena, root: Int32) {
    self.source = source
    self.tokens = tokens
    self.arena = arena
    self.rootID = root
  }

  package var root: SyntaxNode { SyntaxNode(tree: self, id: rootID) }

  /// The statements of the file.
  package var file: Body { Body(syntax: root) }

  package var tokenCount: Int { tokens.count }

  package func token(_ index: Int) -> SyntaxToken { SyntaxToken(tree: self, index: index) }

  /// The bytes of the file put together again from trivia and tokens; equal to `source.bytes`, which tests hold.
  ///
  /// - Complexity: O(bytes).
  package var bytes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(source.bytes.count)
    for index in 0..<tokens.count {
      let token = token(index)
      result += source.bytes[Int(token.triviaStart)..<Int(token.range.start)]
      result += source.bytes[Int(token.range.start)..<Int(token.range.end)]
    }
    return result
  }
}

extension SyntaxTree {
  /// Whether another tree has the same bytes, tokens and nodes, made in the same order.
  ///
  /// `==` asks whether two are one.
  ///
  /// - Complexity: O(bytes).
  package func hasSameContent(as other: SyntaxTree) -> Bool {
    source.bytes == other.source.bytes && source.lineStarts == other.source.lineStarts
      && tokens == other.tokens && arena == other.arena && rootID == other.rootID
  }
}

extension SyntaxTree {
  /// Whether another tree has the same nodes over the same kinds of tokens, commas and blanks aside.
  ///
  /// - Complexity: O(tokens + nodes).
  func hasSameShape(as other: SyntaxTree) -> Bool {
    tokens.kinds.filter { $0 != .comma } == other.tokens.kinds.filter { $0 != .comma }
      && arena.kinds == other.arena.kinds && arena.childEnds == other.arena.childEnds
      && arena.children == other.arena.children
      && uncommaed(arena.endTokens) == other.uncommaed(other.arena.endTokens)
  }

  /// How many tokens besides commas stand before each of these.
  private func uncommaed(_ indices: [Int32]) -> [Int] {
    var before = [0]
    before.reserveCapacity(tokenCount + 1)
    for kind in tokens.kinds { before.append(before[before.count - 1] + (kind == .comma ? 0 : 1)) }
    return indices.map { before[Int($0)] }
  }
}

extension SyntaxTree: Equatable {
  package static func == (left: SyntaxTree, right: SyntaxTree) -> Bool { left === right }
}
