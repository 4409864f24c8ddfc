extension SourceText {
  /// The file with other bytes in some places.
  ///
  /// - Parameter edits: Of this file, none overlapping another; those at one place come in their order.
  /// - Returns: The file under the same number and name.
  /// - Complexity: O(bytes + edits * log edits).
  package func replacing(_ edits: [Diagnostic.Edit]) -> SourceText {
    let inOrder = edits.enumerated().sorted {
      ($0.element.span.range.start, $0.offset) < ($1.element.span.range.start, $1.offset)
    }
    var result: [UInt8] = []
    var offset = 0
    for (_, edit) in inOrder {
      let range = clamped(edit.span.range)
      let start = max(offset, Int(range.start))
      result += bytes[offset..<start]
      result += Array(edit.replacement.utf8)
      offset = max(start, Int(range.end))
    }
    result += bytes[offset...]
    return SourceText(file: file, path: path, bytes: result)
  }
}
