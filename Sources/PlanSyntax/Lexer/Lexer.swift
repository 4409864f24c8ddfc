/// Cuts the bytes of a file into tokens.
///
/// Works on bytes only and never fails: what begins no token becomes `unknown`, one diagnostic a run. Texts are cut into
/// their segments and the tokens of their interpolations; `modes` remembers what is open.
struct Lexer: ~Copyable {
  let source: SourceText
  let bytes: [UInt8]
  var position = 0
  var tokens: TokenTable
  var diagnostics: [Diagnostic] = []
  /// Open texts and interpolations, innermost last.
  ///
  /// A stack on the heap: nesting here costs no call depth.
  var modes: [Mode] = []
  private var newlineBefore = false
  private let words = ReservedWordTable()

  struct Mode {
    enum Kind {
      case text
      case tripleText
      case interpolation
    }

    var kind: Kind
    /// Where its `"` or `\(` stands.
    var start: Int
    /// Parentheses open inside an interpolation.
    var parens = 0
  }

  init(_ source: SourceText) {
    self.source = source
    bytes = source.bytes
    tokens = TokenTable(byteCount: source.bytes.count)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// A lexer that goes on behind tokens it need not read: outside all texts, with a newline before the next token.
  init(_ source: SourceText, behind tokens: TokenTable) {
    self.init(source)
    self.tokens = tokens
    if let end = tokens.ends.last { position = Int(end) }
  }

  /// Reads the rest of the file; afterwards `tokens` ends with `endOfFile`.
  mutating func run() { _ = run(until: { _ -> Int? in nil }) }

  /// Reads on until a place that begins a line outside all texts says to stop.
  ///
  /// What follows such a place depends on nothing before it.
  ///
  /// - Parameter stop: Asked at the first token of each line, and where the file ends behind a newline; any value but
  ///   `nil` stops the lexer before that token.
  /// - Returns: That value; `nil` at the end of the file, which then is the last token.
  mutating func run<Found>(until stop: (_ offset: Int) -> Found?) -> Found? {
    while position < bytes.count {
      if let mode = modes.last, mode.kind != .interpolation {
        textPart(mode)
      } else {
        skipTrivia()
        if newlineBefore, modes.isEmpty, let found = stop(position) { return found }
        if position < bytes.count { token() }
      }
    }
    closeModesAtEnd()
    emit(.endOfFile, from: bytes.count)
    return nil
  }

  /// The byte at an offset, 0 behind the end.
  func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  /// Adds the token that ends at `position`.
  mutating func emit(_ kind: SyntaxKind, from start: Int) {
    tokens.append(kind, start, position, newlineBefore: newlineBefore)
    newlineBefore = false
  }

  /// Passes blanks, comments and newlines.
  ///
  /// No interpolation crosses a line, so a newline closes what is open.
  private mutating func skipTrivia() {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        position += 1
      case UInt8(ascii: "\n"):
        if !modes.isEmpty {
          closeModesAtNewline()
          if !modes.isEmpty { return }
        }
        newlineBefore = true
        position += 1
      case UInt8(ascii: "#"):
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
      case 0xC2 where byte(position + 1) == 0xA0:
        // A no-break space, which word processors leave behind.
        position += 2
      default:
        return
      }
    }
  }

  private mutating func token() {
    let start = position
    let first = bytes[position]
    switch first {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      word()
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      number(from: start)
    case UInt8(ascii: "\""):
      openText()
    case UInt8(ascii: "\\") where byte(position + 1) == UInt8(ascii: "("):
      openInterpolation()
    case UInt8(ascii: "$"), 0x80...:
      signOrUnknown()
    default:
      punctuation(first)
    }
  }

  private mutating func word() {
    let start = position
    var packed: UInt64 = 0
    while position < bytes.count, bytes[position].isWordByte {
      let length = position - start
      if length < 8 { packed |= UInt64(bytes[position]) << UInt64(8 * length) }
      position += 1
    }
    emit(position - start <= 8 ? words.kind(packed) : .identifier, from: start)
  }

  private mutating func punctuation(_ first: UInt8) {
    let start = position
    let second = byte(position + 1)
    let (kind, length) = Self.punctuation(first, second)
    if kind == .unknown { return unknown() }
    position += length
    if let top = modes.indices.last {
      // Inside an interpolation: its own `)` closes it.
      if kind == .leftParen {
        modes[top].parens += 1
      } else if kind == .rightParen {
        if modes[top].parens == 0 {
          modes.removeLast()
          return emit(.interpolationEnd, from: start)
        }
        modes[top].parens -= 1
      }
    }
    emit(kind, from: start)
  }

  private static func punctuation(_ first: UInt8, _ second: UInt8) -> (SyntaxKind, length: Int) {
    let followedByEquals = second == UInt8(ascii: "=")
    switch first {
    case UInt8(ascii: "{"): return (.leftBrace, 1)
    case UInt8(ascii: "}"): return (.rightBrace, 1)
    case UInt8(ascii: "["): return (.leftBracket, 1)
    case UInt8(ascii: "]"): return (.rightBracket, 1)
    case UInt8(ascii: "("): return (.leftParen, 1)
    case UInt8(ascii: ")"): return (.rightParen, 1)
    case UInt8(ascii: ","): return (.comma, 1)
    case UInt8(ascii: ":"): return (.colon, 1)
    case UInt8(ascii: "."): return second == first ? (.rangeDots, 2) : (.dot, 1)
    case UInt8(ascii: "="):
      if followedByEquals { return (.equalEqual, 2) }
      return second == UInt8(ascii: ">") ? (.fatArrow, 2) : (.equals, 1)
    case UInt8(ascii: "-"): return second == UInt8(ascii: ">") ? (.arrow, 2) : (.minus, 1)
    case UInt8(ascii: "@"): return (.at, 1)
    case UInt8(ascii: "?") where second == first: return (.coalesce, 2)
    case UInt8(ascii: "!") where followedByEquals: return (.notEqual, 2)
    case UInt8(ascii: "<"): return followedByEquals ? (.lessEqual, 2) : (.less, 1)
    case UInt8(ascii: ">"): return followedByEquals ? (.greaterEqual, 2) : (.greater, 1)
    case UInt8(ascii: "+"): return (.plus, 1)
    case UInt8(ascii: "*"): return (.star, 1)
    case UInt8(ascii: "/"): return (.slash, 1)
    default: return (.unknown, 1)
    }
  }
}

