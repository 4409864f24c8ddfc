import PlanSemantics
import PlanSyntax
import TestSupport

/// The words that editors know, from the tables that plans are checked against.
enum Lists {
  static let constants = ["true", "false", "none"]
  static let keywords = SyntaxKind.reservedWords.map { "\($0.text)" }.filter {
    !constants.contains($0)
  }
  /// An imported file is a block to the schema, and `import` a keyword.
  static let blocks = Kind.allCases.map(\.rawValue).filter { !keywords.contains($0) }
  /// Of the language, and of the library that is written in it.
  static let functions: [String] = {
    let library = (try? Repository.read("Sources/PlanSemantics/Library/library.plan")) ?? ""
    let names = parse(SourceText(library)).tree.file.statements.compactMap { statement in
      if case .function(let function) = statement { function.name?.syntax.text } else { nil }
    }
    return BuiltIn.table.map(\.name) + names
  }()

  static let all = [
    ("keywords", keywords), ("constants", constants), ("blocks", blocks), ("functions", functions),
  ]

  /// Puts the lists into a text where they stand between what `before` gives for a list's name and `after`.
  static func filled(
    _ text: String, before: (String) -> String, after: String, separator: String
  ) -> String {
    all.reduce(text) { text, list in
      var pieces = text.components(before(list.0))
      for index in pieces.indices.dropFirst() {
        let rest = pieces[index].components(after)
        pieces[index] = ([list.1.joined(separator: separator)] + rest.dropFirst())
          .joined(separator: after)
      }
      return pieces.joined(separator: before(list.0))
    }
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
