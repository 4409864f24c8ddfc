internal import PlanSyntax

/// Functions that come with the language and are written in it: a plan can read them, call them, and replace one by
/// declaring a function of its name.
package enum Library {
  /// One function as `plan explain` shows it.
  package struct Function: Sendable {
    package let name: String
    /// As it is called: `rice(reach, impact, confidence, effort)`.
    package let signature: String
    /// What it is for and where it comes from: the comment above it.
    package let meaning: String
    /// The function itself.
    package let text: String
    let declaration: FunctionDeclaration
  }

  /// In the order of their text.
  package static let functions: [Function] = read(PackageResources.library_plan)

  /// The whole of it, as a plan.
  package static var text: String { String(decoding: PackageResources.library_plan, as: UTF8.self) }

  /// What stands at a place of the library.
  static func excerpt(_ span: Span) -> String {
    let bytes = PackageResources.library_plan
    let range = Int(span.range.start)..<Int(span.range.end)
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return "" }
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// The file of the library in spans; no file of a plan has its number.
  static let file = FileID(raw: -1)

  private static func read(_ bytes: [UInt8]) -> [Function] {
    let source = SourceText(file: file, path: "library.plan", bytes: bytes)
    let tree = parse(source).tree
    return tree.file.statements.compactMap { statement in
      guard case .function(let function) = statement, let name = function.name?.plain else {
        return nil
      }
      let declaration = FunctionDeclaration(
        name: name, parameters: function.parameters, body: function.value, isOfLibrary: true)
      return Function(
        name: name.text, signature: declaration.signature,
        meaning: comment(above: function.range.start, in: source),
        text: source.text(function.range), declaration: declaration)
    }
  }

  /// The comment lines directly above a place.
  private static func comment(above offset: Int32, in source: SourceText) -> String {
    var lines: [String] = []
    var line = source.line(at: offset) - 1
    while line >= 0 {
      let text = source.text(source.range(ofLine: line))
      guard text.hasPrefix("#") else { break }
      lines.append(String(text.drop { $0 == "#" || $0 == " " }))
      line -= 1
    }
    return lines.reversed().joined(separator: "\n")
  }
}

extension Span {
  /// Whether it points into the library, whose text no plan has.
  var isInLibrary: Bool { file == Library.file }
}
