internal import PlanSyntax

extension [Diagnostic] {
  /// What of a file's syntax is worth telling beside what is wrong with its meaning.
  ///
  /// What stands behind the word of another tool, `booking dev 2026-07-01 +8h`, goes when that line goes, and what stands behind a
  /// property that lacks its colon, `where kind == enabler`, is its value; only where another word is to be written does the
  /// rest of its line remain to be mended as well.
  ///
  /// - Complexity: O(n log n) in the number of both.
  func withoutLeftovers(of findings: [Diagnostic], in source: SourceText) -> [Diagnostic] {
    let words = findings.filter {
      ["E0410", "E0411"].contains($0.code.text) && $0.span?.file == source.file
        && $0.fixes.allSatisfy { $0.edits.allSatisfy { $0.replacement.hasSuffix(":") } }
    }.compactMap(\.span?.range).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    guard !words.isEmpty else { return self }
    return filter { misread in
      guard misread.code.text == "E0111", misread.fixes.isEmpty, let span = misread.span,
        let word = words.last(startingBy: span.range.start), word.end <= span.range.start
      else { return true }
      let between = source.bytes[Int(word.end)..<Int(span.range.start)]
      return between.contains {
        [10, UInt8(ascii: ","), UInt8(ascii: "{"), UInt8(ascii: "}")].contains($0)
      }
    }
  }

  /// What is left when a mistake is told once.
  ///
  /// Half a number whose comma is reported has a wrong unit as well; what the meaning of a text would be is nothing to
  /// speak of while the text itself is wrong. So has the `3` of `3 weeks`, whose second word is reported.
  ///
  /// - Complexity: O(n log n) in the number of both.
  func withoutConsequences(of misread: [Diagnostic], in source: SourceText) -> [Diagnostic] {
    let places = misread.compactMap(\.span?.range).filter { $0.start < $0.end }
      .sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    let leftOver = Set(
      misread.filter { $0.code.text == "E0111" }.compactMap { $0.span?.range.start })
    return filter { finding in
      guard let span = finding.span, span.file == source.file, span.range.start < span.range.end
      else { return true }
      let range = span.range
      if let around = places.last(startingBy: range.start), range.end <= around.end { return false }
      return !leftOver.contains(source.endOfBlanks(from: range.end))
    }
  }
}

extension SourceText {
  /// The first place at or behind `offset` where no blank stands.
  fileprivate func endOfBlanks(from offset: Int32) -> Int32 {
    var end = Int(offset)
    while end < bytes.count, bytes[end] == UInt8(ascii: " ") { end += 1 }
    return Int32(end)
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
