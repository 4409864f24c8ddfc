internal import PlanSyntax

extension [Diagnostic] {
  /// What is left when a mistake is told once.
  ///
  /// Half a number whose comma is reported has a wrong unit as well; what the meaning of a text would be is nothing to
  /// speak of while the text itself is wrong.
  ///
  /// - Complexity: O(n log n) in the number of both.
  func withoutConsequences(of misread: [Diagnostic]) -> [Diagnostic] {
    let places = misread.compactMap(\.span?.range).filter { $0.start < $0.end }
      .sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    return filter { finding in
      guard let range = finding.span?.range, range.start < range.end else { return true }
      return !(places.last(startingBy: range.start).map { range.end <= $0.end } ?? false)
    }
  }
}

extension [TextRange] {
  /// The last of sorted ranges that starts no later than `offset`.
  fileprivate func last(startingBy offset: Int32) -> TextRange? {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if self[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low > startIndex ? self[low - 1] : nil
  }
}
