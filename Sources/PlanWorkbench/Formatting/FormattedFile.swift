internal import PlanSemantics
internal import PlanSyntax
internal import PlanText

/// A file in the canonical layout.
package struct FormattedFile: Sendable {
  /// What messages call it.
  package let path: String
  /// As it is.
  package let old: [UInt8]
  /// As it should be.
  package let bytes: [UInt8]
  /// What a reader should know besides, a line each.
  package let remarks: [String]
  /// Whether something in it could not be read, or cannot be moved to the current language.
  package let hasMistakes: Bool
  /// Whether it could not be read for a limit of ours.
  package let hitLimit: Bool

  package var isChanged: Bool { old != bytes }

  /// What would change, in the unified form; empty where nothing does.
  package func difference(_ style: TextStyle) -> String {
    unifiedDiff(
      old: (path, old), new: (path, bytes), style: style.isColored ? .ansi : .plain)
  }
}

/// Brings a file into the canonical layout.
///
/// Statements with a mistake stay byte for byte; so does a file that cannot be read to its end.
///
/// - Parameters:
///   - bytes: Any bytes.
///   - path: What messages call the file.
///   - upgrading: Whether it is moved to the current language as well.
/// - Returns: The file as it should stand, and what is to be said about it.
package func formatted(_ bytes: [UInt8], path: String, upgrading: Bool = false) -> FormattedFile {
  let source = SourceText(file: FileID(raw: 0), path: path, bytes: bytes)
  var parsed = parse(source)
  let mistakes = parsed.diagnostics.filter { $0.code != .emptyPlan }
  var remarks: [String] = []
  if !mistakes.isEmpty {
    let left = parsed.isReadable ? "what holds one is left as it is" : "the file is left as it is"
    remarks.append(
      "\(path): \(mistakes.count) mistake\(mistakes.count == 1 ? "" : "s"), which `plan check` shows; \(left)"
    )
  }
  var isRefused = false
  if upgrading, parsed.isReadable {
    switch LanguageUpgrade(of: parsed.tree) {
    case .isCurrent:
      remarks.append("\(path): written in language \(LanguageUpgrade.current), the newest there is")
    case .isPart:
      remarks.append("\(path): a part of other plans, which say the language for it")
    case .missing(let edits):
      parsed = parse(source.replacing(edits))
      remarks.append("\(path): now says `language: \(LanguageUpgrade.current)`")
    case .refused(let finding):
      isRefused = true
      let help = finding.helps.first.map { "; \($0)" } ?? ""
      remarks.append("\(path): not upgraded: \(finding.headline)\(help)")
    }
  }
  return FormattedFile(
    path: path, old: bytes, bytes: format(parsed), remarks: remarks,
    hasMistakes: !mistakes.isEmpty || isRefused, hitLimit: mistakes.contains(where: \.isLimit))
}
