extension Sequence<Diagnostic> {
  /// Sorted by file, offset and code, each told once; those without a place come first.
  ///
  /// Equal places and codes keep the order they were found in, so the result depends on nothing but the input.
  package func inOrder() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    let sorted = enumerated().sorted { left, right in
      let leftKey = left.element.sortKey
      let rightKey = right.element.sortKey
      return leftKey == rightKey ? left.offset < right.offset : leftKey < rightKey
    }
    return sorted.map(\.element).filter { seen.insert($0).inserted }
  }
}

extension Diagnostic {
  fileprivate var sortKey: (Int32, Int32, String) {
    guard let span else { return (-1, -1, code.text) }
    return (span.file.raw, span.range.start, code.text)
  }
}
