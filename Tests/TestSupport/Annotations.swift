/// Diagnostics as comments under the line they are about: `#! 3..7 E0202 headline`, columns from 1, the end exclusive.
///
/// They are taken out before the plan is read, so that they change no line number, and put back afterwards: a case is right
/// when the file comes back as it was.
package enum Annotations {
  package struct Note {
    /// From 1; 0 for a diagnostic without a place.
    package var line: Int
    package var columns: String
    package var text: String

    package init(line: Int, columns: String, text: String) {
      self.line = line
      self.columns = columns
      self.text = text
    }
  }

  private static let marker = "#! "

  package static func strip(_ source: String) -> String {
    source.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix(marker) }
      .joined(separator: "\n")
  }

  package static func annotate(_ source: String, with notes: [Note]) -> String {
    var result = notes.filter { $0.line == 0 }.map { "\(marker)\($0.text)" }
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      // What is about the end of the file stands before its last line break.
      let isLast = index == lines.count - 1
      if !isLast { result.append(String(line)) }
      for note in notes where note.line == index + 1 {
        result.append("\(marker)\(note.columns) \(note.text)")
      }
      if isLast { result.append(String(line)) }
    }
    return result.joined(separator: "\n")
  }
}
