internal import PlanSyntax

/// One line of a lock file, piece by piece.
struct LockLine {
  /// What stands between blanks, or in quotes.
  struct Piece {
    let text: String
    let isQuoted: Bool
    let span: Span

    /// Whether it has the form of a name of a plan: words with points between them.
    var isName: Bool {
      guard !isQuoted else { return false }
      return text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        .allSatisfy { word in
          guard let first = word.first, !(0x30...0x39).contains(first) else { return false }
          return word.allSatisfy { $0.isPartOfWord }
        }
    }
  }

  private let source: SourceText
  private let range: TextRange
  private var offset: Int32

  init(_ source: SourceText, _ range: TextRange) {
    self.source = source
    self.range = range
    offset = range.start
  }

  /// All of it.
  var span: Span { Span(file: source.file, range: range) }

  /// Where it ends.
  var end: Span {
    Span(file: source.file, range: TextRange(start: range.end, end: range.end))
  }

  /// Whether git left it there: `<<<<<<<`, `|||||||`, `=======`, `>>>>>>>`.
  var isMark: Bool {
    let bytes = source.bytes[Int(range.start)..<Int(range.end)]
    guard let first = bytes.first, "<|=>".utf8.contains(first) else { return false }
    return bytes.prefix(7).count == 7 && bytes.prefix(7).allSatisfy { $0 == first }
  }

  /// The next piece; `nil` at the end and before a comment.
  mutating func next() -> Piece? {
    while offset < range.end, source.bytes[Int(offset)].isBlank { offset += 1 }
    guard offset < range.end, source.bytes[Int(offset)] != UInt8(ascii: "#") else { return nil }
    let start = offset
    if source.bytes[Int(start)] == UInt8(ascii: "\""), let text = quoted() {
      return Piece(text: text, isQuoted: true, span: span(from: start))
    }
    offset = start
    while offset < range.end, !source.bytes[Int(offset)].isBlank { offset += 1 }
    let piece = span(from: start)
    return Piece(text: source.text(piece.range), isQuoted: false, span: piece)
  }

  private func span(from start: Int32) -> Span {
    Span(file: source.file, range: TextRange(start: start, end: offset))
  }

  /// What stands between quotes; `nil` where the second is missing.
  private mutating func quoted() -> String? {
    var bytes: [UInt8] = []
    offset += 1
    while offset < range.end {
      let byte = source.bytes[Int(offset)]
      offset += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: bytes, as: UTF8.self) }
      if byte == UInt8(ascii: "\\"), offset < range.end {
        bytes.append(source.bytes[Int(offset)])
        offset += 1
      } else {
        bytes.append(byte)
      }
    }
    return nil
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D }

  fileprivate var isPartOfWord: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
    default: false
    }
  }
}
