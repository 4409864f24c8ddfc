extension String {
  /// As an error quotes it: words that somebody wrote may be of any length.
  package var shortened: String { shortened(to: shownMax) }

  /// No longer than a reader reads on; what is missing is `…`.
  ///
  /// - Parameter length: Characters that are left at most.
  /// - Returns: The text itself where it is short enough.
  package func shortened(to length: Int) -> String {
    // Counting stops at the limit, however long the text is.
    let head = prefix(length)
    return head.endIndex == endIndex ? self : head.dropLast() + "…"
  }
}

/// Characters of source that an error quotes.
private let shownMax = 40
