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

  /// Characters shown of a line: a terminal's width, and a file of one line must not be printed whole.
  static let lengthMax = 110
  /// Characters kept before the span where a line is cut.
  private static let contextMax = 40

  /// - Parameters:
  ///   - source: The file.
  ///   - line: Counted from 0.
  ///   - span: Bytes to mark; what lies beyond the line is left out.
  init(_ source: SourceText, line: Int, span: TextRange) {
    let whole = source.range(ofLine: line)
    let start = min(max(span.start, whole.start), whole.end)
    let end = min(max(span.end, start), whole.end)
    var shown = whole
    if whole.count > Int32(Self.lengthMax) {
      shown.start = source.offset(start, movedBack: Self.contextMax, notBefore: whole.start)
      shown.end = source.offset(shown.start, moved: Self.lengthMax, notAfter: whole.end)
    }
    let before = printable(source.text(TextRange(start: shown.start, end: start)))
    let marked = printable(
      source.text(TextRange(start: start, end: max(start, min(end, shown.end)))))
    let after = printable(
      source.text(TextRange(start: max(start, min(end, shown.end)), end: shown.end)))
    let left = shown.start > whole.start ? "…" : ""
    let right = shown.end < whole.end ? "…" : ""
    var text = left + before + marked + after + right
    while text.last == " " { text.removeLast() }
    self.text = text
    markColumn = textWidth(left + before)
    markWidth = max(1, textWidth(marked))
    isCut = shown != whole
  }
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

  /// The offset some characters to the right.
  fileprivate func offset(_ offset: Int32, moved characters: Int, notAfter limit: Int32) -> Int32 {
    var offset = offset
    var left = characters
    while offset < limit, left > 0 {
      offset += 1
      while offset < limit, isContinuation(offset) { offset += 1 }
      left -= 1
    }
    return offset
  }

  private func isContinuation(_ offset: Int32) -> Bool { bytes[Int(offset)] & 0xC0 == 0x80 }
}
