extension String {
  /// As an error quotes it: words that somebody wrote may be of any length.
  var shortened: String {
    // Counting stops at the limit, however long the text is.
    let head = prefix(shownMax)
    return head.endIndex == endIndex ? self : head.dropLast() + "…"
  }
}

/// Characters of source that an error quotes.
private let shownMax = 40
