extension Diagnostic {
  /// The same mistake in a text whose bytes before it have become more or fewer.
  ///
  /// All its places are taken to move alike.
  func shifted(by shift: Int32) -> Diagnostic {
    var result = self
    result.span = span?.shifted(by: shift)
    result.secondary = secondary.map { Label($0.span.shifted(by: shift), $0.text) }
    result.fixes = fixes.map { fix in
      Fix(
        fix.title, safety: fix.safety,
        edits: fix.edits.map { Edit($0.span.shifted(by: shift), $0.replacement) })
    }
    return result
  }
}

extension Span {
  fileprivate func shifted(by shift: Int32) -> Span {
    Span(file: file, range: range.shifted(by: shift))
  }
}

extension TextRange {
  func shifted(by shift: Int32) -> TextRange {
    TextRange(start: start + shift, end: end + shift)
  }
}
