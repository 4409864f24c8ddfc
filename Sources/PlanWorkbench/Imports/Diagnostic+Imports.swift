internal import PlanSyntax

extension DiagnosticCode {
  /// An import of a file that is not there or cannot be read.
  static let importFails = DiagnosticCode("E0020")
  /// An import that leads out of the plan's root.
  static let importOutside = DiagnosticCode("E0021")
  /// An import of no relative path.
  static let importForm = DiagnosticCode("E0022")
  /// A file imported with a name in one place and without one in another.
  static let importedBothWays = DiagnosticCode("E0023")
  /// An imported file above `SourceText.sizeMax`.
  static let importTooLarge = DiagnosticCode("E0911")
  /// More files than a plan may have.
  static let tooManyFiles = DiagnosticCode("E0912")
}

extension Diagnostic {
  static func importFails(
    _ text: TextSyntax, _ path: String, _ reason: String, _ neighbours: [String]
  ) -> Diagnostic {
    let near = nearestPaths(to: path, among: neighbours)
    var helps: [String] = []
    if near.isEmpty, !neighbours.isEmpty {
      helps = ["there is \(neighbours.prefix(5).map { "`\($0)`" }.joined(separator: ", "))"]
    } else if near.isEmpty {
      helps = ["paths are relative to the file that imports"]
    }
    return Diagnostic(
      .importFails, "cannot import `\(path.shortened(to: pathShownMax))`: \(reason)", at: text.span,
      label: near.first.map { "did you mean `\($0)`?" } ?? "leads nowhere", helps: helps,
      fixes: near.first.map {
        [Fix("write `\($0)`", safety: .unsafe, edits: [Edit(text.span, "\"\($0)\"")])]
      } ?? [])
  }

  static func importOutside(_ text: TextSyntax, _ path: String) -> Diagnostic {
    Diagnostic(
      .importOutside, "`\(path.shortened(to: pathShownMax))` lies outside the plan's root",
      at: text.span, label: "not the plan's",
      notes: [
        "the root is the plan's repository, or its folder where there is none; links are followed first"
      ],
      helps: ["move the file in there"])
  }

  static func importForm(_ text: TextSyntax) -> Diagnostic {
    Diagnostic(
      .importForm, "an import names a file by a relative path", at: text.span,
      label: text.plain == nil ? "`\\(…)` cannot stand here" : "this is none",
      helps: ["write it as seen from this file: `import \"teams/payments.plan\"`"])
  }

  static func importedBothWays(
    _ statement: ImportStatement, _ other: ImportStatement?
  ) -> Diagnostic {
    Diagnostic(
      .importedBothWays, "one file is imported with a name and without one",
      at: statement.file?.span ?? statement.span,
      label: statement.name == nil ? "without one here" : "with a name here",
      secondary: other.map {
        [Label($0.file?.span ?? $0.span, $0.name == nil ? "here without one" : "here under a name")]
      } ?? [],
      notes: ["with a name its names stand apart; without one they join the others"],
      helps: ["import it the same way everywhere"])
  }

  static func importTooLarge(_ text: TextSyntax, _ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .importTooLarge, "cannot import `\(path.shortened(to: pathShownMax))`: \(reason)",
      at: text.span, label: "too large",
      helps: ["split it; all files of a plan together have \(LoadedFiles.bytesMax / 1_000_000) MB"])
  }

  static func tooManyFiles(_ statement: ImportStatement) -> Diagnostic {
    Diagnostic(
      .tooManyFiles,
      "a plan has at most \(LoadedFiles.filesMax) files of \(LoadedFiles.bytesMax / 1_000_000) MB together",
      at: statement.file?.span ?? statement.span, label: "one too many",
      helps: ["join some of them"])
  }
}

/// Characters of a path that are shown: paths are longer than names.
private let pathShownMax = 60
