internal import PlanText

/// A line of a terminal: pieces of text with their style, of known width.
struct StyledLine: Equatable {
  struct Piece: Equatable {
    var text: String
    var style: Prose.Style
  }

  var pieces: [Piece] = []
  var width = 0

  mutating func append(_ text: String, _ style: Prose.Style) {
    guard !text.isEmpty else { return }
    width += textWidth(text)
    if let last = pieces.last, last.style == style {
      pieces[pieces.count - 1].text += text
    } else {
      pieces.append(Piece(text: text, style: style))
    }
  }

  mutating func append(_ other: StyledLine) {
    for piece in other.pieces { append(piece.text, piece.style) }
  }
}

extension Prose {
  /// Broken at blanks into lines of at most `width` columns; a word that is longer is broken
  /// where it has to be.
  ///
  /// - Complexity: O(length).
  func lines(width: Int) -> [StyledLine] {
    let width = max(1, width)
    var lines: [StyledLine] = []
    var line = StyledLine()
    for word in words {
      if line.width > 0, line.width + 1 + word.width > width {
        lines.append(line)
        line = StyledLine()
      }
      if line.width > 0 { line.append(" ", .plain) }
      guard word.width > width else {
        line.append(word)
        continue
      }
      for piece in word.pieces {
        for character in piece.text {
          if line.width + textWidth(character) > width, line.width > 0 {
            lines.append(line)
            line = StyledLine()
          }
          line.append(String(character), piece.style)
        }
      }
    }
    if line.width > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// The width of the longest word, and of all of it on one line.
  var widths: (least: Int, natural: Int) {
    let all = words.map(\.width)
    return (all.max() ?? 0, all.reduce(0, +) + max(0, all.count - 1))
  }

  /// What stands between blanks.
  ///
  /// A figure keeps its blanks.
  private var words: [StyledLine] {
    var words: [StyledLine] = []
    var word = StyledLine()
    for run in runs {
      for character in run.text {
        let printed = printable(character)
        if printed == " " && run.style != .figure {
          if word.width > 0 { words.append(word) }
          word = StyledLine()
        } else {
          word.append(printed, run.style)
        }
      }
    }
    if word.width > 0 { words.append(word) }
    return words
  }
}

/// The character as a terminal may have it.
///
/// What users wrote must not steer the reader's terminal.
private func printable(_ character: Character) -> String {
  if character.isWhitespace { return " " }
  return character.unicodeScalars.contains(where: \.isObeyed) ? "\u{FFFD}" : String(character)
}
