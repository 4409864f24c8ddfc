/// The files that diagnostics point into, by number.
struct SourceIndex: Sendable {
  private let sources: [FileID: SourceText]

  init(_ sources: [SourceText]) {
    self.sources = Dictionary(sources.map { ($0.file, $0) }) { first, _ in first }
  }

  /// A span as people find it.
  struct Place {
    let source: SourceText
    /// Inside the file, whatever was given.
    let range: TextRange
    /// From 1, columns in Unicode scalars.
    let start: (line: Int, column: Int)
    /// Exclusive.
    let end: (line: Int, column: Int)
  }

  subscript(file: FileID) -> SourceText? { sources[file] }

  /// Where a span is; `nil` where it is nowhere, or in a file that is not known.
  func place(of span: Span?) -> Place? {
    guard let span, let source = sources[span.file] else { return nil }
    let range = source.clamped(span.range)
    return Place(
      source: source, range: range, start: source.position(at: range.start),
      end: source.position(at: range.end))
  }
}
