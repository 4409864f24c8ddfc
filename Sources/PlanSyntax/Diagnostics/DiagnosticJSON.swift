internal import FoundationEssentials

/// Turns diagnostics into JSON for editors and scripts.
///
/// ```
/// { "format_version": 1, "diagnostics": [ { "code": "E0115", "severity": "error", "message": …,
///   "place": { "path", "line", "column", "end_line", "end_column", "offset", "end_offset" },
///   "label", "labels": [ { "place", "text" } ], "notes", "helps",
///   "fixes": [ { "title", "safety", "edits": [ { "place", "replacement" } ] } ] } ],
///   "omitted": 0, "not_enforced": [ "foundations" ],
///   "checks": [ { "name", "label", "asked", "failed" } ] }
/// ```
/// Lines and columns count from 1, columns in Unicode scalars, ends are exclusive; offsets are bytes from 0. `place` is
/// missing where there is none. Diagnostics are sorted by file, offset and code; `omitted` counts those above `shownMax`. `not_enforced` names
/// what a plan says and nothing follows yet. `checks` counts, of each check of the plan, the elements it was asked of and those
/// that it does not hold for; where they stand is told by the diagnostics.
package struct DiagnosticJSON: Sendable {
  private let sources: [FileID: SourceText]

  /// Rises when a reader of the format would have to change.
  package static let formatVersion = 1

  /// Diagnostics written in one document; a file of junk has more than any reader of the format wants.
  package static let shownMax = 1_000

  package init(_ sources: [SourceText]) {
    self.sources = Dictionary(sources.map { ($0.file, $0) }) { first, _ in first }
  }

  /// How a check of the plan came out.
  package struct CheckSummary: Encodable, Sendable {
    let name: String
    let label: String
    /// Elements it was asked of.
    let asked: Int
    let failed: Int

    package init(name: String, label: String, asked: Int, failed: Int) {
      self.name = name
      self.label = label
      self.asked = asked
      self.failed = failed
    }
  }

  /// The document, with sorted keys; ends with a newline.
  package func render(
    _ diagnostics: [Diagnostic], notEnforced: [String] = [],
    checks: [CheckSummary] = []
  ) throws -> String {
    let sorted = diagnostics.inOrder()
    let shown = sorted.prefix(Self.shownMax)
    let document = DocumentShape(
      formatVersion: Self.formatVersion, diagnostics: shown.map(shape),
      omitted: sorted.count - shown.count, notEnforced: notEnforced, checks: checks)
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
  }

  private func shape(_ diagnostic: Diagnostic) -> DiagnosticShape {
    DiagnosticShape(
      code: diagnostic.code.text, severity: diagnostic.severity.rawValue,
      message: diagnostic.headline, place: diagnostic.span.flatMap(shape), label: diagnostic.label,
      labels: diagnostic.secondary.map { LabelShape(place: shape($0.span), text: $0.text) },
      notes: diagnostic.notes, helps: diagnostic.helps, fixes: diagnostic.fixes.map(shape))
  }

  private func shape(_ fix: Diagnostic.Fix) -> FixShape {
    FixShape(
      title: fix.title, safety: fix.safety.rawValue,
      edits: fix.edits.map { EditShape(place: shape($0.span), replacement: $0.replacement) })
  }

  private func shape(_ span: Span) -> PlaceShape? {
    guard let source = sources[span.file] else { return nil }
    let range = source.clamped(span.range)
    let start = source.position(at: range.start)
    let end = source.position(at: range.end)
    return PlaceShape(
      path: source.path, line: start.line, column: start.column, endLine: end.line,
      endColumn: end.column, offset: Int(range.start), endOffset: Int(range.end))
  }
}

// The shapes of the format. Their names, in snake case, are the keys.
private struct DocumentShape: Encodable {
  var formatVersion: Int
  var diagnostics: [DiagnosticShape]
  var omitted: Int
  let notEnforced: [String]
  let checks: [DiagnosticJSON.CheckSummary]
}

private struct DiagnosticShape: Encodable {
  var code: String
  var severity: String
  var message: String
  var place: PlaceShape?
  var label: String
  var labels: [LabelShape]
  var notes: [String]
  var helps: [String]
  var fixes: [FixShape]
}

private struct PlaceShape: Encodable {
  var path: String
  var line: Int
  var column: Int
  var endLine: Int
  var endColumn: Int
  var offset: Int
  var endOffset: Int
}

private struct LabelShape: Encodable {
  var place: PlaceShape?
  var text: String
}

private struct FixShape: Encodable {
  var title: String
  var safety: String
  var edits: [EditShape]
}

private struct EditShape: Encodable {
  var place: PlaceShape?
  var replacement: String
}
