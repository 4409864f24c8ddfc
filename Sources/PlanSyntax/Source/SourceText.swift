/// The bytes of one file and where its lines begin.
///
/// Everything that points into a plan is a byte range; lines and columns are computed when somebody wants to read them.
package final class SourceText: Sendable {
  package let file: FileID
  /// As the user named it; `<stdin>` for standard input.
  package let path: String
  package let bytes: [UInt8]
  /// Offset of the first byte of every line; the first is 0.
  package let lineStarts: [Int32]

  /// Files above this are refused before they are read: a plan of 100,000 initiatives has 10 MB.
  package static let sizeMax = 16_000_000

  package init(file: FileID, path: String, bytes: [UInt8]) {
    self.file = file
    self.path = path
    self.bytes = bytes
    var starts: [Int32] = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(Int32(offset + 1))
    }
    lineStarts = starts
  }

  /// A text whose lines are known already.
  init(file: FileID, path: String, bytes: [UInt8], lineStarts: [Int32]) {
    self.file = file
    self.path = path
    self.bytes = bytes
    self.lineStarts = lineStarts
  }

  package convenience init(_ text: String, path: String = "test.plan") {
    self.init(file: FileID(raw: 0), path: path, bytes: Array(text.utf8))
  }

  /// Where the text begins: behind a byte order mark, which is no part of it.
  package var textStart: Int32 { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// The text of a range, with bytes that are no UTF-8 replaced.
  package func text(_ range: TextRange) -> String {
    String(decoding: bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
  }

  /// Line, from 0, that holds the byte at `offset`.
  ///
  /// - Complexity: O(log lines).
  package func line(at offset: Int32) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a line, from 0, without its line end.
  package func range(ofLine line: Int) -> TextRange {
    let start = lineStarts[line]
    var end = line + 1 < lineStarts.count ? lineStarts[line + 1] : Int32(bytes.count)
    while end > start, [10, 13].contains(bytes[Int(end) - 1]) { end -= 1 }
    return TextRange(start: start, end: end)
  }

  /// Line and column as people count them: from 1, columns in Unicode scalars.
  package func position(at offset: Int32) -> (line: Int, column: Int) {
    let line = line(at: offset)
    let start = max(Int(lineStarts[line]), Int(textStart))
    // Continuation bytes (10xxxxxx) start no scalar.
    let column = bytes[start..<max(start, Int(offset))].count { $0 & 0xC0 != 0x80 }
    return (line + 1, column + 1)
  }
}

/// Which file, as a small number: nothing below the shells asks for a path to open.
package struct FileID: Hashable, Comparable, Sendable {
  package let raw: Int32
  package init(raw: Int32) { self.raw = raw }
  package static func < (left: FileID, right: FileID) -> Bool { left.raw < right.raw }
}

/// Bytes `start ..< end` of a file.
package struct TextRange: Hashable, Sendable {
  package var start: Int32
  package var end: Int32

  package init(start: Int32, end: Int32) {
    self.start = start
    self.end = end
  }

  package var count: Int32 { end - start }
}

/// A range of a file.
package struct Span: Hashable, Sendable {
  package var file: FileID
  package var range: TextRange

  package init(file: FileID, range: TextRange) {
    self.file = file
    self.range = range
  }
}
