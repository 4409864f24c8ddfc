/// A line of prose broken at its blanks into lines of at most some columns; a word that is longer has a line of its own.
///
/// Blanks at the beginning stay; a text without any words is one empty line.
///
/// - Complexity: O(length).
package func wrapped(_ text: String, columns: Int) -> [String] {
  guard textWidth(text) > columns else { return [text] }
  var lines: [String] = []
  var line = String(text.prefix { $0 == " " })
  var width = line.count
  var isEmpty = true
  for word in text.split(separator: " ") {
    let needed = textWidth(word)
    if !isEmpty, width + 1 + needed > columns {
      lines.append(line)
      (line, width, isEmpty) = ("", 0, true)
    }
    if !isEmpty { line += " " }
    width += needed + (isEmpty ? 0 : 1)
    line += word
    isEmpty = false
  }
  return lines + [line]
}
