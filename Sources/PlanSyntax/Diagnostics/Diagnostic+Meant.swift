extension Diagnostic {
  /// With what was probably meant: a question under the span in place of the label, and a fix for each answer.
  ///
  /// - Parameters:
  ///   - words: The likeliest first; three are shown.
  ///   - place: What each of them would replace.
  ///   - safety: Whether a word is certain enough to be written without asking; of several none is.
  /// - Returns: The diagnostic itself where nothing was probably meant.
  package func asking(
    _ words: [String], at place: Span, safety: Fix.Safety = .unsafe
  ) -> Diagnostic {
    guard !words.isEmpty else { return self }
    let shown = words.prefix(suggestedMax)
    let quoted = listed(shown.map { "`\($0.shortened)`" }, or: true)
    var result = self
    result.label = safety == .safe ? "here it is \(quoted)" : "did you mean \(quoted)?"
    result.fixes = shown.map {
      Fix(
        "write `\($0.shortened)`", safety: shown.count > 1 ? .unsafe : safety,
        edits: [Edit(place, $0)])
    }
    return result
  }
}

extension Diagnostic {
  /// The same, marked as saying that something is not there.
  package var ofAbsence: Diagnostic {
    var result = self
    result.isOfAbsence = true
    return result
  }
}

/// Answers that one question offers: more are a list to be searched again.
package let suggestedMax = 3

/// "a, b and c", or "a, b or c".
package func listed(_ words: some Sequence<String>, or isAlternative: Bool) -> String {
  let words = Array(words)
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + (isAlternative ? " or " : " and ") + last
}
