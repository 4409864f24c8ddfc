/// What the formatter has to know of tokens besides their kinds.
struct FormatMarks {
  /// Whether a token begins a line although the author's does not.
  private(set) var breaks: [Bool]
  /// Whether a `-` stands before its only operand.
  private(set) var isPrefix: [Bool]
  /// Whether a `-` stands in a name, `due-date: …`, which touches what is beside it.
  private(set) var isDash: [Bool]
  /// Whether a `(` opens the parameters of a definition.
  private(set) var isTightBefore: [Bool]
  /// The brace that closes the one at this index; -1 for everything else.
  private var partners: [Int32]
  /// At the first token of a statement that stays as it is, the last token to keep with it; -1 for everything else.
  private var unreadableEnds: [Int32]

  init(_ parsed: ParseResult) {
    let tree = parsed.tree
    let count = tree.tokenCount
    breaks = Array(repeating: false, count: count)
    isPrefix = breaks
    isDash = breaks
    isTightBefore = breaks
    partners = Array(repeating: -1, count: count)
    unreadableEnds = partners
    markNodes(tree)
    markUnreadable(parsed)
    markBlocks(tree)
  }

  func unreadableEnd(at index: Int) -> Int? {
    unreadableEnds[index] < 0 ? nil : Int(unreadableEnds[index])
  }

  /// Opens the outermost thing on a line that holds several items: the line itself, or else the first block on it.
  ///
  /// - Returns: Whether there was one.
  mutating func open(lineAt first: Int, _ tree: SyntaxTree) -> Bool {
    var depth = 0
    var block: Range<Int>?
    var commas: [Int] = []
    var index = first
    while index < tree.tokenCount - 1 {
      if index > first, breaks[index] || tree.tokens.newlineBefore[index] { break }
      switch tree.tokens.kinds[index] {
      // Nothing is opened in a text, nor in a name that is put together: an interpolation stands on one line.
      case .quote, .interpolationStart: index = tree.textEnd(from: index)
      case .leftBrace:
        let end = Int(partners[index])
        if depth == 0, block == nil, end > index + 1 { block = index..<end }
        depth += 1
      case .leftParen, .leftBracket: depth += 1
      case .rightBrace, .rightParen, .rightBracket: depth -= 1
      case .comma:
        if depth == 0 || depth == 1 && block?.contains(index) == true { commas.append(index) }
      default: break
      }
      if depth < 0 { return false }
      index += 1
    }
    // A comma at the end of the line, which is left out, parts nothing on it.
    let own = commas.filter { block?.contains($0) != true && $0 + 1 < index }
    if separatesItems[first], let comma = own.first, comma > first {
      for comma in own { breaks[comma + 1] = true }
      return true
    }
    guard let block, block.upperBound < index else { return false }
    breaks[block.lowerBound + 1] = true
    breaks[block.upperBound] = true
    for comma in commas where block.contains(comma) { breaks[comma + 1] = true }
    return true
  }

  /// Whether a comma beside a token separates items, and not elements of a list or arguments.
  private var separatesItems: [Bool] = []

  private mutating func markNodes(_ tree: SyntaxTree) {
    let arena = tree.arena
    for id in 0..<arena.count {
      let first = Int(arena.firstTokens[id])
      switch arena.kinds[id] {
      case .unary: isPrefix[first] = tree.tokens.kinds[first] == .minus
      case .name:
        for index in first..<Int(arena.endTokens[id]) where tree.tokens.kinds[index] == .minus {
          isDash[index] = true
        }
      case .fnStatement, .templateStatement:
        for slot in Int(arena.childStarts[id])..<Int(arena.childEnds[id]) {
          let child = Int(arena.children[slot])
          if arena.kinds[child] == .parameters {
            isTightBefore[Int(arena.firstTokens[child])] = true
          }
        }
      default: break
      }
    }
  }

