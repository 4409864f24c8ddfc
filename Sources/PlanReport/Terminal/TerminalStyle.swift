import PlanModel

/// How a document looks in a terminal.
package struct TerminalStyle: Sendable {
  /// Columns to fill; below `leastWidth` they are not used any narrower.
  package var width: Int
  /// Whether ANSI escape sequences may be used.
  package var isColored: Bool

  package init(width: Int = 80, isColored: Bool = false) {
    self.width = max(width, TerminalStyle.leastWidth)
    self.isColored = isColored
  }

  /// Narrower than this no table can be read.
  package static let leastWidth = 40

  /// Text lines longer than this are tiring; tables may use all of the width.
  static let readableWidth = 96

  var textWidth: Int { min(width, TerminalStyle.readableWidth) }

  func paint(_ line: StyledLine) -> String {
    line.pieces.map { paint($0.text, $0.style) }.joined()
  }

  func paint(_ text: String, _ style: Prose.Style) -> String {
    guard isColored else { return text }
    switch style {
    case .plain, .figure: return text
    case .strong: return "\u{1B}[1m\(text)\u{1B}[0m"
    case .emphasis: return "\u{1B}[3m\(text)\u{1B}[0m"
    case .code: return "\u{1B}[36m\(text)\u{1B}[0m"
    case .standing(.green): return "\u{1B}[32m\(text)\u{1B}[0m"
    case .standing(.amber): return "\u{1B}[33m\(text)\u{1B}[0m"
    case .standing(.red): return "\u{1B}[1;31m\(text)\u{1B}[0m"
    }
  }

  func heading(_ text: String) -> String {
    isColored ? "\u{1B}[1;34m\(text)\u{1B}[0m" : text
  }

  func faint(_ text: String) -> String { isColored ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}
