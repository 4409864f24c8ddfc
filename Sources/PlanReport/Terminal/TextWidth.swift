/// How many columns text takes in a terminal.
///
/// Wide are what Unicode's East Asian Width (UAX #11) calls W and F, and emoji; whatever joins the letter before takes none.
func textWidth(_ text: String) -> Int { text.reduce(0) { $0 + textWidth($1) } }

func textWidth(_ character: Character) -> Int {
  // Nearly all text.
  if character.isASCII { return 1 }
  let scalars = character.unicodeScalars
  guard let first = scalars.first else { return 0 }
  if first.properties.isEmojiPresentation || isWide(first.value) { return 2 }
  if scalars.contains(where: { $0.value == 0xFE0F }) { return 2 }
  switch first.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: return 1
  }
}

/// Blocks of wide characters, from EastAsianWidth.txt of Unicode 16, gaps of unassigned code
/// points closed.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
  0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
  0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
  0x1D300...0x1D376, 0x20000...0x3FFFD,
]

private func isWide(_ value: UInt32) -> Bool {
  guard value >= 0x1100 else { return false }
  return wideRanges.contains { $0.contains(value) }
}
