// What GitHub makes links of wherever it stands in a text: `@name` tells somebody, `#12`, `owner/project#12` and `GH-12` tell an issue.
//
// It looks for them in what Markdown has become, so that neither a backslash nor `&#64;` stops it. Three things do: an HTML
// comment in the middle, which Notion and Confluence show; a character that nobody sees, which would be in every copy of the name;
// and code, which all of them know, which reads as what it is, and whose copy is the name. So they are set as code.

/// Where a text speaks of people and of issues as GitHub finds them.
///
/// - Parameter text: A line as readers see it.
/// - Returns: The places, in order, none over another.
/// - Complexity: O(length).
func references(in text: String) -> [Range<String.Index>] {
  var found: [Range<String.Index>] = []
  var place = text.startIndex
  /// Where the word begins that goes on at `place`.
  var word = place
  var former: Character?
  while place < text.endIndex {
    let isInside = former.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") } ?? false
    let end: String.Index? =
      switch text[place] {
      case "@" where !isInside: endOfMention(text, place)
      case "#": endOfNumber(text, text.index(after: place))
      case "G", "g":
        !isInside && text[place...].prefix(3).lowercased() == "gh-"
          ? endOfNumber(text, text.index(place, offsetBy: 3)) : nil
      default: nil
      }
    former = text[place]
    if let end {
      // `owner/project` before a number goes with it.
      found.append((text[place] == "#" ? word : place)..<end)
      former = text[text.index(before: end)]
      place = end
      word = end
      continue
    }
    let isInWord = text[place].isOfName
    place = text.index(after: place)
    if !isInWord { word = place }
  }
  return found
}

/// Behind a name of letters, digits, `-`, `_` and `/`, which the organisation of a team ends with; `nil` where there is none.
private func endOfMention(_ text: String, _ at: String.Index) -> String.Index? {
  let name = text[text.index(after: at)...].prefix { $0.isOfName }
  guard let first = name.first, first.isASCII, first.isLetter || first.isNumber else { return nil }
  // A full stop behind it is that of a sentence.
  return name.lastIndex { $0 != "." }.map(text.index(after:))
}

/// Behind digits that nothing goes on from; `nil` where there are none.
private func endOfNumber(_ text: String, _ start: String.Index) -> String.Index? {
  let digits = text[start...].prefix { $0.isASCII && $0.isNumber }
  guard !digits.isEmpty else { return nil }
  let follower = text[digits.endIndex...].first
  return follower.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false ? nil : digits.endIndex
}

extension Character {
  /// What names of people, organisations and projects are made of.
  fileprivate var isOfName: Bool {
    isASCII && (isLetter || isNumber || self == "-" || self == "_" || self == "/" || self == ".")
  }
}
