/// How many columns of a terminal a text takes, tabs and control characters having been made printable.
///
/// Wide are the blocks that Unicode's East Asian Width (UAX #11, version 16) lists as W or F, emoji with them; combining
/// marks, joiners and selectors take nothing.
func displayWidth(_ text: String) -> Int {
  var width = 0
  for scalar in text.unicodeScalars { width += columns(scalar) }
  return width
}

/// The text with every tab as four blanks, and what a terminal would obey as `�`.
///
/// Four blanks wherever the tab stands: marks below the text line up, which a real tab stop would not promise.
func printable(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x09: result.append(contentsOf: "    ".unicodeScalars)
    case 0..<0x20, 0x7F..<0xA0: result.append("\u{FFFD}")
    // Marks that turn the reading direction of what follows (Boucher & Anderson, "Trojan Source", 2021).
    case 0x202A...0x202E, 0x2066...0x2069: result.append("\u{FFFD}")
    default: result.append(scalar)
    }
  }
  return String(result)
}

private func columns(_ scalar: Unicode.Scalar) -> Int {
  let value = scalar.value
  if value < 0x300 { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: break
  }
  return wideBlocks.contains { $0.contains(value) } ? 2 : 1
}

private let wideBlocks: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
  0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
  0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
]
