internal import PlanText

/// The piece of a line that is shown for a span, and where the span's marks stand below it.
struct Excerpt {
  /// Printable: tabs are blanks, control characters and broken bytes are `�`.
  private(set) var text: String
  /// Columns before the marks.
  private(set) var markColumn: Int
  /// Columns under the span, at least one.
  private(set) var markWidth: Int
  /// Whether the line is longer than what is shown.
  private(set) var isCut: Bool

  /// Columns shown of a line where there is no terminal to fill: a file of one line must not be printed whole.
  static let columnsMax = 110
  /// Columns kept before the span where a line is cut; fewer in a narrow terminal.
  private static let contextMax = 40

  /// - Parameters:
  ///   - source: The file.
  ///   - line: Counted from 0.
  ///   - span: Bytes to mark; what lies beyond the line is left out.
  ///   - columns: Columns that the text may take.
  init(_ source: SourceText, line: Int, span: TextRange, columns: Int = Excerpt.columnsMax) {
    let whole = source.range(ofLine: line)
    let start = min(max(span.start, whole.start), whole.end)
    let end = min(max(span.end, start), whole.end)
    // Of a line of megabytes no more is looked at than can be shown: a character that takes columns has no more than four
    // bytes, but for the marks that join it.
    let bytesMax = Int32(clamping: columns * 8)
    let before = printable(
      source.text(
        TextRange(
          start: source.offset(start, movedBack: columns, notBefore: whole.start), end: start)))
    let marked = printable(source.text(source.piece(start, end, bytesMax)))
    let after = printable(source.text(source.piece(end, whole.end, bytesMax)))
    let fits =
      whole.count <= bytesMax
      && textWidth(before) + textWidth(marked) + textWidth(after) <= columns
    guard !fits else {
      text = before + marked + after
      while text.last == " " { text.removeLast() }
      markColumn = textWidth(before)
      markWidth = max(1, textWidth(marked))
      isCut = false
      return
    }
    let left = suffix(of: before, columns: min(Self.contextMax, columns * 2 / 5))
    let isCutLeft = left.count < before.count || start - whole.start > Int32(before.utf8.count)
    let leftMark = isCutLeft ? "…" : ""
    var room = max(1, columns - textWidth(left) - 2)
    let shown = prefix(of: marked, columns: room)
    room -= textWidth(shown)
    let right = shown.count < marked.count ? "" : prefix(of: after, columns: room)
    let isCutRight = shown.count < marked.count || right.count < after.count
    text = leftMark + left + shown + right + (isCutRight ? "…" : "")
    while text.last == " " { text.removeLast() }
    markColumn = textWidth(leftMark) + textWidth(left)
    markWidth = max(1, textWidth(shown))
    isCut = true
  }
}

/// The longest end of a text that fits into some columns.
private func suffix(of text: String, columns: Int) -> Substring {
  var left = columns
  var start = text.endIndex
  for index in text.indices.reversed() {
    left -= textWidth(text[index])
    guard left >= 0 else { break }
    start = index
  }
  return text[start...]
}

extension SourceText {
  /// A range that lies inside the file, whatever was given.
  func clamped(_ range: TextRange) -> TextRange {
    let count = Int32(clamping: bytes.count)
    let start = min(max(0, range.start), count)
    return TextRange(start: start, end: min(max(start, range.end), count))
  }

  /// The offset some characters to the left.
  fileprivate func offset(
    _ offset: Int32, movedBack characters: Int, notBefore limit: Int32
  ) -> Int32 {
    var offset = offset
    var left = characters
    while offset > limit, left > 0 {
      offset -= 1
      while offset > limit, isContinuation(offset) { offset -= 1 }
      left -= 1
    }
    return offset
  }

  /// The beginning of a range, whole characters of no more than some bytes.
  fileprivate func piece(_ start: Int32, _ end: Int32, _ bytesMax: Int32) -> TextRange {
    guard end - start > bytesMax else { return TextRange(start: start, end: end) }
    var cut = start + bytesMax
    while cut > start, isContinuation(cut) { cut -= 1 }
    return TextRange(start: start, end: cut)
  }

  private func isContinuation(_ offset: Int32) -> Bool { bytes[Int(offset)] & 0xC0 == 0x80 }
}
