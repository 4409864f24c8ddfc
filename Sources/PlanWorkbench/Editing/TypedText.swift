internal import PlanSyntax

/// Statements that somebody typed, to be laid over a plan.
package struct TypedText: Sendable {
  let parsed: ParseResult

  package init(_ text: String) {
    parsed = parse(
      SourceText(file: TypedText.file, path: TypedText.path, bytes: Array(text.utf8)))
  }

  var statements: [Statement] { parsed.tree.file.statements }
  var source: SourceText { parsed.tree.source }

  /// What is wrong with it as text; empty where nothing is.
  package func mistakes(_ style: TextStyle) -> String {
    guard !parsed.diagnostics.isEmpty else { return "" }
    return style.render(parsed.diagnostics, [source])
  }

  /// No file of a plan has this number.
  static let file = FileID(raw: .max - 1)
  /// What messages call it.
  static let path = "<typed>"
}

/// Why something that was typed changes nothing.
package enum EditRefusal: Error {
  /// It cannot be written into the files.
  case misasked(Misasked)
  /// It would be a mistake, which is shown in the text that was typed or in the file as it would stand.
  case mistaken(Mistakes)

  /// What would be wrong.
  package struct Mistakes: Sendable {
    let diagnostics: [Diagnostic]
    let sources: [SourceText]
  }

  /// As a reader is told.
  package func text(_ style: TextStyle) -> String {
    switch self {
    case .misasked(let misasked): "\(misasked)\n"
    case .mistaken(let mistakes): style.render(mistakes.diagnostics, mistakes.sources)
    }
  }
}
