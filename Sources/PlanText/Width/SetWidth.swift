/// How wide a text is at most where it is set in a proportional sans-serif face, in thousandths of the size of its type.
///
/// Whoever draws cannot know which face a reader has, so this is the widest of those that stand in for each other: Helvetica
/// and Arial, as Liberation Sans 2.1 measures them, and DejaVu Sans 2.37, which is as wide as Verdana. Ideographs are squares;
/// a picture is as wide as Noto Color Emoji draws it. So a text may come out narrower, and never wider.
///
/// - Complexity: O(length).
package func setWidth(_ text: some StringProtocol) -> Int {
  var sum = 0
  for character in text { sum += setWidth(character) }
  return sum
}

/// The same of one character.
package func setWidth(_ character: Character) -> Int {
  if let ascii = character.asciiValue {
    return ascii >= 0x20 && ascii < 0x7F ? asciiWidths[Int(ascii) - 0x20] : blankWidth
  }
  if character.isDrawnAsPicture { return pictureWidth }
  var sum = 0
  for scalar in character.unicodeScalars where textWidth(Character(scalar)) > 0 {
    sum += width(of: scalar)
  }
  return sum
}

/// The text in at most so much width, cut at a character and ended with `…` where it is too long.
///
/// - Parameters:
///   - text: Any text, whose line breaks count as blanks.
///   - limit: In thousandths of the size of its type.
/// - Returns: The text itself where it fits; nothing where not even `…` does.
/// - Complexity: O(characters that fit).
package func shortened(_ text: String, toSetWidth limit: Int) -> String {
  var sum = 0
  // Where the text can be cut so that the mark of omission still fits behind it.
  var cut: String.Index?
  for index in text.indices {
    if sum + ellipsisWidth <= limit { cut = index }
    sum += setWidth(text[index])
    guard sum <= limit else {
      guard let cut else { return "" }
      var kept = text[..<cut]
      while let last = kept.last, last.isWhitespace { kept.removeLast() }
      return kept + "…"
    }
  }
  return text
}

extension Character {
  /// Whether it is shown as a picture of more or less a square: emoji, flags, what a selector asks to be shown so.
  fileprivate var isDrawnAsPicture: Bool {
    unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0xFE0F, 0x1F000...0x1FAFF: true
      // Symbols that are wide in a terminal are those that are shown as emoji unasked.
      case 0x2300...0x2BFF: textWidth(self) == 2
      default: false
      }
    }
  }
}

private func width(of scalar: Unicode.Scalar) -> Int {
  let value = scalar.value
  if value < 0x80 {
    return value < 0x20 || value == 0x7F ? blankWidth : asciiWidths[Int(value) - 0x20]
  }
  if textWidth(Character(scalar)) > 1 { return squareWidth }
  for (range, width) in widestOfRange where range.contains(value) { return width }
  return otherWidth
}

private let blankWidth = 318
private let ellipsisWidth = 1_000
private let squareWidth = 1_000
private let pictureWidth = 1_300
/// As wide as the widest letters of most scripts, ligatures among them.
private let otherWidth = 1_250

/// From the blank to the tilde.
private let asciiWidths = [
  318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636,
  636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 556, 1015, 684, 686, 722, 770, 667,
  611, 778, 752, 295, 500, 667, 557, 863, 748, 787, 667, 787, 722, 667, 611, 732, 684, 989, 685,
  667, 685, 390, 337, 390, 838, 556, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579,
  278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
]

/// The widest letter of each block that Latin, Greek, Cyrillic, Armenian, Hebrew and Arabic text is made of.
private let widestOfRange: [(range: ClosedRange<UInt32>, width: Int)] = [
  (0x80...0xFF, 1_000), (0x100...0x17F, 1_070), (0x370...0x3FF, 934), (0x400...0x42F, 1_094),
  (0x430...0x45F, 942), (0x530...0x58F, 980), (0x590...0x5FF, 709), (0x600...0x6FF, 1_221),
  (0x1E00...0x1EFF, 989), (0x2010...0x2015, 1_000), (0x2018...0x2027, 1_000),
]
