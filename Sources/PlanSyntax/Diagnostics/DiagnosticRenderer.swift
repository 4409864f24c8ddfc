internal import PlanText

/// Turns diagnostics into text for people, plain or in colour.
///
/// ```
/// error[E0115]: this `{` is never closed
///  --> q3.plan:12:26
///    |
/// 12 | team platform "Platform" {
///    |                          ^ opened here
///    |
///    = help: write `}` where the block ends
/// ```
package struct DiagnosticRenderer: Sendable {
  package var style: Style
  private let sources: SourceIndex
  /// Columns of the terminal; `nil` for text that is kept, where lines stay whole so that they can be searched.
  private let width: Int?

  /// Narrower than this nothing can be read, and lines are left to the terminal.
  private static let widthMin = 40
  /// Columns that are kept for a remark beside what it begins with.
  private static let remarkWidthMin = 20

  package enum Style: Sendable {
    case plain
    /// With ANSI escape sequences, for terminals.
    case ansi
  }

  /// Diagnostics printed in one run: nobody reads more, and a file of junk has thousands.
  package static let shownMax = 100

  package init(_ sources: [SourceText], style: Style = .plain, width: Int? = nil) {
    self.init(SourceIndex(sources), style: style, width: width)
  }

  init(_ sources: SourceIndex, style: Style = .plain, width: Int? = nil) {
    self.style = style
    self.sources = sources
    self.width = width.map { max($0, Self.widthMin) }
  }

  /// All of them, sorted, each once, with blank lines between; the empty text for none.
  ///
  /// Ends with a newline.
  ///
  /// Above `shownMax` a line says how many more there are.
  package func render(_ diagnostics: [Diagnostic]) -> String {
    let sorted = diagnostics.inOrder()
    var blocks = sorted.prefix(Self.shownMax).map { render($0) }
    if let rest = Self.countLine(sorted.dropFirst(Self.shownMax)) { blocks.append(rest + "\n") }
    return blocks.joined(separator: "\n")
  }

  /// One diagnostic, as lines that end with a newline.
  package func render(_ diagnostic: Diagnostic) -> String {
    var lines: [String] = []
    let kind = "\(diagnostic.severity.rawValue)[\(diagnostic.code.text)]"
    // The first line is shorter by what stands before it; the others begin below its words.
    let headline = remark(printable(diagnostic.headline), behind: kind.count + 2)
    lines.append(paint(kind, severityColour(diagnostic)) + paint(": \(headline[0])", .bold))
    lines += headline.dropFirst().map { spaces(kind.count + 2) + paint($0, .bold) }
    let marks = marks(of: diagnostic)
    let margin = String(repeating: " ", count: marks.map { String($0.line + 1).count }.max() ?? 1)
    var shownFile: FileID?
    var shownLine: Int?
    for mark in marks {
      if mark.source.file != shownFile {
        // The place is that of the primary label, also where another stands above it.
        let named = marks.first { $0.isPrimary && $0.source === mark.source } ?? mark
        lines.append(header(of: named, isFirst: shownFile == nil, margin: margin))
        lines.append("\(margin) \(bar)")
        (shownFile, shownLine) = (mark.source.file, nil)
      }
      let excerpt = Excerpt(
        mark.source, line: mark.line, span: mark.range,
        columns: width.map { $0 - margin.count - 3 } ?? Excerpt.columnsMax)
      if shownLine != mark.line || excerpt.isCut {
        if let previous = shownLine, mark.line > previous + 1 {
          lines.append(paint("...", .gutter))
        }
        let number = String(mark.line + 1)
        let padding = margin.dropFirst(number.count)
        lines.append(paint("\(padding)\(number) |", .gutter) + spaced(excerpt.text))
        shownLine = mark.line
      }
      lines += underline(mark, excerpt, diagnostic, margin).map { "\(margin) \(bar) \($0)" }
    }
    lines += footer(of: diagnostic, margin: margin, hasPlace: !marks.isEmpty)
    return lines.joined(separator: "\n") + "\n"
  }

  /// Places with their labels, as a diagnostic shows them, without one around them.
  package func excerpt(
    at first: Diagnostic.Label, with others: [Diagnostic.Label]
  ) -> [String] {
    let diagnostic = Diagnostic(
      DiagnosticCode(String()), "", at: first.span, label: first.text, secondary: others)
    return render(diagnostic).split(separator: "\n").dropFirst().map(String.init)
  }

  /// "and 312 more errors"; `nil` if nothing is left.
  private static func countLine(_ rest: some Collection<Diagnostic>) -> String? {
    let errors = rest.count { $0.severity == .error }
    let warnings = rest.count - errors
    var parts: [String] = []
    if errors > 0 { parts.append("\(errors) more error\(errors == 1 ? "" : "s")") }
    if warnings > 0 { parts.append("\(warnings) more warning\(warnings == 1 ? "" : "s")") }
    return parts.isEmpty ? nil : "and " + parts.joined(separator: " and ")
  }
}

