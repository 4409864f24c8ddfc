// Edits of a block that keep every other byte of its file.
extension Item {
  /// Edits after which the block says some properties: with other values where they are written, else as items more, behind the
  /// last, each on a line of its own where the block has several.
  ///
  /// - Parameter properties: Words with the source of their values, each once.
  /// - Returns: Edits that do not overlap, for `SourceText.replacing`.
  package func edits(setting properties: [(word: String, value: String)]) -> [Diagnostic.Edit] {
    let items = body?.items ?? []
    var edits: [Diagnostic.Edit] = []
    var missing: [String] = []
    for (word, value) in properties {
      if let written = items.last(where: { $0.word.text == word && $0.name == nil })?.value {
        edits.append(Diagnostic.Edit(written.span, value))
      } else {
        missing.append("\(word): \(value)")
      }
    }
    return missing.isEmpty ? edits : edits + [insertion(of: missing)]
  }

  private func insertion(of lines: [String]) -> Diagnostic.Edit {
    guard let body, let brace = body.syntax.tokens.last(where: { $0.kind == .rightBrace }) else {
      return insertion(at: range.end, " { \(lines.joined(separator: ", ")) }")
    }
    guard let last = body.statements.last else {
      return insertion(at: brace.range.start, " \(lines.joined(separator: ", ")) ")
    }
    let source = syntax.tree.source
    let braceLine = source.line(at: brace.range.start)
    guard braceLine > source.line(at: last.range.end) else {
      return insertion(at: last.range.end, ", \(lines.joined(separator: ", "))")
    }
    let indentation = source.indentation(ofLine: source.line(at: last.range.start))
    let text = lines.map { "\(indentation)\($0)\n" }.joined()
    return insertion(at: source.lineStarts[braceLine], text)
  }

  private func insertion(at offset: Int32, _ text: String) -> Diagnostic.Edit {
    Diagnostic.Edit(
      Span(file: syntax.tree.source.file, range: TextRange(start: offset, end: offset)), text)
  }
}

extension SourceText {
  /// The blanks that a line, from 0, begins with.
  fileprivate func indentation(ofLine line: Int) -> String {
    let range = range(ofLine: line)
    let blanks = bytes[Int(range.start)..<Int(range.end)].prefix { $0 == 0x20 || $0 == 0x09 }
    return String(decoding: blanks, as: UTF8.self)
  }
}
