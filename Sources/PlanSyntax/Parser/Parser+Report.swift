// What all messages of the parser share.
extension Parser {
  /// Adds a diagnostic, unless the place already has one or follows from a mistake of the lexer.
  mutating func report(_ diagnostic: Diagnostic) {
    guard !gaveUp, reportedAt != position, diagnostics.count < diagnosticsCollectedMax else {
      return
    }
    reportedAt = position
    // The lexer has spoken of it already, unless it is part of something that the parser knows.
    guard !at(.unknown) || superseded.last?.start == tokens.starts[position] else { return }
    let place = diagnostic.span?.range.start ?? tokens.starts[position]
    guard !brokenLines.contains(source.line(at: place)) else { return }
    diagnostics.append(diagnostic)
    // Nobody reads that many, and making them is the slowest part of reading junk.
    if diagnostics.count == diagnosticsCollectedMax { passRest() }
  }

  /// What the lexer and the parser have to say, without what the parser says better.
  func allDiagnostics(with lexical: [Diagnostic]) -> [Diagnostic] {
    guard !superseded.isEmpty else { return lexical + diagnostics }
    // Both are in the order of the file.
    var next = 0
    let left = lexical.filter { diagnostic in
      guard let start = diagnostic.span?.range.start else { return true }
      while next < superseded.count, superseded[next].end <= start { next += 1 }
      return next == superseded.count || start < superseded[next].start
    }
    return left + diagnostics
  }

  func span(_ token: Int) -> Span { Span(file: source.file, range: tokens.range(token)) }
  var here: Span { span(position) }

  /// The empty place behind the token before the current one: where something is missing.
  var gap: Span {
    let end = position > 0 ? tokens.ends[position - 1] : 0
    return Span(file: source.file, range: TextRange(start: end, end: end))
  }

  /// The current token in words, with its source if it is short.
  var seen: String {
    switch current {
    case .endOfFile: return "the end of the file"
    case .quote: return "a text"
    case .unterminated, .interpolationEnd: return "the end of `\\(…)`"
    default:
      let range = tokens.range(position)
      return "`\(source.excerpt(Int(range.start), Int(range.end)))`"
    }
  }

  func excerpt(_ token: Int) -> String {
    source.excerpt(Int(tokens.starts[token]), Int(tokens.ends[token]))
  }

  func insertion(
    _ title: String, _ text: String, at span: Span, isCertain: Bool = false
  ) -> Diagnostic.Fix {
    .init(title, safety: isCertain ? .safe : .unsafe, edits: [.init(span, text)])
  }

  /// What to say where `"people": 6` stands, as in JSON.
  func unquotedWord() -> String? {
    guard at(.quote), kind(after: 3) == .colon else { return nil }
    return "the word before `:` has no quotes: `\(excerpt(position + 1)): …`"
  }
}
