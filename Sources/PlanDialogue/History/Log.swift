internal import PlanSyntax

/// How a session is written down, so that it can be read again.
enum Log {
  /// Statements as they were typed, each behind its colon; an item says that it is added.
  static func entry(ofStatements text: String) -> String {
    let source = SourceText(file: FileID(raw: 0), path: "", bytes: Array(text.utf8))
    return parse(source).tree.file.statements.map { statement in
      if case .item = statement { return ":add \(source.text(statement.range))" }
      return ":\(source.text(statement.range))"
    }.joined(separator: "\n")
  }

  /// A command with its words; those with blanks are in quotes.
  static func entry(_ command: String, _ words: [String]) -> String {
    ([":\(command)"]
      + words.map { word in
        word.isEmpty || word.contains(where: \.isWhitespace) ? "\"\(word)\"" : word
      }).joined(separator: " ")
  }
}