// The lines of one diagnostic.
extension DiagnosticRenderer {
  /// A label in its line.
  private struct Mark {
    var source: SourceText
    var line: Int
    var range: TextRange
    var text: String
    var isPrimary: Bool
  }

  /// The labels in printing order: the file of the primary one first, then by place.
  private func marks(of diagnostic: Diagnostic) -> [Mark] {
    var marks: [Mark] = []
    func add(_ span: Span, _ text: String, isPrimary: Bool) {
      guard let source = sources[span.file] else { return }
      let range = source.clamped(span.range)
      let line = source.line(at: range.start)
      marks.append(Mark(source: source, line: line, range: range, text: text, isPrimary: isPrimary))
    }
    if let span = diagnostic.span { add(span, diagnostic.label, isPrimary: true) }
    for label in diagnostic.secondary { add(label.span, label.text, isPrimary: false) }
    let primaryFile = diagnostic.span?.file
    return marks.sorted { left, right in
      let leftIsElsewhere = left.source.file == primaryFile ? 0 : 1
      let rightIsElsewhere = right.source.file == primaryFile ? 0 : 1
      return (leftIsElsewhere, left.source.file.raw, left.range.start, left.isPrimary ? 0 : 1)
        < (rightIsElsewhere, right.source.file.raw, right.range.start, right.isPrimary ? 0 : 1)
    }
  }

  /// The line that says which file, and where in it.
  private func header(of mark: Mark, isFirst: Bool, margin: String) -> String {
    let position = mark.source.position(at: mark.range.start)
    let place = "\(printable(mark.source.path)):\(position.line):\(position.column)"
    return margin + paint(isFirst ? "--> " : "::: ", .gutter) + place
  }

  /// The marks with their label behind them, or below them where it would not fit beside.
  private func underline(
    _ mark: Mark, _ excerpt: Excerpt, _ diagnostic: Diagnostic, _ margin: String
  ) -> [String] {
    let sign = mark.isPrimary ? "^" : "-"
    let marks = String(repeating: sign, count: excerpt.markWidth)
    let colour = mark.isPrimary ? severityColour(diagnostic) : .gutter
    let text = printable(mark.text)
    let start = spaces(excerpt.markColumn)
    guard !text.isEmpty else { return [start + paint(marks, colour)] }
    let used = margin.count + 3 + excerpt.markColumn
    guard let width, used + excerpt.markWidth + 1 + textWidth(text) > width else {
      return [start + paint("\(marks) \(text)", colour)]
    }
    // Below the marks there is more room, and all of it when they stand far to the right.
    let column = min(excerpt.markColumn, max(0, width - margin.count - 3 - textWidth(text)))
    let room = max(width - margin.count - 3 - column, Self.remarkWidthMin)
    return [start + paint(marks, colour)]
      + wrapped(text, columns: room).map { spaces(column) + paint($0, colour) }
  }

  private func footer(of diagnostic: Diagnostic, margin: String, hasPlace: Bool) -> [String] {
    var remarks = diagnostic.notes.map { ("note", $0) } + diagnostic.helps.map { ("help", $0) }
    remarks += diagnostic.fixes.map { ("fix", $0.title) }
    guard !remarks.isEmpty else { return [] }
    var lines = hasPlace ? ["\(margin) \(bar)"] : []
    for (word, text) in remarks {
      let parts = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
        remark(printable(String($0)), behind: margin.count + word.count + 5)
      }
      lines.append("\(margin) \(paint("=", .gutter)) \(paint("\(word):", .bold)) \(parts[0])")
      let indentation = spaces(margin.count + word.count + 5)
      lines += parts.dropFirst().map { indentation + $0 }
    }
    return lines
  }

  /// A remark in lines that fit beside what stands before it.
  private func remark(_ text: String, behind used: Int) -> [String] {
    guard let width else { return [text] }
    return wrapped(text, columns: max(width - used, Self.remarkWidthMin))
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  private var bar: String { paint("|", .gutter) }

  private func spaced(_ text: String) -> String { text.isEmpty ? "" : " " + text }

  // MARK: Colour

  private enum Colour: String {
    case bold = "1"
    case error = "1;31"
    case warning = "1;33"
    case gutter = "1;34"
  }

  private func severityColour(_ diagnostic: Diagnostic) -> Colour {
    diagnostic.severity == .error ? .error : .warning
  }

  private func paint(_ text: String, _ colour: Colour) -> String {
    style == .ansi ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }
}
