internal import PlanText

/// The canonical layout of a file.
///
/// Its tokens, comments and line breaks stay; the blanks between them are made regular.
///
/// Statements of the file that hold a mistake, and those that share a line with one, stay byte for byte; so does a whole file
/// with mistakes, if its layout would be read as something else. Line ends become `\n`, a byte order mark goes, and only
/// commas that separate nothing are left out.
///
/// - Parameter parsed: The parse of the file, with or without mistakes.
/// - Returns: The bytes of the file as it should stand.
/// - Complexity: O(bytes), times the nesting of blocks on lines that are too long; a file with mistakes is read and laid out
///   once more.
package func format(_ parsed: ParseResult) -> [UInt8] {
  // A file that could not be read to its end has no layout to speak of; one of comments alone has.
  let isEmpty = parsed.diagnostics.map(\.code) == [.emptyPlan]
  guard parsed.isReadable || isEmpty else { return parsed.tree.source.bytes }
  let layout = layout(of: parsed)
  guard parsed.diagnostics.isEmpty || keepsReading(of: parsed, layout) else {
    return parsed.tree.source.bytes
  }
  return layout
}

private func layout(of parsed: ParseResult) -> [UInt8] {
  var formatter = Formatter(parsed)
  return formatter.run()
}

/// Whether the layout of a file with mistakes is read as the file is, and has no other layout.
///
/// How the parser goes on behind a mistake hangs on line ends, and where a missing brace was meant on the indentation of every
/// line; the layout makes both regular also in the statements that hold no mistake. Whether it comes out the same is only known
/// by reading it again.
private func keepsReading(of parsed: ParseResult, _ bytes: [UInt8]) -> Bool {
  let source = parsed.tree.source
  let again = parse(SourceText(file: source.file, path: source.path, bytes: bytes))
  return again.diagnostics.map(\.code) == parsed.diagnostics.map(\.code)
    && again.tree.hasSameShape(as: parsed.tree) && layout(of: again) == bytes
}

/// The state of a run: what has been written, and what waits for the next token.
struct Formatter {
  let tree: SyntaxTree
  let bytes: [UInt8]
  var marks: FormatMarks
  private var output: [UInt8] = []

  private var stack: [Block] = []
  private var lineIndentation = 0
  private var newlines = 0
  private var commaWaits = false
  private var previous: Int?
  /// Bytes of the file up to the end of the last token or comment that was written.
  private var written: Int
  /// Whether nothing stands in the innermost block, or the file, yet.
  private var isAtEdge = true
  private var isAfterComment = false

  /// Columns of a line before its blocks are opened, comments not counted.
  static let widthMax = 100

  private struct Block {
    var isBrace: Bool
    /// Levels of the line that opened it.
    var indentation: Int
  }

  init(_ parsed: ParseResult) {
    tree = parsed.tree
    bytes = parsed.tree.source.bytes
    written = Int(parsed.tree.source.textStart)
    marks = FormatMarks(parsed)
    output.reserveCapacity(bytes.count + bytes.count / 8)
  }

  mutating func run() -> [UInt8] {
    var index = 0
    let end = tree.tokenCount - 1
    var endsUnread = false
    while index < end {
      if let last = marks.unreadableEnd(at: index) {
        keep(index, through: last)
        index = last + 1
        endsUnread = index == end
        continue
      }
      gap(before: index)
      let last = tree.tokens.kinds[index] == .quote ? tree.textEnd(from: index) : index
      token(index, through: last)
      index = last + 1
    }
    if end > 0, tree.tokens.kinds[end - 1] == .unterminated {
      // A text without its end would take in a newline that is added.
      output += bytes[Int(tree.tokens.ends[end - 1])...]
      return output
    }
    gap(before: end)
    // What is missing at the end of the file would be missing at the end of a line, were there another.
    if !output.isEmpty, output.last != 10, !endsUnread || bytes.last == 10 { output.append(10) }
    return output
  }

  // MARK: Writing

  /// Writes tokens as they stand, with the blanks before and between them.
  private mutating func keep(_ first: Int, through last: Int) {
    // What stands before it, such as a comma, may be a part of the mistake.
    output += bytes[written..<Int(tree.tokens.ends[last])]
    previous = last
    written = Int(tree.tokens.ends[last])
    commaWaits = false
    newlines = 0
    isAtEdge = false
    isAfterComment = false
    lineIndentation = 0
  }

