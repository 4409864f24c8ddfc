internal import PlanSyntax

/// How a file is written, so that what is added to it looks like the rest.
struct FileStyle {
  /// `\n`, or what the first line ends with.
  let lineEnd: String
  /// What a line inside a block begins with.
  let indentation: String

  /// Columns that a line has at most, as in the canonical layout.
  static let widthMax = 100

  init(_ source: SourceText) {
    let bytes = source.bytes
    let first = bytes.firstIndex(of: UInt8(ascii: "\n"))
    let endsAsWindowsDoes = first.map { $0 > 0 && bytes[$0 - 1] == UInt8(ascii: "\r") } ?? false
    lineEnd = endsAsWindowsDoes ? "\r\n" : "\n"
    var narrowest: ArraySlice<UInt8>?
    for start in source.lineStarts {
      let blanks = bytes[Int(start)...].prefix { $0 == 0x20 || $0 == 0x09 }
      let isEmpty = blanks.endIndex >= bytes.count || [10, 13].contains(bytes[blanks.endIndex])
      guard !blanks.isEmpty, !isEmpty, blanks.count < narrowest?.count ?? .max else { continue }
      narrowest = blanks
    }
    indentation = narrowest.map { String(decoding: $0, as: UTF8.self) } ?? "  "
  }

  /// Lines of the canonical layout as they stand in this file behind `outer`, without an end of the last one.
  func laidOut(_ text: String, behind outer: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { number, line in
      if line.isEmpty { return "" }
      let blanks = line.prefix { $0 == " " }.count
      let own =
        String(repeating: indentation, count: blanks / 2)
        + String(repeating: " ", count: blanks % 2)
      return (number == 0 ? "" : outer) + own + line.dropFirst(blanks)
    }.joined(separator: lineEnd)
  }
}

extension SourceText {
  /// The blanks that the line of a place begins with.
  func indentation(at offset: Int32) -> String {
    let start = Int(lineStarts[line(at: offset)])
    let blanks = bytes[start...].prefix { $0 == 0x20 || $0 == 0x09 }
    return String(decoding: blanks, as: UTF8.self)
  }

  /// Behind the last byte of a place's line, before its end.
  func endOfLine(at offset: Int32) -> Int32 { range(ofLine: line(at: offset)).end }

  /// Whether nothing but blanks stands between two places.
  func isBlank(from start: Int32, to end: Int32) -> Bool {
    start >= end || bytes[Int(start)..<Int(end)].allSatisfy { [0x20, 0x09, 0x0D].contains($0) }
  }

  /// Whether a line, from 0, has nothing on it; what is no line has nothing either.
  func isBlank(line: Int) -> Bool {
    guard lineStarts.indices.contains(line) else { return true }
    let range = range(ofLine: line)
    return isBlank(from: range.start, to: range.end)
  }
}

/// A statement in the canonical layout, on as many lines as it was typed; as it was typed where that is not certain.
func canonical(_ statement: SyntaxNode) -> String { canonical(statement.text) }

/// The same of its text.
func canonical(_ text: String) -> String {
  let parsed = parse(SourceText(file: FileID(raw: .max), path: "", bytes: Array(text.utf8)))
  guard parsed.diagnostics.isEmpty else { return text }
  var layout = String(decoding: format(parsed), as: UTF8.self)
  while layout.last == "\n" { layout.removeLast() }
  return layout
}
