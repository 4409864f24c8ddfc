internal import PlanText

// Texts of pictures: how large they are set and what of them fits.

/// Sizes of type, in pixels.
enum TypeSize {
  static let label = 13.0
  static let box = 12.0
  static let small = 11.0
}

/// How wide a text is at most.
func extent(_ text: String, size: Double, isBold: Bool = false) -> Double {
  let width = Double(setWidth(text)) * size / 1_000
  return isBold ? width * boldness : width
}

/// The text in so much room, cut where it has to be.
func fitted(_ text: String, into width: Double, size: Double, isBold: Bool = false) -> String {
  // A width that was made of the text's own must hold it, whatever division leaves off.
  let room = (max(0, width / (isBold ? boldness : 1) / size * 1_000) + 0.01).rounded(.down)
  return shortened(oneLine(text), toSetWidth: Int(min(room, 1_000_000)))
}

/// The text on at most so many lines, broken at blanks where there are any; the last line is cut where it has to be.
func fittedOnLines(_ text: String, _ count: Int, into width: Double, size: Double) -> [String] {
  var lines: [String] = []
  var rest = oneLine(text)[...]
  while lines.count + 1 < count, extent(String(rest), size: size) > width {
    guard let end = breakPlace(rest, width, size) else { break }
    lines.append(String(rest[..<end]))
    rest = rest[end...].drop { $0 == " " }
  }
  return lines + [fitted(String(rest), into: width, size: size)]
}

/// The last blank before which a text fits; `nil` where its first word is longer than the line.
private func breakPlace(_ text: Substring, _ width: Double, _ size: Double) -> String.Index? {
  var best: String.Index?
  for place in text.indices where text[place] == " " {
    guard extent(String(text[..<place]), size: size) <= width else { break }
    best = place
  }
  return best
}

/// DejaVu Sans Bold is on average an eighth wider than the regular face, and no text of ours a quarter.
private let boldness = 1.2

/// Without line breaks, and without blanks at either end.
private func oneLine(_ text: String) -> String {
  guard text.contains(where: \.isNewline) || text.first == " " || text.last == " " else {
    return text
  }
  let words = text.split { $0.isNewline || $0 == " " || $0 == "\t" }
  return words.joined(separator: " ")
}