  /// Reads the blanks before a token and writes the comments in them.
  private mutating func gap(before index: Int) {
    var offset = index > 0 ? Int(tree.tokens.ends[index - 1]) : Int(tree.source.textStart)
    let end = Int(tree.tokens.starts[index])
    while offset < end {
      if bytes[offset] == 10 { newlines += 1 }
      guard bytes[offset] == UInt8(ascii: "#") else {
        offset += 1
        continue
      }
      let start = offset
      while offset < end, bytes[offset] != 10 { offset += 1 }
      var stop = offset
      while stop > start, [32, 9, 13].contains(bytes[stop - 1]) { stop -= 1 }
      comment(start..<stop)
    }
  }

  private mutating func comment(_ range: Range<Int>) {
    if newlines == 0, previous != nil, !isAfterComment {
      output += [32, 32]
    } else {
      startLine(stack.last.map { $0.indentation + 1 } ?? 0)
    }
    output += bytes[range]
    written = range.upperBound
    isAtEdge = false
    isAfterComment = true
    newlines = 0
  }

  private mutating func startLine(_ indentation: Int) {
    if !output.isEmpty { output.append(10) }
    if newlines > 1, !isAtEdge { output.append(10) }
    output.append(contentsOf: repeatElement(32, count: indentation * 2))
    newlines = 0
  }

  private mutating func token(_ index: Int, through last: Int) {
    let kind = tree.tokens.kinds[index]
    let isInBody = stack.allSatisfy(\.isBrace)
    if kind == .comma, isInBody {
      commaWaits = previous != nil && !isAtEdge
      if marks.breaks[index] { newlines = max(newlines, 1) }
      return
    }
    let isFirst = newlines > 0 || isAfterComment || marks.breaks[index] || output.isEmpty
    if isFirst {
      newLine(index, kind)
    } else {
      if commaWaits, kind != .rightBrace { output.append(UInt8(ascii: ",")) }
      if commaWaits || needsBlank(between: previous ?? index, and: index) { output.append(32) }
    }
    commaWaits = false
    isAfterComment = false
    newlines = 0
    isAtEdge = false
    output += bytes[Int(tree.tokens.starts[index])..<Int(tree.tokens.ends[last])]
    switch kind {
    case .leftBrace, .leftParen, .leftBracket:
      stack.append(Block(isBrace: kind == .leftBrace, indentation: lineIndentation))
      isAtEdge = true
    case .rightBrace, .rightParen, .rightBracket: _ = stack.popLast()
    default: break
    }
    previous = last
    written = Int(tree.tokens.ends[last])
  }

  private mutating func newLine(_ index: Int, _ kind: SyntaxKind) {
    var indentation = stack.last.map { $0.indentation + 1 } ?? 0
    if kind.closes {
      indentation = stack.last?.indentation ?? 0
      newlines = min(newlines, 1)
    } else if stack.last?.isBrace != false, !commaWaits, let previous,
      tree.tokens.kinds[previous].continuesLine
    {
      indentation += 1
    }
    startLine(indentation)
    lineIndentation = indentation
    while width(from: index, indentation) > Self.widthMax, marks.open(lineAt: index, tree) {}
  }

  // MARK: Measuring

  /// Columns of the line that begins with a token, as an editor shows it: wide characters take two, accents none.
  private func width(from first: Int, _ indentation: Int) -> Int {
    var columns = indentation * 2
    var index = first
    while index < tree.tokenCount - 1 {
      if index > first {
        if marks.breaks[index] || tree.tokens.newlineBefore[index] { break }
        if needsBlank(between: index - 1, and: index) { columns += 1 }
      }
      let last = tree.tokens.kinds[index] == .quote ? tree.textEnd(from: index) : index
      let token = bytes[Int(tree.tokens.starts[index])..<Int(tree.tokens.ends[last])]
      // A text over several lines is no reason to open what holds it.
      if token.contains(10) { return 0 }
      columns +=
        token.allSatisfy { $0 < 0x80 }
        ? token.count : textWidth(String(decoding: token, as: UTF8.self))
      index = last + 1
    }
    return columns
  }
}

extension SyntaxKind {
  var closes: Bool { self == .rightBrace || self == .rightParen || self == .rightBracket }

  /// Whether an expression goes on in the next line after it.
  package var continuesLine: Bool {
    switch self {
    case .colon, .equals, .fatArrow, .elseWord, .thenWord, .notWord, .ifWord: return true
    default: return Infix.power(self) > 0
    }
  }
}

extension SyntaxTree {
  /// The token that closes the text which a quote opens.
  func textEnd(from quote: Int) -> Int {
    var open = 0
    for index in quote..<tokenCount {
      switch tokens.kinds[index] {
      case .quote, .interpolationStart: open += 1
      case .quoteEnd, .interpolationEnd, .unterminated: open -= 1
      default: break
      }
      if open <= 0 { return index }
    }
    return max(quote, tokenCount - 2)
  }
}
