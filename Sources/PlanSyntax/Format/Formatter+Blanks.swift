// Where a blank stands between two tokens of a line.
extension Formatter {
  /// Whether two neighbours on a line have a blank between them.
  func needsBlank(between left: Int, and right: Int) -> Bool {
    let (a, b) = (tree.tokens.kinds[left], tree.tokens.kinds[right])
    let wasAdjacent = tree.tokens.ends[left] == tree.tokens.starts[right]
    if marks.isDash[left] || marks.isDash[right] { return false }
    switch b {
    case .comma, .colon, .rightParen, .rightBracket, .interpolationEnd, .rangeDots: return false
    // `1 .x` is not `1.x`.
    case .dot: return a == .number && !wasAdjacent
    case .leftParen where marks.isTightBefore[right]: return false
    case .rightBrace: return a != .leftBrace
    default: break
    }
    switch a {
    case .leftParen, .leftBracket, .interpolationStart, .dot, .rangeDots: return false
    case .minus where marks.isPrefix[left]: return false
    default: break
    }
    // Parts of one name, and a call with its arguments, are told from two things by having no blank.
    if wasAdjacent, a.endsName, b.startsNamePart || b == .leftParen || b == .leftBracket {
      return false
    }
    let isCalled = a.closes || a == .quoteEnd || a == .date
    return !(wasAdjacent && b == .leftParen && isCalled)
  }
}

extension SyntaxKind {
  fileprivate var endsName: Bool { isWord || self == .number || self == .interpolationEnd }

  fileprivate var startsNamePart: Bool {
    isWord || self == .number || self == .interpolationStart
  }
}
