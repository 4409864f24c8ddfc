/// A text: `"…"` or `"""…"""`.
package struct TextSyntax: Sendable {
  package let syntax: SyntaxNode

  package var range: TextRange { syntax.range }
  package var span: Span { syntax.span }

  package enum Segment: Sendable {
    /// Characters, escapes replaced.
    case literal(String)
    case interpolation(Expression)
  }

  /// What it is made of; neighbouring characters are one segment, and an empty text has none.
  package var segments: [Segment] {
    var pieces: [(place: Int32, segment: Segment)] = syntax.children.map {
      ($0.range.start, .interpolation(Expression(interpolated: $0)))
    }
    let raw = syntax.tokens.filter { $0.kind == .textSegment }
    let indentation = isTriple ? closingIndentation : ""
    for token in raw {
      var text = token.text
      if isTriple {
        let isFirst = token.index == syntax.tokenRange.lowerBound + 1
        let isLast = token.index == syntax.tokenRange.upperBound - 2
        text = TripleText.strip(text, indentation: indentation, isFirst: isFirst, isLast: isLast)
      }
      let literal = Escape.replaced(text)
      if !literal.isEmpty { pieces.append((token.range.start, .literal(literal))) }
    }
    return pieces.sorted { $0.place < $1.place }.map(\.segment)
  }

  /// The text itself; `nil` if something is interpolated.
  package var plain: String? {
    // A label in a loop is asked for in each round; whether anything is put in shows without decoding it.
    guard syntax.childCount == 0 else { return nil }
    var result = ""
    for segment in segments {
      guard case .literal(let text) = segment else { return nil }
      result += text
    }
    return result
  }

  private var isTriple: Bool {
    syntax.tree.token(syntax.tokenRange.lowerBound).range.count == 3
  }

  /// Blanks before the closing quotes.
  private var closingIndentation: String {
    let last = syntax.tree.token(syntax.tokenRange.upperBound - 1)
    var start = Int(last.range.start)
    let bytes = syntax.tree.source.bytes
    while start > 0, [32, 9].contains(bytes[start - 1]) { start -= 1 }
    guard start > 0, bytes[start - 1] == 10 else { return "" }
    return String(decoding: bytes[start..<Int(last.range.start)], as: UTF8.self)
  }
}

/// How texts in triple quotes lose their indentation, as in Swift: what stands before the closing quotes is taken from
/// every line, and the first and the last newline are not part of the text.
private enum TripleText {
  static func strip(
    _ text: String, indentation: String, isFirst: Bool, isLast: Bool
  ) -> String {
    var lines = text.unixLines
    for index in lines.indices where index > 0 && lines[index].hasPrefix(indentation) {
      lines[index].removeFirst(indentation.count)
    }
    if isFirst, lines.count > 1, lines[0].allSatisfy({ $0 == " " || $0 == "\t" }) {
      lines.removeFirst()
    }
    if isLast, lines.count > 1, lines[lines.count - 1].allSatisfy({ $0 == " " || $0 == "\t" }) {
      lines.removeLast()
    } else if isLast, isFirst, lines.count == 1, text.contains("\n"),
      lines[0].allSatisfy({ $0 == " " || $0 == "\t" })
    {
      lines = []
    }
    return lines.joined(separator: "\n")
  }
}

extension String {
  /// Its lines, without `\n` or `\r\n`.
  fileprivate var unixLines: [String] {
    utf8.split(separator: 10, omittingEmptySubsequences: false).map { line in
      String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self)
    }
  }
}

extension Escape {
  /// The text with its escapes replaced; what is no escape, and has a diagnostic, stays as it is.
  static func replaced(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
    var result = ""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\", let kind = rest.popFirst() else {
        result.unicodeScalars.append(scalar)
        continue
      }
      switch kind {
      case "n": result += "\n"
      case "t": result += "\t"
      case "\"", "\\": result.unicodeScalars.append(kind)
      case "u" where rest.first == "{":
        let digits = rest.dropFirst().prefix { $0 != "}" }
        if let character = Escape.scalar(String(digits)) {
          result.unicodeScalars.append(character)
        }
        rest = rest.dropFirst(digits.count + 2)
      default:
        result.unicodeScalars.append(contentsOf: [scalar, kind])
      }
    }
    return result
  }
}

/// A number with what is written onto it: `3`, `4_000`, `70%`, `$4k/pw`, `40k CHF`, `8/day`.
///
/// Only cut into parts; what they mean is for the values.
package struct QuantitySyntax: Hashable, Sendable {
  /// A sign before it (`$ € £ ¥ ₹`) or a code after it (`CHF`).
  package var currency: String?
  /// `4_000`, `1.5`.
  package var digits: String
  /// Letters and `%` directly after the digits: `k`, `pw`, `%`; empty if there are none.
  package var suffix: String
  /// The word after a `/` without blanks.
  package var per: String?
  package var span: Span

  package init(
    currency: String? = nil, digits: String, suffix: String = "", per: String? = nil, span: Span
  ) {
    self.currency = currency
    self.digits = digits
    self.suffix = suffix
    self.per = per
    self.span = span
  }

  init(_ token: SyntaxToken) {
    span = token.span
    let bytes = Array(token.tree.source.bytes[Int(token.range.start)..<Int(token.range.end)])
    var offset = 0
    func take(while matches: (UInt8) -> Bool) -> String {
      let start = offset
      while offset < bytes.count, matches(bytes[offset]) { offset += 1 }
      return String(decoding: bytes[start..<offset], as: UTF8.self)
    }
    if let length = CurrencySign.length(bytes, at: 0) {
      currency = String(decoding: bytes[..<length], as: UTF8.self)
      offset = length
    }
    digits = take { $0.isDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") }
    suffix = take { $0.isWordByte || $0 == UInt8(ascii: "%") }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: " ") {
      offset += 1
      currency = take { $0.isLetter }
    }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "/") {
      offset += 1
      per = take { $0.isWordByte }
    }
  }
}

/// `2026-07-01`, `2026-07`, `2026-Q3` or `2026-W28`.
package struct DateSyntax: Hashable, Sendable {
  package var text: String
  package var span: Span

  package init(text: String, span: Span) {
    self.text = text
    self.span = span
  }
}

/// `true` or `false`.
package struct BooleanSyntax: Hashable, Sendable {
  package var value: Bool
  package var span: Span
}
