/// The difference of two texts in the unified form that `patch` and `git apply -p0` read; empty where they are equal.
///
/// - Parameters:
///   - old: A name and its text. Names that hold quotes, control characters or no ASCII are quoted as GNU diff does.
///   - new: The same of what takes its place.
///   - style: Plain is data and keeps every byte; coloured is for a terminal, which what was written must not steer.
/// - Returns: Lines, each with its end.
/// - Complexity: That of `LineDiff`.
package func unifiedDiff(
  old: (name: String, text: [UInt8]), new: (name: String, text: [UInt8]),
  style: UnifiedDiff.Style = .plain
) -> String {
  let (oldLines, newLines) = (lines(of: old.text), lines(of: new.text))
  let changes = LineDiff(oldLines, newLines).changes
  guard !changes.isEmpty else { return "" }
  var diff = UnifiedDiff(old: oldLines, new: newLines, style: style)
  diff.header("--- ", old.name)
  diff.header("+++ ", new.name)
  for hunk in UnifiedDiff.hunks(changes) { diff.write(hunk) }
  return diff.text
}

/// Writes hunks.
package struct UnifiedDiff {
  private let old: [ArraySlice<UInt8>]
  private let new: [ArraySlice<UInt8>]
  private let style: Style
  fileprivate private(set) var text = ""

  /// For programs or for a terminal.
  package enum Style: Sendable {
    case plain
    /// With ANSI escape sequences, and nothing else that a terminal would obey.
    case ansi
  }

  /// Equal lines around a change, by which readers and `patch` find the place.
  private static let contextLines = 3

  fileprivate init(old: [ArraySlice<UInt8>], new: [ArraySlice<UInt8>], style: Style) {
    self.old = old
    self.new = new
    self.style = style
  }

  /// Changes so near to one another that their contexts touch.
  fileprivate static func hunks(_ changes: [LineDiff.Change]) -> [[LineDiff.Change]] {
    var hunks: [[LineDiff.Change]] = []
    for change in changes {
      if let last = hunks.last?.last,
        change.old.lowerBound - last.old.upperBound <= 2 * contextLines
      {
        hunks[hunks.count - 1].append(change)
      } else {
        hunks.append([change])
      }
    }
    return hunks
  }

  fileprivate mutating func header(_ sign: String, _ name: String) {
    add(sign + quoted(name), "1")
  }

  fileprivate mutating func write(_ hunk: [LineDiff.Change]) {
    guard let first = hunk.first, let last = hunk.last else { return }
    let before = min(Self.contextLines, first.old.lowerBound)
    let after = min(Self.contextLines, old.count - last.old.upperBound)
    let oldRange = first.old.lowerBound - before..<last.old.upperBound + after
    let newRange = first.new.lowerBound - before..<last.new.upperBound + after
    add("@@ -\(Self.place(oldRange)) +\(Self.place(newRange)) @@", "36")
    var next = oldRange.lowerBound
    for change in hunk {
      for line in next..<change.old.lowerBound { add(" ", old[line], nil) }
      for line in change.old { add("-", old[line], "31") }
      for line in change.new { add("+", new[line], "32") }
      next = change.old.upperBound
    }
    for line in next..<oldRange.upperBound { add(" ", old[line], nil) }
  }

  /// Lines from 1; the line before where there are none; the count left out where it is 1.
  private static func place(_ range: Range<Int>) -> String {
    if range.isEmpty { return "\(range.lowerBound),0" }
    return range.count == 1 ? "\(range.lowerBound + 1)" : "\(range.lowerBound + 1),\(range.count)"
  }

  private mutating func add(_ sign: String, _ line: ArraySlice<UInt8>, _ colour: String?) {
    let isEnded = line.last == UInt8(ascii: "\n")
    add(sign + String(decoding: isEnded ? line.dropLast() : line, as: UTF8.self), colour)
    if !isEnded { add("\\ No newline at end of file", nil) }
  }

  private mutating func add(_ line: String, _ colour: String?) {
    switch style {
    case .plain: text += line
    case .ansi:
      let shown = printable(line)
      text += colour.map { "\u{1B}[\($0)m\(shown)\u{1B}[0m" } ?? shown
    }
    text += "\n"
  }
}

/// Each with its line end; the last may lack it.
func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
  var lines: [ArraySlice<UInt8>] = []
  var start = 0
  for (offset, byte) in text.enumerated() where byte == UInt8(ascii: "\n") {
    lines.append(text[start...offset])
    start = offset + 1
  }
  if start < text.count { lines.append(text[start...]) }
  return lines
}

/// As GNU diff and git write a name that would not stand on one line by itself.
private func quoted(_ name: String) -> String {
  let isPlain = name.utf8.allSatisfy { byte in
    byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }
  if isPlain { return name }
  var text = "\""
  for byte in name.utf8 {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      text += "\\" + String(UnicodeScalar(byte))
    case 0x0A: text += "\\n"
    case 0x09: text += "\\t"
    case 0x20..<0x7F: text += String(UnicodeScalar(byte))
    default:
      let digits = String(byte, radix: 8)
      text += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
    }
  }
  return text + "\""
}
