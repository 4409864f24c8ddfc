/// The text with every tab as four blanks, and what a terminal would obey, or a reader be misled by, as `�`.
///
/// Four blanks wherever the tab stands: marks below the text line up, which a real tab stop would not promise. What comes back
/// stands on one line.
package func printable(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if scalar == "\t" {
      result.append(contentsOf: "    ".unicodeScalars)
    } else {
      result.append(scalar.isObeyed ? "\u{FFFD}" : scalar)
    }
  }
  return String(result)
}

extension Unicode.Scalar {
  /// Whether whoever shows the character does something else than show it: a control character, a separator of lines, or a
  /// mark that turns the reading direction of what follows.
  ///
  /// Marks of direction make source read as what it is not (Boucher & Anderson, "Trojan Source", 2021).
  package var isObeyed: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
