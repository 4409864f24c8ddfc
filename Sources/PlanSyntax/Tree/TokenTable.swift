/// The tokens of a file as columns; the last one is always `endOfFile`.
///
/// Blanks, newlines and comments are no tokens: they are the bytes between the end of one token and the start of the
/// next, so nothing can be lost.
struct TokenTable: Sendable {
  private(set) var kinds: [SyntaxKind] = []
  private(set) var starts: [Int32] = []
  private(set) var ends: [Int32] = []
  /// Whether a newline stands between the token and the one before it.
  private(set) var newlineBefore: [Bool] = []

  /// - Parameter byteCount: Size of the file; plans have a token in about five bytes.
  init(byteCount: Int) {
    let expected = byteCount / 5 + 8
    kinds.reserveCapacity(expected)
    starts.reserveCapacity(expected)
    ends.reserveCapacity(expected)
    newlineBefore.reserveCapacity(expected)
  }

  var count: Int { kinds.count }

  mutating func append(_ kind: SyntaxKind, _ start: Int, _ end: Int, newlineBefore newline: Bool) {
    kinds.append(kind)
    starts.append(Int32(truncatingIfNeeded: start))
    ends.append(Int32(truncatingIfNeeded: end))
    newlineBefore.append(newline)
  }

  func range(_ index: Int) -> TextRange { TextRange(start: starts[index], end: ends[index]) }
}
