/// A change of a text: the bytes of a range give way to others.
package struct SourceEdit: Hashable, Sendable {
  /// What is replaced, in the text as it was; empty where something is only inserted.
  package var range: TextRange
  package var replacement: [UInt8]

  package init(_ range: TextRange, _ replacement: [UInt8]) {
    self.range = range
    self.replacement = replacement
  }

  /// Bytes that everything behind the edit moves by.
  var shift: Int32 { Int32(truncatingIfNeeded: replacement.count) - range.count }
}

extension SourceText {
  /// The text after an edit, under the same name.
  ///
  /// Lines are counted in the replacement only. A range that reaches beyond the text is taken as far as the text goes.
  ///
  /// - Complexity: O(bytes), all but those of the replacement by copying.
  package func applying(_ edit: SourceEdit) -> SourceText {
    let edit = edit.clamped(to: Int32(truncatingIfNeeded: bytes.count))
    let (start, end) = (Int(edit.range.start), Int(edit.range.end))
    var changed: [UInt8] = []
    changed.reserveCapacity(bytes.count + edit.replacement.count)
    changed += bytes[..<start]
    changed += edit.replacement
    changed += bytes[end...]
    // A line begins behind a newline: those up to the start of the edit, and those that begin after its end, remain.
    let kept = lineStarts.firstIndex(above: edit.range.start)
    let moved = lineStarts.firstIndex(above: edit.range.end)
    var starts: [Int32] = []
    starts.reserveCapacity(lineStarts.count + edit.replacement.count / 8)
    starts += lineStarts[..<kept]
    for (offset, byte) in edit.replacement.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(Int32(truncatingIfNeeded: start + offset + 1))
    }
    starts.append(lineStarts[moved...], shiftedBy: edit.shift)
    return SourceText(file: file, path: path, bytes: changed, lineStarts: starts)
  }
}

extension SourceEdit {
  /// The edit with its range inside a text of so many bytes.
  func clamped(to count: Int32) -> SourceEdit {
    let start = min(max(range.start, 0), count)
    return SourceEdit(TextRange(start: start, end: min(max(range.end, start), count)), replacement)
  }
}

extension [Int32] {
  /// Index of the first number above `value` in a list that ascends; the count if there is none.
  ///
  /// - Complexity: O(log count).
  func firstIndex(above value: Int32) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Adds numbers, each moved by the same amount.
  mutating func append(_ numbers: ArraySlice<Int32>, shiftedBy shift: Int32) {
    let first = count
    append(contentsOf: numbers)
    guard shift != 0 else { return }
    withUnsafeMutableBufferPointer { buffer in
      for index in first..<buffer.count { buffer[index] &+= shift }
    }
  }
}
