// Texts of the plan on one page: readers get whole thoughts or none, never half a sentence.

extension Brief {
  /// Longer than this is no name but a paragraph that somebody pasted: most names of plans have under 50 characters.
  static let nameMax = 100
  /// Reasons and measures that are longer belong in the plan and not on one page.
  static let thoughtMax = 120
  /// Less than this is rarely a thought of its own.
  private static let thoughtLeast = 12

  /// What a text says at its beginning, up to where a sentence or a half of one ends.
  ///
  /// A comma ends nothing: what stands behind it may be a condition without which the rest is not so.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - limit: How many characters there is room for.
  /// - Returns: The longest such part that fits, without the mark at its end; `nil` where there is none.
  static func beginning(of text: String, within limit: Int) -> String? {
    // Two more, for the blank behind the mark and what begins there.
    let head = Array(text.prefix(limit + 2))
    for end in head.indices.reversed()
    where end >= thoughtLeast && end <= limit && endsThought(head, at: end) {
      let thought = String(head[..<end].reversed().drop(while: \.isWhitespace).reversed())
      return thought.count >= thoughtLeast ? thought : nil
    }
    return nil
  }

  private static func endsThought(_ text: [Character], at place: Int) -> Bool {
    let follower = text.indices.contains(place + 1) ? text[place + 1] : nil
    switch text[place] {
    case "。", "！", "？", "；": return true
    case ";", "!", "?": return follower?.isWhitespace ?? false
    case ".":
      guard follower?.isWhitespace ?? false else { return false }
      // The point of `e.g.` or of an initial, and of an abbreviation in mid-sentence, ends nothing.
      let word = text[..<place].reversed().prefix { !$0.isWhitespace }
      let isAbbreviation = word.contains(".") || word.count < 2
      let begins = text.indices.contains(place + 2) ? text[place + 2] : nil
      return !isAbbreviation && !(begins?.isLowercase ?? false)
    case "–", "—", "(": return text[place - 1].isWhitespace
    default: return false
    }
  }
}

extension Reading {
  /// A name of the plan: whole, but for one that is a paragraph.
  func cut(_ name: String) -> String {
    guard name.count > Brief.nameMax else { return name }
    if let beginning = Brief.beginning(of: name, within: Brief.nameMax) { return beginning }
    let head = name.prefix(Brief.nameMax)
    let words = head.lastIndex { $0.isWhitespace }.map { head[..<$0] } ?? head
    // A comma would stand before the dots.
    return String(words.reversed().drop { $0.isPunctuation || $0.isWhitespace }.reversed()) + "…"
  }

  /// A reason, a condition or a measure of the plan: whole, or as much as is a thought of its own; `nil` where it is too long and
  /// has none, for then the page does without it.
  func thought(_ text: String) -> String? {
    text.count > Brief.thoughtMax ? Brief.beginning(of: text, within: Brief.thoughtMax) : text
  }
}
