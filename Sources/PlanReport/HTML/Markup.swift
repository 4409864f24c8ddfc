internal import PlanText

/// Text that means nothing but itself in HTML and XML, in content as in attributes between double quotes.
///
/// Line breaks and tabs become blanks; what a reader's program would obey, or what no XML may hold, becomes `�`; marks that only
/// say which way letters near them run are left out.
///
/// - Complexity: O(length).
func markup(_ text: String) -> String { escaped(text, keepingMarks: false) }

/// The same inside a line of a document: what runs from right to left is kept from turning what stands beside it.
func inlineMarkup(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 >= 0xD6 }), text.unicodeScalars.contains(where: \.runsLeft)
  else { return escaped(text, keepingMarks: false) }
  return "<bdi>" + escaped(text, keepingMarks: true) + "</bdi>"
}

private func escaped(_ text: String, keepingMarks: Bool) -> String {
  // Most text of most plans.
  if !text.utf8.contains(where: \.isNoted) { return text }
  var result = ""
  result.reserveCapacity(text.utf8.count + 16)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "\n", "\r", "\t", "\u{2028}", "\u{2029}", "\u{85}": result += " "
    case "\u{61C}", "\u{200E}", "\u{200F}":
      if keepingMarks { result.unicodeScalars.append(scalar) }
    case _ where scalar.isObeyed || scalar.value & 0xFFFE == 0xFFFE: result += "\u{FFFD}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

extension UInt8 {
  /// Whether a text with this byte has to be looked at more closely.
  fileprivate var isNoted: Bool {
    switch self {
    case 0x26, 0x3C, 0x3E, 0x22: true
    default: self < 0x20 || self >= 0x7F
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is of a script that runs from right to left, or a mark of such a run: the blocks that Unicode 15 keeps for
  /// them.
  fileprivate var runsLeft: Bool {
    switch value {
    case 0x590...0x8FF, 0x200E...0x200F, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF,
      0x1E800...0x1EFFF:
      true
    default: false
    }
  }
}