  /// Marks the statements of the file that hold a mistake, with the commas behind them, and all that share a line with one.
  ///
  /// A comma, or a line end, behind what could not be read may be what ended it: `i:, o` lacks a value, and on a line of its
  /// own `o` would be taken for that.
  private mutating func markUnreadable(_ parsed: ParseResult) {
    guard !parsed.diagnostics.isEmpty else { return }
    let tokens = parsed.tree.tokens
    var statements = Self.statements(parsed)
    for index in statements.indices where statements[index].isKept {
      let next = index + 1
      let limit =
        next < statements.count ? statements[next].tokens.lowerBound : parsed.tree.tokenCount - 1
      var end = statements[index].tokens.upperBound
      // What stands before the next statement is commas, but a mistake may begin with one: `4,000`.
      while end < limit, tokens.kinds[end] == .comma { end += 1 }
      statements[index].tokens = statements[index].tokens.lowerBound..<end
      guard next < statements.count, !tokens.newlineBefore[end] else { continue }
      statements[next].isKept = true
    }
    for index in statements.indices.dropLast().reversed() where statements[index + 1].isKept {
      let gap = statements[index].tokens.upperBound...statements[index + 1].tokens.lowerBound
      if !gap.contains(where: { tokens.newlineBefore[$0] }) { statements[index].isKept = true }
    }
    for statement in statements where statement.isKept {
      unreadableEnds[statement.tokens.lowerBound] = Int32(statement.tokens.upperBound - 1)
    }
  }

  /// The statements of the file, and whether they hold a mistake or share the line of a text that is left open.
  ///
  /// Such a text silences what else is wrong on its line (`Parser.brokenLines`), also in statements before it: laid out on
  /// lines of their own, they would have mistakes that the file did not have.
  private static func statements(_ parsed: ParseResult) -> [(tokens: Range<Int>, isKept: Bool)] {
    let tree = parsed.tree
    let unreadable = parsed.diagnostics.compactMap { diagnostic -> TextRange? in
      guard let start = diagnostic.span?.range.start else { return nil }
      guard diagnostic.code.breaksLine else { return TextRange(start: start, end: start) }
      return tree.source.range(ofLine: tree.source.line(at: start))
    }
    let mistakes = unreadable.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    var next = 0
    return tree.root.children.filter { !$0.tokenRange.isEmpty }.map { child in
      let range = child.range
      while next < mistakes.count, mistakes[next].end < range.start { next += 1 }
      let holdsMistake = next < mistakes.count && mistakes[next].start <= range.end
      return (child.tokenRange, holdsMistake || child.kind == .error)
    }
  }

  /// Pairs the braces; a block that the author wrote over several lines begins and ends its own.
  private mutating func markBlocks(_ tree: SyntaxTree) {
    separatesItems = Array(repeating: true, count: tree.tokenCount)
    var open: [(index: Int, isLong: Bool)] = []
    var brackets = 0
    var index = 0
    while index < tree.tokenCount - 1 {
      if let end = unreadableEnd(at: index) {
        index = end + 1
        continue
      }
      if tree.tokens.newlineBefore[index], !open.isEmpty { open[open.count - 1].isLong = true }
      separatesItems[index] = brackets == 0
      let kind = tree.tokens.kinds[index]
      switch kind {
      case .quote, .interpolationStart: index = tree.textEnd(from: index)
      case .leftBrace, .leftParen, .leftBracket:
        open.append((index, false))
        if kind != .leftBrace { brackets += 1 }
      case .rightBrace, .rightParen, .rightBracket:
        if kind != .rightBrace { brackets -= 1 }
        guard let last = open.popLast() else { break }
        if last.isLong, !open.isEmpty { open[open.count - 1].isLong = true }
        guard kind == .rightBrace else { break }
        partners[last.index] = Int32(index)
        guard last.isLong else { break }
        breaks[last.index + 1] = true
        breaks[index] = true
      default: break
      }
      index += 1
    }
  }
}
