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
  let room = max(0, width / (isBold ? boldness : 1) / size * 1_000)
  return shortened(oneLine(text), toSetWidth: Int(min(room, 1_000_000)))
}

/// The text on at most two lines, broken at a blank where there is one.
func fittedOnTwoLines(_ text: String, into width: Double, size: Double) -> [String] {
  let text = oneLine(text)
  if extent(text, size: size) <= width { return [text] }
  var first = ""
  var rest = text[...]
  while let end = rest.dropFirst().firstIndex(of: " ")
    ?? rest.indices.last.map({ _ in rest.endIndex })
  {
    let longer = first + rest[..<end]
    guard extent(longer, size: size) <= width else { break }
    first = longer
    rest = rest[end...]
    if rest.isEmpty { break }
  }
  // A word that is longer than the line is cut on it.
  guard !first.isEmpty else { return [fitted(text, into: width, size: size)] }
  let second = String(rest.drop { $0 == " " })
  return [first, fitted(second, into: width, size: size)]
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
