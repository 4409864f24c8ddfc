/// The tokens of a file as columns; the last one is always `endOfFile`.
///
/// Blanks, newlines and comments are no tokens: they are the bytes between the end of one token and the start of the
/// next, so nothing can be lost.
struct TokenTable: Equatable, Sendable {
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

  /// Adds tokens of another table, moved by so many bytes.
  ///
  /// - Complexity: O(tokens added), by copying.
  mutating func append(_ range: Range<Int>, of other: TokenTable, shiftedBy shift: Int32) {
    kinds += other.kinds[range]
    starts.append(other.starts[range], shiftedBy: shift)
    ends.append(other.ends[range], shiftedBy: shift)
    newlineBefore += other.newlineBefore[range]
  }

  /// The first token that ends at a place or behind it; the last one if there is none.
  ///
  /// - Complexity: O(log count).
  func firstToken(endingFrom offset: Int32) -> Int {
    min(ends.firstIndex(above: offset - 1), count - 1)
  }

  /// The token that begins a line and stands at a place, if there is one.
  ///
  /// - Complexity: O(log count).
  func lineStart(at offset: Int32) -> Int? {
    // Empty tokens may stand at the place of the next one.
    var index = starts.firstIndex(above: offset - 1)
    while index < count, starts[index] == offset {
      if newlineBefore[index] { return index }
      index += 1
    }
    return nil
  }

  func range(_ index: Int) -> TextRange { TextRange(start: starts[index], end: ends[index]) }
}
