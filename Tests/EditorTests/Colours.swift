import PlanSemantics
import PlanSyntax
import TestSupport

/// What a byte of a plan is to an editor: a letter each, blank between tokens.
enum Colours {
  static let comment: Character = "#"
  static let text: Character = "\""
  static let escape: Character = "e"
  static let interpolation: Character = "i"
  static let number: Character = "n"
  static let date: Character = "d"
  static let keyword: Character = "k"
  static let constant: Character = "c"
  static let property: Character = "p"
  static let block: Character = "b"
  static let function: Character = "f"
  static let word: Character = "w"
  static let sign: Character = "o"
  static let punctuation: Character = "s"

  /// The colours of every byte, as the lexer and the tree have it.
  static func expected(_ tree: SyntaxTree) -> [Character] {
    var colours = [Character](repeating: " ", count: tree.source.bytes.count)
    let blocks = blockTokens(of: tree)
    for index in 0..<tree.tokenCount {
      let token = tree.token(index)
      var isComment = false
      for offset in Int(token.triviaStart)..<Int(token.range.start) {
        let byte = tree.source.bytes[offset]
        isComment = byte == UInt8(ascii: "#") || isComment && byte != 10
        if isComment { colours[offset] = comment }
      }
      let colour = blocks.contains(index) ? block : colour(of: token)
      for offset in Int(token.range.start)..<Int(token.range.end) { colours[offset] = colour }
      guard token.kind == .textSegment else { continue }
      markEscapes(token, &colours)
      for offset in Int(token.range.start)..<Int(token.range.end)
      where tree.source.bytes[offset] == 10 { colours[offset] = " " }
    }
    return colours
  }

  /// The first words of blocks, also behind `add` and `template`.
  private static func blockTokens(of tree: SyntaxTree) -> Set<Int> {
    var found: Set<Int> = []
    var stack = [tree.root]
    while let node = stack.popLast() {
      stack += node.children
      var index = node.tokenRange.lowerBound
      if node.kind == .templateStatement { index += 1 } else if node.kind != .item { continue }
      guard Lists.blocks.contains(tree.token(index).text), tree.token(index + 1).kind != .colon
      else { continue }
      found.insert(index)
    }
    return found
  }

  private static func colour(of token: SyntaxToken) -> Character {
    let next = token.index + 1 < token.tree.tokenCount ? token.tree.token(token.index + 1) : token
    switch token.kind {
    case .number: return number
    case .date: return date
    case .quote, .textSegment, .quoteEnd: return text
    case .interpolationStart, .interpolationEnd: return interpolation
    case .leftBrace, .rightBrace, .leftBracket, .rightBracket, .leftParen, .rightParen, .comma,
      .colon, .dot:
      return punctuation
    case .trueWord, .falseWord, .noneWord: return next.kind == .colon ? property : constant
    case .identifier:
      if next.kind == .colon { return property }
      let isCall = next.kind == .leftParen && next.range.start == token.range.end
      return isCall && Lists.functions.contains(token.text) ? function : word
    default:
      guard token.kind.isWord else { return sign }
      return next.kind == .colon ? property : keyword
    }
  }

  private static func markEscapes(_ token: SyntaxToken, _ colours: inout [Character]) {
    let bytes = token.tree.source.bytes
    var offset = Int(token.range.start)
    while offset < Int(token.range.end) {
      guard bytes[offset] == UInt8(ascii: "\\") else {
        offset += 1
        continue
      }
      var end = offset + 2
      if bytes[offset + 1] == UInt8(ascii: "u") {
        while bytes[end - 1] != UInt8(ascii: "}") { end += 1 }
      }
      for index in offset..<end { colours[index] = escape }
      offset = end
    }
  }

  /// The first places where colours are others than expected, a line each.
  static func differences(
    _ tree: SyntaxTree, _ actual: [Character], in name: String
  ) -> [String] {
    let expected = expected(tree)
    guard actual.count == expected.count else {
      return ["\(name): \(actual.count) colours for \(expected.count) bytes"]
    }
    return expected.indices.filter { expected[$0] != " " && expected[$0] != actual[$0] }.prefix(5)
      .map { offset in
        let (line, column) = tree.source.position(at: Int32(offset))
        let range = tree.source.range(ofLine: line - 1)
        return "\(name):\(line):\(column): \(actual[offset]) for \(expected[offset]) in "
          + tree.source.text(range)
      }
  }

  /// Texts that editors are shown: all plans, and all cases without mistakes.
  static let texts: [(name: String, tree: SyntaxTree)] = Corpus.all.compactMap { each in
    let result = parse(SourceText(each.text))
    // Editors do not show a byte order mark.
    let isShown = result.diagnostics.isEmpty && !each.text.hasPrefix("\u{FEFF}")
    return isShown ? (each.name, result.tree) : nil
  }
}