/// The reserved words, found by one multiplication.
///
/// Open addressing over the word's bytes packed into eight, which every reserved word fits; built once a file.
private struct ReservedWordTable {
  private var keys: [UInt64]
  private var kinds: [SyntaxKind]

  init() {
    keys = Array(repeating: 0, count: 128)
    kinds = Array(repeating: .identifier, count: 128)
    for (text, kind) in SyntaxKind.reservedWords {
      var packed: UInt64 = 0
      for index in 0..<min(8, text.utf8CodeUnitCount) {
        packed |= UInt64(text.utf8Start[index]) << UInt64(8 * index)
      }
      let slot = slot(packed)
      keys[slot] = packed
      kinds[slot] = kind
    }
  }

  func kind(_ packed: UInt64) -> SyntaxKind { kinds[slot(packed)] }

  /// The slot that holds the key, or the free one where it would stand.
  private func slot(_ packed: UInt64) -> Int {
    // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4): the top bits of a product with 2^64 / φ.
    var slot = Int(truncatingIfNeeded: (packed &* 0x9E37_79B9_7F4A_7C15) >> 57)
    while keys[slot] != 0, keys[slot] != packed { slot = (slot + 1) & 127 }
    return slot
  }
}

extension UInt8 {
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
  var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }
  /// Whether a name may hold it.
  var isWordByte: Bool { isLetter || isDigit || self == UInt8(ascii: "_") }
}
